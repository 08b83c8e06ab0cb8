"""Asking the library in two phases: the first screenful at once, the exact answer from another thread."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Protocol

from radar.library.background import Found
from radar.papers.bases import Value, replace
from radar.papers.reader.query import Order, PaperQuery
from radar.tui.rows.pages import place_of, without


class FirstAnswer(Protocol):
    """Gives the first screenful."""

    def first(self, query: PaperQuery, limit: int = 60) -> array[int]:
        """Return the first papers in display order, within a bounded time."""
        ...


class FullAnswer(Protocol):
    """Gives all papers, later."""

    def ask(self, query: PaperQuery, *, first: bool = False) -> int:
        """Ask, and return the number of the question.

        Args:
            first: whether the first screenful is wanted ahead of the answer.
        """
        ...

    def drop(self) -> None:
        """Leave the last question unanswered."""
        ...


class Shown(Value):
    """Papers to list, and the paper that the cursor goes to; None for the first."""

    keys: array[int]
    cursor_on: int | None


class Asking:
    """Holds the question that the list answers, and where its cursor belongs."""

    def __init__(self, first: FirstAnswer, full: FullAnswer, show: Callable[[Shown], None]) -> None:
        self.query = PaperQuery()
        self.answer: Found | None = None
        """The whole answer to the question; None until it is there."""
        self.begun = False
        """Whether the first screenful is listed, or more."""
        self._first = first
        self._full = full
        self._show = show
        self._number = 0
        self._wanted: int | None = None
        self._placed: int | None = None
        self._before_search: int | None = None
        self._last: int | None = None
        """The paper where the reader was when the last question was put, which that may not list."""
        self._left_out: tuple[int, int] | None = None
        """The paper that the cursor came to because the one where the reader was is not in the answer, and
        that one; None where it is."""
        self._otherwise: int | None = None
        """Where the cursor goes if the paper that is wanted is not in the answer either."""
        self.under_way = False
        """Whether an answer is still to come."""
        self._again = False
        """Whether papers came while the question was under way."""

    def ask(self, query: PaperQuery, cursor: int | None) -> None:
        """Ask a new question.

        Other words begin at the top, and the cursor goes back to its paper when they are dropped; filters
        and orders leave the cursor on its paper, also where that was not listed in between. By closeness the
        first screenful takes longer than a frame: it follows from the thread that answers, and what was
        listed stays until then.

        Args:
            cursor: the paper under the cursor now.
        """
        self._last, self._left_out = self._reader_at(cursor), None
        others = query.text != self.query.text
        self._otherwise = None if others else cursor
        self._wanted = self._cursor_for_words(query, cursor) if others else self._last
        self._placed = cursor
        self.query = query
        self.answer = None
        self._again, self.under_way = False, True
        self.begun = False
        if query.order is Order.CLOSE:
            self._number = self._full.ask(query, first=True)
            return
        # Two that read at once slow each other down, and the first screenful is what the reader waits for.
        self._full.drop()
        try:
            found = self._first.first(query)
        finally:
            self._number = self._full.ask(query)
        self._begin(found)

    def chosen(self) -> None:
        """Note that the reader does something with the paper under the cursor, and so is there."""
        self._left_out = None

    def ask_again(self) -> None:
        """Ask the same question because papers came; what is listed stays until the whole answer is there.

        A question under way is answered first: papers that come one after the other would interrupt it each
        time, and nothing would be listed before the last of them.
        """
        if self.under_way:
            self._again = True
            return
        self._wanted = self._placed = None
        self.under_way = True
        self._number = self._full.ask(self.query)

    def leave_out(self, places: Sequence[int], cursor: int | None) -> None:
        """List the answer without the papers at some places, which do not belong to it any more.

        Args:
            cursor: the paper under the cursor now.
        """
        if self.answer is None:
            return
        keys = without(places, self.answer.keys)
        self.answer = replace(self.answer, keys=keys)
        self._show(Shown(keys, cursor))

    def is_latest(self, found: Found) -> bool:
        """Return whether this answers the question that was put last."""
        return found.number == self._number

    def awaits(self, found: Found) -> bool:
        """Return whether the answer to this question is still to come, and nothing else is listed."""
        return self.is_latest(found) and self.answer is None

    def arrived(self, found: Found, cursor: int | None) -> bool:
        """Show a whole answer, unless a later question was asked; return whether it was shown.

        Args:
            cursor: the paper under the cursor now.
        """
        if not self.is_latest(found):
            return False
        self.under_way = False
        if found.error:
            return False
        self.answer = found
        # Where no paper was listed, none was chosen: the one that is told was under the cursor before.
        moved = self._placed is not None and cursor != self._placed
        stays = moved or (self._wanted is None and self.begun)
        self.begun = True
        self._show(Shown(found.keys, cursor if stays else self._place_among(found.keys)))
        if self._again:
            self._again = False
            self.ask_again()
        return True

    def first_arrived(self, found: Found, cursor: int | None) -> None:
        """Show the first screenful that came behind its question, unless a later one was asked.

        Args:
            cursor: the paper under the cursor now.
        """
        if found.first is None or not self.awaits(found):
            return
        if cursor != self._placed:
            self._wanted = cursor
        self._begin(found.first)

    def _begin(self, keys: array[int]) -> None:
        """Show the first screenful, with the cursor on the paper that is wanted if it is among them."""
        self.begun = True
        kept = (key for key in (self._wanted, self._otherwise) if key is not None and key in keys)
        self._placed = next(kept, keys[0] if keys else None)
        self._show(Shown(keys, self._placed))

    def _reader_at(self, cursor: int | None) -> int | None:
        """Return where the reader is; a cursor that waits for the rest of an answer is not there yet."""
        if cursor is None:
            return self._last
        waits = self.answer is None and cursor == self._placed
        if waits and self._wanted is not None:
            return self._wanted
        return self._left_out[1] if self._left_out is not None and cursor == self._left_out[0] else cursor

    def _place_among(self, keys: array[int]) -> int | None:
        """Return where the cursor goes, and note where the reader was if that is not listed."""
        wanted = (key for key in (self._wanted, self._otherwise) if key is not None)
        on = next((key for key in wanted if place_of(key, keys) is not None), keys[0] if keys else None)
        at = self._otherwise if on is None else on
        if at is not None and self._wanted is not None and at != self._wanted:
            self._left_out = at, self._wanted
        return on

    def _cursor_for_words(self, query: PaperQuery, cursor: int | None) -> int | None:
        if not self.query.text:
            self._before_search = self._last
        if query.text:
            return None
        chosen = cursor is not None and cursor != self._placed
        return cursor if chosen else self._before_search
