"""`radar export`: papers in a format that other programs read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain, islice

from radar.cli.commands.list_papers import EMPTY, nothing_found
from radar.cli.exit_codes import ExitCode
from radar.cli.named_papers import tell_lacking
from radar.cli.opening import keys_of, reader_of, settings_of
from radar.cli.output import Output
from radar.cli.parser import named_place, one_of
from radar.cli.query_options import add_query_options, query_of
from radar.cli.rereading import say_outdated
from radar.cli.wrong_use import UsageError
from radar.errors import LibraryError
from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperEntry
from radar.papers.text.places import at_home
from radar.papers.text.plurals import plural
from radar.pipeline.exporting.export_file import write_export
from radar.pipeline.exporting.formats import export_formats, export_parts, format_of, label_of, suffix_of

DETAILS = (
    "The options choose papers as those of radar list do; JSON lines can be imported again.\n"
    "Where nothing is found, nothing is written and the exit code is 1."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_query_options(parser)
    formats = export_formats()
    parser.add_argument(
        "--format",
        type=one_of(*formats),
        metavar="|".join(formats),
        help="the format to write; without it, the one that the ending of FILE stands for",
    )
    parser.add_argument(
        "--out", type=named_place, metavar="FILE", help="the file to write; standard output without it"
    )
    parser.add_argument("--force", action="store_true", help="overwrite the file if it is there")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Write the papers that the options choose."""
    format = arguments.format or _format_of(arguments.out or "")
    with reader_of(settings_of(arguments), output) as reader:
        query = query_of(arguments, reader)
        keys = keys_of(reader, query, arguments.limit) if reader else []
        code = tell_lacking(reader, query, output) if reader else ExitCode.OK
        if not keys:
            output.aside(f"nothing to export: {nothing_found(reader, query) if reader else EMPTY}")
            return ExitCode.INCOMPLETE
        if reader is not None:
            say_outdated(reader, output)
        entries = _entries(reader, keys)
        if not arguments.out or arguments.out == "-":
            _print(entries, format, output)
            return code
        path = at_home(arguments.out)
        count = write_export(entries, format, path, force=arguments.force)
        output.aside(f"{plural(count, 'paper')} written to {path}")
        named = format_of(path.name)
        if named and named != format:
            output.aside(f"{path.name} is named as {label_of(named)} and holds {label_of(format)}")
    return code


def _print(entries: Iterator[PaperEntry], format: str, output: Output) -> None:
    # The first is read before anything is printed, which is whole then or begins with papers.
    begun = list(islice(entries, 1))
    output.hold_a_file()
    try:
        for part in export_parts(chain(begun, entries), format):
            output.text(part)
    except LibraryError:
        output.aside("the export is unfinished: what stands above is not all of it")
        raise


def _format_of(out: str) -> str:
    """Return the format that a file is to have by its name; raises UsageError where that does not tell."""
    format = format_of(out)
    if not format:
        endings = ", ".join(map(suffix_of, export_formats()))
        raise UsageError(
            f"--format says in which format: {', '.join(export_formats())}",
            f"A file of --out that ends in one of {endings} needs none; radar export --help tells",
        )
    return format


def _entries(reader: LibraryReader | None, keys: list[int]) -> Iterator[PaperEntry]:
    for key in keys:
        entry = reader.entry(key) if reader else None
        if entry is not None:
            yield entry
