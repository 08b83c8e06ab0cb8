"""One source asked: its pages kept one after the other, and what came of it noted after each."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from radar.errors import ListingError, NetworkError, RadarError, SettingsError
from radar.papers.bases import Value, replace
from radar.papers.jobs.source_state import BackFill, SourceState
from radar.papers.listed.listing import ListingPage
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Read
from radar.pipeline.adding import Counts, keep_page
from radar.pipeline.events import PageKept, Refreshed, RefreshEvent
from radar.pipeline.items_left_out import ItemsLeftOut
from radar.pipeline.source_standing import again_after, error_text

if TYPE_CHECKING:
    from radar.library.library import Library
    from radar.sources.source import Source

FAILURES = (NetworkError, ListingError, SettingsError)
"""What ends the course of one source, and not that of the others."""
MOST_MISSED = timedelta(days=31)
"""What was listed longer ago is not caught up with by itself; `radar refresh --since` asks for it."""
_A_DAY = timedelta(days=1)
"""Listings show at least what they have listed so lately."""
_SAME_WISH = timedelta(days=7)
"""Days that a wish such as "the last 30 days" may have moved on while its back-fill was not at its end."""


class SourceOrder(Value):
    """What the reader wants of a source."""

    label: str = ""
    """What it is called; empty for the name that it gives itself."""
    limit: int | None = None
    """Papers that a refresh takes at most; None for all."""
    again: bool = True
    """Whether a radar on screen asks it again by itself."""


class SourceCourse:
    """Asks one source once.

    A page's papers are committed before it is noted how far the source is: a kill in between repeats that
    page at most, and loses nothing.
    """

    def __init__(
        self,
        library: Library,
        source: Source,
        read: Read,
        order: SourceOrder,
        clock: Callable[[], datetime],
        seconds: Callable[[], float] = time.monotonic,
        stood: Sequence[SourceState] | None = None,
    ) -> None:
        """Make a course that has not begun.

        Args:
            seconds: counts those that pass, but not those that the machine sleeps.
            stood: how sources stood when the run began; a failure that another radar has met since is the
                same one, and makes the pause no longer. None for how they stand now.
        """
        self._library = library
        self._source = source
        self._read = read
        self._order = order
        self._clock = clock
        self._seconds = seconds
        self._counts = Counts()
        self._left_out = ItemsLeftOut(library, source.name)
        states = library.source_states()
        self._before = _state_of(source, states)
        self._stood = self._before if stood is None else _state_of(source, stood)
        self._asked = clock()
        self._answers: list[datetime | None] = []
        """When each page had been answered; None for those that the site was asked for now."""

    async def new(self) -> AsyncGenerator[RefreshEvent, None]:
        """Ask for what is new."""
        self._note()
        # What is new stands in what was missed too; of a back-fill there may be too many to know them all.
        self._counts.once = set()
        error: RadarError | None = None
        try:
            async with aclosing(self._new_pages()) as pages:
                async for page in pages:
                    self._keep(page, self._order.limit)
                    yield self._kept(self._counts.papers, page.total)
                    if self._order.limit and self._counts.papers >= self._order.limit:
                        break
        except FAILURES as failure:
            error = failure
        yield self._end(error)

    async def _new_pages(self) -> AsyncGenerator[ListingPage, None]:
        """Yield what is new and, where the source was not asked for days, what it listed meanwhile."""
        async with aclosing(pages_of(self._source)) as pages:
            async for page in pages:
                yield page
        missed = self._missed_since()
        if missed is not None:
            async with aclosing(pages_of(self._source, missed)) as pages:
                async for page in pages:
                    yield page

    def _missed_since(self) -> date | None:
        """Return the day from which on the source was not heard of, or None where nothing can be missing."""
        heard = self._before.succeeded if self._before else None
        if heard is None or not self._source.goes_back or self._asked - heard <= _A_DAY:
            return None
        return max(heard, self._asked - MOST_MISSED).date()

    async def back_to(self, since: date, *, anew: bool) -> AsyncGenerator[RefreshEvent, None]:
        """Ask for everything since a day, from where the last run for it ended."""
        fill = None if anew else self._begun(since)
        if fill is not None and fill.ended is not None:
            yield Refreshed(self._source.name, 0, 0, 0, 0, 0, None, note=_there_already(fill))
            return
        fill = fill or BackFill(self._source.name, since, "", 0, None, self._asked, self._asked)
        self._library.note_back_fill(replace(fill, touched=self._asked))
        self._note()
        error: RadarError | None = None
        pace = _Pace(fill, self._asked.date(), self._seconds)
        try:
            async with aclosing(pages_of(self._source, fill.since, fill.resume)) as pages:
                async for page in pages:
                    self._keep(page, None)
                    fill = self._further(fill, page, pace.before)
                    days = _newest_day(self._source, page) if fill.total is None else None
                    share, left = pace.at(fill, days)
                    yield self._kept(fill.papers, fill.total, share, left)
        except FAILURES as failure:
            error = failure
        else:
            now = self._clock()
            self._library.note_back_fill(replace(fill, resume="", touched=now, ended=now))
        yield self._end(error, _how_far(fill) if error is not None else "")

    def _begun(self, since: date) -> BackFill | None:
        """Return the back-fill that this wish goes on with, or None where there is none yet."""
        exact = self._library.back_fill(self._source.name, since)
        if exact is not None:
            return exact
        for fill in self._library.back_fills():
            same = fill.source == self._source.name and fill.ended is None
            if same and timedelta() <= since - fill.since <= _SAME_WISH:
                return fill
        return None

    def _further(self, fill: BackFill, page: ListingPage, before: int) -> BackFill:
        """Note that a page is kept; one without a place to go on from only counts."""
        total = fill.total if page.total is None else page.total
        fill = replace(fill, papers=before + self._counts.papers, total=total, touched=self._clock())
        if page.resume:
            fill = replace(fill, resume=page.resume)
            self._library.note_back_fill(fill)
        return fill

    def _keep(self, page: ListingPage, limit: int | None) -> None:
        label = self._order.label
        listing = replace(page.listing, label=label) if label else page.listing
        items = keep_page(self._library, self._read, self._source, page, self._counts, limit, listing)
        self._left_out.take(items)
        self._answers.append(page.retrieved if page.unasked else None)
        self._note()

    def _kept(
        self, papers: int, total: int | None, share: float | None = None, left: float | None = None
    ) -> PageKept:
        return PageKept(self._source.name, papers, self._counts.new, self._counts.known, total, share, left)

    def _end(self, error: RadarError | None, note: str = "") -> Refreshed:
        counts, now = self._counts, self._clock()
        again = again_after(error, self._stood, now) if error is not None else None
        self._note(error, again, None if error is not None else max(now, self._asked))
        self._left_out.note(whole=error is None)
        return Refreshed(
            self._source.name,
            counts.papers,
            counts.new,
            counts.known,
            counts.changed,
            counts.not_understood,
            error,
            counts.updated,
            again if self._order.again else None,
            self._order.label or self._source.label,
            note,
            self._left_out.fresh,
            counts.dated_too_far,
            self._answered(),
            counts.removed,
        )

    def _answered(self) -> datetime | None:
        """Return when its site gave what came, where it was asked for none of it now."""
        before = [answered for answered in self._answers if answered is not None]
        return min(before) if before and len(before) == len(self._answers) else None

    def _note(
        self,
        error: RadarError | None = None,
        again: datetime | None = None,
        succeeded: datetime | None = None,
    ) -> None:
        counts = self._counts
        self._library.note_source(
            SourceState(
                self._source.name,
                self._order.label or self._source.label,
                self._asked,
                succeeded or (self._before.succeeded if self._before else None),
                counts.new,
                counts.known,
                counts.updated,
                error_text(error, self._source.name),
                error.hint if error else "",
                again,
                counts.removed,
            )
        )


def _state_of(source: Source, states: Sequence[SourceState]) -> SourceState | None:
    return next((state for state in states if state.name == source.name), None)


async def pages_of(
    source: Source, since: date | None = None, resume: str = ""
) -> AsyncGenerator[ListingPage, None]:
    """Yield the pages of a source, and let go of it when this generator is closed."""
    pages = source.pages(since, resume)
    try:
        async for page in pages:
            yield page
    finally:
        if (close := getattr(pages, "aclose", None)) is not None:
            await close()


class _Pace:
    """How long the rest of a back-fill takes: what is left of it, at the pace of this run.

    The pace holds the gaps that the site asks for, for they have been waited between its pages.
    """

    def __init__(self, fill: BackFill, newest: date, seconds: Callable[[], float]) -> None:
        self.before = fill.papers
        """Papers that earlier runs have brought."""
        self._newest = newest
        self._seconds = seconds
        self._begun = seconds()
        self._share = 0.0

    def at(self, fill: BackFill, day: date | None) -> tuple[float | None, float | None]:
        """Return which share is done, and the seconds that are left; None where that is not known.

        Args:
            day: the newest one of the last page, where papers are not counted.
        """
        share = self._share_of(fill, day)
        if share is None:
            return None, None
        self._share = max(self._share, min(1.0, share))
        first = self._share_before(fill) if fill.total else 0.0
        gained, spent = self._share - first, self._seconds() - self._begun
        left = spent * (1 - self._share) / gained if gained > 0 and spent > 0 else None
        return self._share, left

    def _share_before(self, fill: BackFill) -> float:
        return self.before / fill.total if fill.total else 0.0

    def _share_of(self, fill: BackFill, day: date | None) -> float | None:
        if fill.total:
            return fill.papers / fill.total
        if day is None:
            return None
        days = (self._newest - fill.since).days + 1
        done = (self._newest - day).days + 1
        return max(0.0, done / days) if days > 0 else None


def _newest_day(source: Source, page: ListingPage) -> date | None:
    days = [paper.listed or paper.published for paper in source.parse(page) if isinstance(paper, Paper)]
    return max((day for day in days if day is not None), default=None)


def _there_already(fill: BackFill) -> str:
    when = fill.ended.astimezone() if fill.ended else None
    day = f" on {when.day} {when:%b %Y}" if when else ""
    return f"all since {fill.since} came{day}, {fill.papers:,} papers; --anew begins again"


def _how_far(fill: BackFill) -> str:
    if not fill.papers:
        return ""
    of_all = f" of about {fill.total:,}" if fill.total else ""
    return f"{fill.papers:,}{of_all} papers since {fill.since} are here; the same command goes on"
