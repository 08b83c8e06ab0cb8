"""Saved searches, for whoever asks by name: screens, commands, digests."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from radar.errors import RadarError
from radar.library.reader import LibraryReader
from radar.papers.reader.watch import Watch, watch_name

_LISTED = 10
"""Names that are told at once."""


class Watches:
    """The watches of a library, and the papers that came to them."""

    def __init__(self, reader: LibraryReader) -> None:
        self._reader = reader

    def all(self) -> tuple[Watch, ...]:
        """Return the watches in the reader's order."""
        return self._reader.watches()

    def called(self, name: str) -> Watch:
        """Return the watch of a name, without regard to case, or at a place, counted from 1.

        Raises:
            RadarError: there is none.
        """
        watches = self.all()
        wanted = watch_name(name).casefold()
        for watch in watches:
            if watch.name.casefold() == wanted:
                return watch
        if wanted.isdecimal() and 0 < int(wanted) <= len(watches):
            return watches[int(wanted) - 1]
        hint = _nearest(wanted, watches) or _listed(watches) or "radar watch add NAME QUERY saves one"
        raise RadarError(f"there is no watch {watch_name(name) or 'without a name'}", hint)

    def new_papers(self, watch: Watch) -> array[int]:
        """Return the keys of its papers that came after the reader last looked at it, newest first."""
        return self._reader.keys(watch.new_papers)


def _nearest(wanted: str, watches: Sequence[Watch]) -> str:
    from difflib import get_close_matches

    names = {watch.name.casefold(): watch.name for watch in watches}
    found = get_close_matches(wanted, list(names), n=1)
    return f"Did you mean {names[found[0]]}?" if found else ""


def _listed(watches: Sequence[Watch]) -> str:
    if not watches:
        return ""
    names = "; ".join(watch.name for watch in watches[:_LISTED])
    more = len(watches) - _LISTED
    return f"There are: {names}" + (f"; and {more} more: radar watch list" if more > 0 else "")
