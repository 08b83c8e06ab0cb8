"""What a search found is marked, that and nothing else."""

from __future__ import annotations

import pytest

from radar.papers.search.nodes import Column
from radar.tui.detail.found import found_marks
from tests.tui.detail.shown import sought

TEXT = "Chain of thought: a CHAIN of Thoughts, naïve pre-trained C++ chains"


def marked(text: str, typed: str, column: Column = Column.TITLE) -> list[str]:
    return [text[mark.start : mark.end] for mark in found_marks(text, sought(typed), column)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("chain ", ["Chain", "CHAIN"]),
        ("chain", ["Chain", "CHAIN", "chains"]),
        ("chain* ", ["Chain", "CHAIN", "chains"]),
        ('"chain of thought" ', ["Chain of thought"]),
        ('"chain of thou', ["Chain of thought", "CHAIN of Thoughts"]),
        ("pre-trained ", ["pre-trained"]),
        ("trained naive ", ["naïve", "trained"]),
        ("c++", ["C++"]),
        ('"trained c++ cha', ["trained C++ chains"]),
        ("c#", []),
        ("c ", ["C"]),
        ("-chain ", []),
        ('chain -"of thought" ', ["Chain", "CHAIN"]),
        ("of OR thought ", ["of", "thought", "of"]),
        ('"of thought" thought ', ["of thought"]),
        ("title:chain ", ["Chain", "CHAIN"]),
        ("author:chain abstract:of ", []),
        ("has:code cat:cs after:2020 ", []),
        ("!!! ", []),
        ("α ", []),
    ],
)
def test_found_words_are_marked(typed: str, expected: list[str]) -> None:
    assert marked(TEXT, typed) == expected


def test_signs_of_a_word_are_marked_where_they_are_raised_too() -> None:
    assert marked("HCO, HCO⁺ and HCO+", "hco+") == ["HCO⁺", "HCO+"]


@pytest.mark.parametrize("typed", ["CO2 ", "CO₂ ", "CO_2 ", "CO$_2$ ", "co2 "])
def test_what_is_raised_or_lowered_is_marked_however_it_was_typed(typed: str) -> None:
    text = "CO, CO₂, CO2 and CO-2 beside CO²⁵"
    assert marked(text, typed) == ["CO₂", "CO2", "CO-2"]


def test_a_formula_is_marked_with_its_raised_part() -> None:
    assert marked("Bounds of O(n²) in L²", "O(n^2) L2 ") == ["O(n²", "L²"]
    assert marked("On xᵢ and x", "x_i ") == ["xᵢ"]


def test_runs_of_chinese_are_marked_where_they_stand() -> None:
    assert marked("对番茄的研究", "番茄") == ["番茄"]


def test_venue_and_comment_are_marked_only_where_they_were_asked_for() -> None:
    assert marked("Accepted at NAACL", "acl ", Column.COMMENT) == []
    assert marked("Accepted at NAACL", "comment:acl ", Column.COMMENT) == ["ACL"]
    assert marked("Accepted at NAACL", "comment:acl ", Column.ABSTRACT) == []


def test_a_letter_marks_itself_and_its_name() -> None:
    assert marked("The α of alpha and alphabets", "α ") == ["α", "alpha"]
