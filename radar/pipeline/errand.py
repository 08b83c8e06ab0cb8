"""A coroutine run in a thread, beside a screen, and ended from there."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")


class Errand(Generic[Result]):
    """Runs a coroutine on a loop of its own in the thread that calls `run`, until it is done or ended."""

    def __init__(self, make: Callable[[], Coroutine[Any, Any, Result]]) -> None:
        """Keep what makes the coroutine, in the thread that it runs in."""
        self._make = make
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[Any] | None = None
        self._ended = False

    @property
    def ended(self) -> bool:
        """Whether it was told to end."""
        return self._ended

    def run(self) -> Result | None:
        """Return what comes of it; None where it was told to end."""
        try:
            return asyncio.run(self._work())
        except asyncio.CancelledError:
            return None
        finally:
            with self._lock:
                self._loop = self._task = None

    def end(self) -> None:
        """Have it end as soon as it can, from any thread."""
        with self._lock:
            self._ended = True
            if self._loop is not None and self._task is not None:
                self._loop.call_soon_threadsafe(self._task.cancel)

    async def _work(self) -> Result | None:
        with self._lock:
            if self._ended:
                return None
            self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        return await self._make()
