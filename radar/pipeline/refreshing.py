"""Sources asked for their newest papers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from radar.errors import ListingError, NetworkError, RadarError, SettingsError
from radar.papers.listing import ListingPage, NotUnderstood
from radar.papers.paper import Paper
from radar.papers.summary import Reading
from radar.pipeline.adding import CHUNK, Counts, chunks
from radar.pipeline.events import Refreshed, RefreshEvent
from radar.pipeline.merging import merged

if TYPE_CHECKING:
    from radar.library.library import Library
    from radar.sources.source import Source


@dataclass(frozen=True, slots=True)
class Refresher:
    """Asks sources by name, and brings their papers into the library."""

    library: Library
    source: Callable[[str], Source]
    """Builds the source of a name; SettingsError for a name that none has."""
    read: Callable[[Paper], Reading]
    """Says what an abstract says, without any model."""
    close: Callable[[], Awaitable[None]]
    """Lets go of the connections that the sources share."""
    pause: float = 3.0
    """Seconds between two questions to one site, as arXiv asks for."""
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    """Lets that time pass."""

    async def run(self, names: Sequence[str]) -> AsyncGenerator[RefreshEvent, None]:
        """Ask every source, those of one site one after the other, and yield what came of each.

        A source that fails does not stop the others, and the papers of the pages before its failure stay.
        """
        by_site = groupby(sorted(dict.fromkeys(names), key=_site), key=_site)
        async with aclosing(merged([self._ask_all(tuple(group)) for _, group in by_site])) as events:
            async for event in events:
                yield event

    async def aclose(self) -> None:
        """Let go of connections."""
        await self.close()

    async def _ask_all(self, names: Sequence[str]) -> AsyncGenerator[RefreshEvent, None]:
        for place, name in enumerate(names):
            if place:
                await self.sleep(self.pause)
            counts = Counts()
            error: RadarError | None = None
            try:
                async with aclosing(self._ask(name, counts)) as notes:
                    async for note in notes:
                        yield note
            except (NetworkError, ListingError, SettingsError) as failure:
                error = failure
            yield Refreshed(
                name, counts.papers, counts.new, counts.known, counts.changed, counts.not_understood, error
            )

    async def _ask(self, name: str, counts: Counts) -> AsyncGenerator[NotUnderstood, None]:
        source = self.source(name)
        async for page in source.pages():
            for note in self._add(source, page, counts):
                yield note

    def _add(self, source: Source, page: ListingPage, counts: Counts) -> list[NotUnderstood]:
        notes: list[NotUnderstood] = []
        for item in chunks(source.parse(page), CHUNK):
            if isinstance(item, NotUnderstood):
                notes.append(item)
            else:
                counts.count(self.library.add_papers(item, page.listing, self.read), len(item))
        counts.not_understood += len(notes)
        return notes


def _site(name: str) -> str:
    return name.partition(":")[0]
