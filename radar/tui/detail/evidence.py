"""The evidence of a paper's flags, numbered in the order in which the detail shows it."""

from __future__ import annotations

from collections.abc import Iterable

from radar.abstracts.text.tex import Readable
from radar.papers.listed.paper import Paper
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Flags
from radar.tui.detail.blocks import Mark, Role
from radar.tui.detail.readable import readable


class EvidenceBook:
    """Numbers spans as they are first met and finds them again in the readable form of the texts."""

    def __init__(self, paper: Paper) -> None:
        self._numbers: dict[Evidence, int] = {}
        self._by_model: set[Evidence] = set()
        self.texts: dict[TextField, Readable] = {
            TextField.TITLE: readable(paper.title),
            TextField.ABSTRACT: readable(paper.abstract),
            TextField.COMMENT: readable(paper.comment),
            TextField.METADATA: readable(paper.links.code),
        }

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, evidence: Evidence, *, by_model: bool = False) -> int:
        """Return the number of a span, a new one where it was not met before.

        Args:
            by_model: whether a model alone points at it; what the rules found stays theirs.
        """
        if evidence not in self._numbers and by_model:
            self._by_model.add(evidence)
        elif not by_model:
            self._by_model.discard(evidence)
        return self._numbers.setdefault(evidence, len(self._numbers))

    def quote(self, evidence: Evidence) -> str:
        """Return the words of a span as they are shown; empty where it lies outside its text."""
        text = self.texts[evidence.field]
        start, end = text.span(evidence.start, evidence.end)
        return text.text[start:end].strip()

    def marks(self, field: TextField) -> tuple[Mark, ...]:
        """Return the marks of all evidence in one text, as offsets into its readable form."""
        text = self.texts[field]
        marks = []
        for evidence, number in self._numbers.items():
            if evidence.field is not field:
                continue
            start, end = text.span(evidence.start, evidence.end)
            if start < end:
                role = Role.POINTED if evidence in self._by_model else Role.EVIDENCE
                marks.append(Mark(start, end, role, number))
        return tuple(marks)


def claim_evidence(flags: Flags) -> Iterable[Evidence]:
    """Yield the spans that a result claim stands on, each once."""
    results = flags.results
    yield from dict.fromkeys(results.evidence)
    best = results.state_of_the_art_evidence
    if best is not None and best not in results.evidence:
        yield best
