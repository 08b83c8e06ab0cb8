"""Acts on many papers in a process of their own: as those of this one, and all or nothing however it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

import pytest

from radar.errors import ExportError, LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import Mark
from radar.pipeline.course import Course, Stopped
from radar.pipeline.many_papers import ManyPapers
from tests.library.samples import LISTING, copies, papers, read
from tests.pipeline.fakes import keys_of

MANY = 12_000
"""Papers of an act that takes several slices."""
PATIENCE = 60.0


class Halting(Course):
    """A course that is stopped once it is on its way."""

    def __init__(self, total: int) -> None:
        super().__init__("mark", total)

    def report(self, done: int, total: int) -> None:
        self.stop()
        super().report(done, total)


class HaltingAtOnce(Course):
    """A course that is stopped as soon as it has begun."""

    def begin(self, at_stop: Callable[[], None]) -> None:
        super().begin(at_stop)
        self.stop()


class HaltingBehind(Course):
    """A course that is stopped when the process is done, by somebody who never hears of that."""

    def begin(self, at_stop: Callable[[], None]) -> None:
        self.process: subprocess.Popen[bytes] = at_stop.__self__  # type: ignore[attr-defined]
        super().begin(at_stop)

    def report(self, done: int, total: int) -> None:
        if not self.cancel_requested:
            assert self.process.stdout is not None
            *lines, last = self.process.stdout
            assert "done" not in json.loads(last)
            _put_back(self.process.stdout, lines)
            self.stop()
        super().report(done, total)


def _put_back(stream: IO[bytes], lines: Sequence[bytes]) -> None:
    """Let a stream that is read to its end say these lines again."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(lines))
    os.close(writing)
    os.dup2(reading, stream.fileno())
    os.close(reading)


@pytest.fixture(params=[1, 1 << 40], ids=["apart", "here"])
def many(request: pytest.FixtureRequest, library: Library) -> ManyPapers:
    return ManyPapers(library.path, library.reader, apart=request.param)


@pytest.fixture
def apart(library: Library) -> ManyPapers:
    return ManyPapers(library.path, library.reader, apart=1)


def _unread(path: Path) -> int:
    reader = LibraryReader.open(path)
    try:
        return reader.counts().unread
    finally:
        reader.close()


def _course(keys: Sequence[int]) -> Course:
    return Course("an act", len(keys))


def test_papers_are_marked_tagged_and_that_is_taken_back(many: ManyPapers, library: Library) -> None:
    keys = array("q", keys_of(library, 4))
    course = _course(keys)
    read_act = many.mark(keys, Mark.READ, True, course)
    assert (read_act.label, read_act.papers) == ("read 4 papers", 4)
    assert course.progress.done == course.progress.total == 4
    assert _unread(library.path) == 0
    tagged = many.tag(keys[:2], ["shore"], [], _course(keys))
    assert library.tag_counts() == (("shore", 2),)
    assert library.last_act(lambda name: True) == tagged, "it is an act of this radar"
    assert many.undo(tagged, _course(keys))
    assert not many.undo(tagged, _course(keys))
    assert many.undo(read_act, _course(keys))
    assert library.tag_counts() == ()
    assert _unread(library.path) == 4


def test_an_act_that_changes_nothing_is_said_to_be_empty(many: ManyPapers, library: Library) -> None:
    keys = keys_of(library, 4)
    many.mark(keys, Mark.READ, True, _course(keys))
    assert many.mark(keys, Mark.READ, True, _course(keys)).empty


def test_papers_are_exported_whole(many: ManyPapers, library: Library, tmp_path: Path) -> None:
    keys = [*keys_of(library, 4), 12345]
    path = tmp_path / "moss.jsonl"
    assert many.export(keys, "jsonl", path, force=False, course=_course(keys)) == 4
    assert len([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]) == 4
    with pytest.raises(ExportError, match="is there already"):
        many.export(keys, "jsonl", path, force=False, course=_course(keys))


