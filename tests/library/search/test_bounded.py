"""What the bounded look finds is part of what there is, whatever it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.bounded import _HITS
from radar.papers.listed.listing import Listing
from radar.papers.reader.query import Mark, Order, PaperQuery
from tests.library.samples import paper, read

_TEAS = 200
"""More words that begin alike than a bounded look takes for their beginning."""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A small library that takes itself for large: each paper but a few holds a word of its own."""
    library = Library.open(tmp_path / "library.db")
    titles = [f"tea{number:03d} garden" for number in range(_TEAS)] + ["moss garden"] * 5
    papers = [paper(number, title=title) for number, title in enumerate(titles)]
    keys = library.add_papers(papers, Listing("file:garden"), read).keys
    library.finish_bulk()
    library.mark(keys[:20], Mark.READ, True)
    library.database.run("UPDATE counts SET papers = 1000000")
    library.database.run("UPDATE terms SET docs = docs * 1000")
    return library


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.TITLE, Order.CLOSE])
@pytest.mark.parametrize("text", ["-tea* ", "garden -tea* ", "-(-garden) -tea* "])
def test_no_paper_is_shown_that_holds_a_rare_word_that_is_not_wanted(
    library: Library, text: str, order: Order
) -> None:
    reader = LibraryReader.open(library.path)
    found, every = list(reader.first(PaperQuery(text, order=order))), list(reader.keys(PaperQuery(text)))
    reader.close()
    library.close()
    assert len(every) == 5
    assert set(found) <= set(every)


def test_a_screenful_as_long_as_the_look_is_filtered_too(library: Library) -> None:
    reader = LibraryReader.open(library.path)
    query = PaperQuery("garden ", unread=True)
    found = reader.first(query, _HITS)
    assert found == reader.keys(query)
    reader.close()
    library.close()
