"""How Python is timed while a screen is shown."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SWITCH = 0.001
"""Seconds after which a thread that works lets another one go on, a fifth of Python's own: the thread that
paints waits so long each time that it has asked the library, while the one that answers works."""


@contextmanager
def timed_for_a_screen() -> Iterator[None]:
    """Leave it to the screen when memory is collected, and let threads take turns more often."""
    # What the screen imports lasts as long as it does; to look through it for garbage only costs time.
    gc.disable()
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        yield
    finally:
        gc.enable()
        sys.setswitchinterval(before)
