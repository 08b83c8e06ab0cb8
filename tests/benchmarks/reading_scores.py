"""Counting how readings agree with labels: values, links and evidence, over all papers and per stratum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from radar.abstracts.reading import read_text
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import Reading

ALL = "all"
TELLING = (
    "releas", "avail", "open", "public", "provid", "shar", "found", "access", "://", "github", "www.", "soon",
    "code", "data", "make", "made", "download", "contribut", "hosted", "supplement", "install", "includ",
)  # fmt: skip
"""One of these stands in every statement of a release."""


@dataclass
class Score:
    """Counts of one field over a set of labelled papers; those per stratum stand under its name."""

    pairs: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    links_right: int = 0
    links: int = 0

    def add(self, gold: str, read: str, stratum: str) -> None:
        """Count one label."""
        for key in (ALL, stratum):
            self.pairs.setdefault(key, Counter())[gold, read] += 1

    def right(self, stratum: str = ALL) -> int:
        """Return how many were read as labelled."""
        return sum(count for (gold, read), count in self.pairs[stratum].items() if gold == read)

    def total(self, stratum: str = ALL) -> int:
        """Return how many were labelled."""
        return sum(self.pairs[stratum].values())

    def values(self, stratum: str = ALL) -> list[str]:
        """Return the values that occur as labels."""
        return sorted({gold for gold, _ in self.pairs[stratum]})

    def f1(self, value: str, stratum: str = ALL) -> float:
        """Return the F1 of one value; 0 where it never occurs."""
        pairs = self.pairs[stratum]
        hits = pairs[value, value]
        wrong = sum(count for pair, count in pairs.items() if value in pair and pair != (value, value))
        return 2 * hits / (2 * hits + wrong) if hits else 0.0

    def macro(self, stratum: str = ALL) -> float:
        """Return the mean F1 of the values that occur as labels."""
        seen = self.values(stratum)
        return sum(self.f1(value, stratum) for value in seen) / len(seen)


@dataclass
class EvidenceScore:
    """How many flags other than none show the words they stand on, and the annotator's words among them."""

    flags: int = 0
    shown: int = 0
    """The span lies inside its text and holds a word or a link that speaks of a release."""
    marked: int = 0
    """The annotator marked words, and the flag was read as labelled."""
    overlapping: int = 0

    def add(self, item: dict[str, Any], flags: Flags) -> None:
        """Count one paper; the annotator marked the words for its code, or else for its data."""
        main = "code" if item.get("code", "none") != "none" else "data"
        for name, status in (("code", flags.code), ("data", flags.data)):
            if status.value.value == "none":
                continue
            self.flags += 1
            words = shown(status.evidence, item).lower()
            self.shown += any(piece in words for piece in TELLING)
            gold = str(item.get("evidence") or "")
            if gold and name == main and name not in item["ambiguous"] and status.value.value == item[name]:
                self.marked += 1
                self.overlapping += overlap(status.evidence, item["abstract"], gold)


def shown(evidence: Evidence | None, item: dict[str, Any]) -> str:
    """Return the words that an evidence marks; empty where it marks none."""
    if evidence is None or evidence.field not in (TextField.TITLE, TextField.ABSTRACT):
        return ""
    text = str(item["title" if evidence.field is TextField.TITLE else "abstract"])
    return text[evidence.start : evidence.end] if evidence.end <= len(text) else ""


def overlap(evidence: Evidence | None, abstract: str, gold: str) -> bool:
    """Say whether an evidence and a stretch of the abstract share a character."""
    start = abstract.find(gold)
    if evidence is None or evidence.field is not TextField.ABSTRACT or start < 0:
        return False
    return evidence.start < start + len(gold) and start < evidence.end


def score(items: Iterable[dict[str, Any]]) -> dict[str, Score]:
    """Read every paper and compare with its labels."""
    return score_with_evidence(items)[0]


def score_with_evidence(items: Iterable[dict[str, Any]]) -> tuple[dict[str, Score], EvidenceScore]:
    """Read every paper, compare with its labels, and count the evidence."""
    scores: dict[str, Score] = {}
    evidence = EvidenceScore()
    for item in items:
        reading = read_text(item["title"], item["abstract"])
        if "code" in item:
            evidence.add(item, reading.flags)
        for name, read in values(reading).items():
            if name in item and name not in item["ambiguous"]:
                gold = str(item[name]).lower()
                one = scores.setdefault(name, Score())
                one.add(gold, read, item["stratum"])
                if name in ("code", "data") and gold != "none" and f"{name}_url" not in item["ambiguous"]:
                    one.links += 1
                    read_url = reading.flags.code.url if name == "code" else reading.flags.data.url
                    one.links_right += read == gold and place(read_url) == place(item[f"{name}_url"])
    return scores, evidence


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
