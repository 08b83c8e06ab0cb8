"""When memory is collected: in small pieces behind the keys, and wholly while nobody types.

To look through everything takes longer than a frame, and Python's own timing does it in the midst of typing.
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable
from functools import partial
from typing import ClassVar

_NEW, _LATELY, _ALL = 0, 1, 2
"""Generations of Python's collector: what was made since the last look, what has outlived one, everything."""
_MANY = 8_000
"""New objects that are looked through in 2 to 3 ms; ten pages of the list leave as many, mostly in use."""
_BEHIND = 0.012
"""Seconds behind a key after which its frame is out, and the next one of a key that is held not yet there."""
_GONE_AFTER = 0.3
"""Seconds after which nothing of a screen that was left is in use any more."""
_SCREENS = 8
"""Screens left within less than that each, after which everything is looked through all the same."""
_NEW_AFTER = 2.0
"""Seconds without a key before the few that are new are looked through."""
_ALL_AFTER = 10.0
"""Seconds without a key before everything is."""

_TYPING = 0.2
"""Seconds behind a key within which a reader who types presses the next."""


def _count_new() -> int:
    """Return how many objects were made since the last look and are still there.

    Counted in one call: between two, another thread may go on, and finds every tuple that it is making held
    by the list of all objects too, which ends it (SystemError).
    """
    return next(map(len, map(gc.get_objects, (_NEW,))))


def _later(seconds: float, act: Callable[[], None]) -> None:
    asyncio.get_running_loop().call_later(seconds, act)


class Collecting:
    """Takes the place of Python's own timing, which is to be switched off."""

    INTERVAL: ClassVar[float] = 2.0
    """Seconds between two looks."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        collect: Callable[[int], object] = gc.collect,
        new: Callable[[], int] = _count_new,
        later: Callable[[float, Callable[[], None]], None] = _later,
        set_aside: Callable[[], None] = gc.freeze,
    ) -> None:
        """Begin to wait.

        Args:
            clock: seconds that only grow.
            collect: collects a generation and the younger ones.
            new: gives how many objects were made since the last look and are still there; Python's own count
                is less where older ones go at the same time.
            later: calls back so many seconds from now, between two events.
            set_aside: has all that there is passed by from now on.
        """
        self._set_aside = set_aside
        self._clock = clock
        self._collect = collect
        self._new = new
        self._later = later
        self._last_key = clock()
        self._under_way = self._all_done = self._due = False
        self._left_at = 0.0
        self._left = 0

    @property
    def rested(self) -> float:
        """Seconds since the last key."""
        return self._clock() - self._last_key

    def first_painted(self) -> None:
        """Set aside as lasting what the start made.

        It is not looked through before: that takes two frames while the first key waits, and finds 1 MB.
        """
        self._set_aside()

    def key_pressed(self) -> None:
        """Note that the reader is typing.

        What keys have made is looked through behind one of them, before it is so much that a look is felt.
        """
        self._last_key = self._clock()
        self._all_done = False
        if not self._under_way:
            self._under_way = True
            self._later(_BEHIND, self._collect_many)

    def screen_left(self, alone: Callable[[], bool]) -> None:
        """Collect a screen when it is gone: most of it has outlived a look at what is new.

        For somebody who never rests each screen would stay, with half a megabyte and more.

        Args:
            alone: whether no other screen is open; its parts would outlive that look too.
        """
        self._left_at = self._clock()
        self._left += 1
        self._come_back(alone)

    @property
    def typing(self) -> bool:
        """Whether a key came so short a time ago that the next may be on its way."""
        return self._clock() - self._last_key < _TYPING

    def look(self, *, lasts: bool = True) -> None:
        """Collect where the keys have rested long enough.

        Args:
            lasts: whether what is shown is there for good, and all that is left then set aside as lasting, so
                that the next look finds less. What goes later goes all the same, unless it holds itself.
        """
        rested = self.rested
        if rested > _ALL_AFTER and not self._all_done:
            self._collect(_ALL)
            self._all_done = True
            if lasts:
                self._set_aside()
        elif rested > _NEW_AFTER:
            self._collect(_NEW)

    def _collect_many(self) -> None:
        """Collect what is new where it is much, and look again for what the same key still makes."""
        self._under_way = self._new() >= _MANY
        if self._under_way:
            self._collect(_NEW)
            self._later(_BEHIND, self._collect_many)

    def _come_back(self, alone: Callable[[], bool]) -> None:
        if not self._due:
            self._due = True
            self._later(_GONE_AFTER, partial(self._collect_left, alone))

    def _collect_left(self, alone: Callable[[], bool]) -> None:
        self._due = False
        only_one = alone()
        gone = only_one and self._clock() - self._left_at >= _GONE_AFTER
        if gone or self._left >= _SCREENS:
            self._left = 0
            self._collect(_LATELY if gone else _ALL)
        elif only_one:
            self._come_back(alone)
        # Else the screen that is still open is left in its turn.
