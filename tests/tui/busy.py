"""A library that another program writes to, and the end of what waited for that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from radar.library.library import Library
from radar.pipeline.radar import Radar
from tests.tui.driving import Seat


@contextmanager
def busy(radar: Radar) -> Iterator[None]:
    """Write to the library as another program would, all the while."""
    other = Library.open(radar.path)
    try:
        with other.database.transaction():
            yield
    finally:
        other.close()


async def all_done(seat: Seat) -> None:
    """Wait until all that waited for the library is done."""
    await seat.until(lambda: not seat.screen.talk.unfinished, "the end of what waits")
    await seat.settled()
