"""Texts drawn from a pattern: what each of its alternatives says, in every order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_OF_CATEGORY = {
    "CATEGORY_DIGIT": "0123456789",
    "CATEGORY_NOT_DIGIT": "ab -",
    "CATEGORY_WORD": "abcxyz019_",
    "CATEGORY_NOT_WORD": " ,.-",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "abc1",
}
_ANY = "abc xyz-1,"
_REPEATED = 4
"""What may be repeated without end is drawn so many times more at most."""


def matching(pattern: re.Pattern[str], draws: int, seed: int) -> Iterator[str]:
    """Yield those of so many texts drawn from a pattern that it finds; what it only looks at is not drawn."""
    random, parsed = Random(seed), parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    for _ in range(draws):
        text = " " + _drawn(parsed, random) + random.choice(("", ".", " ", " the ", " of it "))
        if pattern.search(text):
            yield text


def _drawn(parsed: Any, random: Random) -> str:
    return "".join(_of_one(str(op), value, random) for op, value in parsed)


def _of_one(op: str, value: Any, random: Random) -> str:
    if op == "LITERAL":
        return chr(value)
    if op == "IN":
        return _of_set(value, random)
    if op in ("ANY", "NOT_LITERAL"):
        return random.choice(_ANY)
    if op == "BRANCH":
        return _drawn(random.choice(value[1]), random)
    if op == "SUBPATTERN":
        return _drawn(value[3], random)
    if op == "ATOMIC_GROUP":
        return _drawn(value, random)
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, repeated = value
        times = random.randint(least, min(int(most), least + _REPEATED))
        return "".join(_drawn(repeated, random) for _ in range(times))
    return ""  # what it looks at, and where it stands


def _of_set(values: Any, random: Random) -> str:
    denied = str(values[0][0]) == "NEGATE"
    if denied:
        refused = re.compile(f"[{''.join(_as_written(op, value) for op, value in values[1:])}]")
        return random.choice([sign for sign in _ANY if not refused.match(sign)] or ["é"])
    op, value = random.choice(values)
    if str(op) == "LITERAL":
        return chr(value)
    if str(op) == "RANGE":
        return chr(random.randint(value[0], min(value[1], value[0] + 25)))
    return random.choice(_OF_CATEGORY[str(value)])


def _as_written(op: Any, value: Any) -> str:
    if str(op) == "LITERAL":
        return re.escape(chr(value))
    if str(op) == "RANGE":
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}[str(value)]
