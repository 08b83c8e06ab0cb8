from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from radar.papers.reader.query import Order, PaperQuery
from radar.tui.flows.ordering import Ordering
from radar.tui.flows.step import Ask
from tests.tui.flows.taken import replied, said


class Listed:
    """A list that only remembers what it was asked."""

    def __init__(self, query: PaperQuery = PaperQuery()) -> None:  # noqa: B008
        self.query = query
        self.papers: Sequence[int] = ()
        self.then: list[Callable[[], None]] = []
        self.counting = False
        self.marked: set[int] = set()

    def ask(self, query: PaperQuery) -> None:
        self.query = query

    def renew(self) -> None:
        self.papers = [key for key in self.papers if key not in self.marked]

    def when_counted(self, then: Callable[[], None]) -> None:
        self.then.append(then)


def _offered(ordering: Ordering) -> dict[str, str]:
    step = ordering.start()
    assert isinstance(step, Ask)
    assert step.choices is not None
    return dict(step.choices)


def test_every_order_has_a_key_of_its_own_and_that_of_the_one_in_use_answers_too() -> None:
    reached = set()
    for key in _offered(Ordering(listed := Listed(PaperQuery("tides")), lambda: 3, "s")):
        listed.query = PaperQuery("tides")
        replied(Ordering(listed, lambda: 3, "s").start(), key)
        reached.add(listed.query.order)
    assert reached == set(Order)


def test_the_word_by_is_not_said_twice() -> None:
    listed = Listed()
    assert _offered(Ordering(listed, lambda: 3, "s"))["t"] == "title"
    asked = Ordering(listed, lambda: 3, "s").start()
    assert said(replied(asked, "t")).text == "listed by: title"


def test_best_match_is_offered_only_with_words() -> None:
    assert "m" not in _offered(Ordering(Listed(), lambda: 3, "s"))
    assert _offered(Ordering(Listed(PaperQuery("tides")), lambda: 3, "s"))["m"] == "best match"


def test_the_same_key_again_goes_round_all_orders() -> None:
    listed = Listed(PaperQuery(unread=True))
    ordering = Ordering(listed, lambda: 3, "s")
    seen = []
    for _ in range(len(Order) - 1):
        following = _offered(ordering)["L"]
        replied(ordering.start(), "L")
        seen.append(listed.query.order)
        assert following.startswith("next: ")
    assert set(seen) == set(Order) - {Order.MATCH}
    assert listed.query == PaperQuery(unread=True)


@pytest.mark.parametrize(
    ("starred", "words"),
    [
        (0, "star a few papers first (s)"),
        (1, "close to your 1 starred paper first"),
        (40, "close to your 40 starred papers first"),
    ],
)
def test_the_order_by_closeness_says_what_it_goes_by(starred: int, words: str) -> None:
    listed = Listed()
    told = said(replied(Ordering(listed, lambda: starred, "s").start(), "c"))
    assert listed.query.order is Order.CLOSE
    assert told.text.startswith(words)
