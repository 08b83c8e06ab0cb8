"""What the listings of a paper say otherwise than what is shown."""

from __future__ import annotations

from datetime import date

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper
from radar.papers.text.partial_dates import PartialDate
from tests.library.samples import LISTING, paper, papers, read

SCHOLAR = Listing("s2:search/plants", "Semantic Scholar")
ARCHIVE = Listing("arxiv:q-bio.TO", "arXiv q-bio.TO")


def add(library: Library, one: Paper, listing: Listing = LISTING) -> int:
    (key,) = library.add_papers([one], listing, read).keys
    return key


def lines(reader: LibraryReader, key: int) -> list[str]:
    found = reader.entry(key)
    assert found is not None
    return [conflict.line for conflict in found.conflicts]


def test_what_another_listing_says_otherwise_is_kept_as_its_word(
    library: Library, reader: LibraryReader
) -> None:
    key = add(library, paper(1, published=date(2024, 6, 1), venue="Journal of Windowsills"))
    add(library, paper(1, published=date(2025, 1, 1), venue="Sill Letters", upvotes=3), SCHOLAR)
    assert lines(reader, key) == [
        "Semantic Scholar says: published 2025-01-01",
        "Semantic Scholar says: venue Sill Letters",
    ]
    add(library, paper(1, venue="Journal of Windowsills"), SCHOLAR)
    assert lines(reader, key) == [], "it says otherwise no more"


def test_nothing_is_kept_where_nothing_differs(library: Library) -> None:
    for listing in (LISTING, SCHOLAR, ARCHIVE):
        library.add_papers(papers(50), listing, read)
    for table in ("said", "changes", "other_names", "moved"):
        assert library.database.value(f"SELECT count(*) FROM {table}") == 0


def test_what_was_shown_before_is_the_word_of_the_listing_that_brought_it(
    library: Library, reader: LibraryReader
) -> None:
    key = add(library, paper(1, links=Links(code="https://code.example/guess", code_added_by="auto")))
    authors = Links(code="https://code.example/own", code_added_by="author")
    add(library, paper(1, links=authors), SCHOLAR)
    assert lines(reader, key) == ["Hugging Face daily says: code https://code.example/guess"]


def test_a_listing_that_is_behind_a_new_version_contradicts_nothing(
    library: Library, reader: LibraryReader
) -> None:
    old = paper(1, version=1)
    key = add(library, old, ARCHIVE)
    library.database.run("UPDATE papers SET added = 0")
    add(library, paper(1, version=2, title="Lamps for plants in winter"), ARCHIVE)
    add(library, paper(1), SCHOLAR)
    assert lines(reader, key) == []
    add(library, paper(1, title="Candles for plants in winter"), SCHOLAR)
    assert lines(reader, key) == ["Semantic Scholar says: title Candles for plants in winter"]


def test_records_of_one_chunk_contradict_each_other_too(library: Library, reader: LibraryReader) -> None:
    chunk = [paper(1, doi="10.1234/a"), paper(1, doi="10.1234/b")]
    keys = library.add_papers(chunk, LISTING, read).keys
    assert lines(reader, keys[0]) == ["Hugging Face daily says: doi 10.1234/b"]


def test_a_year_alone_contradicts_no_day_within_it(library: Library, reader: LibraryReader) -> None:
    key = add(library, paper(1, published=date(2024, 6, 1)))
    add(library, paper(1, published=PartialDate(2024)), SCHOLAR)
    assert lines(reader, key) == []
    add(library, paper(1, published=PartialDate(2022, 3)), SCHOLAR)
    assert lines(reader, key) == ["Semantic Scholar says: published 2022-03"]
