"""Fits the weights by which a takeaway is chosen, and writes the file that is shipped.

Run as `python -m tests.benchmarks.takeaway_weights` with RADAR_EVAL_DATA set to the folder that holds
`data/scitldr/train.jsonl`; needs rouge-score (and numpy, which comes with it). Two ridge regressions: one
tells how likely a word of an abstract stands in the gold line, by the word itself and by where it stands;
the other tells the mean of ROUGE-1, 2 and L of each line that a sentence can be made into, measured from the
mean of the abstract's lines, since only lines of one abstract are ever compared. While the second is
fitted, each abstract's words are judged by weights that were fitted on the others.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.takeaways.choice.sentence_worth import (
    WEIGHTS,
    Worth,
    class_features,
    mark_features,
    place_features,
    place_of,
    places,
    word_features,
)
from radar.abstracts.takeaways.lines.shortening import tidied
from radar.abstracts.takeaways.takeaway_lines import lines_of
from radar.abstracts.takeaways.telling_words import TellingWords, WordCounts, words_of
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.tex import readable_text
from radar.abstracts.text.text_units import units

WORD_RIDGE, LINE_RIDGE = 20.0, 100.0
WORD_SEEN, FEATURE_SEEN = 25, 40
"""What is seen in fewer abstracts, or in fewer lines, gets no weight."""
FOLDS = 5
KINDS = WordCounts._fields[2:]
MEASURED = {name for name, _ in word_features(WordCounts(*[0] * 7), 0.0, 0.0)}
ORIGIN = (
    "Ridge regressions fitted by tests/benchmarks/takeaway_weights.py on SciTLDR-A train "
    "(Cachola et al. 2020, Apache-2.0): how likely a word stands in the gold line, and the mean of ROUGE-1, "
    "2 and L of the lines that sentences can be made into."
)
_PART = re.compile(r"[a-z0-9]+")

Named = dict[str, float]


@dataclass
class Abstract:
    """One abstract of the training data, taken apart."""

    title: str
    claims: tuple[SentenceClaim, ...]
    lines: list[list[str]]
    gold: list[str]


def abstracts(folder: Path) -> list[Abstract]:
    """Return the training data."""
    found = []
    with (folder / "data" / "scitldr" / "train.jsonl").open(encoding="utf-8") as file:
        for paper in map(json.loads, file):
            text = " ".join(paper["sentences"])
            claims = read_claims(units(text, sentences(text)), paper["title"])
            forms = [
                [line.text for line in lines_of(claim, tidied(readable_text(claim.sentence.text)))]
                for claim in claims
            ]
            found.append(Abstract(paper["title"], claims, forms, paper["gold"]))
    return found


def word_rows(abstract: Abstract, stem: Callable[[str], str]) -> Iterator[tuple[str, WordCounts, float]]:
    """Return each word of an abstract, its kinds, and in which part of the gold lines it stands."""
    telling = TellingWords(abstract.title, abstract.claims, {})
    gold = [{stem(part) for part in _PART.findall(line.lower())} for line in abstract.gold]
    for word in {word for claim in abstract.claims for word in claim.sentence.words if word}:
        parts = {stem(part) for part in _PART.findall(word)}
        yield word, telling.counts([word]), sum(parts <= one for one in gold) / len(gold)


def word_weights(found: list[Abstract], stem: Callable[[str], str]) -> tuple[Named, Named]:
    """Return the weights of words by themselves and of the kinds of words."""
    rows = [row for abstract in found for row in word_rows(abstract, stem)]
    seen = Counter(word for word, _, _ in rows)
    known = sorted(word for word, count in seen.items() if count >= WORD_SEEN)
    index = {word: number for number, word in enumerate(known, len(KINDS))}
    size = len(KINDS) + len(known)
    left, right = np.zeros((size, size)), np.zeros(size)
    for word, counts, target in rows:
        active = [(number, float(value)) for number, value in enumerate(counts[2:]) if value]
        if word in index:
            active.append((index[word], 1.0))
        for one, value in active:
            right[one] += value * target
            for other, factor in active:
                left[one, other] += value * factor
    penalty = np.full(size, WORD_RIDGE)
    penalty[0] = 0.0
    solution = np.linalg.solve(left + np.diag(penalty), right)
    values = [float(value) for value in solution]
    return dict(zip(known, values[len(KINDS) :], strict=True)), dict(zip(KINDS, values, strict=False))


def line_rows(abstract: Abstract, model: Worth) -> Iterator[tuple[Named, str]]:
    """Return the features of every line that the sentences of an abstract can be made into."""
    telling = TellingWords(abstract.title, abstract.claims, model.words)
    share = telling.share
    found = map(place_of, places(abstract.claims))
    for claim, place, forms in zip(abstract.claims, found, abstract.lines, strict=True):
        fixed = dict.fromkeys([*place_features(place), *class_features(claim.sentence.classes)], 1.0)
        for line in forms:
            counts = telling.counts(words_of(line))
            named = dict(word_features(counts, model.telling(counts), share))
            yield fixed | named | dict.fromkeys(mark_features(line), 1.0), line


def line_weights(rows: list[list[tuple[Named, float]]]) -> Named:
    """Return the weights of the features of lines, the rows of each abstract together."""
    seen = Counter(name for group in rows for values, _ in group for name, value in values.items() if value)
    names = sorted(name for name, count in seen.items() if count >= FEATURE_SEEN)
    index = {name: number for number, name in enumerate(names)}
    size = len(names)
    left, right, spread = np.zeros((size, size)), np.zeros(size), np.zeros(size)
    blocks = []
    for group in rows:
        block, target = np.zeros((len(group), size)), np.array([goal for _, goal in group])
        for number, (values, _) in enumerate(group):
            for name, value in values.items():
                if name in index:
                    block[number, index[name]] = value
        blocks.append((block - block.mean(0), target - target.mean()))
        spread += ((block - block.mean(0)) ** 2).mean(0)
    measured = np.array([name in MEASURED for name in names])
    scale = np.where(measured, np.sqrt(spread / len(rows)) + 1e-9, 1.0)
    for block, target in blocks:
        scaled = block / scale
        left += scaled.T @ scaled / len(block)
        right += scaled.T @ target / len(block)
    solution = np.linalg.solve(left + LINE_RIDGE * np.eye(size), right) / scale
    return dict(zip(names, map(float, solution), strict=True))


def fitted(found: list[Abstract]) -> dict[str, Any]:
    """Return the content of the file of weights."""
    from rouge_score import rouge_scorer
    from rouge_score.tokenizers import DefaultTokenizer

    kinds = ("rouge1", "rouge2", "rougeL")
    scorer = rouge_scorer.RougeScorer(list(kinds), use_stemmer=True)
    tokens = DefaultTokenizer(use_stemmer=True)
    stems: dict[str, str] = {}

    def stem(part: str) -> str:
        if part not in stems:
            stems[part] = (tokens.tokenize(part) or [part])[0]
        return stems[part]

    rows = []
    for fold in range(FOLDS):
        others = [one for number, one in enumerate(found) if number % FOLDS != fold]
        model = Worth(*word_weights(others, stem), {})
        for abstract in found[fold::FOLDS]:
            group = []
            for values, line in line_rows(abstract, model):
                scores = [scorer.score(gold, line) for gold in abstract.gold]
                best = max(scores, key=lambda score: score["rouge1"].fmeasure)
                group.append((values, sum(best[kind].fmeasure for kind in kinds) / len(kinds)))
            rows.append(group)
    words, of_kinds = word_weights(found, stem)
    return {"words": rounded(words), "kinds": rounded(of_kinds), "weights": rounded(line_weights(rows))}


def rounded(weights: Named) -> Named:
    """Return weights in five digits, those that come to nothing left out."""
    short = {name: float(f"{weight:.4g}") for name, weight in sorted(weights.items())}
    return {name: weight for name, weight in short.items() if abs(weight) > 1e-6}


def main() -> int:
    """Fit and write the weights."""
    folder = os.environ.get("RADAR_EVAL_DATA")
    if not folder:
        print("Set RADAR_EVAL_DATA to the folder that holds data/.", file=sys.stderr)
        return 2
    content = {"origin": ORIGIN, **fitted(abstracts(Path(folder)))}
    WEIGHTS.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(content['words'])} words and {len(content['weights'])} features written to {WEIGHTS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
