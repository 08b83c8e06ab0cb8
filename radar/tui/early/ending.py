"""How a start ends that a signal ends.

Nothing is raised: amid the imports of a start an error is at times kept by what was importing, or comes out
as another one. Nothing is lost either: the library is made to be killed, and nobody has marked anything yet.
"""

from __future__ import annotations

import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

_MESSAGES = 2


def end_at_once(number: int, _frame: object = None) -> NoReturn:
    """End the process as the signal asks, with the exit code that a shell gives to it."""
    try:
        if number == signal.SIGINT:
            os.write(_MESSAGES, b"interrupted\n")
    finally:
        # Also where nobody is there to read it.
        os._exit(128 + number)


def interrupts_end() -> Callable[[], object]:
    """Have Ctrl-C end the process at once, where it would raise an error; return what undoes it.

    A thread beside the main one is not asked, and hears of no Ctrl-C.
    """
    return _exchanged(signal.default_int_handler, end_at_once)


def interrupts_raise() -> Callable[[], object]:
    """Have Ctrl-C raise KeyboardInterrupt, where it would end the process at once; return what undoes it.

    For work that is long and has something to tidy up.
    """
    return _exchanged(end_at_once, signal.default_int_handler)


def _exchanged(
    before: Callable[[int, Any], object], then: Callable[[int, Any], object]
) -> Callable[[], object]:
    """Handle Ctrl-C in another way, if it is handled in the one before; return what undoes that."""
    if signal.getsignal(signal.SIGINT) != before:
        return lambda: None
    try:
        signal.signal(signal.SIGINT, then)
    except ValueError:
        return lambda: None
    return lambda: signal.signal(signal.SIGINT, before)
