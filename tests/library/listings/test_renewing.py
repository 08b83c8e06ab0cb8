"""A listing that gave the texts of a paper says them anew."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from radar.library.library import Library
from radar.library.listings.givers import Named
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.change import ChangeKind
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper
from radar.papers.reader.query import PaperEntry, PaperQuery
from radar.papers.summaries.flags import Release
from tests.library.samples import paper, read, summary

KITES = Listing("feed:https://kites.example/rss", "Journal of Kites")
OTHER = Listing("s2:search/plants", "Semantic Scholar")
FIRST = paper(1, id="doi:10.1234/1", comment="8 pages", venue="Kites", published=date(2024, 6, 1))
REVISED = replace(
    FIRST,
    title="Growing tomato number 1 on a windowsill, revised",
    authors=("Zoe Zimmer",),
    abstract="It improves by 12.5%. code released.",
    comment="9 pages",
    venue="Kites 3",
    published=date(2024, 9, 1),
)


def add(library: Library, *papers: Paper, listing: Listing = KITES) -> int:
    return library.add_papers(papers, listing, read).keys[0]


def entry(reader: LibraryReader, key: int) -> PaperEntry:
    found = reader.entry(key)
    assert found is not None
    return found


def looked(library: Library) -> None:
    library.looked(datetime.now(UTC) + timedelta(seconds=1))


def test_what_its_only_listing_says_anew_takes_the_place_of_what_it_said(
    library: Library, reader: LibraryReader
) -> None:
    key = add(library, FIRST)
    looked(library)
    library.save_summaries([summary(FIRST)])
    assert add(library, REVISED) == key
    one = entry(reader, key)
    assert one.paper == replace(REVISED, published=FIRST.published)
    assert [change.kind for change in one.changes] == [
        ChangeKind.CODE_OUT,
        ChangeKind.TITLE,
        ChangeKind.ABSTRACT,
    ]
    assert (one.updated, one.conflicts, one.outdated_summaries) == (True, (), 1)
    assert reader.rows([key])[0].code is Release.RELEASED
    assert list(reader.keys(PaperQuery("revised"))) == [key]
    assert library.add_papers([REVISED], KITES, read).changed == 0, "once"


def test_what_a_listing_leaves_out_stays(library: Library, reader: LibraryReader) -> None:
    key = add(library, FIRST)
    add(library, replace(FIRST, abstract="", comment="", venue="", authors=()))
    assert entry(reader, key).paper == FIRST


def test_where_others_name_the_paper_too_only_the_one_that_gave_the_texts_renews_them(
    library: Library, reader: LibraryReader
) -> None:
    key = add(library, FIRST)
    add(library, FIRST, listing=OTHER)
    add(library, replace(FIRST, abstract="Scholars say so."), listing=OTHER)
    assert entry(reader, key).paper.abstract == FIRST.abstract
    add(library, REVISED, listing=OTHER)
    assert entry(reader, key).paper == FIRST
    said = [one.line for one in entry(reader, key).conflicts]
    assert f"Semantic Scholar says: title {REVISED.title}" in said
    add(library, REVISED)
    assert entry(reader, key).paper.abstract == REVISED.abstract
    assert {one.listing for one in entry(reader, key).conflicts} <= {OTHER}


def test_a_listing_whose_word_is_not_shown_renews_nothing(library: Library, reader: LibraryReader) -> None:
    key = add(library, FIRST)
    add(library, replace(FIRST, version=2, title="Lamps for kites"), listing=OTHER)
    add(library, REVISED)
    assert entry(reader, key).paper.title == "Lamps for kites", "it is behind that version"
    other = add(library, paper(7, id="doi:10.1234/7"))
    library.database.run("UPDATE papers SET title = 'Another one' WHERE id = ?", (other,))
    add(library, paper(7, id="doi:10.1234/7", title="Kites"), paper(7, id="doi:10.1234/7"), listing=OTHER)
    library.database.run("UPDATE origins SET arrived = 0 WHERE listing = 2")
    add(library, paper(7, id="doi:10.1234/7", abstract="New."), listing=OTHER)
    assert entry(reader, other).paper.abstract == paper(7).abstract


def test_of_two_records_of_one_paper_the_first_counts_however_often_they_come(
    library: Library, reader: LibraryReader
) -> None:
    key = add(library, FIRST, REVISED)
    looked(library)
    for _ in range(2):
        added = library.add_papers([FIRST, REVISED], KITES, read)
        assert (added.changed, added.updated) == (0, 0)
    for _ in range(2):
        named = Named()
        for one in (FIRST, REVISED):
            added = library.add_prepared(library.prepare([one], KITES, named), KITES, read)
            assert (added.changed, added.updated) == (0, 0)
    assert entry(reader, key).paper == FIRST


def test_a_link_to_code_gives_way_to_a_later_one_of_its_listing(
    library: Library, reader: LibraryReader
) -> None:
    links = Links(code="https://code.example/1", code_added_by="author")
    key = add(library, replace(FIRST, links=links))
    guess = Links(code="https://code.example/2", code_added_by="auto")
    add(library, replace(FIRST, links=guess))
    assert entry(reader, key).paper.links == links
    later = replace(links, code="https://code.example/3")
    add(library, replace(FIRST, links=later))
    assert entry(reader, key).paper.links == later
    assert entry(reader, key).conflicts == ()


def test_only_the_latest_of_many_papers_are_remembered_as_named() -> None:
    named = Named()
    named.note(range(100_000))
    assert 99_999 in named
    assert 0 not in named
