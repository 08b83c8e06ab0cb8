"""Which watch is listed, what is new in each, and up to when the reader has seen the one that is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from radar.errors import RadarError
from radar.library.background import Found
from radar.papers.bases import replace
from radar.papers.reader.query import PaperQuery
from radar.papers.reader.watch import Watch, WatchCount
from radar.tui.widgets.filter_line import FilterLine
from radar.tui.widgets.watch_bar import EVERYTHING, UNCOUNTED, WatchBar
from radar.tui.words.told import in_words

if TYPE_CHECKING:
    from radar.tui.flows.step import Step, Write


class Keeper(Protocol):
    """Notes what was looked at; the library is one."""

    def look_at_watch(self, number: int, until: datetime) -> None:
        """Note that what a watch found up to a moment was seen."""
        ...


class Reader(Protocol):
    """Reads watches and rows; the library's reader is one."""

    rows_since: datetime | None

    def watches(self) -> tuple[Watch, ...]:
        """Return the watches in the reader's order."""
        ...


class Counter(Protocol):
    """Counts what is new, in a thread of its own."""

    def count(self) -> None:
        """Have it counted."""
        ...


class Watched:
    """Brings watches, side bar and filter line together; it says what to list and lists nothing itself."""

    def __init__(
        self,
        keeper: Keeper,
        reader: Reader,
        counter: Counter,
        bar: WatchBar,
        filter_line: FilterLine,
        looked: Callable[[], datetime | None],
        failed: Callable[[str], None],
        attempt: Callable[[Callable[[], Step | None]], None],
    ) -> None:
        """Begin with everything listed.

        Args:
            looked: says when the last paper came that was known before the key that leaves a watch.
            failed: told why watches cannot be read.
            attempt: notes what was seen, in its turn where the library is busy.
        """
        self.shown: Watch | None = None
        """The watch that is listed, or that what is listed began with."""
        self._keeper = keeper
        self._reader = reader
        self._counter = counter
        self._bar = bar
        self._filter_line = filter_line
        self._looked = looked
        self._failed = failed
        self._attempt = attempt
        self._until: datetime | None = None
        self._told = ""

    @property
    def text(self) -> str:
        """The words of the watch that is listed."""
        return "" if self.shown is None else self.shown.query.text

    def look(self) -> None:
        """Read the watches, for they may have changed, and have their new papers counted."""
        try:
            watches = self._reader.watches()
        except RadarError as error:
            if str(error) != self._told:
                self._failed(in_words(error))
            self._told = str(error)
            return
        self._told = ""
        self._bar.watches = watches
        if self.shown is not None:
            number = self.shown.number
            self._show(next((watch for watch in watches if watch.number == number), None))
        if watches:
            self._counter.count()

    def counted(self, counts: Sequence[WatchCount]) -> None:
        """Show what is new; a count from another moment than the one that is noted by now is outdated."""
        seen = {watch.number: watch.seen for watch in self._bar.watches}
        news = dict(self._bar.news)
        for count in counts:
            if seen.get(count.number) == count.seen:
                news[count.number] = UNCOUNTED if count.error else count.new
        self._bar.news = {number: new for number, new in news.items() if number in seen}

    def at(self, place: int) -> Watch | None:
        """Return the watch with a number on the bar, counted from 1."""
        watches = self._bar.watches
        return watches[place - 1] if 0 < place <= len(watches) else None

    def numbered(self, number: int) -> Watch | None:
        """Return the watch that the library knows by a number."""
        return next((watch for watch in self._bar.watches if watch.number == number), None)

    def enter(self, watch: Watch | None) -> PaperQuery:
        """Leave the watch that is listed for another one, or for everything, and return what to list."""
        if self.shown is not None and watch is not None and self.shown.number == watch.number:
            return watch.query
        self.leave()
        self._show(watch)
        self._reader.rows_since = None if watch is None else watch.seen
        if watch is not None:
            self._bar.go_to(watch.number)
        return PaperQuery() if watch is None else watch.query

    def only_new(self) -> PaperQuery | None:
        """Return the question for what is new in the watch that is listed; None where nothing is."""
        if self.shown is None or not self._bar.news.get(self.shown.number):
            return None
        return replace(self.shown.query, added_after=self.shown.seen)

    def begin(self, watch: Watch | None) -> None:
        """Take what is listed for a watch that was made of it just now."""
        if watch is not None and watch != self.shown:
            self.leave()
            self._show(watch)
            self._bar.go_to(watch.number)

    def answered(self, found: Found, complete: bool) -> None:
        """Note up to when the reader has seen the watch, once the whole answer to its question is listed."""
        if self.shown is not None and complete and found.query == self.shown.query:
            self._until = found.until or self._until

    def leave(self, looked: datetime | None = None) -> None:
        """Note what was seen of the watch that is listed: it is not new any more.

        Args:
            looked: when the last paper came that the reader can have seen; None where a key leaves the watch.
        """
        shown, until, looked = self.shown, self._until, looked or self._looked()
        self._until = None
        if shown is None or until is None or looked is None:
            return
        if (until := min(until, looked)) <= shown.seen:
            return
        self._attempt(partial(_noting, partial(self._keeper.look_at_watch, shown.number, until)))

    def _show(self, watch: Watch | None) -> None:
        self.shown = watch
        self._filter_line.watch_listed = watch
        self._bar.shown = EVERYTHING if watch is None else watch.number


def _noting(note: Callable[[], None]) -> Write:
    from radar.tui.flows.step import Write

    return Write(note)
