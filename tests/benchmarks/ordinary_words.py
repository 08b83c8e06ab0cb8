"""Counts which words of titles have no capital within a sentence, and writes the file that is shipped.

Run as `python -m tests.benchmarks.ordinary_words` with RADAR_EVAL_DATA set to the folder that holds
`data/arxiv_40k.jsonl.gz`. A word is one of them if enough titles write it with a capital and enough abstracts
without one, and if within the sentences of abstracts it has a capital less often than not.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import textwrap
from collections import Counter
from pathlib import Path

from radar.abstracts.text.titles import ORDINARY_WORDS
from radar.abstracts.vocabulary.patterns import pattern

IN_TITLES, IN_ABSTRACTS, SMALL_BY_CAPITAL = 8, 10, 1.2
"""A word is in so many titles and abstracts, and so many times as often small as with a capital."""
WIDTH = 110
ORIGIN = (
    "Words that titles write with a capital and sentences do not, counted by "
    "tests/benchmarks/ordinary_words.py in the titles and abstracts of 40,000 papers of arXiv "
    "(metadata of arXiv is in the public domain, CC0)."
)
_SMALL = pattern(r"(?<!\w)[a-z]{3,}(?!\w)")
_CAPITAL_INSIDE = pattern(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?!\w)")
_CAPITAL = pattern(r"(?<!\w)[A-Z][a-z]{2,}(?!\w)")


def counted(folder: Path) -> list[str]:
    """Return the words, in order."""
    small, inside, titles = Counter[str](), Counter[str](), Counter[str]()
    with gzip.open(folder / "data" / "arxiv_40k.jsonl.gz", "rt", encoding="utf-8") as file:
        for paper in map(json.loads, file):
            small.update(set(_SMALL.findall(paper["abstract"])))
            inside.update({word.lower() for word in _CAPITAL_INSIDE.findall(paper["abstract"])})
            titles.update({word.lower() for word in _CAPITAL.findall(paper["title"])})
    return sorted(
        word
        for word, count in small.items()
        if count >= IN_ABSTRACTS and titles[word] >= IN_TITLES and count >= SMALL_BY_CAPITAL * inside[word]
    )


def main() -> int:
    """Count and write the words."""
    folder = os.environ.get("RADAR_EVAL_DATA")
    if not folder:
        print("Set RADAR_EVAL_DATA to the folder that holds data/.", file=sys.stderr)
        return 2
    words = counted(Path(folder))
    origin = textwrap.fill(ORIGIN, WIDTH, initial_indent="# ", subsequent_indent="# ")
    text = textwrap.fill(" ".join(words), WIDTH, break_long_words=False, break_on_hyphens=False)
    ORDINARY_WORDS.write_text(f"{origin}\n{text}\n", encoding="utf-8")
    print(f"{len(words)} words written to {ORDINARY_WORDS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
