"""The text of a digest fits a mail, whatever papers hold."""

from __future__ import annotations

import pytest

from radar.papers.bases import replace
from radar.papers.text.partial_dates import PartialDate
from radar.papers.text.safe_text import clean
from radar.pipeline.digest.plain_text import WIDTH, columns, render
from tests.pipeline.digest.digests import FAILING, NASTY, digest, full, hostile


def test_a_digest_tells_each_paper_in_a_few_lines_with_its_links_on_their_own() -> None:
    lines = render(full()).splitlines()
    assert lines[:2] == ["Radar digest, Thursday 26 November 2026", "=" * 39]
    start = lines.index("1.  Snails Sort Marbles with BERT")
    assert lines[start - 3 : start] == ["snails (3)", "----------", ""]
    assert lines[start : start + 11] == [
        "1.  Snails Sort Marbles with BERT",
        "    Ada van der Berg, Bo Chen, OpenSnail · 2025-11-03 · starred",
        "    Snails sort 40% faster. [offline, by rule]",
        "    Code: released (the authors, in title or abstract): “Code:",
        "    https://github.com/snail/sort”",
        "      https://github.com/snail/sort",
        "    Results: quantified, -40 %: “Our method sorts 40% faster.”",
        "    Because of: snails, marbles",
        "    Also in: code out",
        "    https://arxiv.org/abs/2511.00123",
        "",
    ]
    assert "and 2 more: radar digest --since 2026-11-25T07:00:00Z --top 3" in lines
    assert "2.  Slugs Climb" in lines
    assert "*   Shells" in lines
    assert "    Updated: code is now out: github.com/snail/sort" in lines
    assert lines[-1].endswith(".")


def test_a_hint_that_asks_ends_with_its_question_mark() -> None:
    failing = replace(FAILING, error="Nothing answers at moss.example.", hint="Is the server running?")
    text = " ".join(render(replace(digest(), failing=(failing,))).split())
    assert "Nothing answers at moss.example. Is the server running? It has not answered yet" in text


@pytest.mark.parametrize("text", NASTY)
def test_no_line_is_longer_than_a_mail_takes_unless_it_is_a_link(text: str) -> None:
    for line in render(hostile(text)).splitlines():
        assert columns(line) <= WIDTH or line.strip().startswith("https://"), line
        assert clean(line).replace(" ", "") == line.replace(" ", "")
        assert line == line.rstrip()


def test_a_day_without_anything_is_said_in_one_line() -> None:
    assert len(render(digest(sections=())).splitlines()) == 3


def test_wide_letters_take_two_columns() -> None:
    assert columns("ab深e\u0301") == 5


def test_no_day_is_told_that_nobody_gave() -> None:
    told = full()
    first = told.sections[0].papers[0]
    year = replace(first.entry.paper, published=PartialDate(2025), listed=None)
    section = replace(told.sections[0], papers=(replace(first, entry=replace(first.entry, paper=year)),))
    assert "OpenSnail · 2025 · starred" in render(replace(told, sections=(section,)))