def test_what_was_stopped_has_changed_nothing(many: ManyPapers, library: Library) -> None:
    keys = copies(library, MANY)
    course = Halting(MANY)
    with pytest.raises(Stopped, match="nothing was changed"):
        many.mark(keys, Mark.READ, True, course)
    assert _unread(library.path) == MANY
    assert library.last_act(lambda name: False) is None


def test_what_was_stopped_in_the_moment_after_its_commit_is_told_as_done(
    apart: ManyPapers, library: Library
) -> None:
    keys = keys_of(library, 4)
    act = apart.mark(keys, Mark.READ, True, HaltingBehind("mark", len(keys)))
    assert (act.label, act.papers) == ("read 4 papers", 4)
    assert library.last_act(lambda name: True) == act
    library.mark(keys[:1], Mark.READ, False)
    assert apart.undo(act, HaltingBehind("undo", len(keys))) == 3, "one was changed again since"
    assert _unread(library.path) == 4


def test_what_somebody_else_took_back_is_not_told_as_taken_back_by_what_was_stopped(
    apart: ManyPapers, library: Library
) -> None:
    keys = keys_of(library, 4)
    act = apart.mark(keys, Mark.READ, True, _course(keys))
    library.undo(act.number)
    assert apart.undo(act, HaltingAtOnce("undo", len(keys))) is None


def test_an_act_of_the_same_reader_meanwhile_is_not_taken_for_what_was_stopped(
    many: ManyPapers, library: Library
) -> None:
    keys = copies(library, MANY)
    course = Halting(MANY)
    stopped: list[Stopped] = []

    def act() -> None:
        try:
            many.mark(keys, Mark.READ, True, course)
        except Stopped as error:
            stopped.append(error)

    thread = threading.Thread(target=act)
    with library.database.transaction():
        thread.start()
    library.mark(keys[:1], Mark.STARRED, True)
    thread.join(PATIENCE)
    assert stopped


def test_an_export_that_is_stopped_leaves_no_file(many: ManyPapers, library: Library, tmp_path: Path) -> None:
    keys = copies(library, 300) * 20
    folder = tmp_path / "out"
    folder.mkdir()
    course = Halting(len(keys))
    with pytest.raises(Stopped):
        many.export(keys, "jsonl", folder / "all.jsonl", force=False, course=course)
    assert list(folder.iterdir()) == []


def test_it_waits_for_another_writer_and_then_goes_on(many: ManyPapers, library: Library) -> None:
    keys = keys_of(library, 4)
    done: list[int] = []

    def act() -> None:
        done.append(many.mark(keys, Mark.READ, True, _course(keys)).papers)

    with library.database.transaction():
        thread = threading.Thread(target=act)
        thread.start()
        library.database.run("UPDATE papers SET flags = flags | 1 WHERE id = ?", (keys[0],))
    thread.join(PATIENCE)
    assert done == [3]


def test_who_waits_for_another_writer_can_be_stopped(many: ManyPapers, library: Library) -> None:
    keys = keys_of(library, 4)
    course = _course(keys)
    stopped: list[Stopped] = []

    def act() -> None:
        try:
            many.mark(keys, Mark.READ, True, course)
        except Stopped as error:
            stopped.append(error)

    with library.database.transaction():
        thread = threading.Thread(target=act)
        thread.start()
        course.stop()
        thread.join(PATIENCE)
    assert stopped
    assert _unread(library.path) == 4


def test_an_error_of_the_process_is_the_error_it_would_be_here(tmp_path: Path) -> None:
    broken = tmp_path / "library.db"
    broken.write_text("rubble" * 1000)
    many = ManyPapers(broken, "1", apart=1)
    for act in (
        lambda: many.mark([1], Mark.READ, True, _course([1])),
        lambda: many.export([1], "csv", tmp_path / "out.csv", force=False, course=_course([1])),
    ):
        with pytest.raises(LibraryError, match="damaged"):
            act()


