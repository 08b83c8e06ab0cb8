"""Following the feeds of a list of feeds, pasted or in a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from radar.papers.jobs.job import Job
from radar.papers.listed.listing import NotUnderstood
from radar.papers.text.plurals import plural
from radar.papers.text.safe_text import clean
from radar.pipeline.feed_lists import FeedList, SortedFeed, SortFeeds, feeds_of, feeds_of_file
from radar.tui.flows.bringing import writes
from radar.tui.flows.step import Ask, Say, Step, Work, Write


class Following(Protocol):
    """Knows what feeds are to the reader, and follows them."""

    @property
    def sort_feeds(self) -> SortFeeds:
        """Says of feeds which are new, which known and which cannot be followed."""
        ...

    def written_along(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return what is written into the settings beside sources that are followed."""
        ...

    def follow_feeds(self, feeds: Sequence[SortedFeed]) -> tuple[str, ...]:
        """Write the new ones into the settings, and return the names of their sources."""
        ...

    def refresh(self, names: tuple[str, ...]) -> Job:
        """Queue a question to sources."""
        ...


class FeedLists:
    """Says what a list of feeds holds, and follows what is new of it where the reader agrees."""

    def __init__(self, following: Following, settings: str) -> None:
        """Begin with nothing asked.

        Args:
            settings: the file that followed sources are written into, for people; empty in a demo, which
                writes none.
        """
        self._following = following
        self._settings = settings

    def of_text(self, text: str) -> Work:
        """Look at a pasted list."""
        return self._of("the pasted list", lambda: feeds_of(text.split("\n")))

    def of_file(self, path: Path) -> Work:
        """Look at a file that is a list."""
        return self._of(clean(path.name), partial(feeds_of_file, path))

    def _of(self, name: str, read: Callable[[], FeedList]) -> Work:
        """Read a list in a thread, for it may be long, and go on with what it holds."""
        looked_at: list[tuple[tuple[SortedFeed, ...], Sequence[NotUnderstood]]] = []

        def look() -> None:
            found = read()
            looked_at.append((self._following.sort_feeds(found.feeds) if found.feeds else (), found.left_out))

        return Work(f"reading {name}", look, lambda: self._offer(*looked_at[-1]))

    def _offer(self, feeds: tuple[SortedFeed, ...], left_out: Sequence[NotUnderstood]) -> Step:
        new = sum(feed.new for feed in feeds)
        beside = _beside(feeds, left_out)
        if not new:
            refused = not feeds or any(feed.refused for feed in feeds)
            told = f": {beside}" if beside else ""
            return Say(f"the list names no feed to follow{told}", failed=refused)
        told = f"; {beside}" if beside else ""
        question = f"follow {plural(new, 'feed')}{self._where_written(feeds)}{told}"
        choices = {"y": f"follow {_them(new)} and ask {_them(new)} now"}
        return Ask("feeds.follow", question, partial(self._follow, feeds, len(left_out)), choices=choices)

    def _where_written(self, feeds: Sequence[SortedFeed]) -> str:
        if not self._settings:
            return " for this demo? your settings stay as they are"
        names = [feed.source for feed in feeds if feed.new]
        return f"? {writes(_them(len(names)), self._settings, self._following.written_along(names))}"

    def _follow(self, feeds: tuple[SortedFeed, ...], left_out: int, _choice: str) -> Step:
        # Once, and not again with every look whether the library is free: it is written into the settings.
        added = self._following.follow_feeds(feeds)
        known = sum(feed.known for feed in feeds) + sum(feed.new for feed in feeds) - len(added)
        refused = left_out + sum(bool(feed.refused) for feed in feeds)
        counts = (f"{known:,} known" if known else "", f"{refused:,} refused" if refused else "")
        told = f"; {', '.join(filter(None, counts))}" if any(counts) else ""
        if not added:
            return Say(f"every one of them is followed already{told}", standing=True)
        are = "is followed" if len(added) == 1 else "are followed"
        are += "" if self._settings else " for this demo"
        said = f"{plural(len(added), 'feed')} {are}, and asked now{told}"

        def ask() -> Say:
            self._following.refresh(added)
            return Say(said, standing=True)

        return Write(ask, starts=f"asking {plural(len(added), 'feed')}")


def _them(count: int) -> str:
    return "it" if count == 1 else "them"


def _beside(feeds: Sequence[SortedFeed], left_out: Sequence[NotUnderstood]) -> str:
    """Return how many are known and how many refused, with why the first of these is."""
    known = sum(feed.known for feed in feeds)
    why = [feed.refused for feed in feeds if feed.refused] + [item.reason for item in left_out]
    first = "" if not why else f" ({why[0]})" if len(why) == 1 else f" (the first: {why[0]})"
    told = (f"{known:,} followed already" if known else "", f"{len(why):,} refused{first}" if why else "")
    return ", ".join(filter(None, told))
