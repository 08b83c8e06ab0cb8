"""Chunks of work done by other processes, or here where the work is small; results in their order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from types import TracebackType
from typing import TypeVar

from radar.errors import RadarError
from radar.pipeline.parcels import packed, unpacked

_Chunk = TypeVar("_Chunk")
_Task = TypeVar("_Task")
_Done = TypeVar("_Done")
_AHEAD = 2
"""Chunks a process that wait for it, so that it never does; more would only fill memory."""


class Workers:
    """Runs a function over chunks.

    Args:
        processes: how many; 0 does everything in this one.
        alone_if_ended: where a process is ended from outside, let this one do the rest by itself.
    """

    def __init__(self, processes: int, *, alone_if_ended: bool = False) -> None:
        self._processes = processes
        self._alone_if_ended = alone_if_ended
        self._pool: ProcessPoolExecutor | None = None
        self._begun = 0

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def begin(self, function: Callable[[_Task], object], task: _Task) -> Callable[[], bool]:
        """Start the processes with a task of which nothing is wanted, and return what says whether they have
        done it: one that loads what they need costs nothing later."""
        started = [self._submit(function, task) for _ in range(self._processes)]
        return lambda: all(future is None or future.done() for future in started)

    def map(
        self,
        function: Callable[[_Task], _Done],
        chunks: Iterable[_Chunk],
        task_of: Callable[[_Chunk], _Task],
    ) -> Iterator[tuple[_Chunk, _Done]]:
        """Yield each chunk with what the function makes of its task; takes only a few chunks ahead.

        Args:
            chunks: an error that they end with is raised when those before it are done.
            task_of: returns what of a chunk another process has to know.

        Raises:
            RadarError: a process was ended from outside.
        """
        waiting: deque[tuple[_Chunk, _Task, Future[bytes] | None]] = deque()
        ended: list[RadarError] = []
        for chunk in _until_error(chunks, ended):
            task = task_of(chunk)
            waiting.append((chunk, task, self._submit(function, task)))
            while len(waiting) > self._processes * _AHEAD:
                yield self._first(waiting, function)
        while waiting:
            yield self._first(waiting, function)
        if ended:
            raise ended[0]

    def _submit(self, function: Callable[[_Task], _Done], task: _Task) -> Future[bytes] | None:
        """Hand a task to the pool; None where it is to be done here."""
        if not self._processes:
            return None
        if self._pool is None:
            # It starts a process of its own, which would not outlive what ends this one in order.
            with interrupts_held():
                self._pool = ProcessPoolExecutor(
                    self._processes, multiprocessing.get_context("spawn"), _begin
                )
        starting = self._begun < self._processes
        self._begun += starting
        try:
            with interrupts_held() if starting else nullcontext():
                return self._pool.submit(_done, function, packed(task))
        except BrokenProcessPool as error:
            self._broken(error)
            return None

    def _first(
        self,
        waiting: deque[tuple[_Chunk, _Task, Future[bytes] | None]],
        function: Callable[[_Task], _Done],
    ) -> tuple[_Chunk, _Done]:
        chunk, task, future = waiting.popleft()
        if future is not None:
            try:
                return chunk, unpacked(future.result())
            except BrokenProcessPool as error:
                self._broken(error)
        return chunk, function(task)

    def _broken(self, error: BrokenProcessPool) -> None:
        self._processes = 0
        if not self._alone_if_ended:
            raise RadarError(
                "a process that helps was ended", "What was done is kept: the same command goes on"
            ) from error


def processes_for(items: int, worth_it: int, most: int = 8) -> int:
    """Return how many processes that many items are worth: none for few, else one for each core."""
    cores = usable_cores()
    return 0 if items < worth_it or cores < 2 else min(cores, most)


def usable_cores() -> int:
    """Return how many cores this process may use, which a container or `taskset` may limit."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _until_error(chunks: Iterable[_Chunk], ended: list[RadarError]) -> Iterator[_Chunk]:
    """Yield the chunks; an error that they end with goes into the list."""
    try:
        yield from chunks
    except RadarError as error:
        ended.append(error)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold interrupts and hangups back while a process is started, which inherits that before it can say so.

    One that comes meanwhile counts at the end; where the system cannot hold it back, it is lost.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
    elif sys.platform == "win32":
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
    else:
        held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _done(function: Callable[[_Task], object], task: bytes) -> bytes:
    return packed(function(unpacked(task)))


def _begin() -> None:
    """Leave interrupts and hangups to the parent, and collect garbage seldom: nearly nothing is a cycle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _end_with_parent() -> None:
    """End with a parent that was killed: it would never say that there is nothing more to do."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
