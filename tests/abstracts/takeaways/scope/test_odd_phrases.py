"""Phrases of a title that are left out of a takeaway again."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.scope.odd_phrases import without_odd_phrase

CART = "We present a cart that sorts shells."


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        pytest.param("In old crabs, we present a cart that sorts shells.", CART, id="where one presents"),
        pytest.param(
            "We present a cart for quick repair of nets that repairs traps.",
            "We present a cart that repairs traps.",
            id="what it does, twice",
        ),
        pytest.param(
            "For sorting wet shells, we propose to sort them by age.",
            "We propose to sort them by age.",
            id="what is done, twice",
        ),
        pytest.param("For LLMs repair, we present a cart that sorts shells.", CART, id="no preposition"),
    ],
)
def test_an_odd_phrase_goes(line: str, plain: str) -> None:
    assert without_odd_phrase(line, plain) == plain


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        pytest.param("For old crabs, we present a cart that sorts shells.", CART, id="for whom"),
        pytest.param("In old crabs, we measure their shells.", "We measure their shells.", id="where"),
        pytest.param("We present a cart for old crabs that sorts shells.", CART, id="within"),
        pytest.param(CART, CART, id="none was added"),
    ],
)
def test_another_phrase_stays(line: str, plain: str) -> None:
    assert without_odd_phrase(line, plain) == line


def test_a_takeaway_has_no_odd_phrase() -> None:
    title = "Sieve: Quick Repair of Nets for Repairing Traps"
    text = "We propose a small tool that repairs nets of all ages by night and by day with care."
    assert "for repairing" not in read_text(title, text).takeaway.text.lower()
