"""Marks and tags, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Protocol

from radar.library.library import Undo
from radar.papers.query import Mark, PaperRow
from radar.papers.text import clean
from radar.tui.flows.step import Ask, Say, Step

_UNDOS_KEPT = 200
_ON = {Mark.STARRED: "starred", Mark.READ: "read"}
_OFF = {Mark.STARRED: "star taken away", Mark.READ: "unread again"}
_TAG_CELLS = 40


class MarkedLibrary(Protocol):
    """The part of the library that marks need."""

    def mark(self, keys: Sequence[int], mark: Mark, on: bool) -> Undo:
        """Set or clear a mark."""
        ...

    def set_tags(self, key: int, tags: Sequence[str]) -> Undo:
        """Replace the tags of a paper."""
        ...

    def undo(self, undo: Undo) -> None:
        """Take a change back."""
        ...


class Marking:
    """Changes marks and tags and remembers how to take each change back."""

    def __init__(self, library: MarkedLibrary, undo_key: str) -> None:
        self._library = library
        self._undo_key = undo_key
        self._undos: list[tuple[Undo, tuple[int, ...], datetime]] = []
        self._tagged = 0

    @property
    def last(self) -> datetime | None:
        """When the last change was made that can be taken back; None where there is none."""
        return self._undos[-1][2] if self._undos else None

    def toggle(self, row: PaperRow, mark: Mark) -> Say:
        """Set a mark of a paper, or clear it where it is set."""
        on = not row.marks & mark
        self._remember(self._library.mark((row.key,), mark, on), (row.key,))
        return Say(f"{_ON[mark] if on else _OFF[mark]}   {self._undo_key} takes it back", changed=(row.key,))

    def read(self, row: PaperRow) -> Say | None:
        """Mark an opened paper read; None where it is read already."""
        if row.marks & Mark.READ:
            return None
        self._remember(self._library.mark((row.key,), Mark.READ, True), (row.key,))
        return Say("", changed=(row.key,))

    def ask_tags(self, key: int, tags: Sequence[str]) -> Ask:
        """Ask for the tags of a paper."""
        self._tagged = key
        return Ask("tags", "tags, with commas between:", value=", ".join(tags))

    def answer(self, _purpose: str, text: str) -> Step:
        """Set the tags that were written."""
        written = [clean(part) for part in text.split(",")]
        tags = tuple(dict.fromkeys(tag for part in written if (tag := part[:_TAG_CELLS])))
        self._remember(self._library.set_tags(self._tagged, tags), (self._tagged,))
        said = f"tags: {', '.join(tags)}" if tags else "no tags"
        if any(len(part) > _TAG_CELLS for part in written):
            said += f" (cut at {_TAG_CELLS} letters)"
        return Say(f"{said}   {self._undo_key} takes it back", changed=(self._tagged,))

    def undo(self) -> Say:
        """Take the last change back."""
        if not self._undos:
            return Say("nothing to take back")
        undo, keys, _ = self._undos.pop()
        self._library.undo(undo)
        return Say(f"taken back: {undo.label}", changed=keys, cursor_on=keys[0])

    def _remember(self, undo: Undo, keys: tuple[int, ...]) -> None:
        self._undos.append((undo, keys, datetime.now(UTC)))
        del self._undos[:-_UNDOS_KEPT]
