"""Papers to be removed."""

from __future__ import annotations

import pytest

from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.reader.query import Mark
from tests.library.samples import LISTING, papers, read, summary, with_code

BOOK = Listing("file:book.bib", "book.bib")


@pytest.fixture
def keys(library: Library) -> tuple[int, ...]:
    """Four papers, the first of which has all that a paper may have."""
    first = with_code(1, categories=("cs.CL", "q-bio.TO"), doi="10.1234/plant.1")
    keys = library.add_papers([first, *papers(3, 2)], LISTING, read).keys
    library.add_papers([replace(first, title="Growing tomato number 1, revised", version=2)], BOOK, read)
    library.mark(keys[:1], Mark.STARRED | Mark.READ, True)
    library.tag(keys[:2], ["sill"])
    library.set_note(keys[0], "ask Ada")
    library.save_summaries([summary(first), summary(papers(1, 3)[0])])
    library.note_code_looked([first.id])
    return keys
