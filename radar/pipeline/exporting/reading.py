"""The papers of an export, read one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from radar.library.reader import LibraryReader
from radar.papers.jobs.reports import Report
from radar.papers.reader.query import PaperEntry

_REPORT_EVERY = 100
"""Papers after which it is told how far the export is."""


def entries(reader: LibraryReader, keys: Sequence[int], report: Report) -> Iterator[PaperEntry]:
    """Yield what the library holds of papers; those that are gone are left out.

    Args:
        report: told how many of how many are read; what it raises ends the export.
    """
    for done, key in enumerate(keys):
        if not done % _REPORT_EVERY:
            report(done, len(keys))
        if (entry := reader.entry(key)) is not None:
            yield entry
