"""Starting the worker as a process that outlives the one that started it."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Protocol

import radar
from radar.errors import RadarError
from radar.papers.bases import Mutable, field
from radar.pipeline.error_log import make_room_in
from radar.pipeline.worker_lock import WorkerLock

_PATIENCE = 3.0
"""Seconds that a worker has to end by itself."""
_PAUSE = 0.01


class Starter(Protocol):
    """Starts worker processes for one library."""

    log: Path
    """What they write when something unexpected happens."""

    def alive(self) -> bool:
        """Whether a worker holds the library, whoever started it."""

    def coming(self) -> bool:
        """Whether a worker that was started here has not ended, though it may not hold the library yet."""

    def stuck(self, now: datetime) -> str:
        """Return that the worker has done nothing for long, and what to do; empty where it is at work."""

    def start(self) -> int:
        """Start a worker and return its process id."""

    def stop(self) -> None:
        """End the workers that were started here and wait for that."""


class WorkerStarter(Mutable):
    """Starts `radar work` for one library, and knows whether it runs."""

    lock: WorkerLock
    log: Path
    """File that takes what the worker writes, which is nothing unless something unexpected happens."""
    variables: Mapping[str, str]
    """Settings as RADAR_* variables; a key travels in the variable that it always was in."""
    _started: list[int] = field(default_factory=list)

    def alive(self) -> bool:
        """Whether a worker holds the library, whoever started it."""
        self._reap()
        return self.lock.taken()

    def coming(self) -> bool:
        """Whether a worker that was started here has not ended, though it may not hold the library yet."""
        self._reap()
        return bool(self._started)

    def stuck(self, now: datetime) -> str:
        """Return that the worker has done nothing for long, and what to do; empty where it is at work."""
        stuck = self.lock.stuck(now)
        return stuck.line(now) if stuck else ""

    def start(self) -> int:
        """Start a worker and return its process id; one that finds another at work ends at once.

        Raises:
            RadarError: the process cannot be started.
        """
        self._reap()
        command = [sys.executable, "-P", "-m", "radar", "work"]
        try:
            process = os.posix_spawn(
                command[0], command, self._environment(), file_actions=self._streams(), setsid=True
            )
        except OSError as error:
            raise RadarError(
                f"the worker cannot be started: {error.strerror}", f"See that {self.log.parent} is writable"
            ) from error
        self._started.append(process)
        return process

    def stop(self) -> None:
        """End the workers that were started here and wait for that, a few seconds at most."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            for process in self._started:
                with suppress(ProcessLookupError):
                    os.kill(process, number)
            last = time.monotonic() + _PATIENCE
            while self._started and time.monotonic() < last:
                time.sleep(_PAUSE)
                self._reap()

    def _environment(self) -> dict[str, str]:
        """Return the environment with the settings, from which the worker finds this very radar.

        `-P` keeps a file called radar.py in the current folder from being run instead.
        """
        import sysconfig

        environment = {**os.environ, **self.variables}
        home = str(Path(radar.__file__).parents[1])
        if home not in (sysconfig.get_path("purelib"), sysconfig.get_path("platlib")):
            environment["PYTHONPATH"] = os.pathsep.join(
                filter(None, (home, environment.get("PYTHONPATH", "")))
            )
        return environment

    def _streams(self) -> list[tuple[object, ...]]:
        make_room_in(self.log)
        to_log = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        return [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(self.log), to_log, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ]

    def _reap(self) -> None:
        """Take leave of workers of ours that have ended, lest they stay as zombies."""
        self._started = [process for process in self._started if not _ended(process)]


def _ended(process: int) -> bool:
    try:
        return os.waitpid(process, os.WNOHANG)[0] == process
    except ChildProcessError:
        return True
