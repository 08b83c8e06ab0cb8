"""How well and how fast abstracts are read; prints a table, has no pass marks.

Run as `python -m tests.benchmarks.reading` with RADAR_EVAL_DATA set to the folder that holds `data/` and
`labels/`. Fields that a label lists as ambiguous are left out.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from radar.abstracts.reading import read_text
from radar.papers.summary import Reading

HEAD_LINES = 2
"""Banner lines above the first title of the listing."""
GLUED = "Subscribe"


@dataclass
class Score:
    """Counts of one field over a set of labelled papers."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    links_right: int = 0
    links: int = 0

    def add(self, gold: str, read: str, stratum: str) -> None:
        """Count one label."""
        for key in ("all", stratum):
            self.total[key] += 1
            self.right[key] += gold == read
        self.pairs[gold, read] += 1

    def f1(self, value: str) -> float:
        """Return the F1 of one value; 0 where it never occurs."""
        hits = self.pairs[value, value]
        wrong = sum(count for pair, count in self.pairs.items() if value in pair and pair != (value, value))
        return 2 * hits / (2 * hits + wrong) if hits else 0.0


def labelled(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the labelled papers of a file, each with its abstract."""
    with (folder / "labels" / name).open(encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    if name == "seed.jsonl":
        lines = (folder / "data" / "hf_listing.txt").read_text(encoding="utf-8").splitlines()[HEAD_LINES:]
        lines[0] = lines[0].removeprefix(GLUED)
        for number, item in enumerate(items):
            item["abstract"], item["stratum"] = lines[2 * number + 1], "seed"
    return items


def score(items: Iterable[dict[str, Any]]) -> dict[str, Score]:
    """Read every paper and compare with its labels."""
    scores: dict[str, Score] = {}
    for item in items:
        reading = read_text(item["title"], item["abstract"])
        for name, read in values(reading).items():
            if name in item and name not in item["ambiguous"]:
                gold = str(item[name]).lower()
                scores.setdefault(name, Score()).add(gold, read, item["stratum"])
                if name in ("code", "data") and gold != "none" and f"{name}_url" not in item["ambiguous"]:
                    scores[name].links += 1
                    read_url = reading.flags.code.url if name == "code" else reading.flags.data.url
                    scores[name].links_right += read == gold and place(read_url) == place(item[f"{name}_url"])
    return scores


def values(reading: Reading) -> dict[str, str]:
    """Return the labels that a reading stands for."""
    flags = reading.flags
    return {
        "code": flags.code.value.value,
        "data": flags.data.value.value,
        "results": flags.results.value.value,
        "sota": str(flags.results.state_of_the_art).lower(),
    }


def place(url: str | None) -> str:
    """Return a link as links are compared."""
    return (url or "").split("://")[-1].rstrip("/").removesuffix(".git").lower()


def rouge(folder: Path) -> tuple[float, ...] | None:
    """Return ROUGE-1, 2 and L of the takeaways on SciTLDR dev, or None without the scorer."""
    try:
        from rouge_score import rouge_scorer
    except ImportError:
        return None
    kinds = ("rouge1", "rouge2", "rougeL")
    scorer = rouge_scorer.RougeScorer(list(kinds), use_stemmer=True)
    sums = [0.0, 0.0, 0.0]
    with (folder / "data" / "scitldr" / "dev.jsonl").open(encoding="utf-8") as file:
        papers = [json.loads(line) for line in file]
    for paper in papers:
        line = read_text(paper["title"], " ".join(paper["sentences"])).takeaway.text
        found = [scorer.score(gold, line) for gold in paper["gold"]]
        best = max(found, key=lambda one: one["rouge1"].fmeasure)
        sums = [total + best[kind].fmeasure for total, kind in zip(sums, kinds, strict=True)]
    return tuple(100 * total / len(papers) for total in sums)


def speed(folder: Path, count: int = 2000) -> float:
    """Return how many abstracts are read a second of processor time."""
    with gzip.open(folder / "data" / "arxiv_40k.jsonl.gz", "rt", encoding="utf-8") as file:
        papers = [json.loads(line) for line, _ in zip(file, range(count), strict=False)]
    begin = time.process_time()
    for paper in papers:
        read_text(paper["title"], paper["abstract"], paper.get("comment") or "")
    return len(papers) / (time.process_time() - begin)


def table(folder: Path) -> Iterator[str]:
    """Return the lines of the table."""
    for name in ("seed.jsonl", "code_dev.jsonl", "results_dev.jsonl"):
        yield f"{name}"
        for what, one in score(labelled(folder, name)).items():
            seen = sorted({gold for gold, _ in one.pairs})
            f1 = "  ".join(f"{value} {one.f1(value):.3f}" for value in seen)
            links = f"  links {one.links_right}/{one.links}" if one.links else ""
            yield f"  {what:8} {one.right['all']:3}/{one.total['all']:<3}  F1: {f1}{links}"
            for stratum in sorted(one.total.keys() - {"all", "seed"}):
                yield f"           {one.right[stratum]:3}/{one.total[stratum]:<3} {stratum}"
    found = rouge(folder)
    yield (
        f"SciTLDR dev ROUGE-1/2/L {'/'.join(f'{value:.1f}' for value in found)}"
        if found
        else "no rouge-score"
    )
    yield f"{speed(folder):.0f} abstracts a second of processor time"


def main() -> int:
    """Print the table."""
    folder = os.environ.get("RADAR_EVAL_DATA")
    if not folder:
        print("Set RADAR_EVAL_DATA to the folder that holds data/ and labels/.", file=sys.stderr)
        return 2
    for line in table(Path(folder)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
