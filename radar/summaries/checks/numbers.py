"""The numbers of a text, in a form in which those of two texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from radar.summaries.checks.number_words import (
    MULTIPLES,
    ORDINALS,
    SCALES,
    TENS,
    UNITS,
    VALUES,
    VALUES_ABROAD,
)

_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_SCALE = r"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|[kKMB](?![\w-]))s?\b)?"
_RANGE = r"(?:\s{0,2}(?:-|to|and|or|vs\.?|/)\s{0,2}\d+(?:\.\d+)?(?=\s{0,2}[%a-zA-Zµμ]))?"
"""In a range, the unit of the second number is that of both."""
_UNITS = rf"\s{{0,2}}-?(?P<unit>%|per ?cent\b|percentage|pp\b|points?\b|fold\b|times\b|x\b|(?:{_UNIT})\b)?"
_AFTER, _AFTER_A_NAME = re.compile(_SCALE + _RANGE + _UNITS), re.compile(_SCALE + _UNITS)
_DIGITS = re.compile(
    r"\d+(?:\.\d+)*(?:\s?[x*·]\s?10\^\(?\{?(?P<power>[+-]?\d{1,2})|e(?P<short>[+-]?\d{1,2})\b)?"
    r"(?:(?<=10)\^\(?\{?(?P<ten>[+-]?\d{1,2}))?"
)
_IN_NAME = re.compile(r"[A-Za-z]-\d")
DIGITS_ALONE = re.compile(r"\d+(?:\.\d+)*")
"""A number without a power of ten."""
_WITHIN = "xe"
"""Letters that stand within numbers: "3 x 10^5", "3e5"."""
_WORD = re.compile(r"[a-z]+")
_FACTOR = re.compile(r"(?:factors?|speed-?ups?) (?:of|by) (?:about |around |up to |at least |over )?\Z")
_FACTOR_REACH = 30
_POINT = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
"""What divides thousands in German."""
_PERCENT = frozenset({"%", "percent", "per cent", "percentage", "pp", "point", "points"})
_TIMES = frozenset({"x", "fold", "times"})
_SAME = {"50%": "0.5", "25%": "0.25", "75%": "0.75"}
_STRICT = frozenset({"%", "x", "th"})
"""What no number has that is not said to have it: percent, times, and the place in an order."""
_ANY = "?"
"""Marks a number that stands somewhere without a unit."""


def numbers_of(plain: str) -> frozenset[str]:
    """Return all that can be said of the numbers of a text in plain form.

    "1.2 million cars in 3-5 ms at 7%" holds 1.2, 1200000, 3 and 5 with and without their unit, 7 and 7%;
    number words count as their number. A number that stands without a unit is marked, for a unit may be
    told elsewhere in the text.
    """
    found = set[str]()
    for value, parts, unit in _numbers(plain):
        found.update(_said(value, parts, unit))
    return frozenset(found)


def stand_as_written(plain: str, text: str) -> bool:
    """Say whether each number of a text in plain form surely stands in another, with its unit.

    Only those places of the other are read where the same digits stand behind a word: the cheap question
    before `ungrounded_numbers`, which alone can tell that a number is missing.
    """
    missing = [(value, unit) for value, _, unit in _numbers(plain)]
    if not missing:
        return True
    near = set[str]()
    for digits in dict.fromkeys(DIGITS_ALONE.findall(plain)):
        for found in _behind_words(digits, text):
            near.update(_said(*_from_digits(found, _behind(text, found))))
            before, missing = missing, [one for one in missing if not _stands(*one, near)]
            if len(missing) < len(before):
                break
    return not missing


def _behind_words(digits: str, text: str) -> Iterator[re.Match[str]]:
    """Return the numbers of a text that begin with those digits behind a letter, or a letter and a space.

    What stands before them is no part of the number then, so that each is what `_DIGITS` finds there when it
    goes through the whole text: within a number stand few letters, and none of them behind another.
    """
    start = text.find(digits)
    while start >= 0:
        letter = start - 2 if text.startswith(" ", start - 1) else start - 1
        if letter >= 0 and text[letter].isalpha():
            within = text[letter] in _WITHIN and not text[letter - 1 : letter].isalpha()
            if not within and (found := _DIGITS.match(text, start)):
                yield found
        start = text.find(digits, start + len(digits))


def ungrounded_numbers(plain: str, ground: frozenset[str], *, abroad: bool = False) -> tuple[str, ...]:
    """Return the numbers of a text in plain form that the ground does not have, with their units.

    Numbers are not rounded: 33 is not 33.25. A number with a percent sign has it in the ground too; one
    with another unit has the same unit there or none.

    Args:
        plain: the text that is held against the ground.
        ground: what `numbers_of` says of the other.
        abroad: whether it is in another language, where a point may divide thousands and number words are
            others.
    """
    missing = _missing(plain, ground, abroad=abroad)
    return _missing(_POINT.sub("", plain), ground, abroad=True) if missing and abroad else missing


def _missing(plain: str, ground: frozenset[str], *, abroad: bool) -> tuple[str, ...]:
    found = (*_numbers(plain), *(_abroad(plain) if abroad else ()))
    return tuple(f"{value}{unit}" for value, _, unit in found if not _stands(value, unit, ground))


def has_numbers(plain: str, *, abroad: bool = False) -> bool:
    """Say whether a text in plain form has any number, the cheap question before the costly one."""
    return next(_numbers(plain), None) is not None or (abroad and next(_abroad(plain), None) is not None)


def with_decimal_points(text: str) -> str:
    """Turn "33,25" into "33.25"; a comma or a space with three digits behind it is a separator and goes."""
    text = re.sub(r"(?<=\d)[, \u00a0\u202f](?=\d{3}(?!\d))", "", text)
    return re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))|(?<=\d),(?=\d{4,})", ".", text)


def _said(value: str, parts: tuple[str, ...], unit: str) -> Iterator[str]:
    """Return all that can be said of one number."""
    yield value
    yield from parts
    yield f"{value}{unit or _ANY}"
    if f"{value}{unit}" in _SAME:
        yield _SAME[f"{value}{unit}"]


def _stands(value: str, unit: str, ground: Set[str]) -> bool:
    if not unit:
        return value in ground
    return f"{value}{unit}" in ground or (unit not in _STRICT and f"{value}{_ANY}" in ground)


def _numbers(plain: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield each number as its value, what it was written with, and its unit."""
    scales = set[int]()
    for match in _DIGITS.finditer(plain):
        behind = _behind(plain, match)
        if behind and behind["scale"]:
            scales.add(behind.start("scale"))
        yield _from_digits(match, behind)
    yield from _from_words(plain, scales)


