"""How much requests to a model may cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from radar.papers.bases import Value

if TYPE_CHECKING:
    from radar.papers.jobs.spending import Totals


class Limits(Value):
    """The most that may be spent; None: no limit."""

    cost: float | None = None
    tokens: int | None = None
    requests: int | None = None

    def __bool__(self) -> bool:
        """Whether there is a limit at all."""
        return any(limit is not None for limit in (self.cost, self.tokens, self.requests))

    def against(self, totals: Totals) -> Iterator[tuple[str, float, float]]:
        """Yield the unit ("usd", "tokens", "requests") of each limit, the limit, and what of it is used."""
        used = {"usd": totals.cost, "tokens": totals.tokens, "requests": totals.requests}
        limits = {"usd": self.cost, "tokens": self.tokens, "requests": self.requests}
        for unit, limit in limits.items():
            if limit is not None:
                yield unit, limit, used[unit]


class Budgets(Value):
    """How much one run, and all runs of a day (UTC) on one library, may spend."""

    run: Limits = Limits()
    day: Limits = Limits()

    def __bool__(self) -> bool:
        """Whether there is a limit at all."""
        return bool(self.run) or bool(self.day)

    @property
    def in_money(self) -> bool:
        """Whether one of them is held against prices."""
        return self.run.cost is not None or self.day.cost is not None
