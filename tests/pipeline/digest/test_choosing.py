"""Which papers a digest tells, under which watch, in which order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper
from radar.papers.reader.query import CodeFilter, Mark, Order, PaperQuery
from radar.pipeline.digest.choosing import Asked, choose
from radar.pipeline.digest.contents import Digest
from tests.pipeline.exporting.entries import paper

LISTING = Listing("hf:daily", "Hugging Face daily papers")
SNAIL = paper(
    "Snails sort marbles", "2511.00001", abstract="Snails sort marbles. Code: https://github.com/a/b"
)
SLUG = paper("Slugs climb walls", "2511.00002", abstract="Slugs climb walls quickly.")
BOTH = paper("Snails and slugs meet", "2511.00003", abstract="Snails and slugs meet in a garden.")
SHELL = paper("A survey of shells", "2511.00004", abstract="Shells have colours.")


def _asked(library: Library, since: datetime, **more: object) -> Asked:
    until = library.settled(searched=True)
    assert until is not None
    changed = max(library.last_change() or since, since)
    keys = library.changed_between(since, changed)
    return replace(Asked(datetime.now(UTC), since, until, since, changed, keys), **more)  # type: ignore[arg-type]


def _written(query: PaperQuery) -> str:
    return query.text


def _choose(reader: LibraryReader, asked: Asked) -> Digest:
    return choose(reader, asked, _written, lambda papers: f"radar digest --top {papers}")


def _sections(digest: Digest) -> dict[str, list[str]]:
    return {
        section.name: [paper.entry.paper.title for paper in section.papers] for section in digest.sections
    }


@pytest.fixture
def before(library: Library) -> datetime:
    """A moment before the papers come."""
    library.add_papers([paper("Old news", "2510.00001", abstract="Old.")], LISTING, read)
    settled = library.settled(searched=True)
    assert settled is not None
    library.add_papers([SNAIL, SLUG, BOTH, SHELL], LISTING, read)
    return settled


def test_without_watches_all_new_papers_are_one_list(
    library: Library, reader: LibraryReader, before: datetime
) -> None:
    digest = _choose(reader, _asked(library, before))
    assert list(_sections(digest)) == [""]
    assert digest.total == 4
    assert not digest.watched


def test_each_paper_stands_once_under_the_first_watch_that_has_it(
    library: Library, reader: LibraryReader, before: datetime
) -> None:
    slugs, _ = library.add_watch("slugs", PaperQuery("slugs"))
    snails, _ = library.add_watch("snails", PaperQuery("snails"))
    whales, _ = library.add_watch("whales", PaperQuery("whales"))
    digest = _choose(reader, _asked(library, before, watches=(slugs, snails, whales)))
    assert {name: set(titles) for name, titles in _sections(digest).items()} == {
        "slugs": {SLUG.title, BOTH.title},
        "snails": {SNAIL.title},
        "": {SHELL.title},
    }
    also = {one.entry.paper.title: one.also for section in digest.sections for one in section.papers}
    assert also[BOTH.title] == ("snails",)
    assert also[SLUG.title] == ()
    assert [section.search for section in digest.sections] == ["slugs", "snails", ""]


def test_where_watches_are_asked_for_nothing_else_is_told(
    library: Library, reader: LibraryReader, before: datetime
) -> None:
    slugs, _ = library.add_watch("slugs", PaperQuery("slugs"))
    digest = _choose(reader, _asked(library, before, watches=(slugs,), only_watches=True))
    assert list(_sections(digest)) == ["slugs"]
    assert digest.total == 2


def test_a_query_leaves_papers_out_of_every_section(
    library: Library, reader: LibraryReader, before: datetime
) -> None:
    snails, _ = library.add_watch("snails", PaperQuery("snails"))
    query = PaperQuery(code=CodeFilter.RELEASED)
    digest = _choose(reader, _asked(library, before, watches=(snails,), query=query))
    assert _sections(digest) == {"snails": [SNAIL.title]}


def test_a_section_shows_the_first_and_counts_the_rest(
    library: Library, reader: LibraryReader, before: datetime
) -> None:
    digest = _choose(reader, _asked(library, before, top=3))
    (section,) = digest.sections
    assert (len(section.papers), section.total, section.more) == (3, 4, 1)
    assert digest.more_command == "radar digest --top 4"


def test_two_digests_in_a_row_tell_every_paper_once_whatever_comes_in_between(
    library: Library, reader: LibraryReader, before: datetime
) -> None:
    asked = _asked(library, before)
    library.add_papers([paper("Came meanwhile", "2511.00009", abstract="Late.")], LISTING, read)
    first = _choose(reader, asked)
    second = _choose(reader, _asked(library, asked.until))
    told = [title for digest in (first, second) for titles in _sections(digest).values() for title in titles]
    assert sorted(told) == sorted([SNAIL.title, SLUG.title, BOTH.title, SHELL.title, "Came meanwhile"])
    assert second.total == 1
    third = _choose(reader, _asked(library, second.until))
    assert third.empty


def test_digests_in_a_row_tell_every_paper_once_while_others_bring_more(
    library: Library, reader: LibraryReader, before: datetime
) -> None:
    def bring() -> None:
        other = Library.open(library.path)
        for chunk in range(20):
            papers = [paper(f"Whale {chunk} {n} swims", f"2512.{chunk:02}{n:03}") for n in range(3)]
            other.add_papers(papers, LISTING, read)
        other.close()

    watch, _ = library.add_watch("whales", PaperQuery("whale"))
    thread = Thread(target=bring)
    thread.start()
    told: list[str] = []
    mark, ended = before, False
    while not ended:
        ended = not thread.is_alive()
        asked = _asked(library, mark, watches=(watch,), top=1000)
        digest = _choose(reader, asked)
        told += [one.entry.paper.id for section in digest.sections for one in section.papers]
        assert digest.total == sum(len(section.papers) for section in digest.sections)
        mark = asked.until
    assert len(told) == len(set(told)) == 4 + 60


def test_what_is_close_to_starred_papers_comes_first_with_the_reason(
    library: Library, reader: LibraryReader
) -> None:
    many = [
        paper(f"Number {n}", f"2511.1{n:04}", abstract=f"We look at whale {n} in the sea of {n}.")
        for n in range(30)
    ]
    first = library.add_papers([SNAIL, *many], LISTING, read)
    library.mark(first.keys[:1], Mark.STARRED, True)
    since = library.settled(searched=True)
    assert since is not None
    library.add_papers(
        [SHELL, paper("More marbles for snails", "2511.00007", abstract="Snails again.")], LISTING, read
    )
    digest = _choose(reader, _asked(library, since))
    assert digest.order is Order.CLOSE
    assert digest.order_line.startswith("Closest to the paper you starred first")
    best = digest.sections[0].papers[0]
    assert best.entry.paper.title == "More marbles for snails"
    assert best.closeness is not None
    assert "marbles" in " ".join(best.closeness.because)


def test_without_stars_upvotes_decide_where_there_are_any_else_the_day(
    library: Library, reader: LibraryReader, before: datetime
) -> None:
    plain = _choose(reader, _asked(library, before))
    assert plain.order is Order.NEWEST
    assert plain.order_line == (
        "Newest first, by the day they were listed. Star a few papers, and those close to them come first."
    )
    library.add_papers([replace(SHELL, upvotes=9)], LISTING, read)
    voted = _choose(reader, _asked(library, before))
    assert voted.order is Order.UPVOTES
    assert voted.sections[0].papers[0].entry.paper.title == SHELL.title
    assert voted.order_line.startswith("Most upvotes first")
    asked = _choose(reader, _asked(library, before, order=Order.TITLE))
    assert asked.order_line == "By title."
    close = _choose(reader, _asked(library, before, order=Order.CLOSE))
    assert close.order_line.startswith("Nothing is starred to be close to")


def _with_code(of: Paper) -> Paper:
    return replace(of, links=replace(of.links, code="https://github.com/s/t", code_added_by="author"))


def test_a_paper_that_was_there_and_whose_code_is_now_out_is_told_once_as_updated(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = library.add_papers([SHELL], LISTING, read).keys
    library.mark([key], Mark.STARRED, True)
    since = library.settled(searched=True)
    assert since is not None
    assert _choose(reader, _asked(library, since)).empty
    library.add_papers([_with_code(SHELL)], LISTING, read)
    asked = _asked(library, since)
    digest = _choose(reader, asked)
    (updated,) = digest.updated
    assert digest.updated_total == 1
    assert not digest.sections
    assert [change.line for change in updated.changes] == ["code is now out: github.com/s/t"]
    again = _asked(library, since)
    assert _choose(reader, replace(again, changed_since=asked.changed_until)).empty
    other = _choose(reader, replace(asked, query=PaperQuery("whales")))
    assert other.empty
    whales, _ = library.add_watch("whales", PaperQuery("whales"))
    assert _choose(reader, replace(asked, watches=(whales,), only_watches=True)).empty


def test_what_changes_while_a_digest_is_made_is_for_the_next_one(
    library: Library, reader: LibraryReader
) -> None:
    keys = library.add_papers([SHELL, SLUG], LISTING, read).keys
    library.mark(keys, Mark.STARRED, True)
    since = library.settled(searched=True)
    assert since is not None
    library.add_papers([_with_code(SHELL)], LISTING, read)
    asked = _asked(library, since)
    library.add_papers(
        [_with_code(SLUG), replace(_with_code(SHELL), title="Shells anew", version=3)], LISTING, read
    )
    first = _choose(reader, asked)
    (told,) = first.updated
    assert len(told.changes) == 1
    second = _choose(reader, _asked(library, since, changed_since=asked.changed_until))
    assert {one.entry.paper.id for one in second.updated} == {SHELL.id, SLUG.id}
    assert all(change.when > asked.changed_until for one in second.updated for change in one.changes)


def test_sources_that_failed_in_the_meantime_are_told_and_no_others(
    library: Library, reader: LibraryReader, before: datetime
) -> None:
    now = datetime.now(UTC)
    library.note_source(SourceState("hf:daily", asked=now, succeeded=now))
    library.note_source(SourceState("arxiv:cs.CL", asked=now, error="it is in trouble"))
    library.note_source(SourceState("acl:2019", asked=before - timedelta(days=9), error="no such volume"))
    digest = _choose(reader, _asked(library, before))
    assert [state.name for state in digest.failing] == ["arxiv:cs.CL"]


def test_a_paper_without_a_web_link_is_told_without_one(library: Library, reader: LibraryReader) -> None:
    library.add_papers([SHELL], LISTING, read)
    since = datetime.now(UTC) - timedelta(days=1)
    library.add_papers([replace(SLUG, id=SLUG.id, links=Links())], LISTING, read)
    assert _choose(reader, _asked(library, since)).total == 2
