"""Items of feeds without an id, whose titles are corrected."""

from __future__ import annotations

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.change import ChangeKind
from radar.papers.listed.identity import title_id
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper
from radar.papers.reader.query import Mark
from tests.library.samples import read

FEED = Listing("feed:https://moss.example/rss", "Journal of Moss")
WRONG = "How mos grows on the north side of stones"
RIGHT = "How moss grows on the north side of stones"


def item(title: str, page: str = "https://moss.example/7", author: str = "Ada Moss") -> Paper:
    return Paper(id=title_id(title, author), title=title, authors=(author,), links=Links(landing=page))


def keys_of(library: Library, *papers: Paper, listing: Listing = FEED) -> tuple[int, ...]:
    return library.add_papers(papers, listing, read).keys


def test_a_corrected_title_is_the_same_paper_with_the_new_title(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = keys_of(library, item(WRONG))
    library.mark([key], Mark.STARRED, True)
    assert keys_of(library, item(RIGHT)) == (key,)
    found = reader.entry(key)
    assert found is not None and found.paper.title == RIGHT
    assert [change.kind for change in found.changes] == [ChangeKind.TITLE]
    assert keys_of(library, item(RIGHT)) == keys_of(library, item(WRONG)) == (key,)


def test_a_paper_that_was_there_before_pages_were_kept_gets_its_page(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = keys_of(library, item(WRONG))
    library.database.run("DELETE FROM recent_names WHERE alias LIKE 'page:%'")
    assert keys_of(library, item(WRONG)) == keys_of(library, item(RIGHT)) == (key,)


def test_items_that_share_a_page_stay_apart(library: Library) -> None:
    issue = "https://moss.example/issue"
    one, other = keys_of(library, item(WRONG, issue), item(RIGHT, issue, "Bo Fern"))
    assert one != other
    assert keys_of(library, item("How lichen grows on the north side of stones", issue, "Cy Peat"))[
        0
    ] not in (
        one,
        other,
    )


def test_another_title_on_the_page_of_a_feed_is_another_paper(library: Library) -> None:
    home = "https://moss.example/"
    (one,) = keys_of(library, item(WRONG, home))
    (other,) = keys_of(library, item("Lichen, and what it is good for in winter", home))
    assert one != other
    assert keys_of(library, item(RIGHT, home)) == (one,)


@pytest.mark.parametrize(
    ("first", "second", "author"),
    [
        ("Notes on moss and stone, part I", "Notes on moss and stone, part II", "Ada Moss"),
        ("Notes on moss and stone 2025", "Notes on moss and stone 2026", "Ada Moss"),
        ("Correction to: How moss grows on stones", "How moss grows on stones", "Ada Moss"),
        ("Effects of heat on the growth of moss", "Effects of cold on the growth of fern", "Ada Moss"),
        (WRONG, RIGHT, "Bo Fern"),
    ],
)
def test_a_title_that_only_resembles_another_on_the_same_page_is_another_paper(
    library: Library, first: str, second: str, author: str
) -> None:
    (one,) = keys_of(library, item(first))
    (other,) = keys_of(library, item(second, author=author))
    assert one != other


def test_a_page_says_nothing_in_a_file_or_in_another_feed(library: Library) -> None:
    (key,) = keys_of(library, item(WRONG))
    for name in ("file:moss.bib", "feed:https://fern.example/rss"):
        assert keys_of(library, item(RIGHT), listing=Listing(name)) != (key,)
        library.database.run("DELETE FROM recent_names WHERE id <> ?", (key,))


def test_the_page_of_an_item_names_the_paper(library: Library, reader: LibraryReader) -> None:
    keys_of(library, item("How lichen grows on stones", "https://moss.example/8"))
    (key,) = keys_of(library, item(WRONG))
    other = Listing("feed:https://moss.example/atom", "Moss again")
    assert keys_of(library, item(WRONG), listing=other) == (key,)
    assert reader.key_of("https://moss.example/7") == reader.key_of(" https://moss.example/7\n") == key
    for text in ("https://moss.example/9", "moss.example/7", "https://moss.example/\udce9", ""):
        assert reader.key_of(text) is None


def test_a_page_of_several_items_or_of_a_removed_one_names_none(
    library: Library, reader: LibraryReader
) -> None:
    issue = "https://moss.example/issue"
    keys_of(library, item(WRONG, issue), item("How lichen grows on stones", issue, "Bo Fern"))
    assert reader.key_of(issue) is None
    other = Listing("feed:https://fern.example/rss", "Ferns")
    (one,) = keys_of(library, item("Ferns and their spores in the wind"))
    (two,) = keys_of(library, item("Rain on leaves of northern ferns"), listing=other)
    assert reader.key_of("https://moss.example/7") is None, "two feeds name two papers so"
    library.remove([one], "moss")
    assert reader.key_of("https://moss.example/7") == two