def unit_behind(plain: str, number: re.Match[str]) -> str:
    """Return the unit of a number of a text in plain form; "%" and "x", for times, are such too."""
    return _unit(_behind(plain, number))


def _behind(plain: str, number: re.Match[str]) -> re.Match[str] | None:
    """Return what scale and unit stand behind a number; what ends a name begins no range: Fox-100 and 95%."""
    named = _IN_NAME.match(plain, max(0, number.start() - 2)) is not None
    return (_AFTER_A_NAME if named else _AFTER).match(plain, number.end())


def _from_words(plain: str, taken: set[int]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield the numbers that are words, but not those that scale the number before them."""
    lower = plain.lower()
    tens, behind_tens = "", 0
    for match in _number_words(lower):
        word = match[0]
        if tens and _WORD.search(lower, behind_tens, match.start()):
            yield tens, (), ""
            tens = ""
        fold = word.endswith("fold") and word.removesuffix("fold") in VALUES
        value = VALUES.get(word.removesuffix("fold") if fold else word)
        if value is None or match.start() in taken:
            if tens:
                yield tens, (), ""
            tens = ""
            continue
        if tens and len(value) == 1:
            value = str(int(tens) + int(value))
        elif tens:
            yield tens, (), ""
        tens = ""
        if word in TENS and not fold and lower[match.end() : match.end() + 1] in ("-", " "):
            tens, behind_tens = value, match.end()
            continue
        if fold or word in MULTIPLES or word in ORDINALS:
            yield value, (), "th" if word in ORDINALS else "x"
            continue
        behind = None if "." in value else _AFTER.match(plain, match.end())
        scale = behind["scale"] if behind else None
        if behind and scale:
            taken.add(behind.start("scale"))
        yield _scaled(value, scale), (value,) if scale else (), _unit(behind) or _factor(lower, match.start())
    if tens:
        yield tens, (), ""


def _number_words(lower: str) -> list[re.Match[str]]:
    """Return where the words of a text are that are numbers, in order; most texts have hardly any."""
    wanted = [word for word in set(_WORD.findall(lower)) if word.removesuffix("fold") in VALUES]
    found = [match for word in wanted for match in _whole(word).finditer(lower)]
    return sorted(found, key=re.Match.start) if len(found) > 1 else found


@lru_cache(maxsize=512)
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(f"(?<![a-z]){word}(?![a-z])")


def _abroad(plain: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for word in re.findall(r"[^\W\d_]+", plain.lower()):
        if word in VALUES_ABROAD:
            yield VALUES_ABROAD[word], (), ""


def _from_digits(match: re.Match[str], behind: re.Match[str] | None) -> tuple[str, tuple[str, ...], str]:
    digits = DIGITS_ALONE.match(match[0])
    number = shortest(digits[0]) if digits else match[0]
    power = match["power"] or match["short"] or match["ten"]
    if power:
        parts = ("10",) if match["ten"] else (number,)
        return _with_power("1" if match["ten"] else number, int(power)), parts, _unit(behind)
    scale = behind["scale"] if behind else None
    unit = _unit(behind) or _factor(match.string, match.start())
    return _scaled(number, scale), (number,) if scale else (), unit


def _factor(plain: str, start: int) -> str:
    """Say whether a number without a unit is how many times: "by a factor of two"."""
    return "x" if _FACTOR.search(plain, max(0, start - _FACTOR_REACH), start) else ""


def _unit(behind: re.Match[str] | None) -> str:
    unit = behind["unit"] if behind else None
    if not unit:
        return ""
    if unit in _PERCENT:
        return "%"
    return "x" if unit in _TIMES else UNITS[unit]


def _scaled(number: str, scale: str | None) -> str:
    return _with_power(number, SCALES[scale]) if scale else number


@lru_cache(maxsize=1024)
def _with_power(number: str, power: int) -> str:
    try:
        return shortest(f"{Decimal(number).scaleb(power):f}")
    except InvalidOperation:
        return number


def shortest(number: str) -> str:
    """Return a number without the zeros that say nothing: 0.5 for 0.50, 7 for 007."""
    if number.isdecimal() and number[0] != "0":
        return number
    if number.count(".") == 1:
        number = number.rstrip("0").rstrip(".")
    return number.lstrip("0").replace(".", "0.", 1) if number.startswith(".") else _no_zeros(number)


def _no_zeros(number: str) -> str:
    short = number.lstrip("0") or "0"
    return f"0{short}" if short.startswith(".") else short
