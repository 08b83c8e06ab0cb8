"""What a screen may know of sources, put together from what knows them; light to import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from radar.pipeline.source_desk import FollowedSources, NamedSource, SourceDesk
from radar.settings import Settings
from radar.wiring.settings_news import read_again, state_of

if TYPE_CHECKING:
    from radar.pipeline.feed_lists import SortedFeed
    from radar.sources.feeds.opml import Feed


def build_source_desk(settings: Settings) -> SourceDesk:
    """Return what answers a screen that asks about sources; nothing is loaded before it does."""

    def papers(text: str) -> tuple[str, ...]:
        from radar.sources.plugins import sources_of

        return sources_of(text)

    def source(text: str) -> NamedSource:
        from radar.wiring.listings import build_source

        found = build_source(text, settings)
        return NamedSource(found.name, found.label)

    def follow(named: NamedSource) -> bool:
        from radar.settings import SourceSettings
        from radar.settings.source_tables import add_source

        return add_source(settings.config_file, SourceSettings(name=named.name), asked_unnamed(settings))

    def sort(feeds: Sequence[Feed]) -> tuple[SortedFeed, ...]:
        from radar.wiring.feed_following import sort_feeds

        return sort_feeds(feeds, settings)

    def follow_all(feeds: Sequence[SortedFeed]) -> tuple[str, ...]:
        from radar.wiring.feed_following import follow_feeds

        return follow_feeds(feeds, settings)

    return SourceDesk(papers, source, follow, _reading_again(settings), sort, follow_all)


def _reading_again(settings: Settings) -> Callable[[], FollowedSources | None]:
    file = settings.config_file
    read = [state_of(file)]

    def followed() -> FollowedSources | None:
        if (state := state_of(file)) == read[0]:
            return None
        now = read_again(file, there=bool(state))
        read[0] = state
        return FollowedSources(now.source_names, now.unnamed_sources)

    return followed


def asked_unnamed(settings: Settings) -> tuple[str, ...]:
    """Return the sources that stand for none named and that were asked all the same."""
    from radar.errors import LibraryError
    from radar.library.reader import LibraryReader

    try:
        with closing(LibraryReader.open(settings.library)) as reader:
            asked = {state.name.casefold() for state in reader.source_states()}
    except LibraryError:
        return ()
    return tuple(name for name in settings.unnamed_sources if name.casefold() in asked)
