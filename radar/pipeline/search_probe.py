"""Whether the search finds a paper that stands in the list."""

from __future__ import annotations

from radar.library.reader import LibraryReader
from radar.papers.bases import Value
from radar.papers.reader.query import PaperQuery

TRIED = 200
"""Newest papers of which one with a plain word in its title is looked for."""


class Probe(Value):
    """What a search for one paper found."""

    place: int
    """In the list of the newest, from 0."""
    found: bool


def probe(reader: LibraryReader) -> Probe | None:
    """Look for the newest paper that has a plain word in its title by it; None where none has."""
    for place, row in enumerate(reader.rows(reader.first(PaperQuery(), TRIED))):
        words = [word for word in row.title.split() if word.isalnum()]
        if words:
            # In small letters, as OR is no word. Nothing but the word is asked for: among few papers their
            # texts would be searched, and not the index. Those before it in the list may hold it too.
            query = PaperQuery(text=f"{max(words, key=len).lower()} ")
            return Probe(place, row.key in reader.first(query, place + 1))
    return None
