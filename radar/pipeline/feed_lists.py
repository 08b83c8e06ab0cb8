"""Lists of feeds, as files and as pasted texts: which feeds they name, and what these are to the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from radar.errors import ListingError
from radar.papers.bases import Value
from radar.papers.listed.listing import NotUnderstood

if TYPE_CHECKING:
    from radar.sources.feeds.opml import Feed


class FeedList(Value):
    """What a list of feeds names."""

    feeds: tuple[Feed, ...]
    left_out: tuple[NotUnderstood, ...]
    """What was not understood, each with why."""


class SortedFeed(Value):
    """What one feed is to the reader."""

    source: str
    """The name of the source that asks it; where it is refused, its address without a password."""
    title: str
    known: bool = False
    """Whether it is a source of the settings already."""
    refused: str = ""
    """Why it cannot be followed; empty where it can be."""

    @property
    def new(self) -> bool:
        """Whether it can be followed, and is not yet."""
        return not (self.known or self.refused)


SortFeeds = Callable[[Sequence["Feed"]], tuple[SortedFeed, ...]]
"""Says of feeds what they are to the reader, each source once."""


def names_feeds(path: Path) -> bool:
    """Return whether a file is a list of feeds, gzipped or not; no for what cannot be read, or would wait."""
    from radar.sources.feeds.opml import is_feed_list
    from radar.sources.reading.files import open_listing

    try:
        if not path.is_file():
            return False
        with open_listing(path) as file:
            return is_feed_list(file.head)
    except (ListingError, OSError):
        return False


def feeds_of_file(path: Path) -> FeedList:
    """Return what a file names.

    Raises:
        ListingError: it cannot be read, or is not text.
    """
    from radar.sources.reading.files import open_listing

    with open_listing(path) as file:
        found = feeds_of(file.lines())
        return FeedList(found.feeds, (*found.left_out, *file.problems()))


def feeds_of(lines: Iterable[str]) -> FeedList:
    """Return what lines name; raises nothing, whatever they hold."""
    from radar.sources.feeds.opml import feeds_in

    found = tuple(feeds_in(lines))
    return FeedList(
        tuple(item for item in found if not isinstance(item, NotUnderstood)),
        tuple(item for item in found if isinstance(item, NotUnderstood)),
    )
