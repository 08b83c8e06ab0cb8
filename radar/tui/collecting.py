"""When memory is collected: while nobody types, for a full collection takes as long as three frames."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import ClassVar

_YOUNG, _ALL = 1, 2
"""Generations of Python's collector."""
_YOUNG_AFTER = 2.0
"""Seconds without a key before young objects are collected."""
_ALL_AFTER = 10.0
"""Seconds without a key before everything is."""

_TYPING = 0.2
"""Seconds behind a key within which a reader who types presses the next."""


class Collecting:
    """Takes the place of Python's own timing, which is to be switched off."""

    INTERVAL: ClassVar[float] = 2.0
    """Seconds between two looks."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, collect: Callable[[int], object] = gc.collect
    ) -> None:
        """Begin to wait.

        Args:
            clock: seconds that only grow.
            collect: collects a generation and the younger ones.
        """
        self._clock = clock
        self._collect = collect
        self._last_key = clock()
        self._all_done = False

    def first_painted(self) -> None:
        """Set aside as lasting what the start made.

        It is not looked through before: that takes two frames while the first key waits, and finds 1 MB.
        """
        gc.freeze()

    def key_pressed(self) -> None:
        """Note that the reader is typing."""
        self._last_key = self._clock()
        self._all_done = False

    @property
    def typing(self) -> bool:
        """Whether a key came so short a time ago that the next may be on its way."""
        return self._clock() - self._last_key < _TYPING

    def look(self) -> None:
        """Collect where the keys have rested long enough."""
        rested = self._clock() - self._last_key
        if rested > _ALL_AFTER and not self._all_done:
            self._collect(_ALL)
            self._all_done = True
        elif rested > _YOUNG_AFTER:
            self._collect(_YOUNG)
