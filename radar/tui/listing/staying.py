"""Which papers stay listed though they pass the filters no more, and which do not come back."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol

from radar.library.background import Found
from radar.papers.bases import replace
from radar.papers.reader.query import PaperQuery, PaperRow
from radar.tui.rows.pages import RowPages, place_of, places_of, without


class Listed(Protocol):
    """A list with a cursor."""

    pages: RowPages

    @property
    def key(self) -> int | None:
        """The paper under the cursor."""
        ...

    @property
    def row(self) -> PaperRow | None:
        """The row under the cursor; None where the library no longer has it."""
        ...


class Staying:
    """Keeps papers listed that were marked one by one, are being read, or stand under the cursor."""

    def __init__(
        self,
        papers: Listed,
        now_at: Callable[[int], int],
        passing: Callable[[PaperQuery, Sequence[int]], Collection[int]],
        waiting: Callable[[], frozenset[int]],
        is_read: Callable[[], bool],
    ) -> None:
        """Begin with nothing marked; `Listing` says what the arguments are."""
        self._papers = papers
        self._now_at = now_at
        self._passing = passing
        self._waiting = waiting
        self._is_read = is_read
        self._marked: set[int] = set()
        """Papers that were marked one by one since, some of which may belong to the list no more."""
        self._let_go: set[int] = set()
        """Papers that were let go since the question was put, and that an answer of before may hold."""
        self.cut = False
        """Whether the answer held such papers, and so does not say what helps where nothing is left."""

    def begin(self) -> None:
        """Forget what stayed: another question is put."""
        self._marked.clear()
        self._let_go.clear()
        self.cut = False

    def mark(self, keys: Sequence[int]) -> None:
        """Note that single papers were marked."""
        self._marked.update(keys)

    def let_go(self, query: PaperQuery) -> tuple[int, ...]:
        """Return the places of papers that stayed and do not pass; the one that is being read stays on."""
        kept = {self._papers.key} if self._is_read() else set()
        marked = (self._marked | self._waiting() if query.filters else self._marked) - kept
        gone = self._outdated(query, marked, self._papers.pages.keys)
        self._marked &= kept
        self._let_go.update(gone)
        return tuple(gone.values())

    def answer(self, found: Found, *, anew: bool, acted: bool) -> Found:
        """Return an answer without what was let go, and with what stays behind the paper that it followed.

        Args:
            anew: whether it answers the question that was answered before.
            acted: whether the reader had something done to all in view.
        """
        query, pages = found.query, self._papers.pages
        if not query.filters:
            return found
        outdated = self._outdated(query, self._let_go, found.keys)
        self.cut = bool(outdated)
        # No later answer holds what this one does not, and what is missing is looked for among all keys.
        self._let_go = set(outdated)
        keys = without(outdated.values(), found.keys) if outdated else found.keys
        staying = set(self._waiting())
        staying -= self._outdated(query, staying, pages.keys).keys()
        if (under_cursor := self._under_cursor(keys, anew=anew, acted=acted)) is not None:
            self._marked.add(under_cursor)
            staying.add(under_cursor)
        places = places_of(staying - places_of(staying, keys).keys(), pages.keys)
        for place in sorted(places.values()):
            keys = pages.put_back(place, keys)
        return replace(found, keys=keys) if outdated or places else found

    def _outdated(self, query: PaperQuery, keys: Iterable[int], listed: array[int]) -> dict[int, int]:
        """Return which papers of a list do not belong to it any more, each with its place."""
        places = places_of(keys, listed)
        passing = self._passing(query, tuple(places)) if places else ()
        return {key: place for key, place in places.items() if key not in passing}

    def _under_cursor(self, keys: array[int], *, anew: bool, acted: bool) -> int | None:
        """Return the paper under the cursor where it is not in an answer and stays, else None.

        Nothing that comes by itself takes it. What the reader has done to all in view does, but for a paper
        that is being read, and so does another question, but for a paper that was marked since.
        """
        key = self._papers.key
        if key is None or place_of(key, keys) is not None:
            return None
        if (acted and not self._is_read()) or not (anew or key in self._marked):
            return None
        # What has gone from the library, or became part of another paper, is not to be seen any more.
        return key if self._now_at(key) == key and self._papers.row is not None else None
