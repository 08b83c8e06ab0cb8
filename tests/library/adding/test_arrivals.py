"""Papers that come in are new, whatever the clock says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from radar.library.adding import arrivals
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.records.rows import microseconds, moment
from radar.papers.reader.query import PaperQuery
from tests.library.samples import LISTING, paper, read


@pytest.mark.parametrize("ahead", [timedelta(minutes=5), timedelta(hours=39), timedelta(days=800)])
def test_papers_are_new_that_come_in_while_the_clock_is_behind_the_last_visit(
    library: Library, open_reader: Callable[[], LibraryReader], ahead: timedelta
) -> None:
    library.add_papers([paper(1)], LISTING, read)
    watch, _ = library.add_watch("tomatoes", PaperQuery("tomato"))
    library.database.run("UPDATE papers SET added = added + ?", (ahead // timedelta(microseconds=1),))
    visited = datetime.now(UTC) + ahead
    library.looked(visited)
    library.look_at_watch(watch.number, visited)
    (key,) = library.add_papers([paper(2)], LISTING, read).keys
    reader = open_reader()
    assert {row.key for row in reader.rows(reader.keys(PaperQuery())) if row.new} >= {key}
    assert key in list(reader.keys(PaperQuery("is:new")))
    (watched,) = reader.watches()
    assert key in list(reader.keys(watched.new_papers))
    library.add_papers([paper(3)], LISTING, read)
    assert open_reader().counts().new in (2, 3)


_YEAR = timedelta(days=400)


def test_papers_that_came_while_the_clock_was_ahead_are_new_until_the_next_visit_and_no_longer(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    (early,) = library.add_papers([paper(1)], LISTING, read).keys
    library.database.run("UPDATE papers SET added = added + ?", (_YEAR // timedelta(microseconds=1),))
    library.looked(datetime.now(UTC))
    (late,) = library.add_papers([paper(2)], LISTING, read).keys
    assert set(open_reader().keys(PaperQuery("is:new"))) == {early, late}
    library.looked(datetime.now(UTC))
    assert list(open_reader().keys(PaperQuery("is:new"))) == []


def test_whether_the_clock_was_ahead_is_asked_of_what_came_later_alone(library: Library) -> None:
    plan = str(library.database.rows(f"EXPLAIN QUERY PLAN {arrivals._LISTED_LATER}", (1, 1)))
    assert "i_arrived (added>?)" in plan


def test_when_papers_came_stays_where_it_is_the_clock_of_now_that_is_wrong(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    """As on a machine whose battery is empty: what the library holds was listed on days still to come."""
    ahead = datetime.now(UTC) + timedelta(days=300)
    (known,) = library.add_papers([paper(1, listed=ahead.date())], LISTING, read).keys
    library.database.run("UPDATE papers SET added = ?", (microseconds(ahead),))
    library.add_papers([paper(2)], LISTING, read)
    entry = open_reader().entry(known)
    assert entry is not None
    assert entry.added == ahead


def test_what_was_seen_is_new_no_more_though_the_clock_is_behind(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    library.looked(datetime.now(UTC) + timedelta(hours=2))
    library.add_papers([paper(1)], LISTING, read)
    assert open_reader().counts().new == 1
    library.looked(datetime.now(UTC))
    assert open_reader().counts().new == 0
    library.add_papers([paper(2)], LISTING, read)
    assert open_reader().counts().new == 1


def test_a_paper_is_new_that_comes_at_the_last_moment_that_was_seen_in_a_watch(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    """As where the last paper that was seen became part of an earlier one, while the clock is behind."""
    library.add_papers([paper(1)], LISTING, read)
    watch, _ = library.add_watch("tomatoes", PaperQuery("tomato"))
    hour = timedelta(hours=1) // timedelta(microseconds=1)
    library.database.run("UPDATE papers SET added = added + ?", (hour,))
    latest = library.database.value("SELECT max(added) FROM papers")
    library.look_at_watch(watch.number, moment(latest + 1))
    (key,) = library.add_papers([paper(2)], LISTING, read).keys
    assert library.database.value("SELECT max(added) FROM papers") == latest + 1
    reader = open_reader()
    (watched,) = reader.watches()
    assert list(reader.keys(watched.new_papers)) == [key]


def test_a_clock_that_is_right_leaves_the_last_visit_alone(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    (first,) = library.add_papers([paper(1)], LISTING, read).keys
    visited = datetime.now(UTC)
    library.looked(visited - timedelta(hours=1))
    library.add_papers([paper(2)], LISTING, read)
    reader = open_reader()
    assert reader.since == visited - timedelta(hours=1)
    assert first in list(reader.keys(PaperQuery("is:new")))


def test_what_was_not_on_screen_yet_stays_new(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    """As where a large chunk is stored while the reader presses the last key."""
    library.add_papers([paper(1)], LISTING, read)
    shown = open_reader().counts().latest
    (late,) = library.add_papers([paper(2)], LISTING, read).keys
    library.looked(datetime.now(UTC), shown)
    assert list(open_reader().keys(PaperQuery("is:new"))) == [late]


def test_a_screen_that_was_left_alone_makes_nothing_new_that_another_has_shown(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    library.add_papers([paper(1)], LISTING, read)
    library.looked(datetime.now(UTC))
    library.looked(datetime.now(UTC) - timedelta(hours=9))
    assert open_reader().counts().new == 0
