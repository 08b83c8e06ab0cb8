"""Sources asked for what is new, or for what they listed since a day."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from datetime import date, datetime
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from radar.errors import ListingError, RadarError, SettingsError
from radar.papers.bases import Value, field, replace
from radar.papers.jobs.source_state import SourceState
from radar.papers.summaries.summary import Read
from radar.papers.text.patterns import pattern
from radar.papers.text.safe_text import clean
from radar.pipeline.events import Refreshed, RefreshEvent
from radar.pipeline.merging import merged
from radar.pipeline.source_course import SourceCourse, SourceOrder
from radar.pipeline.source_standing import utc_now
from radar.pipeline.starred_code import StarredCode

if TYPE_CHECKING:
    from radar.library.library import Library
    from radar.sources.source import Source

_ASKED_ELSEWHERE = "another radar asked it meanwhile"
_HOST = pattern(r"[a-z]+://([^/?#]*)", re.IGNORECASE)


class Refresher(Value):
    """Asks sources by name, and brings their papers into the library."""

    library: Library
    source: Callable[[str], Source]
    """Builds the source of a name; SettingsError for a name that none has."""
    read: Read
    """Says what an abstract says, without any model."""
    close: Callable[[], Awaitable[None]]
    """Lets go of the connections that the sources share."""
    orders: Mapping[str, SourceOrder] = field(default_factory=lambda: MappingProxyType({}))
    """What the reader wants of sources, by their names without regard to case."""
    going_back: Callable[[], Sequence[str]] = tuple
    """Names examples of sources that can be asked for earlier days."""
    clock: Callable[[], datetime] = utc_now
    others: SourceOrder = SourceOrder()
    """What the reader wants of sources that `orders` does not name."""
    seconds: Callable[[], float] = time.monotonic
    """Counts those that pass, but not those that the machine sleeps."""

    async def run(
        self,
        names: Sequence[str],
        *,
        since: date | None = None,
        anew: bool = False,
        starred: bool = False,
        due_at: datetime | None = None,
    ) -> AsyncGenerator[RefreshEvent, None]:
        """Ask every source and yield what came of each; sites at the same time, those of one site in turn.

        A source that fails does not stop the others, and the papers of the pages before its failure stay.

        Args:
            since: asks for everything listed on that day or later, from where the last run for it ended.
            anew: begins at the newest paper again, whatever earlier runs have brought.
            starred: looks for the code of starred papers at the end, where that was not done today.
            due_at: when they were found to be due, where nobody asked for them: what another radar has
                asked since, to an end, is not asked again. None where somebody did.
        """
        stood = self.library.source_states()
        sources, wrong = self._sources(names, since)
        for refused in wrong:
            if since is None and refused.error is not None:
                self._note_refused(refused.source, refused.error)
            yield refused
        by_site = groupby(sorted(sources.values(), key=_site), key=_site)
        flows = [self._ask_all(tuple(group), since, anew, stood, due_at) for _, group in by_site]
        async with aclosing(merged(flows)) as events:
            async for event in events:
                yield event
        self.library.forget_removed_in_time()
        if since is None:
            self._note_as_written(sources)
        if starred:
            looking = StarredCode(self.library, self.source, self.read, self.clock)
            async with aclosing(looking.run()) as looked:
                async for event in looked:
                    yield event

    async def aclose(self) -> None:
        """Let go of connections."""
        await self.close()

    def _sources(self, names: Sequence[str], since: date | None) -> tuple[dict[str, Source], list[Refreshed]]:
        """Return each source once, by the name it was written with, and what is wrong with others."""
        found: dict[str, Source] = {}
        wrong: list[Refreshed] = []
        for name in dict.fromkeys(names):
            try:
                source = self.source(name)
            except (SettingsError, ListingError) as error:
                wrong.append(_refused(name, error))
                continue
            if since is not None and not source.goes_back:
                wrong.append(_refused(source.name, self._cannot_go_back()))
                continue
            if all(source.name != other.name for other in found.values()):
                found[name] = source
        return found, wrong

    def _asked_since(self, source: Source, due_at: datetime) -> bool:
        """Whether another radar has asked a source since; what is ahead of now a wrong clock noted.

        What was only begun does not count: this may be the job that began it, before it was interrupted.
        """
        state = next((state for state in self.library.source_states() if state.name == source.name), None)
        ended = None if state is None else state.asked if state.error else state.succeeded
        return ended is not None and due_at <= ended <= self.clock()

    def _note_refused(self, name: str, error: RadarError) -> None:
        """Note why a name is no source, so that nothing asks for it again by itself."""
        self.library.note_source(
            SourceState(clean(name), asked=self.clock(), error=error.message, hint=error.hint)
        )

    def _note_as_written(self, sources: Mapping[str, Source]) -> None:
        """Note how sources stand also under the names they were written with, by which they are sought."""
        states = {state.name: state for state in self.library.source_states()}
        for name, source in sources.items():
            if name.casefold() != source.name.casefold() and source.name in states:
                self.library.note_source(replace(states[source.name], name=clean(name)))

    def _cannot_go_back(self) -> SettingsError:
        able = self.going_back()
        hint = f"These can: {', '.join(able)}" if able else ""
        return SettingsError("cannot be asked for earlier days", hint)

    async def _ask_all(
        self,
        sources: Sequence[Source],
        since: date | None,
        anew: bool,
        stood: Sequence[SourceState],
        due_at: datetime | None,
    ) -> AsyncGenerator[RefreshEvent, None]:
        for source in sources:
            order = self.orders.get(source.name.casefold(), self.others)
            if due_at is not None and self._asked_since(source, due_at):
                label = order.label or source.label
                yield Refreshed(source.name, 0, 0, 0, 0, 0, None, label=label, note=_ASKED_ELSEWHERE)
                continue
            course = SourceCourse(self.library, source, self.read, order, self.clock, self.seconds, stood)
            events = course.new() if since is None else course.back_to(since, anew=anew)
            async with aclosing(events):
                async for event in events:
                    yield event


def _refused(name: str, error: RadarError) -> Refreshed:
    return Refreshed(name, 0, 0, 0, 0, 0, error)


def _site(source: Source) -> str:
    """Return what is asked one question after the other: a site, or the host of an address."""
    prefix, _, rest = source.name.partition(":")
    host = _HOST.match(rest)
    return f"{prefix}:{host[1].casefold()}" if host else prefix
