"""The numbers of a text, in a form in which those of two texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from radar.summaries.number_words import ORDINALS, SCALES, UNITS, VALUES, VALUES_ABROAD

_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_AFTER = re.compile(
    r"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|[kKMB](?![\w-]))s?\b)?"
    # In a range, the unit of the second number is that of both.
    r"(?:\s{0,2}(?:-|to|and|or|vs\.?|/)\s{0,2}\d+(?:\.\d+)?(?=\s{0,2}[%a-zA-Zµμ]))?"
    rf"\s{{0,2}}-?(?P<unit>%|per ?cent\b|percentage|pp\b|points?\b|fold\b|times\b|x\b|(?:{_UNIT})\b)?"
)
_DIGITS = re.compile(
    r"\d+(?:\.\d+)*(?:\s?[x*·]\s?10\^\(?\{?(?P<power>[+-]?\d{1,2})|e(?P<short>[+-]?\d{1,2})\b)?"
    r"(?:(?<=10)\^\(?\{?(?P<ten>[+-]?\d{1,2}))?"
)
_WORDS = re.compile(
    rf"\b(?:(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?"
    rf"(?P<word>{'|'.join(sorted(VALUES, key=len, reverse=True))})(?=fold\b|\b)",
    re.IGNORECASE,
)
_TENFOLD = re.compile(r"-?fold\b")
_PERCENT = frozenset({"%", "percent", "per cent", "percentage", "pp", "point", "points"})
_TIMES = frozenset({"x", "fold", "times"})
_SAME = {"50%": "0.5", "25%": "0.25", "75%": "0.75"}
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
        found.add(value)
        found.update(parts)
        found.add(f"{value}{unit or _ANY}")
        if f"{value}{unit}" in _SAME:
            found.add(_SAME[f"{value}{unit}"])
    return frozenset(found)


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
    return tuple(
        f"{value}{unit}"
        for value, _, unit in (*_numbers(plain), *(_abroad(plain) if abroad else ()))
        if not any(_stands(form, unit, ground) for form in _readings(value, abroad))
    )


def with_decimal_points(text: str) -> str:
    """Turn "33,25" into "33.25"; a comma with three digits behind it is a separator and is left out."""
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    return re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))|(?<=\d),(?=\d{4,})", ".", text)


def _readings(value: str, abroad: bool) -> tuple[str, ...]:
    whole, point, rest = value.partition(".")
    if abroad and point and rest and (len(rest) % 3 == 0 or "." in rest):
        return value, f"{whole}{rest.replace('.', '')}"
    return (value,)


def _stands(value: str, unit: str, ground: frozenset[str]) -> bool:
    if not unit:
        return value in ground
    return f"{value}{unit}" in ground or (unit != "%" and f"{value}{_ANY}" in ground)


def _numbers(plain: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield each number as its value, what it was written with, and its unit."""
    taken = 0
    scales = set[int]()
    for match in _DIGITS.finditer(plain):
        behind = _AFTER.match(plain, match.end())
        if behind and behind["scale"]:
            scales.add(behind.start("scale"))
        yield _from_digits(match, behind)
    for match in _WORDS.finditer(plain):
        if match.start() in scales or match.start() < taken:
            continue
        word = match["word"].lower()
        value = VALUES[word]
        if match["tens"]:
            value = str(int(VALUES[match["tens"].lower()]) + int(value)) if len(value) == 1 else value
        if _TENFOLD.match(plain, match.end()):
            yield value, (), "x"
        elif word in ORDINALS or "." in value:
            yield value, (), ""
        else:
            behind = _AFTER.match(plain, match.end())
            scale = behind["scale"] if behind else None
            taken = behind.end("scale") if behind and scale else taken
            yield _scaled(value, scale), (value,) if scale else (), _unit(behind)


def _abroad(plain: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for word in re.findall(r"[^\W\d_]+", plain.lower()):
        if word in VALUES_ABROAD:
            yield VALUES_ABROAD[word], (), ""


def _from_digits(match: re.Match[str], behind: re.Match[str] | None) -> tuple[str, tuple[str, ...], str]:
    digits = re.match(r"\d+(?:\.\d+)*", match[0])
    number = _shortest(digits[0]) if digits else match[0]
    power = match["power"] or match["short"] or match["ten"]
    if power:
        parts = (number, power.lstrip("+-").lstrip("0") or "0", *(("10",) if match["power"] else ()))
        return _with_power("1" if match["ten"] else number, int(power)), parts, _unit(behind)
    scale = behind["scale"] if behind else None
    return _scaled(number, scale), (number,) if scale else (), _unit(behind)


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
        return _shortest(f"{Decimal(number).scaleb(power):f}")
    except InvalidOperation:
        return number


def _shortest(number: str) -> str:
    if number.count(".") == 1:
        number = number.rstrip("0").rstrip(".")
    return number.lstrip("0").replace(".", "0.", 1) if number.startswith(".") else _no_zeros(number)


def _no_zeros(number: str) -> str:
    short = number.lstrip("0") or "0"
    return f"0{short}" if short.startswith(".") else short
