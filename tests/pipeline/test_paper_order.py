"""Which paper is next."""

from __future__ import annotations

from radar.pipeline.paper_order import PaperOrder


def _rest(order: PaperOrder) -> list[int]:
    return [key for key in iter(order.take, None) if key is not None]


def test_papers_come_as_given_and_each_once() -> None:
    order = PaperOrder([3, 1, 3, 2])
    assert order.total == 3
    assert _rest(order) == [3, 1, 2]
    assert order.empty


def test_what_is_preferred_comes_first_and_what_is_no_part_of_the_run_does_not() -> None:
    order = PaperOrder(range(10))
    assert order.take() == 0
    order.prefer([7, 99, 0, 5])
    assert _rest(order) == [7, 5, 1, 2, 3, 4, 6, 8, 9]


def test_a_later_preference_takes_the_place_of_the_earlier_one() -> None:
    order = PaperOrder(range(6))
    order.prefer([5, 4])
    assert order.take() == 5
    order.prefer([2])
    assert _rest(order) == [2, 0, 1, 3, 4]


def test_what_is_coming_is_told_and_still_handed_out() -> None:
    order = PaperOrder([0, 1, 1, 2, 3, 4])
    assert order.take() == 0
    order.prefer([3])
    assert order.coming(3) == (3, 1, 2)
    assert order.coming(0) == ()
    assert _rest(order) == [3, 1, 2, 4]
    assert order.coming(9) == ()


def test_what_is_put_back_comes_again_behind_all_others_and_is_not_over_until_then() -> None:
    order = PaperOrder([0, 1, 2])
    assert order.take() == 0
    order.put_back(0)
    assert not order.only_put_off
    assert order.coming(3) == (1, 2, 0)
    assert (order.take(), order.take()) == (1, 2)
    assert order.only_put_off
    assert not order.empty
    order.prefer([0])
    assert _rest(order) == [0], "taken as one that is looked at, it does not come once more"
    assert order.empty
