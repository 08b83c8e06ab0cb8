"""`radar import`: listings from files or standard input into the library."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from radar.cli.exit_codes import ExitCode
from radar.cli.feed_adding import adopt_feeds
from radar.cli.opening import migration_shown, say_who_writes, settings_of
from radar.cli.output import Output
from radar.cli.parser import named_place
from radar.cli.progress import ProgressBar, interrupts_told, progress_bar
from radar.cli.rereading import read_again
from radar.errors import LibraryError
from radar.papers.bases import Mutable, field, replace
from radar.papers.listed.listing import FieldsLeftOut, NotUnderstood
from radar.papers.reader.removal import STAYS_AWAY
from radar.papers.text.places import at_home
from radar.papers.text.plurals import plural
from radar.pipeline.events import (
    FeedsFound,
    Finishing,
    Imported,
    ImportEnded,
    ImportEvent,
    ImportFailed,
    ImportStarted,
)
from radar.pipeline.importing import Importer
from radar.sources.feeds.opml import Feed

_SHOWN = 10
"""Lines not understood that are shown a file, unless all are asked for."""


DETAILS = (
    "The format is recognised from the content, gzipped or not: the text of a Hugging Face listing,\n"
    "JSON lines, BibTeX, RIS, CSL-JSON, CSV with named columns, what Zotero exports (RDF, CSV, Better\n"
    "BibTeX JSON), EndNote (.enw, XML), PubMed nbib, Web of Science text, the mail in which arXiv\n"
    "announces a day. What is known already is recognised; lines that are not understood are told on\n"
    "standard error and make the exit code 1. Fields that are not understood are told there too; their\n"
    "papers come in without them, and the exit code stays 0.\n"
    "Fields of JSON lines that radar does not know are left out, and counted at the end, and so are\n"
    "keywords and notes of reference managers; with --tags their keywords become tags, also of papers that\n"
    "are known, beside the tags that these have. What radar itself exported brings tags and notes along to\n"
    "papers that are new to the library, JSON lines and CSV also read and starred; of known papers your own\n"
    "stay, and how many these are is said. Summaries by models are counted and not taken: only the\n"
    "library's own file brings them along. Lines may be taken out of an export, and fields of JSON lines,\n"
    "as long as title, and takeaway or id with read or starred are left.\n\n"
    "Papers that you removed are left out and counted, unless --anew asks for them.\n\n"
    "OPML, the list of feeds of a feed reader, holds no papers: its feeds become sources of the\n"
    "settings, once you agree."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "files",
        nargs="+",
        type=named_place,
        metavar="FILE",
        help="a listing, gzipped or not; - is standard input",
    )
    parser.add_argument("--yes", action="store_true", help="add the feeds of an OPML file without asking")
    parser.add_argument("--anew", action="store_true", help="bring in papers too that you removed")
    parser.add_argument(
        "--tags", action="store_true", help="keywords of reference managers become tags, also of known papers"
    )
    parser.add_argument("--verbose", action="store_true", help="show every line that was not understood")
    parser.set_defaults(rest="files")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Import the files and say what came of each."""
    from radar.wiring.libraries import build_library
    from radar.wiring.listings import build_importer

    settings = settings_of(arguments)
    paths = [None if name == "-" else at_home(name) for name in arguments.files]
    say_who_writes(output, arguments.files)
    with migration_shown(output) as report:
        library = build_library(settings, report)
    try:
        told = _import(
            build_importer(library, tags=arguments.tags, anew=arguments.anew),
            paths,
            arguments.verbose,
            output,
        )
        told.tell_fields()
        if told.code != ExitCode.INTERRUPTED:
            read_again(library, output)
    finally:
        library.close()
    if not told.feeds or told.code == ExitCode.INTERRUPTED:
        return told.code
    return told.code if adopt_feeds(told.feeds, settings, output, sure=arguments.yes) else ExitCode.INCOMPLETE


