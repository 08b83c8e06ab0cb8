"""Text measured in the cells it takes."""

from __future__ import annotations

import pytest

from radar.cli.columns import cells, padded, shortened, wrapped


def test_a_wide_character_takes_two_cells_and_a_combining_mark_none() -> None:
    assert [cells(text) for text in ("ab", "数学", "e\u0301", "")] == [2, 4, 1, 0]


@pytest.mark.parametrize(
    "text", ["snails sort marbles in the garden", "数学的な問題を解く研究", "x" * 50, "a 数 b 数 c 数 d 数"]
)
@pytest.mark.parametrize("width", range(0, 30))
def test_what_is_cut_fits_its_width(text: str, width: int) -> None:
    assert cells(shortened(text, width)) <= width


def test_a_text_that_fits_is_not_cut() -> None:
    assert shortened("snails", 6) == "snails"


def test_a_cut_falls_between_words() -> None:
    assert shortened("snails sort marbles", 17) == "snails sort…"
    assert shortened("snails sort marbles", 13) == "snails sort…"
    assert shortened("snails sort marbles", 9, "...") == "snails..."


def test_a_long_word_is_cut_within() -> None:
    assert shortened("a-very-long-word-indeed", 10) == "a-very-lo…"


def test_padding_counts_cells() -> None:
    assert padded("数", 4) == "数  "
    assert padded("long", 2) == "long"


def test_wrapped_lines_fit_and_lose_no_word() -> None:
    text = "snails sort marbles in the garden every day of the week"
    lines = wrapped(text, 12)
    assert " ".join(lines) == text
    assert max(map(len, lines)) <= 12


def test_a_word_longer_than_the_line_stays_whole() -> None:
    assert wrapped("see https://example.org/a/long/link now", 10) == [
        "see",
        "https://example.org/a/long/link",
        "now",
    ]
