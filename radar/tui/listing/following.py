"""The detail follows the cursor of the list: in the frame of the key, or behind it while a key is held."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from radar.papers.reader.query import PaperEntry
from radar.tui.timing.resting import Resting

HELD = 0.04
"""Seconds between two keys under which they are a key that is held, or keys that have piled up.

Terminals repeat a held key 25 to 60 times a second.
"""
LATE = 0.06
"""The same behind keys that were held: one of them may come late where the machine is busy."""
REST = 0.022
"""Seconds behind a held key after which it rests: longer than from one key to the next at 60 a second, with
what the next needs from the terminal to here, and so short that the detail stands on screen two frames after
the last one."""
ROOM = 0.025
"""Seconds from key to key that hold the frame of the list and that of the detail."""
BETWEEN = 0.01
"""Seconds behind a key that leaves such room, after which the frame of the list is out."""


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
    key would cost two frames. While a key is held, the list does not wait for what stands beside it, which
    takes longer to read and to paint than the list itself: a frame of its own follows where the key leaves
    the time, and at the end.
    """

    def __init__(
        self,
        cursor: Cursor,
        detail: Shown,
        read: Callable[[int], PaperEntry | None],
        visible: Callable[[], bool],
        rest: Callable[[Callable[[], object]], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with nothing shown.

        Args:
            read: returns what the library holds of a paper.
            visible: whether the detail is on screen.
            rest: calls back when the keys have rested.
            clock: seconds that only grow.
        """
        self._cursor = cursor
        self._detail = detail
        self._read = read
        self._visible = visible
        self._clock = clock
        self._moved = clock() - HELD
        self._gap = HELD
        self._rest = rest
        self._behind = False
        self._resting = Resting(REST, lambda: rest(self._rested), clock)

    def moved(self) -> None:
        """Show the paper that the cursor came to: now, or at the first rest of a key that is held."""
        moved, gap = self._moved, self._gap
        self._moved = self._clock()
        self._gap = self._moved - moved
        if self._gap < (LATE if gap < HELD else HELD):
            # One key that was late does not show that the next one will be.
            self._resting.put_off(BETWEEN if min(gap, self._gap) >= ROOM else REST)
        elif self._behind:
            self._rest(self._rested)
        else:
            self.again()

    @contextmanager
    def behind(self) -> Iterator[None]:
        """Leave the paper that the cursor comes to meanwhile for a turn of its own.

        An answer may take half a frame, and to write and fold a long paper the other half and more.
        """
        self._behind = True
        try:
            yield
        finally:
            self._behind = False

    def again(self) -> None:
        """Show the paper as the library holds it now."""
        self._resting.drop()
        if self._visible():
            key = self._cursor.key
            self._detail.entry = None if key is None else self._read(key)

    def catch_up(self) -> None:
        """Show the paper that the cursor came to where that was put off."""
        if self._resting.waits:
            self.again()

    def _rested(self) -> None:
        # A key may have come while this was on its way.
        if not self._resting.waits:
            self.again()
