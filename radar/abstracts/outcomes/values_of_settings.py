"""Numbers that tell what was looked at, how, or how large the data are, where they look like an outcome."""

from __future__ import annotations

from radar.abstracts.outcomes.outcomes import measured
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary import claim_numbers as numbers
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_ABOUT = (
    r"(?:(?:about|approximately|around|of|up to|only|the|first) )*"
    r"(?:\$?[a-zλν_]{1,3}[\s$]*(?=[\\<>=~]))?"
)
_NUMBER = (
    r"[\s~$≈<>={}]*(?:\\(?:sim|approx|simeq|lesssim|gtrsim|leq?|geq?)(?![a-z])[\s${}]*)?\d[\d.,]*"
    r"(?:\$?\s?(?:[-–—]{1,3}|to|and|,)\s?\$?\\?\w{0,6}\s?\d[\d,.]*)*"
)
_UNIT = r"[\s~$\\,{}-]*(?:mathrm|rm|text|,|\{|\s)*[a-zμåα☉\\°\"'/_^-]{0,12}"
_IN_UNITS = (
    r"(?:[kmgt]?ev|[kmgt]?hz|[μucmnk]?m|å|\\aa|k|t|[km]?pc|minutes|days|hours|years|seconds|deg)\b\$? "
)
_NO_NOUN = (
    r"(?!(?:to|in|from|at|for|of|and|on|by|with|per|away|ago|old|before|after|faster|earlier|lower|higher|than"
    r"|above|below|while|which|when|is|are|was|were|as|via|using|over|under|within|around|or|but|thanks)\b)"
)
_SETTING = pattern(
    r"\b(?:at|on|over|across|around|within|for|using|by|to|from|during)(?: (?!a?bout)[\w-]+){0,4}? "
    r"(?:scales?|frequenc(?:y|ies)|volumes?|wavelengths?|redshifts?|shots?|baselines?|resolutions?|apertures?"
    rf"|grains|shock speeds|galaxies of mass(?:es)?|effective radius) {_ABOUT}{_NUMBER}{_UNIT}"
    r"|\b(?:around|within|beyond|inside|outside|over|across|near) \$?[rkdlz](?:_\{?\w+\}?)?[\s$]*"
    rf"{_NUMBER}{_UNIT}"
    r"|\b(?:the|our|previous|reported|southern|northern|these|this|new|using|deep) (?:[a-z]+ )?\$?"
    rf"{_NUMBER}[\s~$\\-]{{0,4}}{_IN_UNITS}{_NO_NOUN}(?:thick )?[a-z]"
    r"|\b(?:using|from|with) (?:only )?(?:the )?(?:first|last|past) \d[\d.]* "
    r"(?:minutes|hours|days|seconds|years)\b"
    r"|\b\d+-degrees?-of-freedom|\bat \$?\d[\d.]* ?(?:deg|degrees|°)(?![a-z])"
    r"|\bat \$?\d[\d.]*\s?[kmgt]?hz\b"
    r"|\bover \d[\d.]* (?:days|years|months|hours)\b|\bresolutions? of \$?[~≈]?\d[\d.]*\s?[a-z]+"
)
"""Where, at what scale, how long and with what something was looked at."""
_DATA_SIZE = pattern(
    r"\b(?:datasets?|corpus|corpora|benchmark|database|collection|data)\b[^.;]{0,150}?"
    r"(?:\b(?:twice|doubl\w+|[a-z]+ times|orders? of magnitude)"
    r"|\d[\d.]*(?: ?[-–] ?\d[\d.]*)?[\s$]*(?:\\times|x|×|times)\$?) "
    r"(?:(?:larger|bigger)(?! (?!than\b))|the (?:size|scale) of|as (?:large|big) as)[^.;,]{0,60}"
)
"""How much larger data are than those of others."""
_DATA_GATES = (" larger", " bigger", "the size of", "the scale of", "as large as", "as big as")
_OF_DATA = pattern(
    r"\b(?:consists? of|comprises?|mosaics|our goal is|the sample covers|we investigate whether)\b"
)
"""Words of data and plans, whose measured values are no outcomes."""
_LEFT = pattern(
    r"(?:[~≈∼]|\\(?:sim|approx|simeq)\b)[\s$]*\d|\d[\d.]*[\s~]?(?:years?|[kmg]b|%)\b"
    r"|\b(?:half|third|quarter|orders? of|one hour|magnitude)\b"
    r"|\b(?:identif|detect|find|found|discover)\w* (?:over |about |nearly )?\d"
)
"""A number about so large, or of another kind, which may be an outcome beside settings."""
_BARELY = 1.5
"""So surely a measured value gives an outcome of which nothing but its unit tells."""


def only_of_settings(sentence: Sentence, strength: float) -> bool:
    """Say whether all numbers of a sentence tell what was looked at, so that none is an outcome.

    Args:
        sentence: which seems to give an outcome as a number.
        strength: how surely.
    """
    lower = sentence.lower
    if strength <= _BARELY and _values_of_settings(lower):
        return True
    if not any_of(_DATA_GATES, lower) or not (found := _DATA_SIZE.search(lower)):
        return False
    rest = f"{lower[: found.start()]} {lower[found.end() :]}"
    return not measured(
        Sentence(
            sentence.start,
            sentence.end,
            sentence.text,
            rest,
            sentence.words,
            sentence.numbered,
            sentence.classes,
        )
    )


def _values_of_settings(lower: str) -> bool:
    """Say whether a sentence has measured values, all of which are those of settings or data."""
    if not numbers.VALUE.search(lower) or ("$" in lower and numbers.SETS_IN.search(lower)):
        return False
    if _OF_DATA.search(lower):
        return True
    unset = numbers.SETTINGS.sub(" ", lower)
    bare = numbers.SETTINGS.sub(" ", _SETTING.sub(" ", lower))
    if numbers.BRACKETED.search(lower) or numbers.RANGED.search(unset) or _LEFT.search(bare):
        return False
    return numbers.VALUE.search(numbers.SIZES.sub(" ", bare)) is None
