"""Papers that one source brought, and no other."""

from __future__ import annotations

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.conditions import Members
from radar.library.search.members import listed_alone
from radar.papers.listed.listing import Listing
from radar.papers.reader.query import PaperQuery
from radar.papers.search.quoting import in_quotes
from tests.library.samples import papers, read


@pytest.fixture
def keys(library: Library) -> tuple[int, ...]:
    """Six papers: two of each of two files, of which the third one has one more each, and two of a site."""
    keys = library.add_papers(papers(2, 1), Listing("file:book.bib"), read).keys
    keys += library.add_papers(papers(2, 3), Listing("file:book.bib.old"), read).keys
    keys += library.add_papers(papers(2, 5), Listing("hf:daily"), read).keys
    library.add_papers([*papers(1, 2), *papers(1, 4), *papers(1, 6)], Listing("file:book.ris"), read)
    return keys


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("only:file:book.bib ", [0]),
        ("only:FILE:BOOK.BIB ", [0]),
        ("only:file:book.b ", [0, 2]),
        ("only:file ", [0, 1, 2, 3]),
        ("only:hf ", [4]),
        ("only:file:book.ris ", []),
        ("only:nowhere ", []),
        ("-only:file ", [4, 5]),
        ("only:file w1x ", [0]),
        ("only:hf OR only:file:book.bib.old ", [2, 4]),
    ],
)
def test_what_one_source_alone_brought_is_found(
    reader: LibraryReader, keys: tuple[int, ...], text: str, found: list[int]
) -> None:
    wanted = sorted((keys[place] for place in found), reverse=True)
    assert list(reader.keys(PaperQuery(text))) == wanted
    assert list(reader.first(PaperQuery(text))) == wanted


@pytest.mark.parametrize("name", ["my library.bib", 'the "best".bib', 'my "best" of.bib', "a\\b c.bib"])
@pytest.mark.parametrize("field", ["only", "from"])
def test_a_file_with_spaces_or_quotes_in_its_name_is_found(
    library: Library, reader: LibraryReader, name: str, field: str
) -> None:
    keys = library.add_papers(papers(2, 1), Listing(f"file:{name}"), read).keys
    library.add_papers(papers(2, 3), Listing("file:my"), read)
    for text in (f"{field}:{in_quotes(f'file:{name}')}", f"{field}:“file:{name}” "):
        assert set(reader.keys(PaperQuery(text))) == set(keys)


def test_an_unknown_source_is_named(reader: LibraryReader, keys: tuple[int, ...]) -> None:
    assert reader.unknown(PaperQuery("only:nowhere ")) == ("there is no only:nowhere",)


def test_how_many_a_source_alone_brought_is_not_looked_through_for_the_first_page(library: Library) -> None:
    library.add_papers(papers(3, 1), Listing("file:book.bib"), read)
    library.add_papers(papers(3, 1), Listing("hf:daily"), read)
    condition = listed_alone([1])
    assert isinstance(condition, Members) and condition.most is not None
    assert library.database.rows(condition.select.text, condition.select.values) == []
    assert len(library.database.rows(condition.most.text, condition.most.values)) == 3, "a bound, cheaply"
