"""Saved searches: a name given by the reader, and the question that it stands for."""

from __future__ import annotations

from datetime import datetime

from radar.papers.bases import Value, replace
from radar.papers.reader.query import Order, PaperQuery
from radar.papers.text.safe_text import clean

LONGEST_NAME = 60
"""Letters of a name; longer ones are cut."""


class Watch(Value):
    """A question that the reader keeps asking."""

    number: int
    """What the library knows it by; it stays when the watch is renamed, moved or changed."""
    name: str
    query: PaperQuery
    seen: datetime
    """Papers added up to this moment are known to the reader; later ones are new in this watch."""

    @property
    def new_papers(self) -> PaperQuery:
        """The question for what is new since the reader last looked, newest first."""
        return replace(self.query, added_after=self.seen, order=Order.NEWEST)


class WatchCount(Value):
    """How many papers of a watch are new."""

    number: int
    """The watch's number."""
    seen: datetime
    """The moment from which on they were counted."""
    new: int = 0
    error: str = ""
    """Why they could not be counted; empty where they were."""


def is_cut(text: str) -> bool:
    """Return whether a name is longer than one may be."""
    return len(clean(text)) > LONGEST_NAME


def watch_name(text: str) -> str:
    """Return a name as it is kept: clean, on one line, at most 60 letters; empty where nothing is left."""
    return clean(text)[:LONGEST_NAME].strip()
