"""Reading the library for the screen: what cannot be read is told in a line, and nothing ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from radar.errors import LibraryError, PaperGone, RadarError, WrongName
from radar.papers.bases import replace
from radar.papers.reader.query import Order, PaperEntry, PaperRow

if TYPE_CHECKING:
    from radar.library.reader import LibraryCounts
    from radar.papers.reader.closeness import Closeness

Answer = TypeVar("Answer")


def with_help(trouble: str) -> str:
    """Return what is wrong with the library, and which command tells more."""
    return f"{trouble}; radar doctor checks it"


def in_words(error: RadarError) -> str:
    """Return an error as a line for the reader."""
    of_the_library = isinstance(error, LibraryError) and not isinstance(error, PaperGone | WrongName)
    return with_help(str(error)) if of_the_library else str(error)


class Reader(Protocol):
    """Reads papers; the library's reader is one."""

    def rows(self, keys: Sequence[int]) -> Sequence[PaperRow]:
        """Return the rows of these papers."""
        ...

    def entry(self, key: int) -> PaperEntry | None:
        """Return everything that is held of a paper."""
        ...

    def counts(self) -> LibraryCounts:
        """Return how many papers there are."""
        ...

    def closeness_at_hand(self, key: int) -> Closeness | None:
        """Return what brings a paper near to what is starred; None where nothing does, or is known yet."""
        ...


class Told:
    """Asks a reader, and tells its errors instead of raising them: painting has nobody to raise them to."""

    def __init__(self, reader: Reader, tell: Callable[[str], None]) -> None:
        """Stand before a reader; `tell` takes what went wrong, and what helps."""
        self._reader = reader
        self._tell = tell

    def rows(self, keys: Sequence[int]) -> Sequence[PaperRow]:
        """Return the rows of these papers; none where they cannot be read."""
        return self.asked(lambda: self._reader.rows(keys), ())

    def entry(self, key: int, order: Order = Order.NEWEST) -> PaperEntry | None:
        """Return everything that is held of a paper; None where it is gone or cannot be read.

        Args:
            order: how papers are listed; by closeness, what brings this one near is said too.
        """
        entry = self.asked(lambda: self._reader.entry(key), None)
        if entry is None or order is not Order.CLOSE:
            return entry
        return replace(entry, closeness=self.asked(lambda: self._reader.closeness_at_hand(key), None))

    def counts(self) -> LibraryCounts | None:
        """Return how many papers there are; None where they cannot be counted."""
        return self.asked(self._reader.counts, None)

    def asked(self, ask: Callable[[], Answer], instead: Answer) -> Answer:
        """Return what a question gives, or what stands in its place where the library fails."""
        try:
            return ask()
        except RadarError as error:
            self._tell(in_words(error))
            return instead
