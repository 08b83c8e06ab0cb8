"""Papers that older rules have read: told where papers are shown, read again where the library is written."""

from __future__ import annotations

from radar.abstracts.rules_version import RULES_VERSION
from radar.cli.output import Output
from radar.cli.progress import progress_bar
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.text.plurals import plural


def say_outdated(reader: LibraryReader, output: Output) -> None:
    """Say beside the result how many papers still show what older rules read in them."""
    count = reader.outdated(RULES_VERSION)
    if count:
        papers = f"{count:,} paper is" if count == 1 else f"{count:,} papers are"
        output.aside(
            f"{papers} still read by older rules: the screen, radar refresh and radar import read them again"
        )


def read_again(library: Library, output: Output) -> None:
    """Read the papers again that older rules have read, with a bar, and say how many; marks stay.

    What is done when it is interrupted is kept, and not done again.
    """
    if not library.outdated(RULES_VERSION, 1):
        return
    from radar.abstracts.reading import read
    from radar.pipeline.rereading import reread

    reader = LibraryReader.open(library.path)
    try:
        total = reader.outdated(RULES_VERSION)
    finally:
        reader.close()
    done = 0
    with progress_bar(output) as bar:
        for event in reread(library, read, RULES_VERSION):
            done = event.done
            bar.step("reading again by newer rules", done, total)
    output.aside(f"{plural(done, 'paper')} read again by newer rules")
