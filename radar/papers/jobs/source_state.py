"""How the sources of a reader stand: when each was asked and what came of it, and how far back-fills are."""

from __future__ import annotations

from datetime import date, datetime

from radar.papers.bases import Value


class SourceState(Value):
    """What came of asking a source the last time; times are aware and UTC."""

    name: str
    """As the reader writes it: "arxiv:cs.CL"."""
    label: str = ""
    """For people: "arXiv cs.CL"."""
    asked: datetime | None = None
    """When it was asked last; None: never."""
    succeeded: datetime | None = None
    """When it answered last."""
    new: int = 0
    """Papers of the last answer that were new to the library."""
    known: int = 0
    changed: int = 0
    """Of the known ones: those of which something changed that the reader could have seen."""
    error: str = ""
    """Why the last question failed, one line; empty where it did not."""
    hint: str = ""
    """What helps against that."""
    again: datetime | None = None
    """Before which it should not be asked again; None where that is open."""
    removed: int = 0
    """Papers of the last answer that were left out, for the reader removed them."""


class BackFill(Value):
    """How far papers of long ago have been fetched from a source; times are aware and UTC."""

    source: str
    since: date
    """The first day that is wanted."""
    resume: str
    """What the source goes on from; empty before the first page and after the last one."""
    papers: int
    """Papers that have come so far."""
    total: int | None
    """How many there are in all, where the site says."""
    begun: datetime
    touched: datetime
    """When the last page was stored."""
    ended: datetime | None = None
    """When the last page of all was stored; None while there is more."""
