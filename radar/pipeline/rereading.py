"""Papers read again when the rules for reading have changed."""

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
