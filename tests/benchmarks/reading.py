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
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from radar.abstracts.reading import read_text
from tests.benchmarks.reading_scores import ALL, Score, score_with_evidence

HEAD_LINES = 2
"""Banner lines above the first title of the listing."""
GLUED = "Subscribe"


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


def field_lines(what: str, one: Score) -> Iterator[str]:
    """Return the lines of one field: all papers, then each stratum with the mean F1 of its values."""
    f1 = "  ".join(f"{value} {one.f1(value):.3f}" for value in one.values())
    links = f"  links {one.links_right}/{one.links}" if one.links else ""
    yield f"  {what:8} {one.right():3}/{one.total():<3}  macro-F1 {one.macro():.3f}  F1: {f1}{links}"
    for stratum in sorted(one.pairs.keys() - {ALL, "seed"}):
        yield (
            f"           {one.right(stratum):3}/{one.total(stratum):<3} "
            f"macro-F1 {one.macro(stratum):.3f}  {stratum}"
        )


def table(folder: Path) -> Iterator[str]:
    """Return the lines of the table."""
    for name in ("seed.jsonl", "code_dev.jsonl", "results_dev.jsonl"):
        yield f"{name}"
        scores, evidence = score_with_evidence(labelled(folder, name))
        for what, one in scores.items():
            yield from field_lines(what, one)
        if "code" in scores:
            yield (
                f"  evidence: {evidence.shown}/{evidence.flags} flags show words, "
                f"{evidence.overlapping}/{evidence.marked} overlap the annotator's"
            )
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
