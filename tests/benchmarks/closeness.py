"""How well the order by closeness finds papers of a topic from a few starred ones: `python -m
tests.benchmarks.closeness`, with RADAR_EVAL_DATA set to the folder that holds data/arxiv_40k.jsonl.gz.

A topic is a rule that the order does not see: papers that share rare arXiv categories (categories are in no
text that is indexed), or papers that hold a phrase, whose words are taken out of every text first. Some
papers of the topic are starred by chance, and the figures say which share of the first 20 and the first 50
papers listed (the starred ones left out) belong to it: newest first, by bm25 over the words of the starred
titles, and by closeness.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import Mark, Order, PaperQuery
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import Reading, Takeaway, TakeawayOrigin
from radar.papers.text.safe_text import clean

DEPTHS = (20, 50)
CATEGORIES = (
    ("cs.SD",),
    ("q-bio.NC",),
    ("cs.DB",),
    ("cs.LO",),
    ("astro-ph.EP",),
    ("quant-ph", "cs.LG"),
    ("cs.CR", "cs.CL"),
    ("cs.IR", "cs.CL"),
    ("cs.GT",),
    ("cs.AR",),
    ("physics.ao-ph",),
)
PHRASES = (
    "gaussian splatting",
    "speculative decoding",
    "federated learning",
    "dark matter halo",
    "knowledge graph",
    "machine unlearning",
    "machine translation",
    "quantum error correction",
    "membership inference",
    "time series forecasting",
)


@dataclass
class Topic:
    """A rule, and the papers it chooses."""

    name: str
    belongs: Callable[[Paper], bool]
    without: str = ""
    """A phrase whose words are taken out of the texts of its papers."""
    keys: list[int] = field(default_factory=list)


def main() -> int:
    """Measure and print one line a topic."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--stars", default="1,3,10,30", help="papers starred, separated by commas")
    options.add_argument("--topics", action="store_true", help="a line for each topic too")
    chosen = options.parse_args()
    folder = os.environ.get("RADAR_EVAL_DATA")
    if folder is None:
        print("Set RADAR_EVAL_DATA to the folder that holds data/.", file=sys.stderr)
        return 1
    topics = [*(_by_categories(wanted) for wanted in CATEGORIES), *(_by_phrase(one) for one in PHRASES)]
    with tempfile.TemporaryDirectory() as temporary:
        library = Library.open(Path(temporary) / "library.db")
        _fill(library, Path(folder) / "data" / "arxiv_40k.jsonl.gz", topics)
        reader = LibraryReader.open(library.path)
        for stars in map(int, chosen.stars.split(",")):
            _measure(library, reader, topics, stars, each=chosen.topics)
        reader.close()
        library.close()
    return 0


def _measure(
    library: Library, reader: LibraryReader, topics: Sequence[Topic], stars: int, *, each: bool
) -> None:
    found: dict[str, list[tuple[float, ...]]] = {}
    for topic in topics:
        starred = random.Random(topic.name).sample(topic.keys, min(stars, len(topic.keys) // 2))
        library.mark(starred, Mark.STARRED, True)
        for name, listed in _listings(reader, starred).items():
            left = [key for key in listed if key not in starred]
            wanted = frozenset(topic.keys)
            shares = tuple(sum(key in wanted for key in left[:depth]) / depth for depth in DEPTHS)
            found.setdefault(name, []).append(shares)
            if each:
                _print(f"  {topic.name}", len(topic.keys), name, shares)
        library.mark(starred, Mark.STARRED, False)
    for name, many in found.items():
        _print(f"{stars} starred", len(topics), name, [fmean(column) for column in zip(*many, strict=True)])


def _listings(reader: LibraryReader, starred: Sequence[int]) -> dict[str, list[int]]:
    limit = max(DEPTHS) + len(starred)
    titles = " ".join(row.title for row in reader.rows(starred))
    words = dict.fromkeys(re.findall(r"[^\W_]+", titles.lower()))
    match = " OR ".join(f'"{word}"' for word in words)
    ranked = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search) LIMIT ?"
    return {
        "newest": list(reader.first(PaperQuery(), limit)),
        "bm25 of the titles": [key for (key,) in reader._database.rows(ranked, (match, limit))],
        "closeness": list(reader.keys(PaperQuery(order=Order.CLOSE))[:limit]),
    }


def _print(what: str, count: int, name: str, shares: Sequence[float]) -> None:
    figures = "  ".join(f"P@{depth} {share:.3f}" for depth, share in zip(DEPTHS, shares, strict=True))
    print(f"{what:28} {count:5}  {name:20} {figures}", flush=True)


def _by_categories(wanted: tuple[str, ...]) -> Topic:
    return Topic(" + ".join(wanted), lambda paper: set(wanted) <= set(paper.categories))


def _by_phrase(phrase: str) -> Topic:
    held = re.compile(rf"\b{phrase}", re.IGNORECASE)
    return Topic(phrase, lambda paper: bool(held.search(f"{paper.title} . {paper.abstract}")), phrase)


def _fill(library: Library, path: Path, topics: Sequence[Topic]) -> None:
    chunk: list[Paper] = []
    members: list[list[Topic]] = []
    for paper in _papers(path):
        of = [topic for topic in topics if topic.belongs(paper)]
        members.append(of)
        chunk.append(_without(paper, [word for topic in of for word in topic.without.split()]))
        if len(chunk) == 500:
            _add(library, chunk, members)
    _add(library, chunk, members)
    library.finish_bulk()


def _add(library: Library, chunk: list[Paper], members: list[list[Topic]]) -> None:
    for key, of in zip(library.add_papers(chunk, Listing("benchmark"), _unread).keys, members, strict=True):
        for topic in of:
            topic.keys.append(key)
    chunk.clear()
    members.clear()


def _papers(path: Path) -> Iterator[Paper]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            yield Paper(
                PaperId(f"arxiv:{one['id']}"),
                clean(one["title"]),
                tuple(one["authors"]),
                clean(one["abstract"]),
                categories=tuple(one["categories"]),
            )


def _without(paper: Paper, words: Sequence[str]) -> Paper:
    if not words:
        return paper
    banned = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE)
    return replace(paper, title=banned.sub("", paper.title), abstract=banned.sub("", paper.abstract))


def _unread(_: Paper) -> Reading:
    return Reading(Takeaway("", TakeawayOrigin.OFFLINE), Flags(), rules_version=1)


if __name__ == "__main__":
    sys.exit(main())
