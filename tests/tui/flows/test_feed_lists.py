"""Following the feeds of a list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from radar.errors import SettingsError
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.pipeline.feed_lists import SortedFeed
from radar.sources.feeds.opml import Feed
from radar.tui.flows.feed_lists import FeedLists
from radar.tui.flows.step import Ask, Say, Step, Work
from tests.pipeline.fakes import NOON
from tests.sources.feeds.test_opml import LIST
from tests.tui.flows.taken import replied


class Following:
    """Follows every feed but those of one host; knows some already."""

    def __init__(self, *known: str) -> None:
        self.known = set(known)
        self.asked: list[tuple[str, ...]] = []
        self.broken = False
        self.unnamed: tuple[str, ...] = ()

    def sort_feeds(self, feeds: Sequence[Feed]) -> tuple[SortedFeed, ...]:
        """Say which are known, and refuse those of the loud host."""
        return tuple(
            SortedFeed(feed.url, feed.title, refused="too loud")
            if "loud" in feed.url
            else SortedFeed(feed.source, feed.title, known=feed.source in self.known)
            for feed in feeds
        )

    def written_along(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return what was asked before."""
        return self.unnamed

    def follow_feeds(self, feeds: Sequence[SortedFeed]) -> tuple[str, ...]:
        """Remember those that are new."""
        if self.broken:
            raise SettingsError("radar.toml cannot be written")
        added = tuple(feed.source for feed in feeds if feed.new and feed.source not in self.known)
        self.known.update(added)
        return added

    def refresh(self, names: tuple[str, ...]) -> Job:
        """Remember what was asked."""
        self.asked.append(names)
        return Job(1, JobKind.REFRESH, "refresh", "{}", JobState.QUEUED, JobProgress(), NOON)


KITES, REELS = "feed:https://kites.example/feed?a=1&b=2", "feed:https://reels.example/atom"


def _read(work: Work) -> Step:
    """Do the work, and return what comes next."""
    assert work.run() is None
    assert work.then is not None
    return work.then()


def test_feeds_of_a_text_are_followed_and_asked_once_the_reader_agrees() -> None:
    following = Following(REELS)
    asked = _read(FeedLists(following, "~/radar.toml").of_text(LIST))
    assert isinstance(asked, Ask)
    assert asked.question == (
        "follow 1 feed? that writes it into ~/radar.toml; 1 followed already, 3 refused (the first: too loud)"
    )
    assert (asked.choices, following.asked) == ({"y": "follow it and ask it now"}, [])
    said = replied(asked, "y")
    assert said == Say("1 feed is followed, and asked now; 1 known, 3 refused", standing=True)
    assert following.asked == [(KITES,)]


def test_feeds_of_a_file_are_followed_as_those_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "mine.opml"
    path.write_text(LIST, encoding="utf-8")
    following = Following()
    work = FeedLists(following, "~/radar.toml").of_file(path)
    assert work.text == "reading mine.opml"
    asked = _read(work)
    assert isinstance(asked, Ask)
    assert asked.question.startswith("follow 2 feeds? that writes them into ~/radar.toml; 3 refused")
    assert replied(asked, "y") == Say("2 feeds are followed, and asked now; 3 refused", standing=True)
    assert following.asked == [(KITES, REELS)]


def test_where_nothing_is_new_nothing_is_asked() -> None:
    one = '<opml><body><outline xmlUrl="https://reels.example/atom"/></body></opml>'
    lists = FeedLists(Following(REELS), "~/radar.toml")
    assert _read(lists.of_text(one)) == Say("the list names no feed to follow: 1 followed already")
    assert _read(lists.of_text(one.replace("reels", "loud"))) == Say(
        "the list names no feed to follow: 1 refused (too loud)", failed=True
    )
    nothing = _read(lists.of_text("<opml><body/></opml>"))
    assert nothing == Say("the list names no feed to follow", failed=True)


def test_what_somebody_followed_meanwhile_is_told_as_known_and_not_asked() -> None:
    following = Following()
    asked = _read(FeedLists(following, "~/radar.toml").of_text(LIST))
    following.known.update((KITES, REELS))
    assert replied(asked, "y") == Say(
        "every one of them is followed already; 2 known, 3 refused", standing=True
    )
    assert following.asked == []


def test_settings_that_cannot_be_written_are_told_and_nothing_is_asked() -> None:
    following = Following()
    asked = _read(FeedLists(following, "~/radar.toml").of_text(LIST))
    following.broken = True
    with pytest.raises(SettingsError, match="cannot be written"):
        replied(asked, "y")
    assert following.asked == []


def test_all_that_is_written_is_named_and_a_demo_writes_nothing() -> None:
    following = Following(REELS)
    following.unnamed = ("hf:daily",)
    asked = _read(FeedLists(following, "~/radar.toml").of_text(LIST))
    assert isinstance(asked, Ask)
    told = (
        "that writes it into ~/radar.toml, and hf:daily with it, which you asked before; 1 followed already"
    )
    assert asked.question.startswith(f"follow 1 feed? {told}")
    asked = _read(FeedLists(following, "").of_text(LIST))
    assert isinstance(asked, Ask)
    assert asked.question.startswith(
        "follow 1 feed for this demo? your settings stay as they are; 1 followed"
    )
    said = replied(asked, "y")
    assert isinstance(said, Say) and said.text.startswith("1 feed is followed for this demo, and asked now")
