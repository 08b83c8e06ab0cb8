"""Marks, tags and notes in the lines that radar's own export writes."""

from __future__ import annotations

from collections.abc import Mapping

from radar.papers.notes import note_in
from radar.papers.own_marks import OwnMarks
from radar.papers.query import Mark

_MOST_TAGS = 200
_MARKS = (("read", Mark.READ), ("starred", Mark.STARRED))


def marks_in(record: Mapping[str, object]) -> OwnMarks | None:
    """Return what a line of an export says that its reader had marked; None where that is nothing."""
    marks = Mark.NONE
    for name, mark in _MARKS:
        if record.get(name) is True:
            marks |= mark
    tags = record.get("tags")
    own = tuple(tag for tag in tags[:_MOST_TAGS] if isinstance(tag, str)) if isinstance(tags, list) else ()
    written = record.get("note")
    note = note_in(written) if isinstance(written, str) else ""
    return OwnMarks(marks, own, note) if marks or own or note else None
