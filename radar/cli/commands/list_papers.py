"""`radar list`: papers with their takeaways and flags."""

from __future__ import annotations

import argparse
from datetime import date, datetime

from radar.cli.exit_codes import ExitCode
from radar.cli.list_lines import print_closeness, print_legend, print_row
from radar.cli.named_papers import tell_lacking
from radar.cli.opening import keys_of, reader_of, settings_of
from radar.cli.output import Output
from radar.cli.query_options import add_query_options, query_of
from radar.cli.rereading import say_outdated
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.reader.query import Order, PaperQuery
from radar.papers.search.parsing import parse
from radar.papers.text.local_time import local_minute
from radar.papers.text.plurals import plural
from radar.pipeline.exporting.record import closeness_record, entry_record

_PAGE = 200
_DROPPED = {"text": "the query"}
"""Parts of a question under the name that they have on the command line."""
EMPTY = (
    "the library is empty: radar import FILE reads a listing, radar refresh asks your sources, "
    "radar demo shows a sample"
)


DETAILS = (
    "Piped, a paper is two lines: id, day, flags and title, two spaces between, then the takeaway. "
    "Where a model has read it too, results-rules-only says that only the rules found them; also agreed, "
    "model-only and disputed, and the same of code. "
    "With --order close a third says how close it is to what you starred, and because of which words. "
    "Where the takeaway comes from and the key figure stand in --json, and beside it on a terminal."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_query_options(parser)
    parser.add_argument("--json", action="store_true", help="JSON lines, with everything the library holds")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print the papers that the options choose."""
    with reader_of(settings_of(arguments, output), output) as reader:
        query = query_of(arguments, reader)
        if reader is None:
            output.aside(EMPTY)
            return ExitCode.OK
        say_outdated(reader, output)
        keys = keys_of(reader, query, arguments.limit)
        code = tell_lacking(reader, query, output)
        close = query.order is Order.CLOSE
        if close and not reader.counts().starred:
            output.aside("nothing is starred to be close to, so newest first: star a few papers first")
        if arguments.json:
            print_records(reader, keys, output, closeness=close)
            return code
        print_rows(reader, keys, output, closeness=close)
        if not keys:
            output.aside(nothing_found(reader, query))
        elif output.person:
            _print_foot(len(keys), output)
    return code


def print_rows(reader: LibraryReader, keys: list[int], output: Output, *, closeness: bool = False) -> None:
    """Print papers by their keys, a page of rows at a time.

    Args:
        closeness: whether to say how close each is to what is starred, and why.
    """
    for start in range(0, len(keys), _PAGE):
        for row in reader.rows(keys[start : start + _PAGE]):
            print_row(row, output)
            if closeness:
                print_closeness(reader.closeness(row.key), output)


def print_records(reader: LibraryReader, keys: list[int], output: Output, *, closeness: bool = False) -> None:
    """Print papers as JSON lines.

    Args:
        closeness: whether to say how close each is to what is starred, and why.
    """
    for key in keys:
        entry = reader.entry(key)
        if entry is not None:
            record = entry_record(entry)
            output.json(
                {**record, "closeness": closeness_record(reader.closeness(key))} if closeness else record
            )


def nothing_found(reader: LibraryReader, query: PaperQuery) -> str:
    """Say that nothing matches, and which filter to drop for how many papers."""
    if not reader.counts().papers:
        return EMPTY
    if query.added_after is not None and reader.keys(replace(query, added_after=None)):
        # Only --new kept them out; what else could be dropped would bring other papers.
        return told_since(query.added_after, 0)
    found = [
        f"{count:,} without {_DROPPED.get(name, name)}" for name, count in reader.without(query) if count
    ]
    found = _begun(reader, query) + found
    unknown = ", ".join(reader.unknown(query))
    nothing = f"nothing matches: {unknown}" if unknown else "nothing matches"
    return f"{nothing}; there would be {', '.join(found)}" if found else nothing


def told_since(seen: datetime, new: int) -> str:
    """Say how many papers of a watch are new against those that its reader knows."""
    # The moment of the last addition that the reader knows, which may be long before the watch was saved.
    known = f"the papers added up to {local_minute(seen)}"
    return f"{new:,} new since {known}" if new else f"nothing new since {known}"


def _begun(reader: LibraryReader, query: PaperQuery) -> list[str]:
    """Say how many there are where the last word may go on."""
    text = query.text.rstrip()
    if not text[-1:].isalnum():
        return []
    wider = replace(query, text=f"{text}*")
    if parse(wider.text, date.today()).mistakes:
        return []
    count = reader.size(wider)
    count = len(reader.keys(wider)) if count is None else count
    return [f"{count:,} with {text.split()[-1]}*"] if count else []


def _print_foot(count: int, output: Output) -> None:
    output.line()
    print_legend(output, f"{plural(count, 'paper')}:")
