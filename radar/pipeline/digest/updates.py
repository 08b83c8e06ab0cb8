"""What changed of papers that were there before, and which sources fail."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.change import Change
from radar.papers.reader.query import PaperEntry, PaperQuery
from radar.pipeline.digest.contents import UpdatedPaper


def changes_between(entry: PaperEntry, since: datetime, until: datetime) -> tuple[Change, ...]:
    """Return what became of a paper after a moment and up to another one."""
    return tuple(change for change in entry.changes if since < change.when <= until)


def updated_keys(
    reader: LibraryReader, query: PaperQuery, scope: Sequence[PaperQuery], changed: AbstractSet[int]
) -> list[int]:
    """Return the papers among those that changed which the reader has not opened since.

    Args:
        query: only these papers.
        scope: only papers that answer one of these; any paper where there are none.
    """
    if not changed:
        return []
    keys = [key for key in reader.keys(replace(query, updated=True)) if key in changed]
    if scope:
        within = {key for one in scope for key in reader.keys(replace(one, updated=True))}
        keys = [key for key in keys if key in within]
    return keys


def updated_papers(
    reader: LibraryReader, keys: Sequence[int], since: datetime, until: datetime
) -> tuple[UpdatedPaper, ...]:
    """Return the papers with what changed between two moments, the latest change first."""
    found: list[UpdatedPaper] = []
    for key in keys:
        entry = reader.entry(key)
        changes = changes_between(entry, since, until) if entry is not None else ()
        if entry is not None and changes:
            found.append(UpdatedPaper(entry, changes))
    return tuple(sorted(found, key=lambda one: one.changes[-1].when, reverse=True))


def failing_sources(
    reader: LibraryReader, since: datetime, followed: AbstractSet[str] | None = None
) -> tuple[SourceState, ...]:
    """Return the sources that were asked after a moment and failed the last time.

    Args:
        followed: the names, in lower case, of those that count; None for all.
    """
    return tuple(
        state
        for state in reader.source_states()
        if state.error
        and (state.asked is None or state.asked > since)
        and (followed is None or state.name.casefold() in followed)
    )
