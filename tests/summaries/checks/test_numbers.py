"""Numbers however they are spelt."""

from __future__ import annotations

import pytest

from radar.summaries.checks.numbers import numbers_of, ungrounded_numbers, with_decimal_points
from radar.summaries.checks.wording import plain_form


def missing(said: str, paper: str, *, abroad: bool = False) -> tuple[str, ...]:
    return ungrounded_numbers(plain_form(said), numbers_of(plain_form(paper)), abroad=abroad)


@pytest.mark.parametrize(
    ("said", "paper"),
    [
        ("1200 cars", "1,200 cars"),
        ("1200 cars", "1{,}200 cars"),
        ("12%", "12\\%"),
        ("12 percent", "12 %"),
        ("12 points", "12 percentage points"),
        ("7%", "7-22%"),
        ("22%", "7 to 22%"),
        ("Fox-100 and 22%", "22% on Fox-100"),
        ("12.50", "12.5"),
        ("twelve", "12"),
        ("twenty-five", "25"),
        ("25", "twenty five"),
        ("three hundred", "300"),
        ("2 million", "2,000,000"),
        ("2M", "two million"),
        ("1.5B", "1.5 billion"),
        ("10k", "10,000"),
        ("half", "50%"),
        ("halves", "by half"),
        ("4x", "4-fold"),
        ("4x", "four times"),
        ("fourfold", "4×"),
        ("twice", "2x"),
        ("doubles", "by a factor of two"),
        ("3.5x", "a speedup of 3.5"),
        ("10^6", "1 million"),
        ("0.001", "10⁻³"),
        ("1e-4", "10^{-4}"),
        ("2.5 x 10^-2", "2.5×10⁻²"),
        ("40 ms", "40 milliseconds"),
        ("3 ms", "3-5 ms"),
        ("5 GB", "a memory of 5"),
        ("3rd", "third"),
        ("128x128", "128×128"),
        ("no number", ""),
    ],
)
def test_a_number_is_the_same_in_another_spelling(said: str, paper: str) -> None:
    assert missing(said, paper) == ()


@pytest.mark.parametrize(
    ("said", "paper"),
    [
        ("33%", "33.25%"),
        ("12%", "12 cars"),
        ("12x", "12%"),
        ("12x", "12 cars"),
        ("2 million", "2 billion"),
        ("2 million", "2"),
        ("40 s", "40 ms"),
        ("5 GB", "5 MB"),
        ("third", "three"),
        ("twice", "two cars"),
        ("10^3", "10^-3"),
        ("0.1", "1"),
        ("21", "twenty one-sided 20"),
        ("2030", "2031"),
    ],
)
def test_another_number_is_none(said: str, paper: str) -> None:
    assert missing(said, paper)


def test_decimal_commas_and_number_words_of_other_languages_count() -> None:
    assert missing(with_decimal_points("12,5 % von 1.200"), "12.5% of 1,200", abroad=True) == ()
    assert missing(with_decimal_points("33,2 %"), "33.25%", abroad=True) == ("33.2%",)
    assert missing("halbiert den Fehler", "by 50%", abroad=True) == ()
    assert missing("drei Gärten", "gardens", abroad=True) == ("3",)
