"""What requests to a model cost, and how much they may: the words for it."""

from __future__ import annotations

from enum import StrEnum

from radar.papers.bases import Value
from radar.papers.jobs.budgets import Budgets as Budgets
from radar.papers.jobs.budgets import Limits as Limits
from radar.papers.text.money import dollars


class Payee(Value):
    """To whom a request is put."""

    summariser: str
    """The name it is chosen by."""
    endpoint: str = ""
    """Its host, with the port where one is set; empty where a summariser does not say."""
    model: str = ""


class Charge(Value):
    """What a request takes: expected before it is sent, counted afterwards."""

    tokens_in: int = 0
    tokens_out: int = 0
    """Those of hidden reasoning among them."""
    cost: float | None = None
    """US dollars; None where no price is known."""
    reasoning: int = 0
    """Of `tokens_out`: what the model thought and nobody reads, where the endpoint says so."""
    reused: int = 0
    """Of `tokens_in`: what the endpoint had from an earlier request, where it says so."""
    estimated: bool = False
    """Whether it is not the endpoint's own word."""

    @property
    def tokens(self) -> int:
        """All of them."""
        return self.tokens_in + self.tokens_out

    def __add__(self, other: Charge) -> Charge:
        """Return the sum; a part without a price leaves the price of the others."""
        costs = [cost for cost in (self.cost, other.cost) if cost is not None]
        return Charge(
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            sum(costs) if costs else None,
            self.reasoning + other.reasoning,
            self.reused + other.reused,
            self.estimated or other.estimated,
        )


class Spending(Value):
    """What requests came to, for a day, an endpoint, a model, or all of them."""

    day: str = ""
    """Such as "2026-03-01", in UTC; empty in a sum over days. So for the next three."""
    summariser: str = ""
    endpoint: str = ""
    model: str = ""
    requests: int = 0
    """All that were sent, the refused and the useless ones among them."""
    papers: int = 0
    """Papers that an answer was had for."""
    cached: int = 0
    """Papers answered from the cache, which no request was sent for."""
    tokens_in: int = 0
    tokens_out: int = 0
    reasoning: int = 0
    reused: int = 0
    cost: float = 0.0
    """US dollars, as far as prices are known."""
    estimated: int = 0
    """Requests whose tokens are an estimate, because no answer came or it does not say."""
    estimated_cost: float = 0.0
    """The share of `cost` that stands on such an estimate."""
    unpriced: int = 0
    """Requests for which no price is known."""

    @property
    def tokens(self) -> int:
        """All of them."""
        return self.tokens_in + self.tokens_out


class SpendingBy(StrEnum):
    """What spending is summed by."""

    DAY = "day"
    MODEL = "model"
    ENDPOINT = "endpoint"


class Totals(Value):
    """What budgets are held against."""

    cost: float = 0.0
    tokens: int = 0
    requests: int = 0

    def __add__(self, other: Totals) -> Totals:
        """Return the sum."""
        return Totals(self.cost + other.cost, self.tokens + other.tokens, self.requests + other.requests)

    def __sub__(self, other: Totals) -> Totals:
        """Return the difference."""
        return Totals(self.cost - other.cost, self.tokens - other.tokens, self.requests - other.requests)

    @classmethod
    def of(cls, charge: Charge) -> Totals:
        """Return what one request adds."""
        return cls(charge.cost or 0.0, charge.tokens, 1)


def amount(unit: str, value: float) -> str:
    """Return an amount of a unit of `Limits.against` in words: "$0.4987", "12,000 tokens", "1 request"."""
    if unit == "usd":
        return dollars(value)
    return f"{value:,.0f} {unit[:-1] if value == 1 else unit}"
