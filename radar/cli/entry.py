"""Where the process begins: the first page before anything else is imported, then the program."""

from __future__ import annotations

import gc
import os
import sys

from radar.cli.first_page import is_screen, paint_first_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from radar.tui.early.terminal import EarlyTerminal

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run radar with these arguments, the process's own by default, and return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not is_screen(arguments):
        from radar.cli.program import run

        return run(arguments)
    # What a start imports lasts as long as the screen does; to look through it for garbage only costs time.
    collects = gc.isenabled()
    gc.disable()
    terminal: EarlyTerminal | None = None
    try:
        # Inside, for Ctrl-C may come while the page is being painted.
        terminal = paint_first_page(arguments, os.environ)
        from radar.cli.program import run

        return run(arguments, terminal)
    except KeyboardInterrupt:
        if terminal is not None:
            terminal.give_back()
        print("interrupted", file=sys.stderr)
        return _INTERRUPTED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1
    finally:
        if terminal is not None:
            terminal.give_back()
        if collects:
            gc.enable()
