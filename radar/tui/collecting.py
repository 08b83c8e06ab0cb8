"""When memory is collected: while nobody types, for a full collection takes as long as three frames."""

from __future__ import annotations

import gc
import time
from typing import ClassVar

_YOUNG_AFTER = 2.0
"""Seconds without a key before young objects are collected."""
_ALL_AFTER = 10.0
"""Seconds without a key before everything is."""


class Collecting:
    """Takes the place of Python's own timing, which is to be switched off."""

    INTERVAL: ClassVar[float] = 2.0
    """Seconds between two looks."""

    def __init__(self) -> None:
        self._last_key = time.monotonic()
        self._all_done = False

    def first_painted(self) -> None:
        """Collect what the start left behind, and set the rest aside as lasting."""
        gc.collect()
        gc.freeze()

    def key_pressed(self) -> None:
        """Note that the reader is typing."""
        self._last_key = time.monotonic()
        self._all_done = False

    def look(self) -> None:
        """Collect where the keys have rested long enough."""
        rested = time.monotonic() - self._last_key
        if rested > _ALL_AFTER and not self._all_done:
            gc.collect()
            self._all_done = True
        elif rested > _YOUNG_AFTER:
            gc.collect(1)
