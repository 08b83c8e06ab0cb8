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
    from typing import NoReturn

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
    """Have Ctrl-C end the process at once; return what undoes it.

    A thread beside the main one is not asked, and hears of no Ctrl-C.
    """
    try:
        before = signal.signal(signal.SIGINT, end_at_once)
    except ValueError:
        return lambda: None
    return lambda: signal.signal(signal.SIGINT, before)
