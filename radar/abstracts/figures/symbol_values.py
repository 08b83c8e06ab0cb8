"""A value that a sentence gives of a symbol: "H_0 = 69 ± 2 km/s/Mpc"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.figures.measured_names import WORD, bare
from radar.abstracts.figures.plain_values import is_others
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_SYMBOL = (
    r"(?P<symbol>\\?[A-Za-zΑ-Ωα-ω]{1,7}(?:_(?:\{(?:\\(?:rm|mathrm|text|star|odot|ast|infty|parallel"
    r"|perp)\b)?[\s{]{0,4}[\w\s,]{0,8}\}{0,4}|\\?\w{1,6}))?)"
)
_NUMBER = r"[-−+]?\d{1,4}(?:[\s\\,]{1,2}\d{3})?(?:\.\d{1,5})?"
_SIZE = r"\d{1,6}(?:\.\d{1,6})?"
_PLUS_MINUS = (
    rf"\s{{0,3}}(?:(?:\\pm|±|\+/?-)\s{{0,3}}(?P<error>{_SIZE})"
    rf"|\^\{{\s?\+(?P<up>{_SIZE})\s?\}}\s?_\{{\s?[-−](?P<down>{_SIZE})\s?\}}"
    rf"|_\{{\s?[-−](?P<down2>{_SIZE})\s?\}}\s?\^\{{\s?\+(?P<up2>{_SIZE})\s?\}})"
)
_TOLD = pattern(
    rf"(?<![\w\\({{^_/|])\$?{_SYMBOL}\$?\s{{0,3}}(?:=|≈|\\simeq|\\approx|\\sim|is"
    rf"|of)\s{{0,3}}\$?(?P<value>{_NUMBER}){_PLUS_MINUS}"
)
_PER = r"[\s~\\,{}$]*(?:\^\s?\{?\s?[-−]\s?1\s?\}?)"
_LEAD = r"^[\s~\\,;$){}]*(?:\\(?:mathrm|rm|text|,|;|:|quad)[\s~{\\,]*)*"
_UNITS: tuple[tuple[re.Pattern[str], str], ...] = (
    (pattern(rf"{_LEAD}km[\s~\\,{{}}$./]*s(?:ec)?{_PER}?[\s~\\,{{}}$./;:a-z]*?Mpc"), "km/s/Mpc"),
    (pattern(rf"{_LEAD}km[\s~\\,{{}}$./]*s(?:ec)?{_PER}?"), "km/s"),
    (
        pattern(
            rf"{_LEAD}(?P<unit>[kMG]?pc|[kMG]?eV|TeV|[MG]yr|dex|mag|K|days?|Mpc)(?![\w^]|\$?[_^]"
            rf"|[\s~\\,{{}}$]*(?:\^|/|s\b|cm|m\b))"
        ),
        "",
    ),
)
_NO_UNIT = pattern(
    r"^\$?\s?(?:\(|[.,;:]|$|and\b|at\b|for\b|from\b|in\b|with\b|which\b|consistent\b|that\b|as\b"
    r"|respectively\b|when\b|while\b|using\b|by\b|\))"
)
_KNOWN = pattern(
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
    r"\b(?:find|found|obtain|yield|measur|deriv|infer|constrain|determin|giv|gave|estimat"
    r"|result(?:s|ed|ing)? in|favou?r|prefer|report|get|recover|lead|provid"
    r"|constraint|best[- ]fit|we have)[a-z]*\b[^;]{0,110}$"
)
_NOT_FOUND = pattern(
    r"\b(?:not|never|no|rul(?:e|es|ed|ing) out|exclud\w*|disfavou?r\w*|reject\w*|tensions?|inconsistent"
    r"|discrepan\w*|disagree\w*|differs?|consistent with|agree\w* with|agreement with|motivated by|contrast"
    r"|recent|literature|published|reported by|catalogu?ed?"
    r"|(?:planck|sh0es|wmap|act|des|desi|kids|local|early|cmb|collaboration|authors|earlier|standard)"
    r" (?:values?|results?|measurements?|estimates?|found|finds?|reports?|reported|obtain(?:s|ed)?|gave))"
    r"\b[^,;]{0,90}$|\binspired by\b[^;]{0,90}$"
)
"""A value that is denied, or that others have and the own one is held to."""
_OURS = pattern(r"\b(?:while|whereas|but) (?=(?:we|ours?)\b)")
"""What stands before it is told of others."""
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
_NEAR = 80
"""So many characters before a symbol may hold the noun that it stands for."""
_EQUALS = "="
_LETTERS = 3
"""What has more small letters is a word of its own, as in "the mass step is", and no symbol."""
_NAME_OF = pattern(r"^\S+ =|(?<=[\d/a-zA-Z] )[a-zA-Z].*")


def _values(lower: str, written: str) -> Iterator[tuple[str, float]]:
    """Yield the values of a sentence as they are shown, with how wide they are."""
    for found in _TOLD.finditer(written) if any_of(_GATES, lower) else ():
        before = _OURS.split(lower[max(0, found.start() - 130) : found.start()])[-1]
        if not _FINDS.search(before) or _is_given(before):
            continue
        symbol = _name(found["symbol"], found.start(), lower, written)
        unit = _unit(written[found.end() : found.end() + 60])
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


def _is_given(before: str) -> bool:
    """Say whether a value is assumed, denied, or what others have."""
    return any(told.search(before) for told in (_GIVEN, _NOT_FOUND)) or is_others(before)


def _name(symbol: str, start: int, lower: str, written: str) -> str:
    """Return the noun before a symbol, or a symbol that all know and an equals sign, or nothing."""
    if len(symbol) > _LETTERS and symbol.isalpha() and symbol.islower():
        return ""
    noun = _NOUN.search(lower[max(0, start - _NEAR) : start])
    if noun and (thing := bare(noun["thing"])):
        at = lower.rfind(thing, 0, start)
        return written[at : at + len(thing)] if at > 0 else thing
    plain = _plain(symbol)
    return f"{plain} {_EQUALS}" if _KNOWN.match(plain) else ""


def _width(found: re.Match[str]) -> float:
    return float(found["error"] or found["up"] or found["up2"])


def _same(up: str, down: str) -> str:
    return f"±{up}" if up == down else f"+{up}−{down}"


def _plain(symbol: str) -> str:
    """Return a symbol without its commands, or nothing where it is a mere word."""
    told = symbol.startswith("\\")
    name, _, index = re.sub(
        r"\\(?:rm|mathrm|text|star|odot|ast)\b|[{}\s$]", "", symbol.lstrip("\\")
    ).partition("_")
    if name.lower() in _PLAIN and (name.islower() or name.istitle()):
        name = _PLAIN[name.lower()].upper() if name[0].isupper() else _PLAIN[name]
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
