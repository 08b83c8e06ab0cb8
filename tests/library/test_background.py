"""The thread that answers the latest question."""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar.library.background import BackgroundReader, Found
from radar.library.database.connection import open_reader
from radar.library.database.failures import Interrupted
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.rescue.setting_aside import set_aside
from radar.papers.reader.query import CodeFilter, PaperQuery
from tests.library.samples import LISTING, papers, read, with_code

WAIT = 30.0
ENDLESS = PaperQuery(tag="endless")


class Asking:
    """A background reader and the answers it gave."""

    def __init__(self, path: Path, *, waits: bool = False) -> None:
        self.answers: queue.Queue[Found] = queue.Queue()
        self.reader = BackgroundReader(path, self.answers.put, waits=waits)

    def answer(self) -> Found:
        return self.answers.get(timeout=WAIT)

    def wait_until_busy(self) -> None:
        with self.reader._changed:
            assert self.reader._changed.wait_for(lambda: self.reader._busy is not None, WAIT)

    def wait_until_idle(self) -> None:
        with self.reader._changed:
            assert self.reader._changed.wait_for(lambda: self.reader._busy is None, WAIT)


@pytest.fixture
def keys(library: Library) -> tuple[int, ...]:
    return library.add_papers([*papers(5), with_code(6)], LISTING, read).keys


@pytest.fixture
def asking(library: Library, keys: tuple[int, ...]) -> Iterator[Asking]:
    made = Asking(library.path)
    yield made
    made.reader.close()


@pytest.fixture
def endless(library: Library, keys: tuple[int, ...]) -> None:
    """Make every question for a tag run for ever."""
    library.database.run("DROP TABLE tags")
    library.database.run(
        "CREATE VIEW tags AS WITH RECURSIVE numbers (number) AS "
        "(SELECT 1 UNION ALL SELECT number + 1 FROM numbers) "
        "SELECT 'endless' AS folded, number % 7 AS id, '' AS tag FROM numbers"
    )


def test_a_question_is_answered_exactly(asking: Asking, keys: tuple[int, ...]) -> None:
    query = PaperQuery(code=CodeFilter.RELEASED)
    number = asking.reader.ask(query)
    found = asking.answer()
    assert (found.number, found.query, list(found.keys)) == (number, query, [keys[5]])
    assert (found.counts.papers, found.counts.with_code, found.without, found.error) == (6, 1, (), "")


def test_an_answer_says_up_to_when_it_misses_no_paper(
    asking: Asking, library: Library, reader: LibraryReader
) -> None:
    asking.reader.ask(PaperQuery("tomato"))
    assert asking.answer().until == reader.counts().latest
    library.database.run("INSERT INTO unindexed SELECT id FROM papers LIMIT 1")
    asking.reader.ask(PaperQuery("tomato"))
    assert asking.answer().until is None, "search cannot find all of them yet"


def test_where_nothing_passes_the_answer_says_what_to_drop(asking: Asking) -> None:
    asking.reader.ask(PaperQuery("tomato", starred=True))
    found = asking.answer()
    assert (len(found.keys), found.without) == (0, (("starred", 6),))


def test_only_the_latest_of_many_questions_must_be_answered(asking: Asking, keys: tuple[int, ...]) -> None:
    numbers = [asking.reader.ask(PaperQuery(f"tomato number {turn % 6}")) for turn in range(200)]
    last = asking.reader.ask(PaperQuery(starred=True))
    answers = [asking.answer()]
    while answers[-1].number != last:
        answers.append(asking.answer())
    assert [found.number for found in answers] == sorted({found.number for found in answers})
    assert {found.error for found in answers} == {""}
    assert last > numbers[-1]


@pytest.mark.usefixtures("endless")
def test_an_outdated_question_is_interrupted(asking: Asking, keys: tuple[int, ...]) -> None:
    for _ in range(20):
        asking.reader.ask(ENDLESS)
        asking.wait_until_busy()
        number = asking.reader.ask(PaperQuery())
        found = asking.answer()
        assert (found.number, tuple(found.keys), found.error) == (number, keys, "")


