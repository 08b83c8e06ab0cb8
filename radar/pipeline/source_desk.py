"""What a screen may know of sources without the network: what a text names, and which are followed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from radar.errors import SettingsError
from radar.papers.bases import Value
from radar.pipeline.feed_lists import SortedFeed, SortFeeds


class NamedSource(Value):
    """A source that a text names."""

    name: str
    """In its usual form: "arxiv:cs.CL"."""
    label: str
    """For people."""


class FollowedSources(Value):
    """What the settings have a refresh ask."""

    names: tuple[str, ...]
    unnamed: tuple[str, ...]
    """Of these, those that the reader has not named."""


def _no_feeds(_feeds: object) -> tuple[SortedFeed, ...]:
    raise SettingsError("no feeds can be followed here")


def _no_names(_feeds: object) -> tuple[str, ...]:
    raise SettingsError("no feeds can be followed here")


class SourceDesk(Value):
    """Answers at once, in any thread; what it needs is loaded when it is first asked."""

    papers: Callable[[str], Sequence[str]]
    """Names the sources that bring the paper of a text; none where it names no paper."""
    source: Callable[[str], NamedSource]
    """Returns the source that a text names; SettingsError, with the nearest as hint, where it names none."""
    follow: Callable[[NamedSource], bool]
    """Writes a source into the settings; False where it stands there already; SettingsError where it cannot
    be written."""
    followed: Callable[[], FollowedSources | None] = lambda: None
    """Reads the settings where somebody has written to them since; None where nobody has; SettingsError where
    they cannot be read, every time until they can."""
    sort_feeds: SortFeeds = _no_feeds
    """Says of feeds which are new, which known and which cannot be followed; may take a while."""
    follow_feeds: Callable[[Sequence[SortedFeed]], tuple[str, ...]] = _no_names
    """Writes the new ones of them into the settings, and returns the names of their sources; SettingsError
    where they cannot be written."""
