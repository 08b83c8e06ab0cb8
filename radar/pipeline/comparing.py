"""The same papers given to several summarisers, one summariser after the other."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from radar.papers.bases import Value, replace
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.failed_checks import not_sent
from radar.papers.summaries.not_sent import NotSent
from radar.papers.summaries.summary import Provenance, Reading, Summary, TakeawayOrigin
from radar.papers.text.safe_text import clean
from radar.pipeline.comparison import ComparedPaper, Comparison, Contender, Result
from radar.pipeline.events import Summarised, SummariseEnded, SummariseEvent

if TYPE_CHECKING:
    from radar.library.library import Library
    from radar.library.reader import LibraryReader
    from radar.pipeline.summarising import Summarising
    from radar.summaries.summariser import Outcome, Summariser


class Compared(Value):
    """All summarisers have had the papers."""

    comparison: Comparison


class Step(Value):
    """Something happened with the papers of one summariser."""

    number: int
    """Its place among the summarisers."""
    name: str
    event: SummariseEvent


class Comparing:
    """Runs what is missing and compares what is there.

    What a summariser made before is not asked for again, and what the list shows stays what it was: to
    compare is not to choose.

    Args:
        library: keeps the summaries.
        reader: of the same library.
        runs: one flow a summariser.
        clock: tells seconds; only their differences count.
    """

    def __init__(
        self,
        library: Library,
        reader: LibraryReader,
        runs: Sequence[Summarising],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._library = library
        self._reader = reader
        self._turns = [_Turn(run, _Timed(run.summariser, clock)) for run in runs]

    def missing(self, keys: Sequence[int]) -> tuple[tuple[int, ...], ...]:
        """Return of each summariser the papers that it would be asked about."""
        entries = [entry for entry in map(self._reader.entry, keys) if entry is not None]
        return tuple(
            tuple(entry.key for entry in entries if turn.result(entry).summary is None)
            for turn in self._turns
        )

    def held_before(self, keys: Sequence[int]) -> tuple[NotSent, ...]:
        """Return of each summariser the papers whose summary says that no model was asked, and why."""
        entries = [entry for entry in map(self._reader.entry, keys) if entry is not None]
        return tuple(
            sum((not_sent(one) for entry in entries if (one := turn.result(entry).summary)), NotSent())
            for turn in self._turns
        )

    async def run(self, keys: Sequence[int]) -> AsyncGenerator[Step | Compared, None]:
        """Have the papers summarised by each in turn; the comparison comes last."""
        keys = tuple(dict.fromkeys(keys))
        entries = (self._reader.entry(key) for key in keys)
        shown = {entry.key: entry.summary.provenance for entry in entries if entry is not None}
        try:
            for number, turn in enumerate(self._turns):
                async with aclosing(turn.events(keys)) as events:
                    async for event in events:
                        if isinstance(event, Summarised) and event.summary is not None:
                            self._show_again(event.key, shown)
                        yield Step(number, turn.name, event)
        finally:
            # Also what came in while the run was being ended.
            for key in shown:
                self._show_again(key, shown)
        yield Compared(self.comparison(keys))

    def comparison(self, keys: Sequence[int]) -> Comparison:
        """Return what is in the library, with the times and errors of the runs so far."""
        entries = [entry for entry in map(self._reader.entry, keys) if entry is not None]
        papers = (
            ComparedPaper(
                entry.key,
                entry.paper.id,
                entry.paper.title,
                entry.summaries[0].flags,
                tuple(turn.result(entry) for turn in self._turns),
            )
            for entry in entries
        )
        return Comparison(tuple(turn.contender for turn in self._turns), tuple(papers))

    async def aclose(self) -> None:
        """Let go of connections."""
        for turn in self._turns:
            await turn.aclose()

    def _show_again(self, key: int, shown: dict[int, Provenance]) -> None:
        """Show the summary that was shown before, where another took its place."""
        entry, before = self._reader.entry(key), shown.get(key)
        if entry is None or before is None or _same(entry.summary.provenance, before):
            return
        kept = zip(entry.numbers, entry.summaries, strict=True)
        found = (number for number, one in kept if _same(one.provenance, before))
        self._library.show_summary(key, next(found, entry.numbers[entry.shown]))


class _Turn:
    """The papers of one summariser."""

    def __init__(self, run: Summarising, timed: _Timed) -> None:
        self.name = clean(run.summariser.name)
        self._run = replace(run, summariser=timed)
        self._timed = timed
        self._errors: dict[int, str] = {}
        self._stopped = ""

    @property
    def contender(self) -> Contender:
        """Who it is."""
        return Contender(self.name, clean(self._timed.model), self._stopped)

    async def events(self, keys: Sequence[int]) -> AsyncGenerator[SummariseEvent, None]:
        """Ask for what is missing."""
        async with aclosing(self._run.run(keys)) as events:
            async for event in events:
                if isinstance(event, Summarised) and event.error is not None:
                    self._errors[event.key] = clean(str(event.error))
                elif isinstance(event, SummariseEnded) and event.stopped is not None:
                    self._stopped = clean(str(event.stopped))
                yield event

    def result(self, entry: PaperEntry) -> Result:
        """Return what it made of a paper."""
        summary = self._timed.summary_of(entry)
        error = "" if summary else self._errors.get(entry.key, "")
        return Result(summary, error, self._timed.seconds.get(entry.paper.id))

    async def aclose(self) -> None:
        await self._run.aclose()


class _Timed:
    """A summariser that notes how long each answer took."""

    def __init__(self, summariser: Summariser, clock: Callable[[], float]) -> None:
        self.name = summariser.name
        self.model = summariser.model
        self.seconds: dict[PaperId, float] = {}
        self._made: dict[PaperId, Provenance] = {}
        self._summariser = summariser
        self._clock = clock

    def __getattr__(self, name: str) -> Any:
        """Return what a summariser may have beside what each of them has, such as a warning."""
        return getattr(self._summariser, name)

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        """Have a paper summarised."""
        started = self._clock()
        outcome = await self._summariser.summarise(paper, reading)
        if not outcome.cached and _was_asked(outcome.summary):
            self.seconds[paper.id] = self._clock() - started
        self._made[paper.id] = outcome.summary.provenance
        return outcome

    async def aclose(self) -> None:
        """Let go of connections."""
        await self._summariser.aclose()

    def summary_of(self, entry: PaperEntry) -> Summary | None:
        """Return the summary of a paper that this summariser made, now or earlier."""
        made = self._made.get(entry.paper.id)
        digest = getattr(self._summariser, "prompt_digest", "")
        mine = (made.summariser, made.model, made.prompt_digest) if made else (self.name, self.model, digest)
        return next((one for one in reversed(entry.summaries) if one.provenance.is_by(*mine)), None)


def _was_asked(summary: Summary) -> bool:
    """Whether a model was really asked: some papers are not sent, and their summary takes no time."""
    written = summary.takeaway.origin in (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED)
    return written or bool(summary.provenance.tokens_in)


def _same(one: Provenance, other: Provenance) -> bool:
    return one.is_by(other.summariser, other.model, other.prompt_digest)
