"""Chunks of work done by other processes, or here where the work is small; results in their order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from types import TracebackType
from typing import TypeVar

from radar.errors import RadarError
from radar.pipeline.batches.parcels import packed, unpacked

_Chunk = TypeVar("_Chunk")
_Task = TypeVar("_Task")
_Done = TypeVar("_Done")
_AHEAD = 2
"""Chunks a process that wait for it, so that it never does; more would only fill memory."""


class Workers:
    """Runs a function over chunks.

    Args:
        processes: how many; 0 does everything in this one.
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def map(
        self,
        function: Callable[[_Task], _Done],
        chunks: Iterable[_Chunk],
        task_of: Callable[[_Chunk], _Task],
    ) -> Iterator[tuple[_Chunk, _Done]]:
        """Yield each chunk with what the function makes of its task; takes only a few chunks ahead.

        Args:
            task_of: returns what of a chunk another process has to know.

        Raises:
            RadarError: a process was ended from outside.
        """
        if not self._processes:
            for chunk in chunks:
                yield chunk, function(task_of(chunk))
            return
        pool = self._pool = self._pool or ProcessPoolExecutor(
            self._processes, multiprocessing.get_context("spawn"), _begin
        )
        waiting: deque[tuple[_Chunk, Future[bytes]]] = deque()
        begun = 0
        try:
            for chunk in chunks:
                task = packed(task_of(chunk))
                with _interrupts_ignored() if begun < self._processes else nullcontext():
                    waiting.append((chunk, pool.submit(_done, function, task)))
                begun += 1
                if len(waiting) > self._processes * _AHEAD:
                    first, future = waiting.popleft()
                    yield first, unpacked(future.result())
            while waiting:
                first, future = waiting.popleft()
                yield first, unpacked(future.result())
        except BrokenProcessPool as error:
            raise RadarError(
                "a process that helps was ended", "What was done is kept: the same command goes on"
            ) from error


def processes_for(items: int, worth_it: int) -> int:
    """Return how many processes that many items are worth: none for few, else one for each core."""
    cores = os.cpu_count() or 1
    return 0 if items < worth_it or cores < 2 else min(cores, 8)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ignore interrupts while a process is started, which inherits that before it can say so itself."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _done(function: Callable[[_Task], object], task: bytes) -> bytes:
    return packed(function(unpacked(task)))


def _begin() -> None:
    """Leave interrupts to the parent, and collect garbage seldom: nearly nothing made here is a cycle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
