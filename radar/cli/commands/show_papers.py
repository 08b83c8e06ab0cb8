"""`radar show`: one paper, or a few, in full."""

from __future__ import annotations

import argparse

from radar.cli.exit_codes import ExitCode
from radar.cli.opening import reader_of, settings_of
from radar.cli.output import Output, printable
from radar.cli.paper_lines import print_entry
from radar.cli.rereading import say_outdated
from radar.errors import RadarError
from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperEntry
from radar.pipeline.exporting.record import entry_record

DETAILS = "Any form of an id will do: 2406.01234, arxiv:2406.01234v2, a DOI, or a link to the paper."
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "ids", nargs="+", metavar="ID", help="an id or a link: 2406.01234, a DOI, acl:..., https://..."
    )
    parser.add_argument("--json", action="store_true", help="JSON, one line a paper")
    parser.set_defaults(rest="ids")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print the papers with these ids; the exit code tells whether one was not found."""
    code = ExitCode.OK
    with reader_of(settings_of(arguments), output) as reader:
        if reader is not None:
            say_outdated(reader, output)
        for number, paper_id in enumerate(arguments.ids):
            entry = entry_of(reader, paper_id)
            if entry is None:
                output.error(not_found(paper_id))
                code = ExitCode.INCOMPLETE
            elif arguments.json:
                output.json(entry_record(entry))
            else:
                if number:
                    output.line()
                print_entry(entry, output)
    return code


def entry_of(reader: LibraryReader | None, paper_id: str) -> PaperEntry | None:
    """Return the paper with this id or link, None where the library lacks it."""
    key = reader.key_of(paper_id) if reader else None
    return reader.entry(key) if reader and key is not None else None


def not_found(paper_id: str) -> RadarError:
    """Return what to say of an id that the library lacks."""
    return RadarError(
        f"no paper {printable(paper_id)!r} in the library", "radar list WORDS shows papers with their ids"
    )
