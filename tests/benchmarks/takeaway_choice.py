"""From which sentences takeaways are made, beside those that readers of the abstracts would take.

Run as `python -m tests.benchmarks.takeaway_choice` with RADAR_EVAL_DATA set to the folder that holds
`data/arxiv_40k.jsonl.gz`. `takeaway_sentences.jsonl` has the labels: a language model read each abstract and
said which sentence, at most two, tells best what was done or found ("best"), and which others would do
("ok"), by their numbers from 0. 480 papers were drawn at random, 600 among those whose authors say of
nothing that they propose it. Each paper was judged once. What finding goes before what aim was weighed on
all of them. The sentence is the one that is chosen first: a finding with a figure may be added to it, or
stand in its place where it only repeats the title.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from radar.abstracts.claims import read_claims
from radar.abstracts.takeaways.takeaway import sentence_of_takeaway
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

LABELS = Path(__file__).with_name("takeaway_sentences.jsonl")


def papers(folder: Path, wanted: set[str]) -> dict[str, tuple[str, str]]:
    """Return the titles and abstracts of papers by their ids."""
    with gzip.open(folder / "data" / "arxiv_40k.jsonl.gz", "rt", encoding="utf-8") as file:
        found = map(json.loads, file)
        return {paper["id"]: (paper["title"], paper["abstract"]) for paper in found if paper["id"] in wanted}


def verdict(label: dict[str, Any], title: str, text: str) -> str:
    """Return what a reader held of the sentence that the takeaway is made of: best, ok or other."""
    claims = read_claims(units(text, sentences(text)), title)
    chosen = sentence_of_takeaway(title, text, claims)
    number = next((number for number, claim in enumerate(claims) if claim is chosen), -1)
    return next((kind for kind in ("best", "ok") if number in label[kind]), "other")


def main() -> int:
    """Print the table."""
    folder = os.environ.get("RADAR_EVAL_DATA")
    if not folder:
        print("Set RADAR_EVAL_DATA to the folder that holds data/.", file=sys.stderr)
        return 2
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    texts = papers(Path(folder), {label["id"] for label in labels})
    found = Counter((label["drawn"], verdict(label, *texts[label["id"]])) for label in labels)
    for drawn in ("at random", "nothing proposed"):
        total = sum(count for (kind, _), count in found.items() if kind == drawn)
        told = "  ".join(
            f"{kind} {100 * found[drawn, kind] / total:.1f} %" for kind in ("best", "ok", "other")
        )
        print(f"{drawn:18}{total:4} papers  {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
