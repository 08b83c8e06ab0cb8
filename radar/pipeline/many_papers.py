"""Acts on many papers: off the thread that asks for them, whole or not at all, and to be stopped before the end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from radar.errors import LibraryBusy, RadarError
from radar.library.connection import Interrupted
from radar.library.library import Act, Library
from radar.papers.job import JobProgress, JobState
from radar.papers.query import Mark

Answer = TypeVar("Answer")

_TIDIED = 20_000
"""Papers from which on an act leaves so much in the log of the library that it is brought into the file."""


_LOOK_EVERY = 0.3
"""Seconds of waiting for another writer, after which it looks whether it is still wanted."""


class Stopped(RadarError):
    """The reader stopped it before it had any effect."""


class Course:
    """How far a long work of the screen is, and whether it should go on; read and written by two threads.

    Args:
        label: what it is, for people: "mark 10 papers read".
        total: how many papers it deals with.
        stopped: what is said where it was stopped.
    """

    def __init__(self, label: str, total: int, stopped: str = "nothing was changed") -> None:
        self.label = label
        self._effect = stopped
        self.started = datetime.now(UTC)
        self.state = JobState.RUNNING
        self.progress = JobProgress(total=total)
        self._stopped = threading.Event()
        self._at_stop: Callable[[], None] = lambda: None

    @property
    def cancel_requested(self) -> bool:
        """Whether somebody asked for its end."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask for its end."""
        self._stopped.set()
        self._at_stop()

    def begin(self, at_stop: Callable[[], None]) -> None:
        """Begin with what also ends a long step at once; raises Stopped where its end is asked for."""
        self._at_stop = at_stop
        self.check()

    def check(self) -> None:
        """Raise Stopped where its end is asked for."""
        if self._stopped.is_set():
            raise Stopped(f"stopped: {self.label}; {self._effect}")

    def report(self, done: int, total: int) -> None:
        """Note how far it is; raises Stopped where its end is asked for."""
        self.progress = JobProgress(total=total, done=done)
        self.check()


class ManyPapers:
    """Marks and tags many papers in one transaction, through a connection of its own: any thread may ask.

    Other writers wait meanwhile, readers do not. Where another one is at work, it waits for that.

    Args:
        path: the library.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def mark(self, keys: Sequence[int], mark: Mark, on: bool, course: Course) -> Act:
        """Set a mark of papers, or take it from them.

        Raises:
            Stopped: nothing was changed.
        """
        return self._done(course, lambda library: library.mark(keys, mark, on, course.report))

    def tag(
        self, keys: Sequence[int], added: Sequence[str], removed: Sequence[str], course: Course
    ) -> Act:
        """Give papers tags and take others from them; raises as `mark`."""
        return self._done(course, lambda library: library.tag(keys, added, removed, course.report))

    def undo(self, act: Act, course: Course) -> bool:
        """Take an act back; False where somebody else has done that already. Raises as `mark`."""
        return self._done(course, lambda library: library.undo(act.number, course.report))

    def _done(self, course: Course, work: Callable[[Library], Answer]) -> Answer:
        total = course.progress.total or 0
        with closing(Library.open(self._path)) as library:
            library.wait_for_others(_LOOK_EVERY)
            library.with_little_memory()
            try:
                course.begin(library.stop)
                return _in_turn(lambda: work(library), course)
            except Interrupted:
                course.check()
                raise
            finally:
                if total >= _TIDIED:
                    library.tidy_log()


def _in_turn(work: Callable[[], Answer], course: Course) -> Answer:
    """Do it as soon as no other writer is at work."""
    while True:
        try:
            return work()
        except LibraryBusy:
            course.check()
