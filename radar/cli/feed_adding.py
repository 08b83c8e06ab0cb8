"""Feeds that a list of feeds names, made sources of the settings once the reader agrees."""

from __future__ import annotations

from collections.abc import Sequence

from radar.cli.output import Output
from radar.cli.parser import UsageError
from radar.cli.person import Person
from radar.settings import Settings
from radar.settings.source_tables import add_sources, known_sources
from radar.sources.opml import Feed


def adopt_feeds(feeds: Sequence[Feed], settings: Settings, output: Output, *, sure: bool) -> None:
    """Say which sources the feeds are and which of them are new, and write those into the settings.

    Args:
        sure: whether to do it without asking.

    Raises:
        UsageError: nobody can be asked.
        SettingsError: they cannot be written; the hint says what to write by hand.
    """
    file = settings.config_file
    known = known_sources(file) | {source.name for source in settings.followed}
    new = {feed.source: feed.title for feed in feeds if feed.source not in known}
    for source, title in dict.fromkeys((feed.source, feed.title) for feed in feeds):
        state = "new" if source in new else "known"
        output.line(f"  {state:<6}{source}" + (f"  {title}" if title else ""))
    if not new:
        output.line("every one of them is a source already")
        return
    sources = f"{len(new):,} new {'source' if len(new) == 1 else 'sources'}"
    if not sure and not _agreed(output, f"Add {sources} to {file}?"):
        output.aside("nothing was written")
        return
    added = add_sources(file, new.items())
    noun = "source" if len(added) == 1 else "sources"
    output.line(f"{len(added):,} {noun} added to {file}; radar refresh asks them")


def _agreed(output: Output, question: str) -> bool:
    person = Person(output)
    if not person.present:
        raise UsageError(
            "nobody can be asked here whether to add them", "Add --yes to add them without asking"
        )
    return person.agrees(question, usual=True)
