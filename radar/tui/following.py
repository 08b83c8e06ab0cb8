"""The detail follows the cursor of the list: in the frame of the key, or behind a burst of keys."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from radar.papers.query import PaperEntry

_BETWEEN = 0.008
"""Seconds between two papers shown in the frames of their keys: keys that come faster have piled up."""


class Cursor(Protocol):
    """A list with a cursor."""

    @property
    def key(self) -> int | None:
        """The paper under the cursor."""
        ...


class Shown(Protocol):
    """Shows one paper."""

    entry: PaperEntry | None


class Following:
    """Shows the paper under the cursor.

    A message from the list to the screen arrives behind the frame that the key is painted in, so that each
    key would cost two frames. Where keys have piled up only the last paper is worth its painting.
    """

    def __init__(
        self,
        cursor: Cursor,
        detail: Shown,
        read: Callable[[int], PaperEntry | None],
        visible: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with nothing shown.

        Args:
            read: returns what the library holds of a paper.
            visible: whether the detail is on screen.
            clock: seconds that only grow.
        """
        self._cursor = cursor
        self._detail = detail
        self._read = read
        self._visible = visible
        self._clock = clock
        self._last = clock() - _BETWEEN

    def at_once(self) -> bool:
        """Show the paper, unless the last one was shown only just now; return whether it is shown."""
        if self._clock() - self._last < _BETWEEN:
            return False
        self.again()
        return True

    def again(self) -> None:
        """Show the paper as the library holds it now."""
        if self._visible():
            key = self._cursor.key
            self._detail.entry = None if key is None else self._read(key)
            self._last = self._clock()
