"""What a library needs that nobody asked for: papers read again when the rules for reading have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from radar.errors import LibraryError
from radar.papers.paper import Paper
from radar.papers.summary import Reading
from radar.pipeline.adding import CHUNK
from radar.pipeline.events import Reread

if TYPE_CHECKING:
    from radar.library.library import Library


def tidy(
    library: Library,
    read: Callable[[Paper], Reading],
    rules_version: int,
    report: Callable[[int, int], None],
) -> bool:
    """Do a step of what a library needs that nobody asked for; False where nothing is left to do.

    That is the search index of an import that was killed, and readings by older rules.

    Args:
        report: told how far the search index is; what it raises ends that, to be taken up again.
    """
    if library.index_behind:
        library.finish_bulk(report)
        return True
    return next(reread(library, read, rules_version), None) is not None


def reread(library: Library, read: Callable[[Paper], Reading], rules_version: int) -> Iterator[Reread]:
    """Read every paper again that older rules have read, and yield how many are done so far.

    Only what was read out of the abstract is replaced: marks, tags and the summaries of models stay.

    Raises:
        LibraryError: a reading is still by older rules, so that this would never end.
    """
    done = 0
    while papers := library.outdated(rules_version, CHUNK):
        readings = [(paper.id, read(paper)) for paper in papers]
        if any(reading.rules_version < rules_version for _, reading in readings):
            raise LibraryError("papers are read by rules that are older than those asked for")
        library.save_readings(readings)
        done += len(papers)
        yield Reread(done)
