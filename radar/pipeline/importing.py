"""Files that list papers, read into the library."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from radar.errors import ListingError
from radar.library.listings.givers import Named
from radar.papers.bases import Mutable, Value
from radar.papers.jobs.reports import Report, tell_nobody
from radar.papers.listed.listing import FieldsLeftOut, Listing, NotUnderstood
from radar.papers.listed.paper import Paper
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.summaries.summary import Read
from radar.papers.text.safe_text import clean
from radar.pipeline.adding import CHUNK, Counts
from radar.pipeline.collecting import seldom_collecting
from radar.pipeline.events import (
    FeedsFound,
    Finishing,
    Imported,
    ImportEnded,
    ImportEvent,
    ImportFailed,
    ImportStarted,
)
from radar.pipeline.reading_ahead import MANY, ReadAhead
from radar.sources.feeds.opml import Feed, feeds_in, is_feed_list
from radar.sources.reading.files import ListingFile, open_listing, read_listing
from radar.sources.source import FileParsed, Format, recognise

if TYPE_CHECKING:
    from radar.library.adding.planning import Prepared
    from radar.library.library import Library


_FEW = 2_048
"""Papers of a run that are committed by the CHUNK, so that those of a short one are seen as they come."""
_LARGE_CHUNK = 1_024
"""Papers that are committed together from then on. They go into the tables by rising key, and where chunks
come newest first, SQLite fills a page the better the more rows come in one rise: of 256 it leaves two fifths
of the readings' pages empty and an eighth of the papers', of 1,024 a fifth and a thirteenth. Storing them
takes a tenth of a second, less than a step of the search index."""


class _Taken(Mutable):
    """How many papers of a run were taken, and how many are stored together at that point."""

    papers: int = 0

    @property
    def chunk(self) -> int:
        """Papers of the next chunk."""
        return CHUNK if self.papers < _FEW else _LARGE_CHUNK


class _Batch(Value):
    """Papers of a file that are stored together."""

    papers: Prepared
    notes: tuple[NotUnderstood, ...]
    """What was not understood since the batch before."""
    left_out: FieldsLeftOut
    """Fields of the whole file, told with its last batch."""
    unread_fields: int
    """Papers of the file so far of which a field was not understood."""
    position: int
    """Bytes of the file that were read when the last of them came."""


class Importer(Value):
    """Recognises files, and brings their papers into the library with what their abstracts say."""

    library: Library
    formats: Sequence[Format]
    """What a file may be written in; the first that recognises it reads it."""
    read: Read
    """Says what an abstract says, without any model."""
    stdin: BinaryIO | None = None
    """Is read where a path is None."""
    finishing: Report = tell_nobody
    """Is told how far the search index is, done and total, while it is brought up to date at the end; what
    it raises ends that, and the next import goes on with it."""
    anew: bool = False
    """Whether papers that the reader removed come in too; else they are left out."""
    processes: int | None = None
    """How many help with reading once there are many papers; None for as many as the cores are worth."""

    def run(self, paths: Sequence[Path | None]) -> Generator[ImportEvent, None, None]:
        """Import the files one after the other; a file that cannot be read does not stop the others.

        Whatever ends the iteration, papers that were committed stay and can be searched.
        """
        touched, taken = False, _Taken()
        try:
            with seldom_collecting(), ReadAhead(self.read, self.processes) as reading:
                for path in paths:
                    for event in self._import(path, reading, taken):
                        touched = touched or (isinstance(event, Imported) and event.new + event.changed > 0)
                        yield event
            if touched:
                yield Finishing(0, 1)
        finally:
            # Also after an import that added nothing: one that was killed may have left this undone.
            self.library.finish_bulk(self.finishing)

    def _import(self, path: Path | None, reading: ReadAhead, taken: _Taken) -> Iterator[ImportEvent]:
        listing = listing_of(path)
        try:
            file = open_listing(path, self.stdin)
        except ListingError as error:
            yield ImportFailed(listing, error)
            return
        try:
            if is_feed_list(file.head):
                yield ImportStarted(listing, "OPML", file.size())
                yield from _feeds_of(file, listing)
            else:
                yield from self._papers_of(file, listing, reading, taken)
        except ListingError as error:
            yield ImportFailed(listing, error)
        finally:
            file.close()

    def _papers_of(
        self, file: ListingFile, listing: Listing, reading: ReadAhead, taken: _Taken
    ) -> Iterator[ImportEvent]:
        format = _format_of(file, self.formats)
        size = file.size()
        yield ImportStarted(listing, format.name, size)
        counts, left_out = Counts(), FieldsLeftOut()
        batches = self._batches(file, read_listing(file, (format,)), taken, listing)
        many = size is not None and size >= MANY
        for batch, readings in reading.over(batches, lambda batch: batch.papers.unread, many=many):
            counts.not_understood += sum(not note.field for note in batch.notes)
            counts.unread_fields = batch.unread_fields
            left_out = batch.left_out
            yield from batch.notes
            papers = len(batch.papers.papers)
            if papers:
                counts.count(self.library.add_prepared(batch.papers, listing, self.read, readings), papers)
                yield Imported(batch.position, size, counts.papers, counts.new, counts.known, counts.changed)
        if not counts.papers and not counts.not_understood:
            raise ListingError(f"{listing.label} holds no papers")
        came = counts.papers, counts.new, counts.known, counts.changed, counts.not_understood
        marked = counts.marked, counts.marked_here, counts.tagged_here
        rest = counts.dated_too_far, counts.removed
        yield ImportEnded(listing, *came, left_out, counts.unread_fields, *marked, *rest)

    def _batches(
        self, file: ListingFile, parsed: Iterable[FileParsed], taken: _Taken, listing: Listing
    ) -> Iterator[_Batch]:
        named = Named()
        papers: list[Paper] = []
        marks: dict[int, OwnMarks] = {}
        notes: list[NotUnderstood] = []
        left_out, unread_fields, field_unread = FieldsLeftOut(), 0, False

        def marks_of_all() -> list[OwnMarks | None]:
            return [marks.get(place) for place in range(len(papers))] if marks else []

        def batch() -> _Batch:
            taken.papers += len(papers)
            prepared = self.library.prepare(papers, listing, named, marks_of_all(), anew=self.anew)
            return _Batch(prepared, tuple(notes), left_out, unread_fields, file.position())

        for item in parsed:
            if isinstance(item, NotUnderstood):
                notes.append(item)
                field_unread = item.field
            elif isinstance(item, FieldsLeftOut):
                left_out += item
            elif isinstance(item, OwnMarks):
                marks[len(papers)] = item
                continue
            else:
                papers.append(item)
                unread_fields, field_unread = unread_fields + field_unread, False
            if max(len(papers), len(notes)) >= taken.chunk:
                yield batch()
                papers, notes, marks = [], [], {}
        if papers or notes or left_out != FieldsLeftOut():
            yield batch()


def _feeds_of(file: ListingFile, listing: Listing) -> Iterator[ImportEvent]:
    found: list[Feed] = []
    for item in feeds_in(file.lines()):
        if isinstance(item, NotUnderstood):
            yield item
        else:
            found.append(item)
    yield from file.problems()
    yield FeedsFound(listing, tuple(found))


def _format_of(file: ListingFile, formats: Sequence[Format]) -> Format:
    try:
        return recognise(file.head, formats)
    except ListingError as error:
        raise ListingError(f"{file.name}: {error.message}", error.hint) from error


def listing_of(path: Path | None) -> Listing:
    """Return the name under which the papers of a file are kept; None is standard input."""
    name = clean(path.name) if path else "standard input"
    return Listing(f"file:{name}", name)
