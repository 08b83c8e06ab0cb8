"""Marks, tags, notes and summaries in the lines that radar's own export writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from radar.papers.reader.notes import note_in
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.reader.query import Mark
from radar.papers.values import Agreement, TakeawayOrigin

_MOST_TAGS = 200
_MARKS = (("read", Mark.READ), ("starred", Mark.STARRED))
_OF_A_MODEL = (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED)
_SPOKEN = tuple(agreement for agreement in Agreement if agreement is not Agreement.UNASKED)


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


def has_summary_by_model(origin: object, *agreements: object) -> bool:
    """Return whether a line holds a summary by a model: the words of its takeaway, or its word on a flag.

    Args:
        origin: what the line says of how its takeaway came about.
        agreements: how a model's word on each flag is said to stand to the rules'.
    """
    return origin in _OF_A_MODEL or any(agreement in _SPOKEN for agreement in agreements)


def is_summarised(record: Mapping[str, object]) -> bool:
    """Return whether a line of an export holds a summary by a model."""
    provenance, agreement = record.get("provenance"), record.get("agreement")
    said = agreement if isinstance(agreement, dict) else {}
    origin = provenance.get("takeaway") if isinstance(provenance, dict) else None
    return has_summary_by_model(origin, said.get("code"), said.get("results"))


def unread_marks(record: Mapping[str, object]) -> Iterator[str]:
    """Yield what a line of an export says of its reader's marks in a way that is not understood."""
    for name, _ in _MARKS:
        if not isinstance(record.get(name), bool | None):
            yield f"the field {name} holds neither true nor false"
    tags = record.get("tags")
    if tags and not (isinstance(tags, list) and all(isinstance(tag, str) for tag in tags)):
        yield "the field tags holds something that is no list of texts"
    elif isinstance(tags, list) and len(tags) > _MOST_TAGS:
        yield f"the field tags holds more than {_MOST_TAGS}; the rest is left out"
    if not isinstance(record.get("note"), str | None):
        yield "the field note holds no text"
