"""The papers that a query names by ids and nothing else."""

from __future__ import annotations

from datetime import date

from radar.cli.commands.show_papers import not_found
from radar.cli.exit_codes import ExitCode
from radar.cli.output import Output
from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperQuery
from radar.papers.search.parsing import parse


def tell_lacking(reader: LibraryReader, query: PaperQuery, output: Output) -> ExitCode:
    """Say which of the ids no paper has; the code tells whether there are such, whatever the others find."""
    search = parse(query.text, date.today())
    lacking = [id for id in search.these if reader.key_of(id) is None]
    # Where no paper has the id, it is looked for as a word.
    if search.one and not reader.first(PaperQuery(text=query.text), 1):
        lacking.append(search.one)
    for id in dict.fromkeys(lacking):
        output.error(not_found(id))
    return ExitCode.INCOMPLETE if lacking else ExitCode.OK
