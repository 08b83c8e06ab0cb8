"""Whether a question chooses papers at all, once its text is read."""

from __future__ import annotations

from datetime import date

from radar.papers.bases import replace
from radar.papers.reader.query import PaperQuery
from radar.papers.search.parsing import parse


def chooses(query: PaperQuery, today: date) -> bool:
    """Return whether a question leaves any paper out: a text of nothing but signs asks for everything."""
    read = query if parse(query.text, today).parts else replace(query, text="")
    return read.filters