def test_a_process_that_says_much_of_itself_is_not_kept_waiting(
    library: Library, apart: ManyPapers, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = keys_of(library, 4)
    monkeypatch.setenv("PYTHONVERBOSE", "2")
    course = _course(keys)
    acting = threading.Thread(target=lambda: apart.mark(keys, Mark.READ, True, course), daemon=True)
    acting.start()
    acting.join(PATIENCE)
    still = acting.is_alive()
    course.stop()
    assert not still
    assert _unread(library.path) == 0


def test_a_process_that_is_killed_amid_its_act_leaves_all_or_nothing(library: Library) -> None:
    keys = copies(library, MANY)
    for lines in range(1, 5):
        process = _process(library, keys)
        assert process.stdout is not None
        for _ in range(lines):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        left = _unread(library.path)
        assert left in (0, MANY)
        assert library.database.value("SELECT sum((flags & 1) = 0) FROM papers NOT INDEXED") == left
        act = library.last_act(lambda name: False)
        assert (act is None) == (left == MANY)
        if act is not None:
            assert library.undo(act.number)
    assert _unread(library.path) == MANY
    assert library.database.value("PRAGMA integrity_check") == "ok"


def test_an_act_ends_without_a_trace_when_nobody_listens_any_more(library: Library) -> None:
    keys = copies(library, MANY)
    with library.database.transaction():
        # It cannot begin before its listener is gone.
        process = _process(library, keys)
        assert process.stdout is not None
        process.stdout.close()
    process.wait(PATIENCE)
    assert process.returncode
    assert _unread(library.path) == MANY


def test_two_processes_at_once_do_both_acts_one_after_the_other(library: Library) -> None:
    keys = copies(library, MANY)
    both = [_process(library, keys[: MANY // 2 + 100]), _process(library, keys[MANY // 2 - 100 :])]
    assert all(process.communicate(timeout=PATIENCE)[0] for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert _unread(library.path) == 0
    first, second = library.database.rows("SELECT number, papers FROM acts ORDER BY number")
    assert first[1] + second[1] == MANY, "what both were asked to mark, one has marked"
    library.undo(first[0])
    assert _unread(library.path) == first[1]


def _process(library: Library, keys: Sequence[int]) -> subprocess.Popen[bytes]:
    request = {"what": "mark", "library": str(library.path), "reader": "1", "mark": 1, "on": True}
    process = subprocess.Popen(
        [sys.executable, "-m", "radar.pipeline.apart_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(request).encode() + b"\n" + array("q", keys).tobytes())
    process.stdin.close()
    process.stdin = None
    return process


@pytest.mark.parametrize("apart", [1, 1_000])
def test_many_are_removed_and_put_back_here_and_apart(
    library: Library, reader: LibraryReader, apart: int
) -> None:
    keys = library.add_papers(papers(40), LISTING, read).keys
    library.mark(keys[:3], Mark.STARRED, True)
    many = ManyPapers(library.path, library.reader, apart)
    assert many.losses(keys).line == "40 papers (3 starred)"
    course = Course("remove", len(keys))
    act = many.remove(keys[:30], "thirty", course)
    assert (act.label, act.papers, course.progress.done) == ("remove 30 papers", 30, 30)
    assert (reader.counts().papers, reader.counts().starred) == (10, 0)
    assert library.removals()[0].what == "thirty"
    assert many.undo(act, Course("put back", 30)) == 30
    assert (reader.counts().papers, reader.counts().starred) == (40, 3)


@pytest.mark.parametrize("apart", [1, 1_000])
def test_a_removal_that_is_stopped_leaves_all_there(
    library: Library, reader: LibraryReader, apart: int
) -> None:
    keys = library.add_papers(papers(40), LISTING, read).keys
    with pytest.raises(Stopped, match="nothing was changed"):
        ManyPapers(library.path, library.reader, apart).remove(keys, "all", HaltingAtOnce("remove", 40))
    assert reader.counts().papers == 40
    assert library.removals() == ()
