"""How long the library takes, at several sizes side by side: `python -m tests.benchmarks.library`.

With RADAR_EVAL_DATA set, on libraries made from real papers (see `million`): what a search, a filter and a
count cost, how fast papers come in, and how large the file is. Without it, or with --invented, on generated
papers: words drawn by a power law from an invented vocabulary, one word in forty new, so that frequent, rare
and unique words all occur as they do in a language. On a machine that other programs share, trust the ratios
between the sizes and not the milliseconds.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import CodeFilter, Mark, Order, PaperQuery, ResultFilter
from radar.papers.summaries.flags import Claim, CodeStatus, DataStatus, Flags, Release, ResultClaim
from radar.papers.summaries.summary import Reading, Takeaway, TakeawayOrigin
from tests.benchmarks.library_import import measure_import
from tests.benchmarks.library_table import measure_library
from tests.benchmarks.million import SIZES, library_of

_CHUNK = 500
_SYLLABLES = (
    "ta",
    "re",
    "mo",
    "li",
    "su",
    "ne",
    "ka",
    "vi",
    "do",
    "pra",
    "gen",
    "tor",
    "ser",
    "al",
    "in",
    "qu",
)
_NEWEST = date(2026, 6, 1)

Figures = dict[str, float]


def main() -> None:
    """Measure and print one table."""
    options = argparse.ArgumentParser(description="How long the library takes, at several sizes.")
    options.add_argument("--sizes", help="papers, separated by commas")
    options.add_argument(
        "--folder", type=Path, help="where to keep the libraries; default: a temporary folder"
    )
    options.add_argument("--invented", action="store_true", help="generated papers, also marks and rows")
    options.add_argument(
        "--import-papers", type=int, default=40_000, help="papers that are imported; 0: none"
    )
    options.add_argument(
        "--cpu", action="store_true", help="processor time of searches, not that of the wall"
    )
    chosen = options.parse_args()
    clock = time.thread_time if chosen.cpu else time.perf_counter
    invented = chosen.invented or not os.environ.get("RADAR_EVAL_DATA")
    sizes = [int(size) for size in (chosen.sizes or _sizes(invented=invented)).split(",")]
    with tempfile.TemporaryDirectory() as temporary:
        folder: Path = chosen.folder or Path(temporary)
        if invented:
            print_table(sizes, [measure(folder / f"{size}.db", size) for size in sizes])
            return
        print_table(sizes, [measure_library(library_of(folder, size), clock) for size in sizes])
        if chosen.import_papers:
            count = min(chosen.import_papers, sizes[-1])
            print_table([count], [measure_import(library_of(folder, sizes[-1]), count)])


def _sizes(*, invented: bool) -> str:
    return "1000,100000" if invented else ",".join(map(str, SIZES))


def measure(path: Path, size: int) -> Figures:
    """Return all figures for a library of that size, built unless it is there already."""
    figures: Figures = {}
    if not path.exists():
        figures.update(build(path, size))
    library, reader = Library.open(path), LibraryReader.open(path)
    figures["file, MB"] = path.stat().st_size / 1e6
    figures.update(measure_reading(reader))
    figures.update(measure_marks(library, reader))
    reader.close()
    library.close()
    return figures


def build(path: Path, size: int) -> Figures:
    """Fill a library and return how fast that went."""
    library = Library.open(path)
    adding = 0.0
    papers = generated(size)
    while chunk := list(itertools.islice(papers, _CHUNK)):
        started = time.perf_counter()
        library.add_papers(chunk, Listing("benchmark"), reading_of)
        adding += time.perf_counter() - started
    started = time.perf_counter()
    library.finish_bulk()
    indexing = time.perf_counter() - started
    # A reader's habits: one paper in twenty read, one in a thousand starred.
    with LibraryKeys(path) as keys:
        library.mark(keys[::20], Mark.READ, True)
        library.mark(keys[::1000], Mark.STARRED, True)
    library.close()
    return {
        "add, papers/s": size / adding,
        "index, papers/s": size / indexing if indexing > 0.01 else float("nan"),
        "both, papers/s": size / (adding + indexing),
    }


class LibraryKeys:
    """All keys of a library, for a while."""

    def __init__(self, path: Path) -> None:
        self._reader = LibraryReader.open(path)

    def __enter__(self) -> Sequence[int]:
        return self._reader.keys(PaperQuery())

    def __exit__(self, *_: object) -> None:
        self._reader.close()


QUESTIONS = {
    "everything": PaperQuery(),
    "with code": PaperQuery(code=CodeFilter.RELEASED),
    "starred": PaperQuery(starred=True),
    "code, best, data, unread": PaperQuery(
        code=CodeFilter.RELEASED, results=ResultFilter.STATE_OF_THE_ART, data=True, unread=True
    ),
    "by title": PaperQuery(order=Order.TITLE),
    "by upvotes, with code": PaperQuery(order=Order.UPVOTES, code=CodeFilter.RELEASED),
    "oldest": PaperQuery(order=Order.OLDEST),
    "common word": PaperQuery(text="tare "),
    "rare word": PaperQuery(text="novel7000 "),
    "two words": PaperQuery(text="remo litare "),
    "one letter": PaperQuery(text="t"),
    "two letters": PaperQuery(text="re"),
    "four letters": PaperQuery(text="resu"),
    "word, half word": PaperQuery(text="tare mol"),
    "common word, with code": PaperQuery(text="tare ", code=CodeFilter.RELEASED),
    "common word, starred": PaperQuery(text="tare ", starred=True),
    "half word, starred": PaperQuery(text="re", starred=True),
    "common word, best match": PaperQuery(text="tare ", order=Order.MATCH),
    "half word, best match": PaperQuery(text="resu", order=Order.MATCH),
    "common word, by upvotes": PaperQuery(text="tare ", order=Order.UPVOTES),
    "everyday words, best match": PaperQuery(text="ta re mo", order=Order.MATCH),
    "last added": PaperQuery(order=Order.ADDED),
    "last added, with code": PaperQuery(order=Order.ADDED, code=CodeFilter.RELEASED),
    "by closeness": PaperQuery(order=Order.CLOSE),
    "by closeness, with code": PaperQuery(order=Order.CLOSE, code=CodeFilter.RELEASED),
    "common word, by closeness": PaperQuery(text="tare ", order=Order.CLOSE),
}


def measure_reading(reader: LibraryReader) -> Figures:
    """Return what each question costs, the first screenful and all keys."""
    figures: Figures = {}
    for name, query in QUESTIONS.items():
        figures[f"first: {name}, ms"] = milliseconds(lambda query=query: reader.first(query), 15)  # type: ignore[misc]
    for name, query in QUESTIONS.items():
        figures[f"keys: {name}, ms"] = milliseconds(lambda query=query: reader.keys(query), 3)  # type: ignore[misc]
    keys = reader.keys(PaperQuery())
    scattered = random.Random(5).sample(list(keys), min(32, len(keys)))
    figures["rows: 32 neighbours, ms"] = milliseconds(lambda: reader.rows(keys[-40:-8]), 30)
    figures["rows: 32 scattered, ms"] = milliseconds(lambda: reader.rows(scattered), 30)
    figures["entry, ms"] = milliseconds(lambda: reader.entry(scattered[0]), 30)
    figures["counts, ms"] = milliseconds(reader.counts, 15)
    figures["data_version, ms"] = milliseconds(reader.data_version, 30)
    return figures


def measure_marks(library: Library, reader: LibraryReader) -> Figures:
    """Return what a mark and a summary cost."""
    keys = list(reader.first(PaperQuery(order=Order.OLDEST), 30))
    turns = itertools.cycle([True, False])
    return {"mark one, ms": milliseconds(lambda: library.mark(keys[:1], Mark.STARRED, next(turns)), 20)}


def milliseconds(act: Callable[[], object], times: int) -> float:
    """Return the median of several runs, the first left out."""
    act()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken) * 1000


def generated(size: int) -> Iterator[Paper]:
    """Return invented papers, newest first, some hundred a day."""
    chance = random.Random(size)
    words = vocabulary(20_000)
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for number in range(size):
        text = chance.choices(words, cum_weights=weights, k=180)
        for place in range(0, len(text), 40):
            text[place] = f"novel{number * 5 + place // 40}"
        yield Paper(
            id=PaperId(f"arxiv:{2000 + number // 100_000}.{number % 100_000:05d}"),
            title=" ".join(chance.choices(words, cum_weights=weights, k=10)).capitalize() + f" {number}",
            authors=tuple(f"{name.capitalize()} {number % 9973}" for name in text[:4]),
            abstract=". ".join(" ".join(text[start : start + 18]) for start in range(0, len(text), 18)),
            categories=("cs.CL",),
            listed=_NEWEST - timedelta(days=number // 300),
            upvotes=chance.randrange(200) if number % 3 == 0 else None,
        )


def vocabulary(size: int) -> list[str]:
    """Return invented words, short ones first."""
    words = (
        "".join(parts) for length in range(1, 6) for parts in itertools.product(_SYLLABLES, repeat=length)
    )
    return list(itertools.islice(words, size))


def reading_of(paper: Paper) -> Reading:
    """Return flags that some of the papers have, by their number."""
    number = int(paper.title.split()[-1])
    flags = Flags(
        CodeStatus(Release.RELEASED if number % 11 < 2 else Release.NONE),
        DataStatus(Release.RELEASED if number % 13 == 0 else Release.NONE),
        ResultClaim(Claim.QUANTIFIED if number % 2 else Claim.QUALITATIVE, state_of_the_art=number % 12 == 0),
    )
    return Reading(Takeaway(paper.abstract[:110], TakeawayOrigin.OFFLINE), flags, rules_version=1)


def print_table(sizes: Sequence[int], columns: Sequence[Figures]) -> None:
    """Print a line a figure, and the largest size as a multiple of the smallest."""
    print(f"{'':44}" + "".join(f"{size:>12,}" for size in sizes) + f"{'ratio':>9}")
    for name in columns[-1]:
        values = [column.get(name, float("nan")) for column in columns]
        ratio = values[-1] / values[0] if values[0] else float("nan")
        print(f"{name:44}" + "".join(f"{value:12,.3f}" for value in values) + f"{ratio:9.2f}")


if __name__ == "__main__":
    main()
