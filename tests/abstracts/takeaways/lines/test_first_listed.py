"""The first of several things that are introduced one by one."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.first_listed import first_listed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "We propose two new carts: (1) a sieve for shells, and (2) a comb.",
            "We propose a sieve for shells.",
        ),
        ("We make three contributions: (i) we build a sieve; (ii) we test it.", "We build a sieve."),
        ("Our work is two-fold: first, we build a sieve, second, we test it.", "We build a sieve."),
        ("We build a sieve: a comb for shells.", ""),
        ("We identify two tasks: (1) sorting the shells, and (2) counting them.", ""),
        ("We identify two problems: (1) crabs cannot see, and (2) gulls can.", ""),
        ("We propose two carts: (1) a sieve that is wet, and (2) a comb.", "We propose a sieve that is wet."),
        ("We propose two ideas: (1) Our sieve sorts, and (2) our comb counts.", ""),
        ("We make two contributions: (1) we solve these tasks, (2) we sing.", ""),
    ],
)
def test_the_first_is_told_alone(text: str, told: str) -> None:
    assert first_listed(text) == told
