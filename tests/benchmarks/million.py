"""Libraries of a thousand to a million papers, made from real ones: `python -m tests.benchmarks.million`.

With RADAR_EVAL_DATA set to the folder that holds `data/arxiv_40k.jsonl.gz`. Beyond the forty thousand, each
paper is one of them again, under an id and a title of its own and with the last sentence of another
abstract, so that words, authors and lengths are those of real papers. Half a thousand a day; one in twenty
is read, one in a thousand starred.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.reader.query import Mark, PaperQuery
from radar.papers.summaries.summary import Reading
from radar.papers.text.safe_text import clean

SIZES = (1_000, 100_000, 1_000_000)
_CHUNK = 1_024
_A_DAY = 500
_NEWEST = date(2026, 6, 1)
_LISTING = Listing("arxiv:benchmark")


def main() -> None:
    """Build what is missing."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("folder", type=Path, help="where the libraries are kept")
    options.add_argument("--sizes", default=",".join(map(str, SIZES)), help="papers, separated by commas")
    chosen = options.parse_args()
    for size in map(int, chosen.sizes.split(",")):
        library_of(chosen.folder, size)


def library_of(folder: Path, size: int) -> Path:
    """Return a library of so many papers, built unless the folder holds it; one half built is begun anew."""
    path = folder / f"{size}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        for ending in ("", "-wal", "-shm"):
            half.with_name(half.name + ending).unlink(missing_ok=True)
        begun = time.monotonic()
        print(f"building {path} ...", file=sys.stderr, flush=True)
        _build(half, size)
        half.rename(path)
        print(f"built in {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    return path


class Papers:
    """Papers made from real ones, and what the rules read in them."""

    def __init__(self, records: Sequence[dict[str, Any]]) -> None:
        self._records = records
        self._readings: dict[int, Reading] = {}
        self._made: dict[PaperId, int] = {}
        self._chance = random.Random(7)
        self._words = [
            word for record in records[:5000] for word in record["title"].split() if word.isalpha()
        ]
        self._tails = [record["abstract"].rsplit(". ", 1)[-1] for record in records]

    def all(self, count: int) -> Iterator[Paper]:
        """Yield so many papers, newest first."""
        for number in range(count):
            yield self._paper(number)

    def read(self, paper: Paper) -> Reading:
        """Return what the rules read in the real paper that this one was made from, read once."""
        place = self._made.pop(paper.id)
        if place not in self._readings:
            self._readings[place] = read(paper)
        return self._readings[place]

    def _paper(self, number: int) -> Paper:
        turn, place = divmod(number, len(self._records))
        record = self._records[place]
        day = _NEWEST - timedelta(days=number // _A_DAY)
        name = f"{1000 + number // 90_000:04d}.{number % 90_000 + 10_000:05d}"
        title, abstract = record["title"], record["abstract"]
        if turn:
            title += " " + " ".join(self._chance.choices(self._words, k=2)) + f" v{turn}"
            abstract += " " + self._tails[(place * 7 + turn * 131) % len(self._tails)]
        paper = Paper(
            PaperId(f"arxiv:{name}"),
            title,
            tuple(record["authors"]),
            abstract,
            categories=tuple(record["categories"]),
            published=day,
            listed=day,
            comment=record["comment"] or "",
            links=Links(landing=f"https://arxiv.org/abs/{name}"),
            stars=self._chance.randrange(5000) if number % 9 == 0 else None,
            upvotes=self._chance.randrange(200) if number % 5 == 0 else None,
        )
        self._made[paper.id] = place
        return paper


def _build(path: Path, size: int) -> None:
    library = Library.open(path)
    papers = Papers(_records(size))
    coming = papers.all(size)
    while chunk := list(islice(coming, _CHUNK)):
        library.add_papers(chunk, _LISTING, papers.read)
    library.finish_bulk()
    reader = LibraryReader.open(path)
    keys = list(reader.keys(PaperQuery()))
    reader.close()
    for start in range(0, len(keys), 100_000):
        page = keys[start : start + 100_000]
        library.mark(page[::20], Mark.READ, True)
        library.mark(page[::1000], Mark.STARRED, True)
    library.looked(datetime.now(UTC))
    library.close()


def _records(most: int) -> list[dict[str, Any]]:
    folder = os.environ.get("RADAR_EVAL_DATA")
    if not folder:
        sys.exit("Set RADAR_EVAL_DATA to the folder that holds data/arxiv_40k.jsonl.gz.")
    with gzip.open(Path(folder) / "data" / "arxiv_40k.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in islice(file, most)]
    for record in records:
        record["title"], record["abstract"] = clean(record["title"]), clean(record["abstract"])
    return records


if __name__ == "__main__":
    main()
