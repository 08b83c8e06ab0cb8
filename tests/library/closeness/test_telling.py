"""The weights of words against the formula written out, and which words are kept."""

from __future__ import annotations

import math

import pytest

from radar.library.closeness.telling import PRIOR, UNIT, WORDS, can_tell, least_starred, telling_words, weight


def _written_out(among: int, starred: int, docs: int, papers: int) -> float:
    """The log-odds ratio with a Dirichlet prior, in natural logarithms, from counts of papers."""
    prior = PRIOR * starred
    expected = prior * docs / papers
    with_word, without = among + expected, starred - among + prior - expected
    others_with, others_without = (
        docs - among + expected,
        papers - starred - (docs - among) + prior - expected,
    )
    ratio = math.log(with_word / without) - math.log(others_with / others_without)
    return ratio * math.sqrt(among / starred)


@pytest.mark.parametrize(
    ("among", "starred", "docs", "papers"),
    [(1, 1, 2, 12), (3, 10, 40, 1_000), (10, 10, 11, 1_000), (200, 300, 50_000, 1_000_000), (1, 300, 9, 400)],
)
def test_a_weight_is_the_log_odds_ratio_with_a_prior(
    among: int, starred: int, docs: int, papers: int
) -> None:
    found = weight(among, starred, docs, papers)
    assert found == pytest.approx(UNIT * _written_out(among, starred, docs, papers), abs=0.51)


def test_a_word_as_frequent_among_starred_papers_as_anywhere_weighs_nothing() -> None:
    assert weight(5, 50, 100, 1_000) == 0
    assert weight(4, 50, 100, 1_000) < 0 < weight(6, 50, 100, 1_000)


def test_counts_of_words_that_are_ahead_of_those_of_papers_do_no_harm() -> None:
    assert weight(2, 3, 90, 91) < weight(2, 3, 20, 91)


def test_weights_go_by_shares_however_many_papers_are_starred() -> None:
    assert weight(1, 1, 10_000, 100_000) == pytest.approx(weight(30, 30, 10_000, 100_000), rel=0.01)
    assert weight(1, 30, 100, 1_000) < weight(1, 3, 100, 1_000) < weight(1, 1, 100, 1_000)


def test_words_that_find_nothing_or_everything_are_left_out() -> None:
    counted = [("own", 2, 2), ("every", 3, 100), ("often", 3, 60), ("good", 3, 9), ("chance", 1, 33)]
    assert [one.word for one in telling_words(counted, 3, 100)] == ["good"]


def test_in_a_tiny_library_a_word_may_be_in_many_papers() -> None:
    assert [one.word for one in telling_words([("shell", 1, 2)], 1, 4)] == ["shell"]


def test_the_words_worth_most_come_first_and_equals_by_letter() -> None:
    counted = [("pine", 4, 9), ("oak", 4, 9), ("rare", 1, 2), ("common", 4, 25)]
    found = telling_words(counted, 4, 200)
    assert [one.word for one in found] == ["oak", "pine", "common", "rare"]
    assert found[0].weight == weight(4, 4, 9, 200)
    assert found[0].docs == 9


def test_so_many_words_are_kept_and_no_more() -> None:
    counted = [(f"word{number}", 2, 3 + number) for number in range(100)]
    assert [one.word for one in telling_words(counted, 2, 1_000)] == [
        f"word{number}" for number in range(WORDS)
    ]


def test_letters_numbers_parts_of_links_commands_of_tex_and_words_of_every_text_tell_nothing() -> None:
    words = (
        "x",
        "textbf",
        "href",
        "2024",
        "github",
        "3d",
        "ml",
        "番茄",
        "of",
        "et",
        "al",
        "investigate",
        "explicit",
        "gradient",
    )
    assert [word for word in words if can_tell(word)] == ["3d", "ml", "番茄", "gradient"]


def test_of_many_starred_papers_several_must_hold_a_word() -> None:
    assert [least_starred(number) for number in (1, 3, 14, 15, 30, 300)] == [1, 1, 1, 2, 3, 5]
