"""The thread that counts what is new in the watches."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.watch_counts import WatchCounter
from radar.papers.reader.query import CodeFilter, PaperQuery
from radar.papers.reader.watch import WatchCount
from tests.library.samples import LISTING, papers, read, with_code
from tests.library.test_background import ended_threads

WAIT = 30.0


class Counting:
    """A counter, what it counted, and its pauses, which end when they are told to."""

    def __init__(self, path: Path) -> None:
        self.counts: queue.Queue[tuple[WatchCount, ...]] = queue.Queue()
        self.pauses = threading.Semaphore(0)
        self.counter = WatchCounter(path, self.counts.put, self._pause)

    def _pause(self, _closed: threading.Event, seconds: float) -> None:
        assert seconds > 0
        assert self.pauses.acquire(timeout=WAIT)

    def news(self) -> list[int]:
        return [count.new for count in self.counts.get(timeout=WAIT)]


@pytest.fixture
def counting(library: Library) -> Iterator[Counting]:
    made = Counting(library.path)
    yield made
    made.pauses.release(1_000)
    made.counter.close()


def test_every_watch_is_counted_and_told_from_which_moment_on(library: Library, counting: Counting) -> None:
    code, _ = library.add_watch("code", PaperQuery(code=CodeFilter.RELEASED))
    words, _ = library.add_watch("words", PaperQuery("tomato"))
    library.add_papers([*papers(2), with_code(3)], LISTING, read)
    counting.counter.count()
    assert counting.counts.get(timeout=WAIT) == (
        WatchCount(code.number, code.seen, 1),
        WatchCount(words.number, words.seen, 3),
    )


def test_asking_during_a_count_and_its_pause_is_one_more_count(library: Library, counting: Counting) -> None:
    library.add_watch("code", PaperQuery(code=CodeFilter.RELEASED))
    counting.counter.count()
    assert counting.news() == [0]
    for number in range(1, 6):
        library.add_papers([with_code(number)], LISTING, read)
        counting.counter.count()
    counting.pauses.release()
    assert counting.news() == [5]
    counting.pauses.release()
    library.add_papers([with_code(6)], LISTING, read)
    counting.counter.count()
    assert counting.news() == [6]
    assert counting.counts.empty()


def test_a_watch_that_cannot_be_counted_says_why_and_the_others_are_counted(
    library: Library, counting: Counting
) -> None:
    library.add_watch("tagged", PaperQuery(tag="soil"))
    library.add_watch("code", PaperQuery(code=CodeFilter.RELEASED))
    library.add_papers([with_code(1)], LISTING, read)
    library.database.run("DROP TABLE tags")
    counting.counter.count()
    tagged, code = counting.counts.get(timeout=WAIT)
    assert "no such table" in tagged.error
    assert (code.new, code.error) == (1, "")


def test_a_library_that_cannot_be_read_is_counted_once_it_can_be(tmp_path: Path) -> None:
    counting = Counting(tmp_path / "library.db")
    counting.pauses.release(1_000)
    counting.counter.count()
    library = Library.open(tmp_path / "library.db")
    library.add_watch("code", PaperQuery(code=CodeFilter.RELEASED))
    counting.counter.count()
    counts = counting.counts.get(timeout=WAIT)
    while not counts:
        counts = counting.counts.get(timeout=WAIT)
    assert [count.new for count in counts] == [0]
    counting.counter.close()
    library.close()


def test_an_error_that_nobody_expected_ends_no_further_counts(library: Library) -> None:
    library.add_watch("code", PaperQuery(code=CodeFilter.RELEASED))
    counts: queue.Queue[tuple[WatchCount, ...]] = queue.Queue(maxsize=1)
    counter = WatchCounter(library.path, counts.put_nowait, lambda closed, _seconds: closed.wait(0.01))
    counts.put(())
    with ended_threads() as ended:
        counter.count()
        while counter._thread is None or counter._thread.is_alive():
            threading.Event().wait(0.01)
    assert [one.exc_type for one in ended] == [queue.Full]
    assert counts.get() == ()
    counter.count()
    assert [count.new for count in counts.get(timeout=WAIT)] == [0]
    counter.close()


def test_closing_ends_a_count_whatever_it_is_at_and_nothing_is_told_any_more(library: Library) -> None:
    library.add_watch("tagged", PaperQuery(tag="endless"))
    library.add_papers(papers(3), LISTING, read)
    library.database.run("UPDATE watches SET seen = 0")
    library.database.run("DROP TABLE tags")
    library.database.run(
        "CREATE VIEW tags AS WITH RECURSIVE numbers (number) AS "
        "(SELECT 1 UNION ALL SELECT number + 1 FROM numbers) "
        "SELECT 'endless' AS folded, -number AS id, '' AS tag FROM numbers"
    )
    counting = Counting(library.path)
    counting.pauses.release(1_000)
    counting.counter.count()
    while counting.counter._busy is None:
        threading.Event().wait(0.01)
    counting.counter.close()
    assert counting.counter._thread is not None and not counting.counter._thread.is_alive()
    assert counting.counts.empty()
    counting.counter.count()
    assert not counting.counter._thread.is_alive()
