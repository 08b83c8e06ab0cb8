"""Where the process begins: the first page before anything else is imported, then the program."""

from __future__ import annotations

import gc
import os
import sys
import time

from radar.cli.first_page import is_screen, paint_first_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from radar.tui.early.terminal import EarlyTerminal


_A_DAY = 86_400


def main(argv: Sequence[str] | None = None) -> int:
    """Run radar with these arguments, the process's own by default, and return the exit code."""
    _have_streams_wait()
    _have_a_time_zone()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not is_screen(arguments):
        from radar.cli.program import run

        return run(arguments)
    from radar.tui.early.ending import interrupts_end

    interrupts_no_more = interrupts_end()
    # What a start imports lasts as long as the screen does; to look through it for garbage only costs time.
    collects = gc.isenabled()
    gc.disable()
    terminal: EarlyTerminal | None = None
    try:
        terminal = paint_first_page(arguments, os.environ)
        from radar.cli.program import run

        return run(arguments, terminal)
    finally:
        if terminal is not None:
            terminal.give_back()
        if collects:
            gc.enable()
        interrupts_no_more()


def _have_a_time_zone() -> None:
    """Take UTC where the time zone is a day or more from it, which no clock can show, and say so."""
    if max(abs(time.timezone), abs(time.altzone)) < _A_DAY:
        return
    named, os.environ["TZ"] = os.environ.get("TZ", ""), "UTC"
    time.tzset()
    if sys.stderr is not None:
        from radar.cli.output import Output

        told = f"TZ={named} is a day or more from UTC: UTC is taken; Europe/Paris is a zone, or UTC-2"
        Output.of_process(colour=False).aside(told)


def _have_streams_wait() -> None:
    """Have every read and write wait until it is done.

    Another program that has the same terminal or pipe may have switched that off, for all that share it: what
    is slow to come would then be taken for the end, and what is slow to go would be lost.
    """
    for stream in range(3):
        try:
            os.set_blocking(stream, True)
        except OSError:
            # The shell has closed it.
            continue
