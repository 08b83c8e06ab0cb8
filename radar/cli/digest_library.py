"""The library as a digest needs it: to write down how far it got, or only to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from radar.cli.opening import migration_shown, reader_of
from radar.cli.output import Output
from radar.errors import LibraryError
from radar.library.reader import LibraryReader
from radar.library.watches.digest_shelf import DigestReading
from radar.papers.bases import Value
from radar.pipeline.watches import Watches
from radar.settings import Settings

if TYPE_CHECKING:
    from radar.library.library import Library


class DigestLibrary(Value):
    """What a digest is made of."""

    reader: LibraryReader
    digests: DigestReading
    sources: Sequence[str]
    """What a refresh asks."""
    library: Library | None
    """Where it is noted how far the digest got; None where the library can only be read."""

    @property
    def watches(self) -> Watches:
        """The saved searches."""
        return Watches(self.reader)


@contextmanager
def opened(settings: Settings, output: Output, *, to_read: bool) -> Iterator[DigestLibrary]:
    """Open the library.

    Args:
        to_read: whether one that cannot be written will do, for nothing is to be noted.
    """
    from radar.wiring.radars import build_radar

    try:
        with migration_shown(output) as report:
            radar = build_radar(settings, report)
    except LibraryError:
        if not to_read:
            raise
    else:
        with closing(radar):
            yield DigestLibrary(radar.reader, radar.library, radar.asking.sources, radar.library)
        return
    with reader_of(settings, output) as reader:
        if reader is not None:
            yield DigestLibrary(reader, reader.digests, settings.source_names, None)
