"""Papers given to a summariser, a few at once, each answer saved as it comes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from radar.errors import BudgetReached, Offline, RadarError, Unavailable, Untrusted
from radar.papers.bases import Mutable, Value, field
from radar.papers.jobs.standstill import Standstill
from radar.papers.listed.paper import Paper
from radar.papers.summaries.failed_checks import because, not_sent, not_shown
from radar.papers.summaries.not_sent import NotSent
from radar.papers.summaries.summary import Read, Reading, Summary
from radar.pipeline.coming_papers import ComingPapers, PaperAtHand
from radar.pipeline.events import (
    Skipped,
    Summarised,
    SummariseEnded,
    SummariseEvent,
    SummariseStarted,
    Waiting,
)
from radar.pipeline.paper_claims import PaperClaims
from radar.pipeline.paper_order import PaperOrder
from radar.pipeline.patience import Patience
from radar.pipeline.saving import Saving

if TYPE_CHECKING:
    from radar.library.library import Library
    from radar.library.reader import LibraryReader
    from radar.summaries.summariser import Outcome, Summariser

_SHARE = 4
"""Of the papers asked for at once, so many parts are read one after the other."""

_LOOK_EVERY = 0.25
"""Seconds between two looks at what the reader looks at and whether the endpoint is waited for."""

_ASKED_ELSEWHERE = Standstill("another radar is asking about the rest")


class _NothingGetsThrough(Exception):
    """There is no connection, so that requests under way need not be waited for either."""


class _Run(Mutable):
    """What one run has come to."""

    order: PaperOrder
    papers: ComingPapers
    again: bool
    urgent: bool
    claims: PaperClaims
    saving: Saving
    events: asyncio.Queue[SummariseEvent | None]
    patience: Patience
    looked: asyncio.Condition = field(default_factory=asyncio.Condition)
    """Is notified after each look around."""
    looked_at: tuple[int, ...] = ()
    standstill: Standstill = Standstill()
    asked_elsewhere: bool = False
    """Whether only papers are left that another run asks about."""
    done: int = 0
    not_shown: int = 0
    why_not_shown: str = ""
    failed: int = 0
    cached: int = 0
    skipped: int = 0
    not_sent: NotSent = NotSent()
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None
    stopped: RadarError | None = None

    @property
    def over(self) -> bool:
        """Whether no further paper is to be taken."""
        return self.stopped is not None or self.order.empty

    def ended(self, warning: str) -> SummariseEnded:
        """Return the sum of it."""
        return SummariseEnded(
            done=self.done,
            not_shown=self.not_shown,
            failed=self.failed,
            cached=self.cached,
            skipped=self.skipped,
            left=self.order.total - self.done - self.failed - self.skipped - self.not_sent.papers,
            tokens_in=self.tokens_in,
            tokens_out=self.tokens_out,
            cost=self.cost,
            stopped=self.stopped,
            warning=warning,
            not_sent=self.not_sent,
            why_not_shown=self.why_not_shown,
        )


class Summarising(Value):
    """Asks one summariser for many papers and saves what it says."""

    library: Library
    reader: LibraryReader
    summariser: Summariser
    read: Read
    """Says what an abstract says, without any model."""
    concurrency: int
    """How many papers are asked for at the same time, at most."""
    looked_at: Callable[[], Sequence[int]] = tuple
    """Says which papers a reader looks at: they go first."""

    async def run(
        self,
        keys: Iterable[int],
        again: bool = False,
        urgent: bool = False,
        late: Callable[[Summarised], None] = lambda _event: None,
    ) -> AsyncGenerator[SummariseEvent, None]:
        """Summarise the papers in the order given, but those first that the reader looks at.

        A paper that has a summary by this summariser, model and prompt is passed over, so that a run
        that was ended can be started again and nothing is paid twice. What another run asks about comes last,
        when that one has its answer.

        Args:
            again: ask for those too, and anew, where the summariser keeps what was answered before.
            urgent: do not wait for other runs that ask about the same papers.
            late: is given what was saved when the run had been given up, and nobody takes events any more.
        """
        events: asyncio.Queue[SummariseEvent | None] = asyncio.Queue()
        order = PaperOrder(keys)
        papers = ComingPapers(order, self.reader, self._maker)
        claims = PaperClaims(self.library.path, self._maker)

        def tell(event: Summarised) -> None:
            claims.let_go(event.paper_id)
            events.put_nowait(event)

        patience = Patience.for_requests(self.concurrency)
        run = _Run(order, papers, again, urgent, claims, Saving(self.library, tell), events, patience)
        yield SummariseStarted(run.order.total)
        work = asyncio.create_task(self._work(run))
        work.add_done_callback(lambda _: events.put_nowait(None))
        try:
            while (event := await events.get()) is not None:
                yield event
            await work
        finally:
            await _let_go(run, work, late)
        yield run.ended(getattr(self.summariser, "warning", ""))

    async def aclose(self) -> None:
        """Let go of connections."""
        await self.summariser.aclose()

    @property
    def _ahead(self) -> int:
        """How many more papers are taken, where the summariser itself holds back those not yet asked for."""
        return int(getattr(self.summariser, "ahead", 0))

    @property
    def _together(self) -> int:
        """How many papers are read at once: so few that what is read is not old when they are asked for."""
        return max(1, int(getattr(self.summariser, "bears_at_once", self.concurrency)) // _SHARE)

    @property
    def _waiting(self) -> Standstill:
        """Why the summariser asks nothing now; those of others may say it in their own words."""
        said = getattr(self.summariser, "waiting", "")
        return said if isinstance(said, Standstill) else Standstill(str(said))

    @property
    def _ask_anew(self) -> Callable[[Paper, Reading], Awaitable[Outcome]]:
        """How the summariser is asked past the answers that it keeps, where it keeps any."""
        anew: Callable[[Paper, Reading], Awaitable[Outcome]]
        anew = getattr(self.summariser, "summarise_anew", self.summariser.summarise)
        return anew

    @property
    def _maker(self) -> tuple[str, str, str]:
        digest = getattr(self.summariser, "prompt_digest", "")
        return self.summariser.name, self.summariser.model, digest

    async def _work(self, run: _Run) -> None:
        """Ask for all papers; whatever fails beside them ends it."""
        self._look_around(run)
        asking = [
            asyncio.create_task(self._take_papers(number, run))
            for number in range(min(self.concurrency + self._ahead, run.order.total))
        ]
        beside = [
            asyncio.create_task(run.saving.flush_now_and_then()),
            asyncio.create_task(self._look_around_now_and_then(run)),
        ]
        try:
            with suppress(_NothingGetsThrough):
                left = set(asking)
                while left:
                    ended, _ = await asyncio.wait([*left, *beside], return_when=asyncio.FIRST_COMPLETED)
                    for task in ended:
                        task.result()
                    left -= ended
        finally:
            for task in (*asking, *beside):
                task.cancel()
            await asyncio.gather(*asking, *beside, return_exceptions=True)
            run.saving.flush()

    async def _take_papers(self, number: int, run: _Run) -> None:
        """Take one paper after the other; those that the endpoint does not bear now take none."""
        while not run.over:
            if number >= getattr(self.summariser, "bears_at_once", self.concurrency) + self._ahead:
                async with run.looked:
                    await run.looked.wait()
                continue
            await asyncio.sleep(0)
            taken = None if run.stopped else run.papers.take(self._together)
            if taken is None:
                continue
            key, at_hand = taken
            if at_hand is None or (at_hand.done and not run.again):
                self._pass_over(key, at_hand, run)
            elif self._claimed(at_hand, run):
                await self._ask_or_pass_over(at_hand, run)
            else:
                await self._put_back(key, run)

    async def _ask_or_pass_over(self, at_hand: PaperAtHand, run: _Run) -> None:
        """Summarise a claimed paper, but where another run did since it was read."""
        at_hand = run.papers.done_meanwhile(at_hand.key) or at_hand
        if run.again or not at_hand.done:
            await self._summarise(at_hand, run)
        else:
            run.claims.let_go(at_hand.paper.id)
            self._pass_over(at_hand.key, at_hand, run)

    def _claimed(self, at_hand: PaperAtHand, run: _Run) -> bool:
        """Whether this run may ask about a paper: no other one does, or somebody waits for it."""
        if not (run.claims.take(at_hand.paper.id) or run.urgent):
            return False
        run.asked_elsewhere = False
        return True

    async def _put_back(self, key: int, run: _Run) -> None:
        """Come to a paper later; where there are no others, after a while."""
        run.order.put_back(key)
        if run.order.only_put_off:
            run.asked_elsewhere = True
            async with run.looked:
                await run.looked.wait()

    def _pass_over(self, key: int, at_hand: PaperAtHand | None, run: _Run) -> None:
        """Count a paper that is not asked for: done before, or said before to be none that is sent."""
        if at_hand is not None and at_hand.not_sent.papers:
            run.not_sent += at_hand.not_sent
        else:
            run.skipped += 1
        run.events.put_nowait(Skipped(key))

    async def _look_around_now_and_then(self, run: _Run) -> None:
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            self._look_around(run)
            async with run.looked:
                run.looked.notify_all()

    def _look_around(self, run: _Run) -> None:
        """Let what the reader looks at go first, and say whether the endpoint is waited for."""
        looked_at = tuple(self.looked_at())
        if looked_at != run.looked_at:
            run.looked_at = looked_at
            run.order.prefer(looked_at)
        standstill = self._waiting
        if run.asked_elsewhere and not standstill.why:
            standstill = _ASKED_ELSEWHERE
        if standstill != run.standstill:
            run.standstill = standstill
            run.events.put_nowait(Waiting(standstill))

    async def _summarise(self, at_hand: PaperAtHand, run: _Run) -> None:
        """Summarise one paper and have it saved, also where it is not the paper's fault that it failed."""
        paper = at_hand.paper
        try:
            # Only where there is such a summary: else an answer from an earlier time is news, and free.
            ask = self._ask_anew if at_hand.done else self.summariser.summarise
            outcome = await ask(paper, at_hand.reading or self.read(paper))
        except RadarError as error:
            self._fail(at_hand, error, run)
            return
        self._count(outcome.summary, outcome.cached, run)
        run.saving.keep(Summarised(at_hand.key, paper.id, outcome.summary, outcome.cached, None))

    def _fail(self, at_hand: PaperAtHand, error: RadarError, run: _Run) -> None:
        if run.patience.ended_by(error):
            run.stopped = run.stopped or error
            if isinstance(error, BudgetReached):
                # Nobody was asked, so the row is as it was.
                return
            # Saved with the paper too: else its row would look as if nobody had asked.
            self.library.save_error(at_hand.paper.id, str(error))
            if isinstance(error, Offline | Unavailable | Untrusted):
                raise _NothingGetsThrough from error
            return
        run.failed += 1
        run.saving.keep(Summarised(at_hand.key, at_hand.paper.id, None, False, error))

    def _count(self, summary: Summary, cached: bool, run: _Run) -> None:
        if (unasked := not_sent(summary)).papers:
            run.not_sent += unasked
            return
        run.done += 1
        if not_shown(summary):
            run.not_shown += 1
            run.why_not_shown = because(summary.provenance.failed_checks)
        run.patience.answered(kept=cached)
        if cached:
            run.cached += 1
            return
        made = summary.provenance
        run.tokens_in += made.tokens_in
        run.tokens_out += made.tokens_out
        if made.cost is not None:
            run.cost = (run.cost or 0.0) + made.cost


async def _let_go(run: _Run, work: asyncio.Task[None], late: Callable[[Summarised], None]) -> None:
    """End the work where it has not ended, save what it has come to, and tell what of that nobody took."""
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    try:
        run.saving.flush()
    finally:
        run.claims.close()
        while not run.events.empty():
            if isinstance(event := run.events.get_nowait(), Summarised):
                late(event)
