"""What the screen is told of a paper when it is not known yet what the stars say."""

from __future__ import annotations

from collections.abc import Sequence

from radar.library.background import Found
from radar.library.reader import LibraryCounts
from radar.papers.closeness import Closeness
from radar.papers.query import Order, PaperEntry, PaperQuery, PaperRow
from radar.tui.messages import FoundArrived, StarsWeighed
from radar.tui.told import Told
from tests.tui.invented import entry

BEFORE, NOW = Closeness(1.0, ("tides",)), Closeness(2.0, ("dunes",))


class Reader:
    """Holds one paper."""

    def __init__(self) -> None:
        self.stars_weighed = True

    def rows(self, keys: Sequence[int]) -> Sequence[PaperRow]:
        return ()

    def entry(self, key: int) -> PaperEntry | None:
        return entry()

    def counts(self) -> LibraryCounts:
        return LibraryCounts()

    def closeness(self, key: int, *, at_once: bool = False) -> Closeness | None:
        assert at_once, "a frame does not wait for more"
        return NOW if self.stars_weighed else BEFORE


def _closeness(told: Told, order: Order) -> Closeness | None:
    found = told.entry(1, order)
    assert found is not None
    return found.closeness


def test_what_the_stars_say_is_worked_out_elsewhere_and_what_they_said_before_is_shown_meanwhile() -> None:
    reader, asked = Reader(), list[str]()
    told = Told(reader, asked.append, lambda: asked.append("weigh"))
    assert _closeness(told, Order.CLOSE) == NOW
    assert not asked
    reader.stars_weighed = False
    assert _closeness(told, Order.CLOSE) == BEFORE
    assert asked == ["weigh"]


def test_in_other_orders_nothing_is_weighed() -> None:
    reader, asked = Reader(), list[str]()
    reader.stars_weighed = False
    assert _closeness(Told(reader, asked.append, lambda: asked.append("weigh")), Order.NEWEST) is None
    assert not asked


def test_how_many_papers_there_are_does_not_stand_for_the_first_of_them() -> None:
    query = PaperQuery(order=Order.CLOSE)
    first, size = FoundArrived(Found(1, query, first=True)), FoundArrived(Found(1, query, size=9))
    whole = FoundArrived(Found(1, query))
    assert not first.can_replace(size)
    assert first.can_replace(whole)
    assert size.can_replace(whole)
    assert not whole.can_replace(StarsWeighed())
    assert StarsWeighed().can_replace(StarsWeighed())
