"""What happens between the arguments and the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from radar import __version__
from radar.cli.exit_codes import ExitCode, exit_code_of
from radar.cli.output import Output
from radar.cli.parser import Command, CommandLine
from radar.errors import RadarError

_SCREEN = Command("", "open the screen", "open_screen")
_COMMANDS = (
    Command("demo", "show a sample, without network or key, in a library that is thrown away", "open_demo"),
    Command("import", "read listings from files into the library", "import_files"),
    Command("refresh", "ask the sources for new papers", "refresh_sources"),
    Command("list", "list papers with takeaways and flags", "list_papers"),
    Command("watch", "save searches, and see what is new in each", "manage_watches"),
    Command("show", "show one paper in full, with the words its flags stand on", "show_papers"),
    Command("mark", "mark papers read or unread, star them, and take that back", "mark_papers"),
    Command("tag", "tag papers, or take tags away", "tag_papers"),
    Command("summarise", "have papers summarised by a model", "summarise_papers"),
    Command("compare", "have the same papers summarised by several, and compare", "compare"),
    Command("export", "write papers as BibTeX, CSL-JSON, JSON lines, Markdown, CSV", "export_papers"),
    Command(
        "batch", "have papers summarised by a batch service or a cluster: files out, results in", "batch"
    ),
    Command("read", "read papers from JSON lines, beside the library", "read_stream"),
    Command("usage", "show what summaries cost, and what is left of the budgets", "show_usage"),
    Command("jobs", "list what the worker process does, or cancel it", "list_jobs"),
    Command("endpoint", "set up, try and list the endpoints that write summaries", "manage_endpoints"),
    Command("doctor", "check library, cache, endpoint, sources and terminal", "check_parts"),
    Command("settings", "show what is set, and where it was set", "show_settings"),
    Command("work", "", "work"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run radar with these arguments, the process's own by default, and return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_closed_streams()
    output = Output.of_process(colour="--no-color" not in arguments)
    try:
        code = _run(arguments, output)
        output.flush()
    except BrokenPipeError:
        # The other side of the pipe has read enough: nothing more to say, and nothing wrong.
        _drop_what_is_left()
        return ExitCode.OK
    except OSError as error:
        _drop_what_is_left()
        output.error(
            RadarError(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
        )
        return ExitCode.WRONG
    return code


def _run(arguments: Sequence[str], output: Output) -> int:
    try:
        found = CommandLine(_COMMANDS, __version__).parse(arguments)
        command = next((command for command in _COMMANDS if command.name == found.command), _SCREEN)
        return command.load().run(found, output)
    except RadarError as error:
        output.error(error)
        return exit_code_of(error)
    except KeyboardInterrupt:
        output.aside("interrupted")
        return ExitCode.INTERRUPTED
    except SystemExit as leaving:
        # argparse leaves by itself after --help and --version.
        return leaving.code if isinstance(leaving.code, int) else ExitCode.OK


def _open_closed_streams() -> None:
    """Put /dev/null where a shell has closed an output, as `radar work >&-` does."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _drop_what_is_left() -> None:
    """Let what is still to be printed go nowhere, so that Python does not fail over it while it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
