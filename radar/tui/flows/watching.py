"""Saving searches as watches, and changing, moving and removing those, each of which can be taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol

from radar.library.watches import WatchUndo
from radar.papers.query import PaperQuery
from radar.papers.watch import Watch, watch_name
from radar.tui.filters import filter_words
from radar.tui.flows.step import Ask, Say, Step

_UNDOS_KEPT = 200
_SUGGESTED = 40
"""Letters of a name that is offered."""


class WatchReader(Protocol):
    """Reads the watches."""

    def watches(self) -> tuple[Watch, ...]:
        """Return the watches in the reader's order."""
        ...


class WatchLibrary(Protocol):
    """The part of the library that watches need."""

    def add_watch(self, name: str, query: PaperQuery) -> tuple[Watch, WatchUndo]:
        """Save a question."""
        ...

    def change_watch(self, number: int, query: PaperQuery) -> WatchUndo:
        """Give a watch another question."""
        ...

    def rename_watch(self, number: int, name: str) -> WatchUndo:
        """Give a watch another name."""
        ...

    def move_watch(self, number: int, place: int) -> WatchUndo:
        """Put a watch at a place."""
        ...

    def remove_watch(self, number: int) -> WatchUndo:
        """Forget a watch."""
        ...

    def undo_watch(self, undo: WatchUndo) -> None:
        """Take a change back."""
        ...


class Watching:
    """Changes watches and remembers how to take each change back."""

    def __init__(self, library: WatchLibrary, reader: WatchReader, undo_key: str) -> None:
        self._library = library
        self._reader = reader
        self._undo_key = undo_key
        self._undos: list[tuple[datetime, WatchUndo]] = []
        self._query = PaperQuery()
        self._number = 0

    @property
    def last(self) -> datetime | None:
        """When the last act was done that can be taken back; None where there is none."""
        return self._undos[-1][0] if self._undos else None

    def save(self, query: PaperQuery, shown: Watch | None) -> Step:
        """Ask under which name to save a search.

        Args:
            shown: the watch that the search began with, whose name is offered then.
        """
        from radar.papers.search.choosing import chooses

        if not chooses(query, date.today()):
            return Say("this is the whole list: search or filter first, and save that")
        for watch in self._reader.watches():
            if watch.query == query:
                return Say(f"this search is saved already: {watch.name}")
        self._query = query
        return Ask("watch.name", "save this search as", value=shown.name if shown else suggested_name(query))

    def rename(self, watch: Watch) -> Ask:
        """Ask for another name of a watch."""
        self._number = watch.number
        return Ask("watch.rename", "call this watch", value=watch.name)

    def move(self, watch: Watch, place: int) -> Say:
        """Put a watch at a place, counted from 1."""
        self._remember(self._library.move_watch(watch.number, place))
        return Say("")

    def remove(self, watch: Watch) -> Say:
        """Forget a watch."""
        self._remember(self._library.remove_watch(watch.number))
        return self._told(f"removed: {watch.name}")

    def answer(self, purpose: str, text: str) -> Step:
        """Save under the name, over a yes where there is such a watch, or rename."""
        if purpose == "watch.replace":
            return self._replace() if text == "y" else Say("nothing saved")
        name = watch_name(text)
        if not name:
            return Say("nothing changed: a watch needs a name")
        if purpose == "watch.rename":
            self._remember(self._library.rename_watch(self._number, name))
            return self._told(f"called: {name}")
        for watch in self._reader.watches():
            if watch.name.casefold() == name.casefold():
                self._number = watch.number
                question = f"there is a watch {watch.name}: give it this search?"
                return Ask("watch.replace", question, choices={"y": "yes", "n": "no"})
        watch, undo = self._library.add_watch(name, self._query)
        self._remember(undo)
        place = [one.number for one in self._reader.watches()].index(watch.number) + 1
        return self._told(f"saved as watch {place}: {name}", watch.number)

    def undo(self) -> Say:
        """Take the last act back."""
        if not self._undos:
            return Say("nothing to take back")
        _, undo = self._undos.pop()
        self._library.undo_watch(undo)
        return Say(f"taken back: {undo.label}", watch_back=undo.number)

    def _replace(self) -> Say:
        self._remember(self._library.change_watch(self._number, self._query))
        return self._told("saved", self._number)

    def _told(self, what: str, watch: int | None = None) -> Say:
        return Say(f"{what}   {self._undo_key} takes it back", watch=watch)

    def _remember(self, undo: WatchUndo) -> None:
        if not undo.empty:
            self._undos.append((datetime.now(UTC), undo))
            del self._undos[:-_UNDOS_KEPT]


def suggested_name(query: PaperQuery) -> str:
    """Return a name that says what a search asks for: its words, then its filters."""
    filters = [words for words, narrows, _ in filter_words(query) if narrows]
    name = watch_name(", ".join([*([query.text] if query.text else []), *filters]))
    head = name[:_SUGGESTED]
    return name if head == name else watch_name((head.rpartition(" ")[0] or head).rstrip(","))


def later(one: datetime | None, other: datetime | None) -> bool:
    """Return whether one act was done after the other; None is one that never was."""
    return one is not None and (other is None or one > other)
