"""What something is done for, told without the means."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.purpose import straight_to_purpose
from radar.abstracts.takeaways.telling_words import telling

NONE = frozenset[str]()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "We build a cart that uses the strong spring tides to sort wet shells by age.",
            "We build a cart that sorts wet shells by age.",
            id="what one thing does",
        ),
        pytest.param(
            "We build carts that leverage the strong spring tides to carry wet shells.",
            "We build carts that carry wet shells.",
            id="what several do",
        ),
        pytest.param(
            "We build a cart that employs the strong spring tides to slowly carry wet shells.",
            "We build a cart that slowly carries wet shells.",
            id="how it is done",
        ),
        pytest.param(
            "We build a cart that exploits the strong spring tides to catch wet shells.",
            "We build a cart that catches wet shells.",
            id="a verb with a hiss",
        ),
        pytest.param(
            "We exploit the strong spring tides to count wet shells.",
            "We count wet shells.",
            id="what the authors do",
        ),
    ],
)
def test_the_means_are_left_out(text: str, told: str) -> None:
    assert list(straight_to_purpose(text, NONE)) == [told]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We build a cart that uses only the spring tides to sort shells.", id="a limit"),
        pytest.param("We build a cart that uses the strong spring tides to improve it.", id="says little"),
        pytest.param("We build a cart that uses the ability of spring tides to sort shells.", id="asked for"),
        pytest.param("We build a cart that uses spring tides to sort and count shells.", id="two verbs"),
        pytest.param("We build a cart that uses spring tides to sort shells and test it.", id="two deeds"),
        pytest.param("We build the first cart that uses spring tides to sort wet shells.", id="the first"),
        pytest.param("We build a cart that uses a drum that turns to sort shells.", id="a clause between"),
        pytest.param("We build a cart that uses spring tides.", id="no purpose"),
    ],
)
def test_means_that_tell_more_stay(text: str) -> None:
    assert not list(straight_to_purpose(text, NONE))


def test_means_that_the_title_speaks_of_stay() -> None:
    text = "We build a cart that uses the strong spring tides to sort wet shells by age."
    assert not list(straight_to_purpose(text, telling("Spring tides")))
