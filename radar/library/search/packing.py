"""Keys of many papers, packed by SQLite as text while other threads run."""

from __future__ import annotations

import sys
from array import array

from radar.errors import StrangeLibrary
from radar.library.database.connection import Database
from radar.library.search.asked import Ask
from radar.library.search.question import Question

_BYTES = 5
"""Of a key; see keys.py: those of a paper dated thousands of years ahead would take more."""
_SLICE = 1_000_000
"""Hexadecimal digits unpacked at once, so that no step holds the interpreter for long."""


def in_parts(database: Database, question: Question, size: int) -> array[int]:
    """Return the keys of a question, part by part where that costs no more.

    The digits of a million keys are 10 MB, several times over while they are put together.
    """
    keys: array[int] = array("q")
    while (ask := question.part(keys[-1] if keys else None, size)) is not None:
        part = packed(database, ask)
        keys.extend(part)
        if len(part) < size:
            return keys
    return packed(database, question.all())


def packed(database: Database, ask: Ask) -> array[int]:
    """Return the keys of a question."""
    concatenated = f"group_concat(printf('%0{2 * _BYTES}x', id), '')"
    digits = database.value(f"SELECT {concatenated} FROM ({ask.sql})", ask.values) or ""
    keys: array[int] = array("q")
    for start in range(0, len(digits), _SLICE):
        keys.extend(_unpacked(digits[start : start + _SLICE]))
    return keys


def _unpacked(digits: str) -> array[int]:
    """Return the keys of which the digits stand for the lower bytes of each, the lowest last."""
    if len(digits) % (2 * _BYTES):
        raise StrangeLibrary("a paper whose key is too long")
    packed = bytes.fromhex(digits)
    widened = bytearray(len(packed) // _BYTES * 8)
    for place in range(_BYTES):
        widened[place::8] = packed[_BYTES - 1 - place :: _BYTES]
    keys = array("q", bytes(widened))
    if sys.byteorder == "big":
        keys.byteswap()
    return keys
