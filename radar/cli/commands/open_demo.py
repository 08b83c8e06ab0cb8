"""`radar demo`: the main job on a sample, in a library that is thrown away."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from radar.cli.commands.list_papers import print_rows
from radar.cli.commands.open_screen import can_show_screen, show_screen
from radar.cli.exit_codes import ExitCode
from radar.cli.list_lines import print_legend
from radar.cli.opening import keys_of, settings_of
from radar.cli.output import Output, Style
from radar.cli.paper_lines import print_entry
from radar.cli.parser import add_screen_options
from radar.papers.reader.query import CodeFilter, PaperQuery

if TYPE_CHECKING:
    from radar.pipeline.radar import Radar


DETAILS = (
    "The library and the cache of the demo are temporary and are removed when it ends; yours are not\n"
    "touched. Your settings hold in it and stay as they are: a refresh or a summary that you ask for goes\n"
    "to your sources or to your endpoint, and without being asked nothing goes anywhere. A source that\n"
    "you follow in it is followed until it ends."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_screen_options(parser, argparse.SUPPRESS)
    parser.add_argument(
        "--headless", action="store_true", help="print the main job instead of opening the screen"
    )


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Open the screen on the sample, or print the same job where no screen can be drawn."""
    from radar.wiring.radars import build_demo

    settings = settings_of(arguments, output)
    radar = build_demo(settings)
    if not arguments.headless and can_show_screen(output):
        return show_screen(radar, settings)
    try:
        _print_main_job(radar, output)
    finally:
        radar.close()
    return ExitCode.OK


def _print_main_job(radar: Radar, output: Output) -> None:
    everything = keys_of(radar.reader, PaperQuery(), None)
    with_code = keys_of(radar.reader, PaperQuery(code=CodeFilter.RELEASED), None)
    _head(
        f"{len(everything)} papers of a sample, newest first (abstracts are paraphrases)",
        "radar list",
        output,
    )
    print_rows(radar.reader, everything, output)
    if output.person:
        print_legend(output)
    output.line()
    _head(f"only the {len(with_code)} whose code is released", "radar list --code", output)
    print_rows(radar.reader, with_code, output)
    entry = radar.reader.entry(with_code[0]) if with_code else None
    if entry is not None:
        output.line()
        _head("one of them, with the words its flags stand on", f"radar show {entry.paper.id}", output)
        print_entry(entry, output)


def _head(text: str, command: str, output: Output) -> None:
    output.line(output.styled(f"== {text}", Style.BOLD), output.styled(f"   ({command})", Style.DIM))
