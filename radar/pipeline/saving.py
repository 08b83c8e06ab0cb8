"""Answers kept in the library: those of a moment in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from radar.errors import LibraryError, RadarError
from radar.pipeline.events import Summarised

if TYPE_CHECKING:
    from radar.library.library import Library

_LATEST = 0.1
"""Seconds that an answer waits for others, at most."""
_MOST = 64
"""Answers that are worth a transaction at once."""


class Saving:
    """Takes what became of papers and keeps it, a burst in one transaction; then it is told.

    Args:
        library: where it is kept.
        tell: is given each event once its summary or error is committed.
    """

    def __init__(self, library: Library, tell: Callable[[Summarised], None]) -> None:
        self._library = library
        self._tell = tell
        self._pending: list[Summarised] = []
        self._some = asyncio.Event()

    def keep(self, event: Summarised) -> None:
        """Keep what became of a paper, within a moment.

        Raises:
            LibraryError: it cannot be kept.
        """
        self._pending.append(event)
        self._some.set()
        if len(self._pending) >= _MOST:
            self.flush()

    def flush(self) -> None:
        """Keep what there is at once.

        Raises:
            LibraryError: it cannot be kept.
        """
        pending, self._pending = self._pending, []
        self._some.clear()
        kept, trouble = self._kept(pending) if pending else ([], None)
        for event in kept:
            self._tell(event)
        if trouble is not None:
            raise trouble

    async def flush_now_and_then(self) -> None:
        """Keep each burst of answers, until cancelled."""
        while True:
            await self._some.wait()
            await asyncio.sleep(_LATEST)
            self.flush()

    def _kept(self, pending: list[Summarised]) -> tuple[list[Summarised], LibraryError | None]:
        """Keep these and return them, without those that cannot be kept, and why one cannot."""
        try:
            self._keep(pending)
        except LibraryError as error:
            if len(pending) == 1:
                return [], error
            # The others of the group are not to be lost with the one that cannot be kept.
            alone = [self._kept([event]) for event in pending]
            return [event for kept, _ in alone for event in kept], next(
                filter(None, (why for _, why in alone)), None
            )
        return pending, None

    def _keep(self, events: list[Summarised]) -> None:
        summaries = [event.summary for event in events if event.summary is not None]
        errors = [(event.paper_id, _told(event.error)) for event in events if event.summary is None]
        self._library.save_summaries(summaries, errors)


def _told(error: RadarError | None) -> str:
    return str(error) if error else ""
