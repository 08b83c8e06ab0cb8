"""Feeds that a list of feeds names, made sources of the settings once the reader agrees."""

from __future__ import annotations

from collections.abc import Sequence

from radar.cli.output import Output
from radar.cli.parser import UsageError
from radar.cli.person import Person
from radar.papers.text.plurals import plural
from radar.pipeline.feed_lists import SortedFeed
from radar.settings import Settings
from radar.sources.feeds.opml import Feed


def adopt_feeds(feeds: Sequence[Feed], settings: Settings, output: Output, *, sure: bool) -> bool:
    """Say which sources the feeds are and which of them are new, and write those into the settings.

    Args:
        sure: whether to do it without asking.

    Returns:
        Whether all of them can be sources.

    Raises:
        UsageError: nobody can be asked.
        SettingsError: they cannot be written; the hint says what to write by hand.
    """
    from radar.wiring.feed_following import follow_feeds, sort_feeds
    from radar.wiring.source_desk import asked_unnamed

    file, found = settings.config_file, sort_feeds(feeds, settings)
    for feed in found:
        output.line(_line(feed))
    all_taken = not any(feed.refused for feed in found)
    new = sum(feed.new for feed in found)
    if not new:
        output.line("every one of them is a source already" if all_taken else "there is none to add")
        return all_taken
    sources = plural(new, "new source")
    if not sure and not _agreed(output, f"Add {sources} to {file}?"):
        output.aside("nothing was written")
        return all_taken
    asked = asked_unnamed(settings)
    added = len(follow_feeds(found, settings))
    output.line(f"{plural(added, 'source')} added to {file}; radar refresh asks them")
    if asked:
        output.aside(f"{', '.join(asked)} stays: it was asked before any source was named")
    return all_taken


def _line(feed: SortedFeed) -> str:
    if feed.refused:
        return f"  refused {feed.title or feed.source}: {feed.refused}"
    return f"  {'known' if feed.known else 'new':<6}{feed.source}" + (f"  {feed.title}" if feed.title else "")


def _agreed(output: Output, question: str) -> bool:
    person = Person(output)
    if not person.present:
        raise UsageError(
            "nobody can be asked here whether to add them", "Add --yes to add them without asking"
        )
    return person.agrees(question, usual=True)