@pytest.mark.usefixtures("endless")
def test_a_question_that_is_dropped_is_left_at_once_and_the_next_is_answered(asking: Asking) -> None:
    for _ in range(20):
        asking.reader.ask(ENDLESS)
        asking.wait_until_busy()
        asking.reader.drop()
        asking.wait_until_idle()
        assert asking.answers.empty()
    number = asking.reader.ask(PaperQuery())
    assert asking.answer().number == number


def test_a_question_that_is_dropped_before_it_is_begun_is_never_answered(library: Library) -> None:
    asking = Asking(library.path, waits=True)
    asking.reader.ask(PaperQuery("tomato"))
    asking.reader.drop()
    asking.reader.begin()
    with pytest.raises(queue.Empty):
        asking.answers.get(timeout=0.3)
    asking.reader.close()


@pytest.mark.usefixtures("endless")
def test_closing_ends_the_thread_whatever_it_is_at(asking: Asking) -> None:
    asking.reader.ask(ENDLESS)
    asking.wait_until_busy()
    asking.reader.close()
    assert not asking.reader._thread.is_alive()
    assert asking.answers.empty()
    asking.reader.close()


def test_nothing_is_answered_after_closing(asking: Asking) -> None:
    asking.reader.close()
    asking.reader.ask(PaperQuery())
    assert not asking.reader._thread.is_alive()
    assert asking.answers.empty()


def test_a_library_that_cannot_be_read_is_an_answer_and_the_next_question_tries_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.db"
    asking = Asking(path)
    number = asking.reader.ask(PaperQuery())
    found = asking.answer()
    assert found.number == number
    assert "There is no library" in found.error
    library = Library.open(path)
    keys = library.add_papers(papers(2), LISTING, read).keys
    asking.reader.ask(PaperQuery())
    assert tuple(asking.answer().keys) == keys
    library.database.run("DROP TABLE counts")
    asking.reader.ask(PaperQuery())
    assert "counts" in asking.answer().error
    library.close()
    set_aside(path)
    Library.open(path).close()
    asking.reader.ask(PaperQuery())
    assert asking.answer().error == ""
    asking.reader.close()


@contextmanager
def ended_threads() -> Iterator[list[threading.ExceptHookArgs]]:
    """Collect what ends threads."""
    ended: list[threading.ExceptHookArgs] = []
    before, threading.excepthook = threading.excepthook, ended.append
    try:
        yield ended
    finally:
        threading.excepthook = before


ODD = PaperQuery('"bears f')
"""It is asked how frequent words are, which `make_odd` makes something else than numbers."""


