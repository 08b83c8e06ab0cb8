"""How far digests got, remembered by the library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.reader.digest_mark import DigestMark
from radar.papers.reader.query import Mark, PaperQuery
from tests.pipeline.fakes import paper

_LISTING = Listing("file:x")


def _mark(hours: int) -> DigestMark:
    then = datetime.now(UTC).replace(microsecond=7) - timedelta(hours=hours)
    return DigestMark(then, then - timedelta(hours=1))


def test_each_series_of_digests_is_remembered_by_itself(library: Library) -> None:
    first, second = _mark(5), _mark(2)
    assert library.last_digest("print") is None
    library.note_digest("print", first)
    library.note_digest("mail ada@example.org", second)
    assert library.last_digest("print") == first
    assert library.last_digest("mail ada@example.org") == second
    library.note_digest("print", second)
    assert library.last_digest("print") == second


def test_no_address_of_mail_stands_in_the_library(library: Library) -> None:
    library.note_digest("mail ada@example.org", _mark(1))
    stored = library.database.rows("SELECT name, value FROM meta")
    assert "ada" not in repr(stored)


def test_what_was_noted_while_the_clock_was_wrong_does_not_count(library: Library) -> None:
    library.note_digest("print", _mark(-48))
    assert library.last_digest("print") is None


@pytest.mark.parametrize("value", ["rubbish", "[1e999, 2]", "{}", "[" * 50_000])
def test_what_is_no_mark_does_not_count(library: Library, value: str) -> None:
    library.note_digest("print", _mark(1))
    library.database.run("UPDATE meta SET value = ? WHERE name LIKE 'digest:%'", (value,))
    assert library.last_digest("print") is None


def test_all_papers_are_settled_up_to_the_last_that_came(library: Library, reader: LibraryReader) -> None:
    assert library.settled(searched=False) is None
    library.add_papers([paper(1)], _LISTING, read)
    library.add_papers([paper(2)], _LISTING, read)
    settled = library.settled(searched=True)
    assert settled is not None
    assert not reader.keys(PaperQuery(added_after=settled))
    assert len(reader.keys(PaperQuery(added_after=settled - timedelta(microseconds=1)))) == 1


def test_where_words_are_asked_for_what_the_index_lacks_waits(
    library: Library, reader: LibraryReader
) -> None:
    (known,) = library.add_papers([paper(1)], _LISTING, read).keys
    (behind,) = library.add_papers([paper(2)], _LISTING, read).keys
    (after,) = library.add_papers([paper(3)], _LISTING, read).keys
    library.database.run("INSERT INTO unindexed (id) VALUES (?)", (behind,))
    settled = library.settled(searched=True)
    assert settled is not None
    assert set(reader.keys(PaperQuery(added_after=settled))) == {behind, after}
    everything = library.settled(searched=False)
    assert everything is not None
    assert not reader.keys(PaperQuery(added_after=everything))
    assert known in reader.keys(PaperQuery())


def test_papers_come_behind_all_before_though_the_clock_was_set_back(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    (first,) = library.add_papers([paper(1)], _LISTING, read).keys
    ahead = datetime.now(UTC) + timedelta(hours=2)
    library.database.run("UPDATE papers SET added = ?", (round(ahead.timestamp() * 1_000_000),))
    settled = library.settled(searched=False)
    assert settled is not None
    (second,) = library.add_papers([paper(2)], _LISTING, read).keys
    assert list(open_reader().keys(PaperQuery(added_after=settled))) == [second] != [first]


def test_changes_come_behind_all_before_though_the_clock_was_set_back(library: Library) -> None:
    keys = library.add_papers([paper(1), paper(2)], _LISTING, read).keys
    library.mark(keys, Mark.READ, True)
    library.add_papers([replace(paper(1), withdrawn=True)], _LISTING, read)
    ahead = datetime.now(UTC) + timedelta(hours=2)
    library.database.run("UPDATE changes SET happened = ?", (round(ahead.timestamp() * 1_000_000),))
    told = library.last_change()
    assert told is not None
    library.add_papers([replace(paper(2), withdrawn=True)], _LISTING, read)
    until = library.last_change()
    assert until is not None
    assert library.changed_between(told, until) == {keys[1]}


@pytest.mark.parametrize("question", ["max(happened)", "id"])
def test_what_changed_lately_is_found_without_a_look_at_all_changes(library: Library, question: str) -> None:
    where = "" if question.startswith("max") else " WHERE happened > 1 AND happened <= 2"
    plan = str(library.database.rows(f"EXPLAIN QUERY PLAN SELECT {question} FROM changes{where}"))
    assert "SEARCH changes" in plan and "i_happened" in plan


def test_a_clock_that_was_wrong_by_years_does_not_decide_for_ever(
    library: Library, reader: LibraryReader
) -> None:
    library.add_papers([paper(1)], _LISTING, read)
    library.database.run("UPDATE papers SET added = added + ?", (3 * 365 * 86_400 * 1_000_000,))
    (key,) = library.add_papers([paper(2)], _LISTING, read).keys
    entry = reader.entry(key)
    assert entry is not None
    assert entry.added < datetime.now(UTC) + timedelta(minutes=1)


def test_what_came_and_changed_while_the_clock_was_far_ahead_is_in_the_next_digest_and_in_no_further_one(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    keys = library.add_papers([paper(1), paper(2), paper(3)], _LISTING, read).keys
    library.mark(keys, Mark.READ, True)
    library.add_papers([replace(paper(1), withdrawn=True)], _LISTING, read)
    later = timedelta(days=800) // timedelta(microseconds=1)
    library.database.run("UPDATE papers SET added = added + ?", (later,))
    library.database.run("UPDATE changes SET happened = happened + ?", (later,))
    begin = datetime.now(UTC)
    library.add_papers([paper(4), replace(paper(2), withdrawn=True)], _LISTING, read)
    papers, changes = library.settled(searched=False), library.last_change()
    assert papers is not None
    assert changes is not None
    assert len(open_reader().keys(PaperQuery(added_after=begin))) == 4
    assert library.changed_between(begin, changes) == {keys[0], keys[1]}
    library.note_digest("print", DigestMark(papers, changes))
    mark = library.last_digest("print")
    assert mark is not None
    (fifth,) = library.add_papers([paper(5), replace(paper(3), withdrawn=True)], _LISTING, read).keys[:1]
    assert list(open_reader().keys(PaperQuery(added_after=mark.papers))) == [fifth]
    until = library.last_change()
    assert until is not None
    assert library.changed_between(mark.changes, until) == {keys[2]}


@pytest.mark.parametrize("ahead", [timedelta(hours=2), timedelta(days=3), timedelta(days=800)])
def test_no_digest_is_past_what_comes_while_the_clock_is_behind(
    library: Library, open_reader: Callable[[], LibraryReader], ahead: timedelta
) -> None:
    keys = library.add_papers([paper(1), paper(2)], _LISTING, read).keys
    library.mark(keys, Mark.READ, True)
    library.add_papers([replace(paper(1), withdrawn=True)], _LISTING, read)
    later = ahead // timedelta(microseconds=1)
    library.database.run("UPDATE papers SET added = added + ?", (later,))
    library.database.run("UPDATE changes SET happened = happened + ?", (later,))
    papers, changes = library.settled(searched=False), library.last_change()
    assert papers is not None
    assert changes is not None
    library.note_digest("print", DigestMark(papers, changes))
    (third,) = library.add_papers([paper(3)], _LISTING, read).keys
    library.add_papers([replace(paper(2), withdrawn=True)], _LISTING, read)
    mark = library.last_digest("print")
    assert mark is not None
    assert third in open_reader().keys(PaperQuery(added_after=mark.papers))
    until = max(mark.changes + ahead, datetime.now(UTC)) + timedelta(days=1)
    assert keys[1] in library.changed_between(mark.changes, until)
