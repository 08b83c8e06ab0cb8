"""`radar refresh`: what the sources have listed since."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from contextlib import aclosing

from radar.cli.exit_codes import ExitCode, exit_code_of
from radar.cli.opening import migration_shown, settings_of
from radar.cli.output import Output
from radar.cli.rereading import read_again
from radar.errors import SettingsError
from radar.pipeline.events import Refreshed
from radar.pipeline.refreshing import Refresher

_SHOWN = 10


DETAILS = "One source that fails does not stop the others."
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "sources", nargs="*", metavar="SOURCE", help="hf:daily, arxiv:cs.CL, ...; those of the settings"
    )
    parser.set_defaults(rest="sources")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Ask the sources and say what came of each."""
    from radar.wiring.libraries import build_library
    from radar.wiring.listings import build_refresher

    settings = settings_of(arguments)
    names: Sequence[str] = arguments.sources or settings.sources
    if not names:
        raise SettingsError("no sources are set", "Name one: radar refresh hf:daily")
    with migration_shown(output) as report:
        library = build_library(settings, report)
    try:
        refresher = build_refresher(settings, library)
        code = asyncio.run(refresh(refresher, names, output))
        read_again(library, output)
        return code
    finally:
        library.close()


async def refresh(refresher: Refresher, names: Sequence[str], output: Output) -> int:
    """Ask the sources with this refresher, say what came of each, and return the exit code."""
    code = ExitCode.OK
    not_understood = 0
    try:
        async with aclosing(refresher.run(names)) as events:
            async for event in events:
                if isinstance(event, Refreshed):
                    code = max(code, _tell(event, output))
                elif (not_understood := not_understood + 1) <= _SHOWN:
                    output.aside(f"line {event.line}: {event.reason}")
    finally:
        await refresher.aclose()
    return code


def _tell(refreshed: Refreshed, output: Output) -> ExitCode:
    if refreshed.error is None:
        output.line(output.styled(refreshed.line))
        return ExitCode.OK
    output.error(refreshed.error, about=refreshed.source)
    if refreshed.papers:
        output.line(
            output.styled(f"{refreshed.source}: {refreshed.new:,} new papers came before that and are kept")
        )
    return exit_code_of(refreshed.error)