def make_odd(path: Path) -> None:
    """Have another program store in words how many papers hold a word, which radar never does."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE terms SET docs = docs || '000000 papers'")
        other.commit()


def test_an_error_that_nobody_expected_answers_its_question_and_the_next_one_is_answered(
    library: Library, keys: tuple[int, ...]
) -> None:
    with ended_threads() as ended:
        log = library.path.with_name("errors.log")
        answers: queue.Queue[Found] = queue.Queue()
        reader = BackgroundReader(library.path, answers.put, log=log)
        make_odd(library.path)
        for turn in range(3):
            number = reader.ask(ODD)
            found = answers.get(timeout=WAIT)
            assert (found.number, len(found.keys)) == (number, 0)
            assert "An error that radar does not know (TypeError in " in found.error
            assert found.error.endswith(f"Ask for something else. {log} tells more, for a report")
            reader.ask(PaperQuery(code=CodeFilter.RELEASED))
            found = answers.get(timeout=WAIT)
            assert (list(found.keys), found.error) == ([keys[5]], "")
            assert [one.exc_type for one in ended] == [TypeError] * (turn + 1)
        reader.close()
        assert not reader._thread.is_alive()


def test_a_question_that_came_meanwhile_is_answered_though_the_thread_has_ended(
    library: Library, keys: tuple[int, ...]
) -> None:
    make_odd(library.path)
    answers: queue.Queue[Found] = queue.Queue()
    # Whoever is told of the failure asks at once: the thread that ends has not been replaced yet.
    starred = PaperQuery(starred=True)

    def answered(found: Found) -> None:
        answers.put(found)
        if found.error:
            reader.ask(starred)

    with ended_threads() as ended:
        reader = BackgroundReader(library.path, answered)
        reader.ask(ODD)
        assert answers.get(timeout=WAIT).error
        assert answers.get(timeout=WAIT).query == starred
        assert len(ended) == 1
        reader.close()


def test_an_answer_that_nobody_takes_ends_no_further_answers(library: Library, keys: tuple[int, ...]) -> None:
    answers: queue.Queue[Found] = queue.Queue(maxsize=1)
    with ended_threads() as ended:
        reader = BackgroundReader(library.path, answers.put_nowait)
        reader.ask(PaperQuery())
        while answers.empty():
            threading.Event().wait(0.01)
        reader.ask(PaperQuery())
        while not ended:
            threading.Event().wait(0.01)
        assert ended[0].exc_type is queue.Full
        answers.get()
        number = reader.ask(PaperQuery())
        assert answers.get(timeout=WAIT).number == number
        reader.close()


def test_what_is_new_is_settled_when_the_reader_is_made(library: Library, keys: tuple[int, ...]) -> None:
    answers: queue.Queue[Found] = queue.Queue()
    since = datetime(2000, 1, 1, tzinfo=UTC)
    library.looked(datetime.now(UTC))
    reader = BackgroundReader(library.path, answers.put, since)
    reader.ask(PaperQuery())
    assert answers.get(timeout=WAIT).counts.new == 6
    reader.close()


def test_the_latest_state_of_the_library_is_answered(
    asking: Asking, library: Library, keys: tuple[int, ...]
) -> None:
    asking.reader.ask(PaperQuery())
    assert len(asking.answer().keys) == 6
    library.add_papers(papers(3, first=50), LISTING, read)
    asking.reader.ask(PaperQuery())
    assert len(asking.answer().keys) == 9


def test_no_read_is_held_open_between_questions(
    asking: Asking, library: Library, reader: LibraryReader
) -> None:
    asking.reader.ask(PaperQuery("tomato"))
    asking.answer()
    reader.first(PaperQuery("tomato"))
    reader.rows(reader.keys(PaperQuery()))
    busy, _, _ = library.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0]
    assert busy == 0, "an open read would keep the log from being cut"


def test_a_reader_can_be_interrupted_from_another_thread(library: Library) -> None:
    database = open_reader(library.path)
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    stop = threading.Event()

    def interrupt() -> None:
        while not stop.wait(0.001):
            database.interrupt()

    thread = threading.Thread(target=interrupt)
    thread.start()
    with pytest.raises(Interrupted):
        database.rows(endless)
    stop.set()
    thread.join()
    assert database.value("SELECT 1") == 1
    database.close()


def test_a_reader_that_waits_answers_the_latest_question_once_it_is_to_begin(
    library: Library, keys: tuple[int, ...]
) -> None:
    answers: queue.Queue[Found] = queue.Queue()
    reader = BackgroundReader(library.path, answers.put, waits=True)
    reader.ask(PaperQuery())
    number = reader.ask(PaperQuery(starred=True))
    assert not reader._thread.is_alive()
    reader.begin()
    reader.begin()
    assert answers.get(timeout=WAIT).number == number
    reader.close()
    assert answers.empty()


def test_the_first_screenful_comes_ahead_where_it_is_asked_for(asking: Asking, keys: tuple[int, ...]) -> None:
    number = asking.reader.ask(PaperQuery(), first=True)
    first = asking.answer()
    assert (first.number, first.first and tuple(first.first), len(first.keys)) == (number, keys, 0)
    assert tuple(asking.answer().keys) == keys
    asking.reader.ask(PaperQuery())
    assert asking.answer().first is None


def test_a_reader_that_never_began_closes(library: Library) -> None:
    BackgroundReader(library.path, lambda found: None, waits=True).close()
