"""The unit behind a value, out of TeX or plain text, as it is shown: "km/s/Mpc", "cm⁻³"."""

from __future__ import annotations

import re

from radar.abstracts.vocabulary.patterns import pattern

_SKIPPED = re.compile(
    r"(?:[\s~$,{}]|\\[,;:! ]|\\(?:mathrm|rm|text(?:rm)?|mbox|hbox|quad|unit|operatorname|mathit)\b)*"
)
_SUN = r"(?P<sun>(?P<of>[MLR])(?:\s?\$?_?\s?\{?\$?\s?(?:\\(?:rm|mathrm)\b)?[\s{]*(?:\\odot|⊙|☉|sun)[\s}]*))"
_NAME = (
    r"(?P<name>(?:[kMGTPEμµumnpcfhd]?(?:pc|eV|Hz|yr|Pa|Jy|bps|bit|W|V|J|K|T|G|N|g|m|s|A)|[kMGT]i?B|Å|Ry|au"
    r"|AU|dex|mag"
    r"|erg|arcsec|arcmin|mas|sr|rad|deg|days?|hours?|minutes?|seconds?|years?|min|hr?|d|dBm?|FPS|fps"
    r"|photons?|counts?"
    r"|electrons?|bits?|meters?|HU|RPM|rpm|ppm|ppb|nH|mmHg|mol|kcal|cal|sec|ms|qubits?|TOPS|GFLOPS|TFLOPS"
    r"|FLOPs?))"
)
_UNIT = re.compile(
    rf"(?P<per>/\s?|\bper )?(?:{_SUN}|(?P<mu>\\mu\b\s?)?{_NAME}(?![A-Za-z]))(?P<power>\s?[$}}]*\s?(?:\^"
    rf"|\*\*)\s?[{{$]*\s?"
    r"(?P<exp>[-−–]?\d)\s?\}?)?"
)
_NOT_ENDED = re.compile(r"\s?(?:\\times|×|\^|_|/|[-–]\s?\d|\\pm|±)|\s?\w*[\\]")
_RAISED = str.maketrans("-−–0123456789", "⁻⁻⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_SHORT = {
    "seconds": "s", "second": "s", "sec": "s", "minutes": "min", "minute": "min", "hours": "h", "hour": "h",
    "hr": "h", "fps": "FPS", "AU": "au", "years": "yr", "year": "yr",
}  # fmt: skip
_MOST = 4


def unit_behind(written: str) -> tuple[str, int] | None:
    """Return the unit at the beginning of a text, with where it ends, or nothing where that is unclear."""
    at = _SKIPPED.match(written).end()  # type: ignore[union-attr]
    shown, end = "", 0
    for _ in range(_MOST):
        found = _UNIT.match(written, at)
        if found is None:
            break
        name = f"{found['of']}sun" if found["sun"] else _SHORT.get(found["name"], found["name"])
        if found["mu"]:
            name = f"μ{name}"
        power = (found["exp"] or "").replace("−", "-").replace("–", "-")
        if found["per"] or (power == "-1" and shown):
            shown += f"/{name}{power.translate(_RAISED) if power and power != '-1' else ''}"
        else:
            shown += f"{' ' if shown else ''}{name}{power.translate(_RAISED)}"
        end = found.end()
        at = _SKIPPED.match(written, end).end()  # type: ignore[union-attr]
    if not shown or _NOT_ENDED.match(written.rstrip(), end):
        return None
    return shown, end


def raised(power: str) -> str:
    """Return a power of ten as it is shown: "10⁻³"."""
    return f"10{power.translate(_RAISED)}"


_UNITS_OF = (
    (pattern(r"mass(?:es)?$"), pattern(r"[MR]?sun|Msun|[kMGTmμ]?eV|[kmμ]?g$|/")),
    (
        pattern(
            r"(?:distance|radius|radii|diameter|separation|thickness|displacement|height|offset|width"
            r"|depth)s?$"
        ),
        pattern(r"[kMGcmμnp]?(?:m|pc)$|au$|Å|arcsec|arcmin|mas|deg|Rsun|km/s|mag|[kMGTm]?eV|yr|σ|dex|Hz"),
    ),
    (
        pattern(
            r"(?:age|period|lifetime|half-life|duration|runtime|timescale|latenc(?:y|ies)|times?|delay"
            r"|lag)s?$"
        ),
        pattern(r"[kMGmμnp]?(?:s|yr)$|min$|h$|d$|days?$|months?$"),
    ),
    (pattern(r"temperatures?$"), pattern(r"K$|°|eV$|deg")),
    (pattern(r"luminosit(?:y|ies)$|power$"), pattern(r"/s|Lsun|W$|Hz|dB|mag")),
    (pattern(r"flux(?:es)?$"), pattern(r"Jy|erg|⁻²|W|photons|/s")),
    (pattern(r"(?:velocit(?:y|ies)|speed)s?$|velocity dispersions?$"), pattern(r"/s|/h|/yr")),
    (pattern(r"frequenc(?:y|ies)$|bandwidths?$"), pattern(r"Hz|B/s|bps")),
    (pattern(r"rates?$|throughputs?$"), pattern(r"/|⁻|Hz|bps|FPS")),
    (pattern(r"densit(?:y|ies)$"), pattern(r"⁻|/")),
    (
        pattern(
            r"(?:fraction|ratio|index|indices|efficienc(?:y|ies)|probabilit(?:y|ies)|fidelit(?:y|ies)"
            r"|abundance)s?$"
        ),
        pattern(r"^(?:dex|mag)?$"),
    ),
    (pattern(r"magnitudes?$|extinctions?$|colou?rs?$"), pattern(r"^(?:mag)?$")),
)
"""Nouns, and the units that their values may have."""


def fits(thing: str, unit: str) -> bool:
    """Say whether a value of something may have a unit: no mass is told in parsecs."""
    return all(told.search(unit) is not None for noun, told in _UNITS_OF if noun.search(thing))