def _import(importer: Importer, paths: Sequence[Path | None], verbose: bool, output: Output) -> _Report:
    with progress_bar(output) as bar:
        report = _Report(output, bar, verbose)
        importer = replace(importer, finishing=lambda done, total: bar.step("search index", done, total))
        try:
            with interrupts_told(bar), closing(importer.run(paths)) as events:
                for event in events:
                    report.tell(event)
        except KeyboardInterrupt:
            bar.clear()
            output.aside(f"interrupted: {report.what_is_kept}")
            report.code = ExitCode.INTERRUPTED
        except LibraryError:
            # Why it ends is told by whoever called; how far it came is known only here.
            bar.clear()
            output.aside(f"ended early: {report.what_is_kept}")
            raise
    return report


class _Report(Mutable):
    """Says what happens during an import."""

    output: Output
    bar: ProgressBar
    verbose: bool
    code: ExitCode = ExitCode.OK
    name: str = ""
    """Name of the file at hand."""
    kept: int = 0
    """Its papers that are committed."""
    feeds: list[Feed] = field(default_factory=list)
    """Of all lists of feeds."""
    left_out: FieldsLeftOut = FieldsLeftOut()
    """Of all files: fields that radar does not know."""
    unread_fields: int = 0
    """Of all files: papers that came in without a field."""
    removed: int = 0
    """Of all files: papers that were left out, for the reader removed them."""
    _not_understood: int = 0

    def tell(self, event: ImportEvent) -> None:
        match event:
            case ImportStarted(listing=listing):
                self.name, self.kept, self._not_understood = listing.label or listing.name, 0, 0
            case Imported():
                self.kept = event.papers
                self.bar.step(f"{self.name}: {event.papers:,} papers", event.position, event.size)
            case NotUnderstood():
                self._tell_not_understood(event)
            case Finishing(done=done, total=total):
                self.bar.step("search index", done, total)
            case ImportEnded():
                self._tell_ended(event)
            case FeedsFound():
                self._tell_feeds(event)
            case ImportFailed(error=error):
                self.bar.clear()
                self.output.error(error)
                self.code = ExitCode.INCOMPLETE

    @property
    def what_is_kept(self) -> str:
        """Of the file at hand, in words."""
        if not self.name:
            return "nothing was read"
        were = "was read and is" if self.kept == 1 else "were read and are"
        return f"{plural(self.kept, 'paper')} of {self.name} {were} kept"

    def tell_fields(self) -> None:
        """Say which fields were left out, and what helps, once for all files."""
        for line in self.left_out.lines:
            self.output.aside(line)
        if self.unread_fields:
            self.output.aside(
                "fields not understood: mend them in the file and import it again, which fills them in"
            )

        if self.removed:
            self.output.aside(STAYS_AWAY)

    def _tell_not_understood(self, left_out: NotUnderstood) -> None:
        self._not_understood += 1
        if not left_out.field:
            self.code = ExitCode.INCOMPLETE
        if self.verbose or self._not_understood <= _SHOWN:
            text = f": {left_out.text}" if left_out.text else ""
            self.bar.aside(f"{self.name}:{left_out.line}: {left_out.reason}{text}")

    def _tell_feeds(self, event: FeedsFound) -> None:
        self.bar.clear()
        self.feeds.extend(event.feeds)
        self.output.line(self.output.styled(f"{event.listing.label}: {event.line}"))
        if not event.feeds:
            self.code = ExitCode.INCOMPLETE

    def _tell_ended(self, event: ImportEnded) -> None:
        self.bar.clear()
        self.left_out += event.left_out
        self.unread_fields += event.unread_fields
        self.removed += event.removed
        if not self.verbose and self._not_understood > _SHOWN:
            self.output.aside(f"{self.name}: and {self._not_understood - _SHOWN:,} more; --verbose shows all")
        self.output.line(self.output.styled(f"{self.name}: {event.line}"))
