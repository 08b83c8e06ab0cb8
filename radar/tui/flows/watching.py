"""Saving searches as watches, and changing, moving and removing those, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Protocol

from radar.errors import LibraryBusy, LibraryError, WrongName
from radar.library.watches.saved_searches import WatchUndo
from radar.papers.reader.query import PaperQuery
from radar.papers.reader.watch import LONGEST_NAME, Watch, is_cut, watch_name
from radar.tui.flows.step import Ask, Say, Step, Write
from radar.tui.words.filters import filter_words

_NO_NAME = "nothing changed: a watch needs a name"
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
        from radar.papers.search.nodes import told
        from radar.papers.search.parsing import parse

        if mistakes := parse(query.text, date.today()).mistakes:
            # Saved, it would be left out without a word wherever the watch is listed.
            return Say(f"nothing saved: {told(mistakes)}", failed=True)
        if not chooses(query, date.today()):
            return Say("this is the whole list: search or filter first, and save that")
        for watch in self._reader.watches():
            if watch.query == query:
                return Say(f"this search is saved already: {watch.name}")
        name = shown.name if shown else suggested_name(query)
        return Ask(
            "watch.name", "save this search as", partial(self._named, query), value=name, replaced=True
        )

    def rename(self, watch: Watch) -> Ask:
        """Ask for another name of a watch."""
        reply = partial(self._renamed, watch.number)
        return Ask("watch.rename", "call this watch", reply, value=watch.name, replaced=True)

    def move(self, watch: Watch, step: int) -> Write:
        """Put a watch so many places down, or up where that is less than 0."""

        def write() -> Say:
            # From where it is by then: a move before this one may have waited as well.
            order = [one.number for one in self._reader.watches()]
            place = order.index(watch.number) + 1 if watch.number in order else 1
            undo = self._library.move_watch(watch.number, place + step)
            self._remember(undo)
            return Say(f"{watch.name} is the {'last' if step > 0 else 'first'} already" if undo.empty else "")

        return Write(write)

    def remove(self, watch: Watch) -> Write:
        """Forget a watch."""
        return self._change(
            lambda: self._library.remove_watch(watch.number), self._told(f"removed: {watch.name}")
        )

    def undo(self) -> Say | Write:
        """Take the last act back."""
        return (
            Write(partial(self._take_back, self._undos[-1])) if self._undos else Say("nothing to take back")
        )

    def _take_back(self, last: tuple[datetime, WatchUndo]) -> Say:
        _, undo = last
        try:
            self._library.undo_watch(undo)
        except LibraryBusy:
            raise
        except LibraryError:
            # It stands in the way of all that was done before, and will fail again.
            self._undos.remove(last)
            raise
        self._undos.remove(last)
        return Say(f"taken back: {undo.label}", watch_back=undo.number)

    def _named(self, query: PaperQuery, text: str) -> Step:
        """Save under the name, over a yes where there is such a watch."""
        name = watch_name(text)
        if not name:
            return Say(_NO_NAME)
        for watch in self._reader.watches():
            if watch.name.casefold() == name.casefold():
                question = f"there is a watch {watch.name}: give it this search?"
                reply = partial(self._replace, watch.number, query)
                return Ask("watch.replace", question, reply, choices={"y": "yes", "n": "no"})
        return Write(partial(self._add, name, query, _cut(text)))

    def _add(self, name: str, query: PaperQuery, cut: str) -> Step:
        try:
            watch, undo = self._library.add_watch(name, query)
        except WrongName as error:
            return Ask("watch.name", f"{error}:", partial(self._named, query), value=name)
        self._remember(undo)
        place = [one.number for one in self._reader.watches()].index(watch.number) + 1
        return self._told(f"saved as watch {place}: {name}{cut}", watch.number, query)

    def _replace(self, number: int, query: PaperQuery, choice: str) -> Step:
        if choice != "y":
            return Say("nothing saved")
        return self._change(
            lambda: self._library.change_watch(number, query), self._told("saved", number, query)
        )

    def _renamed(self, number: int, text: str) -> Step:
        name = watch_name(text)
        if not name:
            return Say(_NO_NAME)
        said = self._told(f"called: {name}{_cut(text)}")
        rename = self._change(lambda: self._library.rename_watch(number, name), said)

        def write() -> Step | None:
            try:
                return rename.run()
            except WrongName as error:
                return Ask("watch.rename", f"{error}:", partial(self._renamed, number), value=name)

        return Write(write)

    def _change(self, act: Callable[[], WatchUndo], said: Say) -> Write:
        def write() -> Say:
            self._remember(act())
            return said

        return Write(write)

    def _told(self, what: str, watch: int | None = None, query: PaperQuery | None = None) -> Say:
        return Say(f"{what}   {self._undo_key} takes it back", watch=watch, made_of=query)

    def _remember(self, undo: WatchUndo) -> None:
        if not undo.empty:
            self._undos.append((datetime.now(UTC), undo))
            del self._undos[:-_UNDOS_KEPT]


def suggested_name(query: PaperQuery) -> str:
    """Return a name that says what a search asks for: its words, then its filters."""
    filters = [words for words, narrows, _ in filter_words(query) if narrows]
    name = watch_name(", ".join([*([query.text] if query.text else []), *filters]))
    if name.isdecimal():
        name = f"papers on {name}"
    head = name[:_SUGGESTED]
    return name if head == name else watch_name((head.rpartition(" ")[0] or head).rstrip(","))


def later(one: datetime | None, other: datetime | None) -> bool:
    """Return whether one act was done after the other; None is one that never was."""
    return one is not None and (other is None or one > other)


def _cut(text: str) -> str:
    """Return what is said behind a name that is longer than one may be; nothing behind others."""
    return f" (cut at {LONGEST_NAME} letters)" if is_cut(text) else ""
