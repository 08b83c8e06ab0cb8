"""Starred papers without released code, looked for once a day: their code may be out by now."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from radar.errors import ListingError, NetworkError, RadarError, SettingsError
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import PaperId
from radar.papers.summaries.summary import Read
from radar.pipeline.adding import Counts, keep_page
from radar.pipeline.events import Refreshed, RefreshEvent
from radar.pipeline.source_course import pages_of
from radar.pipeline.source_standing import STARRED, again_after, error_text

if TYPE_CHECKING:
    from radar.library.library import Library
    from radar.sources.source import Source

LABEL = "code of starred papers"
EVERY = timedelta(hours=20)
"""At most once a day: less than 24 hours, so that a morning's refresh does not wander through the day."""
MOST = 1_000
"""Papers that arXiv is asked for, which are ten requests."""
SLICE = 100
"""Ids that one request names."""
MOST_ALONE = 24
"""Papers that Hugging Face is asked for, each by a request of its own; the others have their turn later."""


class StarredCode:
    """Asks arXiv for new versions of starred papers, and Hugging Face for the code of some of them."""

    def __init__(
        self,
        library: Library,
        source: Callable[[str], Source],
        read: Read,
        clock: Callable[[], datetime],
    ) -> None:
        self._library = library
        self._source = source
        self._read = read
        self._clock = clock
        self._counts = Counts()
        self._before: SourceState | None = None

    async def run(self) -> AsyncGenerator[RefreshEvent, None]:
        """Look, unless that was done within the day or it failed a moment ago; yield what came of it."""
        asked = self._clock()
        states = self._library.source_states()
        self._before = next((state for state in states if state.name == STARRED), None)
        if not _is_time(self._before, asked):
            return
        ids = self._library.starred_without_code(MOST)
        if not ids:
            return
        self._note(asked)
        error: RadarError | None = None
        try:
            await self._look(ids)
        except NetworkError as failure:
            error = failure
        now = self._clock()
        again = again_after(error, self._before, now) if error is not None else None
        self._note(asked, error, again, None if error is not None else now)
        counts = self._counts
        yield Refreshed(
            STARRED, counts.papers, counts.new, counts.known, counts.changed, 0, error, counts.updated, again,
            LABEL, f"{len(ids):,} looked at, {counts.updated:,} updated" if error is None else "",
        )  # fmt: skip

    async def _look(self, ids: Sequence[PaperId]) -> None:
        numbers = [id.removeprefix("arxiv:") for id in ids if id.startswith("arxiv:")]
        for some in _slices(numbers):
            await self._ask(f"arxiv:id/{','.join(some)}", Listing("arxiv:id", "arXiv"))
        alone = numbers[:MOST_ALONE]
        for number in alone:
            await self._ask(f"hf:paper/{number}", Listing("hf:paper", "Hugging Face"))
            self._library.note_code_looked([f"arxiv:{number}"])
        # Nobody lists the others by an id; they give way to those that somebody does.
        self._library.note_code_looked([id for id in ids if not id.startswith("arxiv:")])

    async def _ask(self, name: str, listing: Listing) -> None:
        """Ask for papers; that a site does not have one is no failure, nor that it is not known here."""
        try:
            source = self._source(name)
            async with aclosing(pages_of(source)) as pages:
                async for page in pages:
                    keep_page(self._library, self._read, source, page, self._counts, None, listing)
        except (ListingError, SettingsError):
            return

    def _note(
        self,
        asked: datetime,
        error: RadarError | None = None,
        again: datetime | None = None,
        succeeded: datetime | None = None,
    ) -> None:
        before = self._before.succeeded if self._before else None
        self._library.note_source(
            SourceState(
                STARRED,
                LABEL,
                asked,
                succeeded or before,
                self._counts.new,
                self._counts.known,
                self._counts.updated,
                error_text(error, STARRED),
                error.hint if error else "",
                again,
            )
        )


def _is_time(before: SourceState | None, now: datetime) -> bool:
    if before is None or (before.asked is not None and before.asked > now + EVERY):
        # What was noted while the clock was ahead holds nothing up.
        return True
    if before.error:
        return before.again is None or before.again <= now
    return before.succeeded is None or before.succeeded + EVERY <= now


def _slices(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(numbers), SLICE):
        yield numbers[start : start + SLICE]
