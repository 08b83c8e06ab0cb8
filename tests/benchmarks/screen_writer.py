"""Writes to a library in use: `python -m tests.benchmarks.screen_writer LIBRARY KIND SECONDS`.

`marks`: stars a paper far down and takes the star away again, eight times a second. `summaries`: saves the
summary of one of the newest papers four times a second, as a worker does.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

from radar.abstracts.rules_version import RULES_VERSION
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import Mark, Order, PaperQuery
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin

_NEWEST = 300


def main() -> None:
    """Write until the time is over."""
    path, kind, seconds = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
    library, reader = Library.open(path), LibraryReader.open(path)
    acts = _marks(library, reader) if kind == "marks" else _summaries(library, reader)
    pause = 0.125 if kind == "marks" else 0.25
    end = time.monotonic() + seconds
    next(acts)
    print("writing", flush=True)
    while time.monotonic() < end:
        next(acts)
        time.sleep(pause)
    acts.close()
    library.close()
    reader.close()


def _marks(library: Library, reader: LibraryReader) -> Generator[None]:
    (key,) = reader.first(PaperQuery(order=Order.OLDEST), 1)
    try:
        for on in itertools.cycle((True, False)):
            library.mark([key], Mark.STARRED, on)
            yield
    finally:
        library.mark([key], Mark.STARRED, False)


def _summaries(library: Library, reader: LibraryReader) -> Generator[None]:
    keys = reader.first(PaperQuery(), _NEWEST)
    papers = reader.papers(keys)
    readings = reader.readings(keys, RULES_VERSION)
    for turn in itertools.count(1):
        for key, paper in papers.items():
            text = f"Turn {turn}: {readings[key].takeaway.text}"
            made = Provenance("endpoint", datetime.now(UTC), "benchmark", "benchmark")
            takeaway = Takeaway(text, TakeawayOrigin.MODEL)
            library.save_summaries([Summary(paper.id, takeaway, readings[key].flags, made)])
            yield


if __name__ == "__main__":
    main()
