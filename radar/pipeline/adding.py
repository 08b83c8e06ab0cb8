"""What import and refresh share: papers gathered into chunks, and what came of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from radar.papers.bases import Mutable
from radar.papers.listed.listing import Listing, ListingPage, NotUnderstood
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Read

if TYPE_CHECKING:
    from radar.library.adding.storing import Added
    from radar.library.library import Library
    from radar.sources.source import Parsed, Source

CHUNK = 256
"""Papers that are committed together: small enough that a cancel is obeyed within a moment."""


class Counts(Mutable):
    """Papers met so far, and what they were to the library."""

    papers: int = 0
    new: int = 0
    known: int = 0
    changed: int = 0
    not_understood: int = 0
    """Lines that were left out."""
    unread_fields: int = 0
    """Papers of which a field was left out."""
    updated: int = 0
    marked: int = 0
    """New ones whose marks, tags or notes came along."""
    marked_here: int = 0
    """Known ones whose marks, tags or notes were not taken, for their reader's own stay."""
    tagged_here: int = 0
    """Known ones that got tags which the reader had asked for."""
    dated_too_far: int = 0
    """Papers of which a date was not believed."""

    removed: int = 0
    """Papers that were left out, for the reader removed them."""

    once: set[int] | None = None
    """Keys of the papers counted so far, where one that comes again is not to count again."""

    def count(self, added: Added, papers: int) -> None:
        """Count a chunk of papers that was committed."""
        again, removed_again = self._again(added.keys), self._again(added.removed)
        self.papers += papers - again - removed_again
        self.new += added.new
        self.known += max(0, added.known - again)
        self.removed += len(added.removed) - removed_again
        self.changed += added.changed
        self.updated += added.updated
        self.marked += added.marked
        self.marked_here += added.marked_here
        self.tagged_here += added.tagged_here
        self.dated_too_far += added.dated_too_far

    def _again(self, keys: Sequence[int]) -> int:
        """Return how many of the papers were counted before, and note the others."""
        if self.once is None:
            return 0
        before = len(self.once)
        self.once.update(keys)
        return len(keys) - (len(self.once) - before)


def chunks(items: Iterable[Paper | NotUnderstood], size: int) -> Iterator[list[Paper] | NotUnderstood]:
    """Yield the papers in lists of at most `size`, and what was not understood as soon as it is met."""
    chunk: list[Paper] = []
    for item in items:
        if isinstance(item, NotUnderstood):
            yield item
            continue
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def keep_page(
    library: Library,
    read: Read,
    source: Source,
    page: ListingPage,
    counts: Counts,
    limit: int | None,
    listing: Listing,
) -> list[NotUnderstood]:
    """Commit the papers of a page, count them, and return what was not understood.

    Args:
        limit: papers that are taken at most, those that were counted before among them; None for all.
        listing: where the papers are said to come from.
    """
    notes: list[NotUnderstood] = []
    room = None if limit is None else max(0, limit - counts.papers)
    for item in chunks(_at_most(source.parse(page), room), CHUNK):
        if isinstance(item, NotUnderstood):
            notes.append(item)
        else:
            counts.count(library.add_papers(item, listing, read), len(item))
    counts.not_understood += len(notes)
    return notes


def _at_most(items: Iterable[Parsed], papers: int | None) -> Iterator[Parsed]:
    """Yield what a page holds up to so many papers."""
    if papers is None:
        yield from items
        return
    for item in items:
        if isinstance(item, Paper):
            if not papers:
                return
            papers -= 1
        yield item
