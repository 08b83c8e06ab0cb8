"""What a library needs that nobody asked for: papers read again when the rules for reading have changed."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from typing import TYPE_CHECKING

from radar.errors import LibraryError
from radar.papers.jobs.reports import Report
from radar.papers.summaries.summary import Read
from radar.pipeline.adding import CHUNK
from radar.pipeline.events import Reread
from radar.pipeline.reading_ahead import ReadAhead

if TYPE_CHECKING:
    from radar.library.library import Library

_AT_ONCE = 16 * CHUNK
"""Papers asked for together, so that there is something to read ahead."""


def tidy(
    library: Library,
    read: Read,
    rules_version: int,
    report: Report,
) -> bool:
    """Do what a library needs that nobody asked for; False where nothing is left to do.

    That is the search index of an import that was killed, and readings by older rules.

    Args:
        report: told after each step how far it is; what it raises ends that, to be taken up again.
    """
    if library.index_behind:
        library.finish_bulk(report)
        return True
    done = 0
    with closing(reread(library, read, rules_version)) as steps:
        for step in steps:
            done = step.done
            report(done, done)
    return done > 0


def reread(
    library: Library,
    read: Read,
    rules_version: int,
    processes: int | None = None,
) -> Generator[Reread, None, None]:
    """Read every paper again that older rules have read, and yield how many are done so far.

    Only what was read out of the abstract is replaced: marks, tags and the summaries of models stay.

    Args:
        processes: how many help once there are many; None for as many as the cores are worth.

    Raises:
        LibraryError: a reading is still by older rules, so that this would never end.
    """
    done = 0
    with ReadAhead(read, processes) as reading:
        while papers := library.outdated(rules_version, _AT_ONCE):
            chunks = (papers[start : start + CHUNK] for start in range(0, len(papers), CHUNK))
            for chunk, readings in reading.over(chunks, lambda chunk: chunk):
                if any(reading.rules_version < rules_version for reading in readings):
                    raise LibraryError("papers are read by rules that are older than those asked for")
                ids = (paper.id for paper in chunk)
                library.save_readings(list(zip(ids, readings, strict=True)))
                done += len(chunk)
                yield Reread(done)
