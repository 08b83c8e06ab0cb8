"""The purse that requests to models are paid from: budgets held before, the ledger written after."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from radar.errors import BudgetReached, LibraryError
from radar.library.jobs.ledger import Ledger, day_of
from radar.papers.bases import Mutable
from radar.papers.jobs.spending import Budgets, Charge, Limits, Payee, Totals, amount
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Reading
from radar.pipeline.worker_lock import process_lives

if TYPE_CHECKING:
    from radar.summaries.endpoints.metering import Purse
    from radar.summaries.summariser import Outcome, Summariser

_ROUNDING = 1e-9
"""Sums of floats may be that much beyond a budget that is just spent."""
_TOGETHER = 0.05
"""Seconds within which requests that end are written down together."""
_GOES_ON = "asking again goes on with the papers that are left"


class RunTotals(Mutable):
    """What one run has come to so far; purses of the same run share it."""

    totals: Totals = Totals()


class LedgerPurse:
    """Pays for one run: holds its budgets and those of the day, and writes each request into the ledger.

    Args:
        ledger: of the library; None where there is no library to write to, and then there is no budget
            of the day.
        budgets: what may be spent.
        payee: who is paid.
        now: the present moment, aware.
        run: what the run has come to, where several are paid in it.
    """

    def __init__(
        self,
        ledger: Ledger | None,
        budgets: Budgets,
        payee: Payee,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        run: RunTotals | None = None,
    ) -> None:
        self._ledger = ledger
        self._budgets = budgets
        self._payee = payee
        self._now = now
        self._process = str(os.getpid())
        self._numbers = 0
        self._under_way: dict[int, tuple[Charge, int]] = {}
        """By the number given out: what is expected, and its number in the ledger."""
        self._run = run or RunTotals()
        self._change = asyncio.Event()
        self._unwritten: list[tuple[int, Charge | None]] = []
        self._papers = 0
        self._cached = 0
        self._written = -_TOGETHER
        self.warning = ""
        """Why the ledger lacks something; empty when all is well."""
        if ledger is not None:
            ledger.settle_lost(process_lives)

    @property
    def spent(self) -> Totals:
        """What this run has come to so far."""
        return self._run.totals

    @property
    def limited(self) -> bool:
        """Whether there is a budget, of the run or of the day."""
        return bool(self._budgets.run or self._budgets.day)

    def reserve(self, expected: Charge) -> int:
        """Note a request before it is sent and return its number.

        Raises:
            BudgetReached: it would cross a budget, those under way counted in full.
            LibraryError: the ledger cannot be written, so nothing may be spent.
        """
        self._write_rest(at_once=bool(self.warning))
        now = self._now()
        self._allow_in_run(expected)
        number = 0
        if self._ledger is not None:
            number = self._ledger.reserve(
                self._payee,
                expected,
                day=day_of(now),
                process=self._process,
                allow=partial(self._allow_in_day, expected, now) if self._budgets.day else None,
            )
        self._numbers += 1
        self._under_way[self._numbers] = (expected, number)
        return self._numbers

    def settle(self, number: int, charge: Charge | None) -> None:
        """Note what a request came to; None where it was never sent.

        Trouble with the ledger does not take the answer away that was paid for: it is written with the
        next request, which is not sent if that fails too. Where requests end in quick succession they are
        written together; until then what was reserved stands for them, which is the most they may take.
        """
        found = self._under_way.pop(number, None)
        if found is None:
            return
        self._change.set()
        self._change = asyncio.Event()
        if charge is not None:
            self._run.totals += Totals.of(charge)
        if self._ledger is None:
            return
        self._unwritten.append((found[1], charge))
        try:
            self._write_rest(at_once=False)
        except LibraryError as error:
            self.warning = f"what was spent is not written down yet: {error.message}"

    async def settled(self) -> bool:
        """Wait until a request of this run is settled; False where none is under way."""
        if not self._under_way:
            return False
        await self._change.wait()
        return True

    def answered(self, *, cached: bool) -> None:
        """Count a paper that an answer was had for; it is written with the next request, or at the end."""
        self._papers += 1
        self._cached += cached

    def close(self) -> None:
        """Write what is not written yet; requests still under way are settled at the estimate."""
        for number, (expected, _) in tuple(self._under_way.items()):
            self.settle(number, expected)
        if self._ledger is None:
            return
        try:
            self._write_rest(at_once=True)
            self._write_counts()
        except LibraryError as error:
            self.warning = f"what was spent is not all written down: {error.message}"

    def _write_rest(self, *, at_once: bool) -> None:
        # A day's budget is held against what is written, so that nothing of it stays reserved in vain.
        held = bool(self._budgets.day)
        due = at_once or held or time.monotonic() - self._written >= _TOGETHER
        if self._ledger is None or not self._unwritten or not due:
            return
        self._ledger.settle_all(self._unwritten, papers=self._papers, cached=self._cached)
        self._unwritten.clear()
        self._papers = self._cached = 0
        self._written = time.monotonic()
        self.warning = ""

    def _write_counts(self) -> None:
        if self._ledger is not None and self._papers:
            day = day_of(self._now())
            self._ledger.record(self._payee, day=day, papers=self._papers, cached=self._cached)
            self._papers = self._cached = 0

    def _allow_in_run(self, expected: Charge) -> None:
        if not self._budgets.run:
            return
        under_way = sum((Totals.of(charge) for charge, _ in self._under_way.values()), Totals())
        crossed = first_crossed(self._budgets.run, self.spent + under_way, expected)
        if crossed:
            unit, limit, used = crossed
            _refuse_what_never_fits("the run's", f"max_{unit}_run", unit, limit, expected)
            raise BudgetReached(
                f"the run's budget of {amount(unit, limit)} is reached",
                f"{_used(unit, used, expected)}; {_GOES_ON}, on a new budget. max_{unit}_run sets it",
            )

    def _allow_in_day(self, expected: Charge, now: datetime, totals: Totals) -> None:
        crossed = first_crossed(self._budgets.day, totals, expected)
        if crossed:
            unit, limit, used = crossed
            _refuse_what_never_fits("today's", f"max_{unit}_day", unit, limit, expected)
            used_up = _used(unit, used, expected, " since 00:00 UTC")
            raise BudgetReached(
                f"today's budget of {amount(unit, limit)} is reached",
                f"{used_up}; it frees at 00:00 UTC, in {until_midnight(now)}, then {_GOES_ON}. "
                f"max_{unit}_day sets it",
            )


@runtime_checkable
class _Spends(Protocol):
    def spend_from(self, purse: Purse) -> None:
        """Pay for all further requests from a purse."""


def first_crossed(limits: Limits, totals: Totals, expected: Charge) -> tuple[str, float, float] | None:
    """Return unit, limit and use of the first budget that another request would cross, or None.

    What is known to cost nothing crosses none in dollars, and what has no price crosses one that is
    spent already.
    """
    after = totals + Totals.of(expected)
    before = {unit: used for unit, _, used in limits.against(totals)}
    for unit, limit, used in limits.against(after):
        if used > limit + _ROUNDING and used > before[unit]:
            return unit, limit, before[unit]
        if unit == "usd" and expected.cost is None and used >= limit - _ROUNDING:
            return unit, limit, used
    return None


def until_midnight(now: datetime) -> str:
    """Return how long it is until the next day (UTC) begins: "5 h 12 min"."""
    here = now.astimezone(UTC)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    hours, minutes = divmod(-(-(midnight - here) // timedelta(minutes=1)), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def paid_from(purse: Purse, summariser: Summariser) -> Summariser:
    """Return a summariser that pays from a purse: request by request where it can, else paper by paper."""
    if isinstance(summariser, _Spends):
        summariser.spend_from(purse)
        return summariser
    return PayingSummariser(summariser, purse)


class PayingSummariser:
    """A summariser that knows of no purse: each paper is one request, which costs what its summary says."""

    def __init__(self, summariser: Summariser, purse: Purse) -> None:
        self.name = summariser.name
        self.model = summariser.model
        self.prompt_digest = getattr(summariser, "prompt_digest", "")
        self._summariser = summariser
        self._purse = purse

    @property
    def warning(self) -> str:
        """What the reader should know; empty when all is well."""
        own = getattr(self._summariser, "warning", "")
        return "; ".join(part for part in (own, self._purse.warning) if part)

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        """Summarise one paper, and pay for it.

        Raises:
            BudgetReached: nobody was asked.
            RadarError: as the summariser itself.
        """
        from radar.summaries.endpoints.metering import reserved
        from radar.summaries.prompting.estimate import ANSWER_TOKENS, PROMPT_TOKENS, estimate_tokens

        sent = PROMPT_TOKENS + estimate_tokens(f"{paper.title} {paper.abstract}")
        expected = Charge(sent, ANSWER_TOKENS, estimated=True)
        number = await reserved(self._purse, expected)
        try:
            outcome = await self._summariser.summarise(paper, reading)
        except BaseException:
            self._purse.settle(number, expected)
            raise
        made = outcome.summary.provenance
        charge = None if outcome.cached else Charge(made.tokens_in, made.tokens_out, made.cost)
        self._purse.settle(number, charge)
        self._purse.answered(cached=outcome.cached)
        return outcome

    async def aclose(self) -> None:
        """Let go of everything, and settle what is open."""
        self._purse.close()
        await self._summariser.aclose()


def _used(unit: str, used: float, expected: Charge, since: str = "") -> str:
    """Return what is used of a budget, and what the next paper may take, which the rest does not hold."""
    need = _of(unit, expected)
    then = f", and the next paper may take some {amount(unit, need)}" if need and unit != "requests" else ""
    return f"{amount(unit, used)} spent or under way{since}{then}"


def _of(unit: str, charge: Charge) -> float:
    totals = Totals.of(charge)
    return {"usd": totals.cost, "tokens": totals.tokens, "requests": totals.requests}[unit]


def _refuse_what_never_fits(whose: str, setting: str, unit: str, limit: float, expected: Charge) -> None:
    """Refuse a request that the whole of a budget does not hold, however long the reader waits.

    Raises:
        BudgetReached: it is such a one.
    """
    budget = f"{whose} budget of {amount(unit, limit)}"
    raised = f"{setting} sets it: set it higher, and {_GOES_ON}"
    if unit == "usd" and expected.cost is None:
        if limit <= 0:
            raise BudgetReached(f"{budget} holds no request whose price is unknown", raised)
        return
    need = _of(unit, expected)
    if need > limit + _ROUNDING:
        raise BudgetReached(f"{budget} is below what one paper may take, some {amount(unit, need)}", raised)
