"""What waits until the keys rest for a moment, so that the next of a key that is held is not kept waiting."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable


class Resting:
    """Does one thing once it was put off for the last time so many seconds ago."""

    def __init__(
        self, seconds: float, act: Callable[[], object], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Wait for nothing.

        Args:
            act: what is done; it hands itself to a message queue, for it is called between two events.
            clock: seconds that only grow.
        """
        self._seconds = seconds
        self._act = act
        self._clock = clock
        self._due: float | None = None
        self._under_way = False

    @property
    def waits(self) -> bool:
        """Whether it is still to be done."""
        return self._due is not None

    def put_off(self, seconds: float | None = None) -> None:
        """Do it so many seconds from now, and not before; inside a running event loop.

        Args:
            seconds: in the place of the usual ones.
        """
        seconds = self._seconds if seconds is None else seconds
        self._due = self._clock() + seconds
        # One timer looks after all of a burst: each of its keys only moves the moment.
        if not self._under_way:
            self._look_after(seconds)

    def drop(self) -> None:
        """Do not do it."""
        self._due = None

    def _look_after(self, seconds: float) -> None:
        self._under_way = True
        asyncio.get_running_loop().call_later(seconds, self._look)

    def _look(self) -> None:
        self._under_way = False
        if self._due is None:
            return
        left = self._due - self._clock()
        if left > 0:
            self._look_after(left)
        else:
            self._due = None
            self._act()
