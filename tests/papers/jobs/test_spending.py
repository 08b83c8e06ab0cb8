"""The words for spending."""

from __future__ import annotations

from radar.papers.jobs.spending import Budgets, Charge, Limits, amount


def test_amounts_are_told_in_their_unit() -> None:
    told = [amount("usd", 0.5), amount("tokens", 12_000), amount("requests", 1), amount("requests", 2)]
    assert told == ["$0.50", "12,000 tokens", "1 request", "2 requests"]


def test_charges_add_up_and_one_without_a_price_leaves_the_others() -> None:
    total = Charge(1, 2, 0.5, 3, 4) + Charge(10, 20, None, 30, 40, True)
    assert total == Charge(11, 22, 0.5, 33, 44, True)
    assert (Charge(1, 2) + Charge(1, 2)).cost is None


def test_a_limit_of_zero_is_a_limit() -> None:
    assert Limits(cost=0.0)
    assert not Limits()
    assert Budgets(day=Limits(requests=0))
    assert not Budgets()
    assert Budgets(run=Limits(cost=0.0)).in_money
    assert not Budgets(run=Limits(tokens=1)).in_money
