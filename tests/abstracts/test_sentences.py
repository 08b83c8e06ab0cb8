"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from radar.abstracts.sentences import sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mill et al. (2020) count crabs.",
        "We use tools, i.e. Rakes and hoes.",
        "As Fig. 3 shows, crabs walk.",
        "The score rose from 3.5 to 4.25 points.",
        "We thank J. Mill for crabs.",
        "See https://crabs.example.org/a.b?c=D.E for more.",
        "We sort crabs vs. Lobsters by size.",
        "Run crab.py with Node.js installed.",
        "1. Crabs walk sideways.",
    ],
)
def test_abbreviations_numbers_initials_and_links_do_not_end_a_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Crabs walk. Lobsters swim.", ["Crabs walk.", "Lobsters swim."]),
        ("We state the law.This is new.", ["We state the law.", "This is new."]),
        ("Do crabs walk? Yes! They do.", ["Do crabs walk?", "Yes!", "They do."]),
        ("It sorts shells, pearls, etc. We like it.", ["It sorts shells, pearls, etc.", "We like it."]),
        ("It works well.1 Code is out.", ["It works well.1", "Code is out."]),
        ("It is at github.com/crab/walk.We like it.", ["It is at github.com/crab/walk.", "We like it."]),
        ("We gain 5%. $x$ is small.", ["We gain 5%.", "$x$ is small."]),
        ("Crabs (or not.) We see.", ["Crabs (or not.)", "We see."]),
        ("蟹会走路。虾会游泳。", ["蟹会走路。", "虾会游泳。"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_no_text_has_no_sentences() -> None:
    assert sentences("") == ()
    assert sentences("   ") == ()
