"""Cheap questions about texts."""

from __future__ import annotations

import pytest

from radar.abstracts.vocabulary.words import has_decimal, last_words


@pytest.mark.parametrize(
    ("text", "count", "words"),
    [
        ("crabs dig in wet sand", 2, " wet sand"),
        ("crabs dig in wet sand", 5, "crabs dig in wet sand"),
        ("crabs dig", 9, "crabs dig"),
        ("crabs, which dig", 2, " which dig"),
        ("", 3, ""),
    ],
)
def test_the_last_words_begin_with_the_space_before_them(text: str, count: int, words: str) -> None:
    assert text[last_words(text, count) :] == words


@pytest.mark.parametrize(
    ("text", "has"),
    [("a gain of .5", True), ("0.25 crabs", True), ("5 crabs. 3 more", False), ("crabs.", False)],
)
def test_a_decimal_is_a_digit_behind_a_point(text: str, has: bool) -> None:
    assert has_decimal(text) is has
