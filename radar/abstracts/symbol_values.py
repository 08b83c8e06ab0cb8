"""A value that a sentence gives of a symbol: "H_0 = 69 ± 2 km/s/Mpc"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.abstracts.measured import LONGEST_FIGURE
from radar.abstracts.measured_names import WORD, bare
from radar.abstracts.patterns import pattern
from radar.abstracts.plain_values import is_others
from radar.abstracts.words import any_of

_SYMBOL = (
    r"(?P<symbol>\\?[A-Za-zΑ-Ωα-ω]{1,7}(?:_(?:\{(?:\\(?:rm|mathrm|text|star|odot|ast|infty|parallel"
    r"|perp)\b)?[\s{]*[\w\s,]{0,8}\}*|\\?\w{1,6}))?)"
)
_NUMBER = r"[-−+]?\d{1,4}(?:[\s\\,]{1,2}\d{3})?(?:\.\d{1,5})?"
_PLUS_MINUS = (
    r"(?:\s*(?:\\pm|±|\+/?-)\s*(?P<error>\d[\d.]*)"
    r"|\s*\^\{\s?\+(?P<up>[\d.]+)\s?\}\s*_\{\s?[-−](?P<down>[\d.]+)\s?\}"
    r"|\s*_\{\s?[-−](?P<down2>[\d.]+)\s?\}\s*\^\{\s?\+(?P<up2>[\d.]+)\s?\})"
)
_TOLD = re.compile(
    rf"(?<![\w\\({{^_/|])\$?{_SYMBOL}\$?\s*(?:=|≈|\\simeq|\\approx|\\sim|is"
    rf"|of)\s*\$?(?P<value>{_NUMBER}){_PLUS_MINUS}"
)
_PER = r"[\s~\\,{}$]*(?:\^\s?\{?\s?[-−]\s?1\s?\}?)"
_LEAD = r"^[\s~\\,;$){}]*(?:\\(?:mathrm|rm|text|,|;|:|quad)[\s~{\\,]*)*"
_UNITS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{_LEAD}km[\s~\\,{{}}$./]*s(?:ec)?{_PER}?[\s~\\,{{}}$./;:a-z]*?Mpc"), "km/s/Mpc"),
    (re.compile(rf"{_LEAD}km[\s~\\,{{}}$./]*s(?:ec)?{_PER}?"), "km/s"),
    (
        re.compile(
            rf"{_LEAD}(?P<unit>[kMG]?pc|[kMG]?eV|TeV|[MG]yr|dex|mag|K|days?|Mpc)(?![\w^]|\$?[_^]"
            rf"|[\s~\\,{{}}$]*(?:\^|/|s\b|cm|m\b))"
        ),
        "",
    ),
)
_NO_UNIT = re.compile(
    r"^\$?\s?(?:\(|[.,;:]|$|and\b|at\b|for\b|from\b|in\b|with\b|which\b|consistent\b|that\b|as\b"
    r"|respectively\b|when\b|while\b|using\b|by\b|\))"
)
_KNOWN = re.compile(
    r"(?:H_?0|S_?8|σ_?8|Ω_.{1,6}|n_s|w_?0|w_?a|w|f_NL|fσ_?8|N_eff|q_?0|T_eff|T_e|M_\*|r_d|τ_reion)$"
)
_NOUN = pattern(
    rf"(?<![\w-])(?P<thing>(?:{WORD} ){{0,2}}?(?:rate|scale|index|ratio|magnitude|slope|amplitude|mass"
    rf"|radius|age|distance|temperature"
    r"|density|period|velocity|redshift|dimension|exponent|fraction|constant|width|energy|luminosity"
    r"|frequency|abundance|metallicity|spin"
    r"|inclination|eccentricity|depth|bias|height|lifetime|dispersion|concentration|separation|field"
    r"|efficiency|gap|resolution|offset))"
    r"(?:,| of| is| to| to be| as|:)?[\s$(]*$"
)
_FINDS = pattern(
    r"\b(?:find|found|obtain|yield|measur|deriv|infer|constrain|determin|giv|gave|estimat|result|favou?r"
    r"|prefer|report|get|recover|lead|provid"
    r"|value|constraint|best[- ]fit|we have)[a-z]*\b[^;]{0,110}$"
)
_GIVEN = pattern(
    r"\b(?:redshift|assum|fix|adopt|using|prior|input|fiducial|galaxy|source|star at|located"
    r" at)[a-z]*\b[^,;]{0,30}$"
)
_PLAIN = {
    "omega": "Ω", "sigma": "σ", "gamma": "γ", "alpha": "α", "beta": "β", "lambda": "λ", "tau": "τ",
    "delta": "δ", "eta": "η", "mu": "μ", "nu": "ν", "rho": "ρ", "theta": "θ", "kappa": "κ",
    "epsilon": "ε", "zeta": "ζ", "chi": "χ", "phi": "φ",
}  # fmt: skip
_GATES = ("\\pm", "±", "+/-", "+-", "^{+", "_{-")


def symbol_value(sentences: list[tuple[str, str]]) -> tuple[str, int]:
    """Return the value of the symbol that is told first, or one that is much narrower, and its place.

    Args:
        sentences: each in lower case and as it stands, the strongest first.
    """
    first, best, place = "", ("", 0.0), 0
    for at, (lower, written) in enumerate(sentences):
        for value in _values(lower, written):
            name = _NAME_OF.search(value[0])
            first = first or (name[0] if name else value[0])
            if first in value[0] and (not best[0] or value[1] < best[1] / _MUCH):
                best, place = value, at
    return best[0], place


_MUCH = 3.0
"""A value goes before one told by a stronger sentence where it is so many times as narrow."""
_EQUALS = "="
_NAME_OF = re.compile(r"^\S+ =|(?<=[\d/a-zA-Z] )[a-zA-Z].*")


def _values(lower: str, written: str) -> Iterator[tuple[str, float]]:
    """Yield the values of a sentence as they are shown, with how wide they are."""
    for found in _TOLD.finditer(written) if any_of(_GATES, lower) else ():
        before = lower[max(0, found.start() - 130) : found.start()]
        if not _FINDS.search(before) or _GIVEN.search(before) or is_others(before):
            continue
        symbol, unit = (
            _name(found["symbol"], lower[: found.start()], written),
            _unit(written[found.end() : found.end() + 60]),
        )
        if not symbol or unit is None:
            continue
        error = (
            f"±{found['error']}"
            if found["error"]
            else _same(found["up"] or found["up2"], found["down"] or found["down2"])
        )
        number = re.sub(r"[\s\\,]", "", found["value"]).replace("-", "−")
        value = f"{number}{error}{' ' + unit if unit else ''}"
        value = f"{symbol} {value}" if symbol.endswith(_EQUALS) else f"{value} {symbol}"
        if len(value) <= LONGEST_FIGURE:
            yield value, _width(found)


def _name(symbol: str, before: str, written: str) -> str:
    """Return the noun before a symbol, or a symbol that all know and an equals sign, or nothing."""
    noun = _NOUN.search(before)
    if noun and (thing := bare(noun["thing"])):
        at = before.rfind(thing)
        return written[at : at + len(thing)] if at > 0 else thing
    plain = _plain(symbol)
    return f"{plain} {_EQUALS}" if _KNOWN.match(plain) else ""


def _width(found: re.Match[str]) -> float:
    error = (found["error"] or found["up"] or found["up2"]).rstrip(".")
    return float(error) if error.count(".") < 2 else 0.0


def _same(up: str, down: str) -> str:
    return f"±{up}" if up == down else f"+{up}−{down}"


def _plain(symbol: str) -> str:
    """Return a symbol without its commands, or nothing where it is a mere word."""
    told = symbol.startswith("\\")
    name, _, index = re.sub(
        r"\\(?:rm|mathrm|text|star|odot|ast)\b|[{}\s$]", "", symbol.lstrip("\\")
    ).partition("_")
    name = (
        (_PLAIN[name.lower()].upper() if name[0].isupper() else _PLAIN[name])
        if name.lower() in _PLAIN
        else name
    )
    if told and name.isascii() and len(name) > 2:
        return ""
    if not index and (
        len(name) > 3 or name.lower() in ("of", "is", "to", "at", "a", "and", "the", "was", "for", "age")
    ):
        return ""
    return f"{name}_{index}" if index else name


def _unit(behind: str) -> str | None:
    """Return the unit behind a value, empty for none, or nothing where it is one that is not known."""
    for told, unit in _UNITS:
        if found := told.match(behind):
            return unit or found["unit"]
    return "" if _NO_UNIT.match(behind.lstrip("$")) else None
