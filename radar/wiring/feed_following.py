"""Feeds that a list of feeds names, made sources of the settings; for the command and the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from radar.errors import RadarError
from radar.pipeline.feed_lists import SortedFeed
from radar.settings import Settings
from radar.sources.feeds.opml import Feed

_PASSWORD = re.compile(r"//[^/?#]*@")


def sort_feeds(feeds: Sequence[Feed], settings: Settings) -> tuple[SortedFeed, ...]:
    """Return what the feeds are to the reader, each source once, in their order."""
    sources: dict[str, SortedFeed] = {}
    for feed in _sorted(feeds, settings):
        sources.setdefault(feed.source.casefold(), feed)
    return tuple(sources.values())


def _sorted(feeds: Sequence[Feed], settings: Settings) -> Iterator[SortedFeed]:
    from radar.settings.source_tables import known_sources
    from radar.wiring.listings import build_pages, build_source

    named = (*known_sources(settings.config_file), *(source.name for source in settings.followed))
    known = {name.casefold() for name in named}
    # One for all, for it takes longer to make than a source; it opens nothing as long as nothing is asked.
    pages = build_pages(settings)
    for feed in feeds:
        try:
            name = build_source(feed.source, settings, pages).name
        except RadarError as error:
            address, why = (_PASSWORD.sub("//", text) for text in (feed.url, error.message))
            yield SortedFeed(address, feed.title, refused=why)
            continue
        # A name that was written by hand may be another one for the same feed.
        is_known = not known.isdisjoint((name.casefold(), feed.source.casefold()))
        yield SortedFeed(name, feed.title, known=is_known)


def follow_feeds(feeds: Sequence[SortedFeed], settings: Settings) -> tuple[str, ...]:
    """Write those that are new into the settings, and return the names of the sources that were added.

    What was asked so far though no source was named stays, as where one is followed by its name.

    Raises:
        SettingsError: they cannot be written; the hint says what to write by hand.
    """
    from radar.settings.source_tables import add_sources
    from radar.wiring.source_desk import asked_unnamed

    new = [(feed.source, feed.title) for feed in feeds if feed.new]
    added = add_sources(settings.config_file, new, asked_unnamed(settings)) if new else ()
    names = {name for name, _title in new}
    return tuple(name for name in added if name in names)
