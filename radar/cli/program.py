"""What happens between the arguments and the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from radar import __version__
from radar.cli.output import Output
from radar.errors import RadarError

if TYPE_CHECKING:
    from types import TracebackType

    from radar.tui.early.terminal import EarlyTerminal

_OK = 0


def run(arguments: Sequence[str], terminal: EarlyTerminal | None = None) -> int:
    """Run radar with these arguments and return the exit code.

    Args:
        terminal: where a first page stands already; it is given back before anything is printed.
    """
    _open_closed_streams()
    _let_any_bytes_in()
    if arguments[:1] != ["work"]:
        # Nobody reads along at a worker: what it writes goes to a log of its own.
        sys.excepthook = _tell_unforeseen
    output = Output.of_process(colour="--no-color" not in arguments)
    try:
        code = _run(arguments, output, terminal)
        output.flush()
    except BrokenPipeError:
        # The other side of the pipe has read enough: nothing more to say, and nothing wrong.
        _drop_what_is_left()
        return _OK
    except OSError as error:
        _drop_what_is_left()
        from radar.cli.exit_codes import ExitCode

        why = error.strerror or error
        if error.filename:
            output.error(RadarError(f"{why}: {error.filename}"))
            return ExitCode.WRONG
        # An error that names no file is one of an output that is open already: its disk is full, say.
        output.error(RadarError(f"standard output cannot be written: {why}", "What is there is not whole"))
        return ExitCode.INCOMPLETE
    return code


def _run(arguments: Sequence[str], output: Output, terminal: EarlyTerminal | None) -> int:
    try:
        try:
            return _command(arguments, output, terminal)
        finally:
            if terminal is not None:
                terminal.give_back()
    except RadarError as error:
        # Imported where it is needed, here and elsewhere: a start that goes well does without it.
        from radar.cli.exit_codes import exit_code_of

        output.error(error)
        return exit_code_of(error)
    except KeyboardInterrupt:
        from radar.cli.exit_codes import ExitCode

        output.aside("interrupted")
        return ExitCode.INTERRUPTED
    except SystemExit as leaving:
        # argparse leaves by itself after --help and --version.
        return leaving.code if isinstance(leaving.code, int) else _OK


def _command(arguments: Sequence[str], output: Output, terminal: EarlyTerminal | None) -> int:
    if not arguments:
        # The way radar is called most, which needs no parser.
        from radar.cli.commands.open_screen import open_screen

        return open_screen({}, output, terminal)
    from radar.cli.command_list import COMMANDS, SCREEN
    from radar.cli.parser import CommandLine
    from radar.cli.told_to_end import ended_in_order

    if arguments[0] == "help":
        arguments = [*arguments[1:], "--help"]
    elif arguments[0] == "version":
        arguments = ["--version"]
    found = CommandLine(COMMANDS, __version__).parse(arguments)
    found.arguments, found.terminal = arguments, terminal
    command = next((command for command in COMMANDS if command.name == found.command), SCREEN)
    if command is SCREEN or command.name == "work":
        # They see to it themselves that a signal ends them in order.
        return command.load().run(found, output)
    with ended_in_order():
        return command.load().run(found, output)


def _tell_unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in words what the program ends by and nobody foresaw, in place of Python's lines of code."""
    from radar.cli.unforeseen import told

    output = Output.of_process(colour=False)
    output.error(told(error, os.environ))


def _open_closed_streams() -> None:
    """Put /dev/null where a shell has closed an output, as `radar work >&-` does."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _let_any_bytes_in() -> None:
    """Have bytes that are no text read as what stands for them, as arguments are: who reads them says so."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="surrogateescape")


def _drop_what_is_left() -> None:
    """Let what is still to be printed go nowhere, so that Python does not fail over it while it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
