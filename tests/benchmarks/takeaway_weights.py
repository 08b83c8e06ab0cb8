"""Fits the weights by which a takeaway's sentence is chosen, and writes the file that is shipped.

Run as `python -m tests.benchmarks.takeaway_weights` with RADAR_EVAL_DATA set to the folder that holds
`data/scitldr/train.jsonl`. What is learned is the mean of ROUGE-1, 2 and L of the line that each sentence
is cut to, against the gold lines of its paper; the fit is a ridge regression.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from radar.abstracts.claims import read_claims
from radar.abstracts.sentence_worth import WEIGHTS, features, title_stems
from radar.abstracts.sentences import sentences
from radar.abstracts.shortening import shortened, tidied
from radar.abstracts.tex import readable_text
from radar.abstracts.text_units import units
from radar.papers.summary import TAKEAWAY_WORDS

RIDGE = 10.0
LEAST_SEEN = 12
"""A feature that is seen in fewer sentences gets no weight."""
ORIGIN = (
    "Ridge regression fitted by tests/benchmarks/takeaway_weights.py on SciTLDR-A train "
    "(Cachola et al. 2020, Apache-2.0): mean of ROUGE-1, 2 and L "
    "of each sentence's line against the gold lines."
)

Row = tuple[dict[str, float], float]


def rows(papers: list[dict[str, Any]]) -> Iterator[Row]:
    """Return the features of every sentence and how well its line agrees with the gold lines."""
    from rouge_score import rouge_scorer

    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=True)
    for paper in papers:
        text = " ".join(paper["sentences"])
        claims = read_claims(units(text, sentences(text)))
        stems = title_stems(paper["title"])
        for number, claim in enumerate(claims):
            line = shortened(tidied(readable_text(claim.sentence.text)), TAKEAWAY_WORDS).text
            scores = [scorer.score(gold, line) for gold in paper["gold"]]
            best = max(scores, key=lambda score: score["rouge1"].fmeasure)
            target = sum(one.fmeasure for one in best.values()) / len(best)
            yield dict(features(claim, number, len(claims), stems)), target


def fit(found: list[Row]) -> dict[str, float]:
    """Return the ridge weights of the features that are seen often enough."""
    seen = Counter(name for values, _ in found for name in values)
    names = ["", *sorted(name for name, count in seen.items() if count >= LEAST_SEEN)]
    index = {name: number for number, name in enumerate(names)}
    matrix = [[0.0] * (len(names) + 1) for _ in names]
    for values, target in found:
        inside = [(0, 1.0), *((index[name], value) for name, value in values.items() if name in index)]
        for one, value in inside:
            for other, factor in inside:
                matrix[one][other] += value * factor
            matrix[one][-1] += value * target
    for number in range(1, len(names)):
        matrix[number][number] += RIDGE
    return {name: weight for name, weight in zip(names, solved(matrix), strict=True) if name}


def solved(matrix: list[list[float]]) -> list[float]:
    """Return the solution of linear equations, each a row with its right side at the end."""
    size = len(matrix)
    for pivot in range(size):
        largest = max(range(pivot, size), key=lambda row: abs(matrix[row][pivot]))
        matrix[pivot], matrix[largest] = matrix[largest], matrix[pivot]
        head = matrix[pivot]
        for row in matrix[pivot + 1 :]:
            factor = row[pivot] / head[pivot]
            if factor:
                for column in range(pivot, size + 1):
                    row[column] -= factor * head[column]
    solution = [0.0] * size
    for number in reversed(range(size)):
        known = sum(matrix[number][column] * solution[column] for column in range(number + 1, size))
        solution[number] = (matrix[number][-1] - known) / matrix[number][number]
    return solution


def main() -> int:
    """Fit and write the weights."""
    folder = os.environ.get("RADAR_EVAL_DATA")
    if not folder:
        print("Set RADAR_EVAL_DATA to the folder that holds data/.", file=sys.stderr)
        return 2
    with (Path(folder) / "data" / "scitldr" / "train.jsonl").open(encoding="utf-8") as file:
        papers = [json.loads(line) for line in file]
    weights = {name: round(weight, 4) for name, weight in sorted(fit(list(rows(papers))).items())}
    content = {"origin": ORIGIN, "weights": {name: weight for name, weight in weights.items() if weight}}
    WEIGHTS.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(content['weights'])} weights written to {WEIGHTS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
