"""What a library of real papers costs at each size: searches, filters, orders, counts, bytes.

A search is timed as the screen asks it with every key: its first screenful, newest first and best match
first, among all papers and among those with code. The figure is the one that 95 of 100 runs stay under.
"""

from __future__ import annotations

import json
import math
import random
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import CodeFilter, Order, PaperQuery, ResultFilter

Figures = dict[str, float]
Clock = Callable[[], float]

SEARCHES = {
    "rare word": "wiktionary ",
    "common word": "model ",
    "two words": "language reasoning ",
    "one letter": "t",
    "half a word": "mod",
    "word and a half": "language mod",
    "phrase": '"chain of thought"',
    "author:": "author:zhang",
    "title:": "title:diffusion",
    "id:": "id:1000.1",
    "tag:": "tag:moss",
}
FILTERS = {
    "everything": PaperQuery(),
    "with code": PaperQuery(code=CodeFilter.RELEASED),
    "unread": PaperQuery(unread=True),
    "state of the art, with data": PaperQuery(results=ResultFilter.STATE_OF_THE_ART, data=True),
    "by upvotes": PaperQuery(order=Order.UPVOTES),
    "by stars, with code": PaperQuery(order=Order.STARS, code=CodeFilter.RELEASED),
    "by title": PaperQuery(order=Order.TITLE),
    "oldest": PaperQuery(order=Order.OLDEST),
}
_RUNS = 40
_SAMPLE = 4_000


def measure_library(path: Path, clock: Clock = time.perf_counter) -> Figures:
    """Return all figures of one library, which is brought up to date and then only read.

    Args:
        clock: what a time is taken by; that of the processor where others use the machine too.
    """
    Library.open(path).close()
    reader = LibraryReader.open(path)
    try:
        return dict(_figures(reader, path, clock))
    finally:
        reader.close()


def _figures(reader: LibraryReader, path: Path, clock: Clock) -> Iterator[tuple[str, float]]:
    for name, query in _searches():
        yield f"first: {name}, ms", late(lambda query=query: reader.first(query), _RUNS, clock)  # type: ignore[misc]
    for name, query in FILTERS.items():
        yield f"first: {name}, ms", late(lambda query=query: reader.first(query), _RUNS, clock)  # type: ignore[misc]
    for name, text in SEARCHES.items():
        query = PaperQuery(text=text)
        yield f"count: {name}, ms", usual(lambda query=query: reader.keys(query), 3, clock)  # type: ignore[misc]
    for name, query in FILTERS.items():
        yield f"count: {name}, ms", usual(lambda query=query: reader.keys(query), 3, clock)  # type: ignore[misc]
    yield from _sizes(reader, path)


def _searches() -> Iterator[tuple[str, PaperQuery]]:
    for name, text in SEARCHES.items():
        for order, place in ((Order.NEWEST, "newest"), (Order.MATCH, "best")):
            query = PaperQuery(text=text, order=order)
            yield f"{name}, {place}", query
            yield f"{name}, {place}, code", replace(query, code=CodeFilter.RELEASED)


def _sizes(reader: LibraryReader, path: Path) -> Iterator[tuple[str, float]]:
    """Bytes, by a sample of the papers held against what they would take as JSON lines."""
    keys = reader.keys(PaperQuery())
    sample = random.Random(3).sample(list(keys), min(_SAMPLE, len(keys)))
    papers = reader.papers(sample).values()
    lines = statistics.fmean(len(json_line(paper).encode()) for paper in papers)
    texts = statistics.fmean(len(bare_text(paper).encode()) for paper in papers)
    stored = path.stat().st_size / len(keys)
    yield "file, bytes a paper", stored
    yield "the same as JSON lines", lines
    yield "file / JSON lines", stored / lines
    yield "file / bare texts", stored / texts


def json_line(paper: Paper) -> str:
    """Return a paper as a line of what is imported: the raw text that a file's size is held against."""
    record = {
        "id": paper.id.partition(":")[2],
        "title": paper.title,
        "abstract": paper.abstract,
        "authors": list(paper.authors),
        "categories": list(paper.categories),
        "comment": paper.comment or None,
        "listed": paper.listed.isoformat() if paper.listed else None,
        "url": paper.links.landing,
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def bare_text(paper: Paper) -> str:
    """Return title, abstract, authors, categories and comment, and nothing between them."""
    return "".join((paper.title, paper.abstract, *paper.authors, *paper.categories, paper.comment))


def late(act: Callable[[], object], runs: int, clock: Clock) -> float:
    """Return the milliseconds that 95 of 100 runs stay under, the first left out."""
    taken = sorted(_timed(act, runs, clock))
    return taken[min(math.ceil(len(taken) * 0.95), len(taken)) - 1]


def usual(act: Callable[[], object], runs: int, clock: Clock) -> float:
    """Return the median in milliseconds, the first run left out."""
    return statistics.median(_timed(act, runs, clock))


def _timed(act: Callable[[], object], runs: int, clock: Clock) -> list[float]:
    act()
    taken = []
    for _ in range(runs):
        started = clock()
        act()
        taken.append((clock() - started) * 1000)
    return taken
