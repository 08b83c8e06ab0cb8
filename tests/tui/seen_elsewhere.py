"""What another process sees of a library that the screen is open on."""

from __future__ import annotations

from radar.library.reader import LibraryReader
from radar.pipeline.radar import Radar


def new_in_watches(radar: Radar) -> list[int]:
    """Return how many papers are new in each watch."""
    reader = LibraryReader.open(radar.path)
    try:
        return [len(reader.keys(watch.new_papers)) for watch in reader.watches()]
    finally:
        reader.close()
