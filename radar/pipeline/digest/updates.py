"""What changed of papers that were there before, and which sources fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from radar.library.reader import LibraryReader
from radar.papers.change import Change
from radar.papers.query import PaperEntry, PaperQuery
from radar.papers.source_state import SourceState
from radar.pipeline.digest.contents import UpdatedPaper


def changes_between(entry: PaperEntry, since: datetime) -> tuple[Change, ...]:
    """Return what became of a paper after a moment."""
    return tuple(change for change in entry.changes if change.when > since)


def updated_papers(
    reader: LibraryReader, query: PaperQuery, scope: Sequence[PaperQuery], since: datetime
) -> tuple[tuple[UpdatedPaper, ...], datetime]:
    """Return the papers that changed after a moment and were not opened since, the latest change first.

    Args:
        query: only these papers.
        scope: only papers that answer one of these; any paper where there are none.

    Returns:
        The papers, and the moment of the last change that was looked at.
    """
    keys = list(reader.keys(replace(query, updated=True)))
    if scope:
        within = {key for one in scope for key in reader.keys(replace(one, updated=True))}
        keys = [key for key in keys if key in within]
    found: list[UpdatedPaper] = []
    for key in keys:
        entry = reader.entry(key)
        changes = changes_between(entry, since) if entry is not None else ()
        if entry is not None and changes:
            found.append(UpdatedPaper(entry, changes))
    found.sort(key=lambda one: one.changes[-1].when, reverse=True)
    return tuple(found), max((one.changes[-1].when for one in found), default=since)


def failing_sources(reader: LibraryReader, since: datetime) -> tuple[SourceState, ...]:
    """Return the sources that were asked after a moment and failed the last time."""
    return tuple(
        state
        for state in reader.source_states()
        if state.error and (state.asked is None or state.asked > since)
    )
