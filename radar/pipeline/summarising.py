"""Papers given to a summariser, a few at once, each answer saved as it comes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from radar.errors import (
    BudgetReached,
    EndpointError,
    NetworkError,
    Offline,
    PromptError,
    RadarError,
    SummariserError,
    TextTooLong,
)
from radar.papers.paper import Paper
from radar.papers.query import PaperEntry
from radar.papers.summary import Reading, Summary
from radar.pipeline.events import Skipped, Summarised, SummariseEnded, SummariseEvent, SummariseStarted
from radar.pipeline.merging import merged

if TYPE_CHECKING:
    from radar.library.library import Library
    from radar.library.reader import LibraryReader
    from radar.summaries.summariser import Summariser

_FATAL = (Offline, PromptError, BudgetReached)
"""Errors that every further paper would meet too, beside those of an endpoint that say so themselves."""

_OF_THE_SUMMARISER = (NetworkError, EndpointError, SummariserError)
"""Errors that may be a paper's or the summariser's: many in a row are the summariser's."""


class _NothingGetsThrough(Exception):
    """There is no connection, so that requests under way need not be waited for either."""


@dataclass(slots=True)
class _Run:
    """What one run has come to."""

    keys: Iterator[int]
    taken: int = 0
    done: int = 0
    failed: int = 0
    cached: int = 0
    skipped: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None
    failures_in_a_row: int = 0
    stopped: RadarError | None = None

    def next_key(self) -> int | None:
        """Return the key of a paper that nobody has taken yet; None at the end or once the run stopped."""
        key = None if self.stopped else next(self.keys, None)
        self.taken += key is not None
        return key

    def ended(self, total: int, warning: str) -> SummariseEnded:
        """Return the sum of it."""
        return SummariseEnded(
            done=self.done,
            failed=self.failed,
            cached=self.cached,
            skipped=self.skipped,
            left=total - self.done - self.failed - self.skipped,
            tokens_in=self.tokens_in,
            tokens_out=self.tokens_out,
            cost=self.cost,
            stopped=self.stopped,
            warning=warning,
        )


@dataclass(frozen=True, slots=True)
class Summarising:
    """Asks one summariser for many papers and saves what it says."""

    library: Library
    reader: LibraryReader
    summariser: Summariser
    read: Callable[[Paper], Reading]
    """Says what an abstract says, without any model."""
    concurrency: int
    """How many papers are asked for at the same time."""

    async def run(self, keys: Sequence[int], again: bool = False) -> AsyncGenerator[SummariseEvent, None]:
        """Summarise the papers in the order given.

        A paper that has a summary by this summariser, model and prompt is passed over, so that a run
        that was ended can be started again and nothing is paid twice.

        Args:
            again: ask for those too.
        """
        keys = tuple(dict.fromkeys(keys))
        yield SummariseStarted(len(keys))
        run = _Run(iter(keys))
        flows = [self._take_papers(run, again) for _ in range(min(self.concurrency, len(keys)))]
        with suppress(_NothingGetsThrough):
            async with aclosing(merged(flows)) as events:
                async for event in events:
                    yield event
        yield run.ended(len(keys), getattr(self.summariser, "warning", ""))

    async def aclose(self) -> None:
        """Let go of connections."""
        await self.summariser.aclose()

    async def _take_papers(self, run: _Run, again: bool) -> AsyncGenerator[SummariseEvent, None]:
        while (key := run.next_key()) is not None:
            await asyncio.sleep(0)
            entry = self.reader.entry(key)
            if entry is None or (not again and any(map(self._is_ours, entry.summaries))):
                run.skipped += 1
                yield Skipped(key)
            elif event := await self._summarise(entry, run):
                yield event

    async def _summarise(self, entry: PaperEntry, run: _Run) -> Summarised | None:
        """Summarise one paper; None where the error is not the paper's but ends the run."""
        paper = entry.paper
        try:
            outcome = await self.summariser.summarise(paper, self.read(paper))
        except RadarError as error:
            if self._ends_the_run(error, run):
                run.stopped = run.stopped or error
                if isinstance(error, BudgetReached):
                    # Nobody was asked, so the row is as it was.
                    return None
                # Also where it is not the paper's fault: else its row would look as if nobody had asked.
                self.library.save_error(paper.id, str(error))
                if isinstance(error, Offline):
                    raise _NothingGetsThrough from error
                return None
            run.failed += 1
            self.library.save_error(paper.id, str(error))
            return Summarised(entry.key, paper.id, None, False, error)
        self.library.save_summary(outcome.summary)
        self._count(outcome.summary, outcome.cached, run)
        return Summarised(entry.key, paper.id, outcome.summary, outcome.cached, None)

    def _count(self, summary: Summary, cached: bool, run: _Run) -> None:
        run.done += 1
        run.failures_in_a_row = 0
        if cached:
            run.cached += 1
            return
        made = summary.provenance
        run.tokens_in += made.tokens_in
        run.tokens_out += made.tokens_out
        if made.cost is not None:
            run.cost = (run.cost or 0.0) + made.cost

    def _ends_the_run(self, error: RadarError, run: _Run) -> bool:
        """Whether further papers would meet this error: it says so, or the endpoint has failed too often."""
        if isinstance(error, _FATAL) or (isinstance(error, EndpointError) and error.final):
            return True
        if isinstance(error, _OF_THE_SUMMARISER) and not isinstance(error, TextTooLong):
            run.failures_in_a_row += 1
        return run.failures_in_a_row >= max(8, 2 * self.concurrency)

    def _is_ours(self, summary: Summary) -> bool:
        digest = getattr(self.summariser, "prompt_digest", "")
        return summary.provenance.is_by(self.summariser.name, self.summariser.model, digest)
