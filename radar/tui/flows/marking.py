"""Marks and tags, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from radar.papers.query import Mark, PaperRow
from radar.papers.tags import LONGEST, bare, tags_in
from radar.pipeline.course import Course
from radar.pipeline.worker_lock import process_lives
from radar.tui.flows.step import Ask, Say, Step, Work

if TYPE_CHECKING:
    from radar.library.marks import Act

_ON = {Mark.STARRED: "starred", Mark.READ: "read"}
_OFF = {Mark.STARRED: "star taken away", Mark.READ: "unread again"}


class MarkedLibrary(Protocol):
    """The part of the library that marks need."""

    @property
    def reader(self) -> str:
        """Under which name acts are kept."""
        ...

    def mark(self, keys: Sequence[int], mark: Mark, on: bool) -> Act:
        """Set or clear a mark."""
        ...

    def set_tags(self, key: int, tags: Sequence[str]) -> Act:
        """Replace the tags of a paper."""
        ...

    def last_act(self, at_work: Callable[[str], bool]) -> Act | None:
        """Return the last act that can be taken back."""
        ...

    def undo(self, number: int) -> bool:
        """Take an act back, unless somebody has already."""
        ...


class ManyPapers(Protocol):
    """Acts on many papers, in any thread."""

    def undo(self, act: Act, course: Course) -> bool:
        """Take an act back, unless somebody has already."""
        ...


class Marking:
    """Changes marks and tags and takes changes back; which they are, the library remembers."""

    def __init__(self, library: MarkedLibrary, many: ManyPapers, undo_key: str) -> None:
        self._library = library
        self._many = many
        self._undo_key = undo_key
        self._tagged = 0
        self._asked: Act | None = None

    @property
    def last(self) -> datetime | None:
        """When the last change was made that can be taken back; None where there is none."""
        act = self._library.last_act(process_lives)
        return None if act is None else act.when

    def toggle(self, row: PaperRow, mark: Mark) -> Say:
        """Set a mark of a paper, or clear it where it is set; what was updated is read anew first."""
        on = not row.marks & mark or (mark is Mark.READ and row.updated)
        self._library.mark((row.key,), mark, on)
        return Say(f"{_ON[mark] if on else _OFF[mark]}   {self._undo_key} takes it back", changed=(row.key,))

    def read(self, row: PaperRow) -> Say | None:
        """Mark an opened paper read; None where it is so already, and nothing is new about it."""
        if row.marks & Mark.READ and not row.updated:
            return None
        self._library.mark((row.key,), Mark.READ, True)
        return Say("", changed=(row.key,))

    def ask_tags(self, key: int, tags: Sequence[str]) -> Ask:
        """Ask for the tags of a paper."""
        self._tagged = key
        return Ask("tags", "tags, with commas between:", value=", ".join(tags))

    def answer(self, _purpose: str, text: str) -> Step:
        """Set the tags that were written."""
        tags = tags_in([text])
        self._library.set_tags(self._tagged, tags)
        said = f"tags: {', '.join(tags)}" if tags else "no tags"
        if any(len(bare(part)) > LONGEST for part in text.split(",")):
            said += f" (cut at {LONGEST} letters)"
        return Say(f"{said}   {self._undo_key} takes it back", changed=(self._tagged,))

    def undo(self) -> Step:
        """Take the last change back; asks where an earlier visit made it."""
        act = self._library.last_act(process_lives)
        if act is None:
            return Say("nothing to take back")
        if act.reader == self._library.reader:
            return self._take_back(act)
        self._asked = act
        when = act.when.astimezone().strftime("%d %b %H:%M")
        return Ask("undo", f"take back: {act.label}, of {when}?", choices={"y": "yes", "n": "no"})

    def answer_undo(self, _purpose: str, choice: str) -> Step:
        """Take back what an earlier visit changed, or leave it."""
        if choice != "y" or self._asked is None:
            return Say("nothing taken back")
        return self._take_back(self._asked)

    def _take_back(self, act: Act) -> Step:
        if act.only is None:
            course = Course(f"take back: {act.label}", act.papers)
            return Work(
                f"{course.label} ...", lambda: _said(act, self._many.undo(act, course)), course=course
            )
        return _said(act, self._library.undo(act.number))


def _said(act: Act, taken: bool) -> Say:
    if not taken:
        return Say(f"taken back already: {act.label}", everything=True)
    only = () if act.only is None else (act.only,)
    return Say(f"taken back: {act.label}", changed=only, cursor_on=act.only, everything=act.only is None)
