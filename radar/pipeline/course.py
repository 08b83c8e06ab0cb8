"""How far a long work is, and whether it should go on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime

from radar.errors import RadarError
from radar.papers.jobs.job import JobProgress, JobState


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
    def total_told(self) -> str:
        """How many papers it deals with; empty while it is unknown."""
        return "" if self.progress.total is None else f"{self.progress.total:,}"

    @property
    def cancel_requested(self) -> bool:
        """Whether somebody asked for its end."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask for its end."""
        if not self._stopped.is_set():
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
