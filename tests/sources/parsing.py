"""What a format makes of a text."""

from __future__ import annotations

from collections.abc import Iterable

from radar.papers.listed.listing import NotUnderstood
from radar.papers.listed.paper import Paper, clean_paper
from radar.sources.source import Format
from tests.sources.hostile import hostile_texts


def parsed(format: Format, lines: str | Iterable[str]) -> tuple[list[Paper], list[NotUnderstood]]:
    """Return the papers of a text, and what was left out of it."""
    papers: list[Paper] = []
    left_out: list[NotUnderstood] = []
    for item in format.parse(lines.split("\n") if isinstance(lines, str) else lines):
        if isinstance(item, Paper):
            papers.append(item)
        elif isinstance(item, NotUnderstood):
            left_out.append(item)
    return papers, left_out


def paper_in(format: Format, text: str) -> Paper:
    """Return the one paper of a text of which nothing is left out."""
    papers, left_out = parsed(format, text)
    assert left_out == []
    (paper,) = papers
    return paper


def meet_hostile_texts(format: Format, whole: str) -> None:
    """Read texts that trip parsers, and a good one cut, mixed and put within them; none may raise."""
    texts = list(hostile_texts(800))
    third = len(whole) // 3
    cuts = [whole[:end] for end in range(0, len(whole), max(1, len(whole) // 150))]
    mixed = [whole[:third] + text + whole[third:] for text in texts[:400]]
    for text in (*texts, *cuts, *mixed):
        papers, left_out = parsed(format, text)
        for paper in papers:
            assert clean_paper(paper) == paper
            paper.id.encode()
        assert all(item.line > 0 and item.reason for item in left_out)
        format.recognises(text)
