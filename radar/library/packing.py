"""Keys of many papers, packed by SQLite as text while other threads run."""

from __future__ import annotations

import sys
from array import array

from radar.library.asked import Ask
from radar.library.connection import Database
from radar.library.question import Question

PART = 50_000
"""Keys asked for at once."""
_SLICE = 1 << 20
"""Hexadecimal digits unpacked at once, so that no step holds the interpreter for long."""


def in_parts(database: Database, question: Question, size: int) -> array[int]:
    """Return the keys of a question, part by part where that costs no more.

    The digits of a million keys are 16 MB, several times over while they are put together.
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
    digits = (
        database.value(f"SELECT group_concat(printf('%016x', id), '') FROM ({ask.sql})", ask.values) or ""
    )
    keys: array[int] = array("q")
    for start in range(0, len(digits), _SLICE):
        piece = array("q", bytes.fromhex(digits[start : start + _SLICE]))
        if sys.byteorder == "little":
            piece.byteswap()
        keys.extend(piece)
    return keys
