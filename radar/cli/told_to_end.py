"""A command that is told to end by a signal tidies up first, as one that is interrupted does."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_ENDING = ("SIGTERM", "SIGHUP")


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Leave what runs inside by SystemExit at SIGTERM and SIGHUP; a second one ends it as it stands."""
    # What is ignored already, as nohup has it, stays so.
    numbers = [
        number
        for name in _ENDING
        if (number := getattr(signal, name, None)) and signal.getsignal(number) is signal.SIG_DFL
    ]
    # No thread but the main one may set them.
    with suppress(ValueError):
        for number in numbers:
            signal.signal(number, _leave)
    try:
        yield
    finally:
        with suppress(ValueError):
            for number in numbers:
                signal.signal(number, signal.SIG_DFL)


def _leave(number: int, _frame: object) -> None:
    signal.signal(number, signal.SIG_DFL)
    raise SystemExit(128 + number)
