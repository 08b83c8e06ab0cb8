"""Marks, tags and notes, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from radar.papers.reader import notes
from radar.papers.reader.query import Mark, PaperRow
from radar.papers.reader.tags import LONGEST, added_and_removed, folded, is_cut, parted
from radar.papers.text.local_time import short_minute
from radar.papers.text.safe_text import clean
from radar.pipeline.course import Course
from radar.pipeline.worker_lock import process_lives
from radar.tui.flows.decided import Decided
from radar.tui.flows.step import Ask, Say, Step, Work, Write
from radar.tui.flows.wanted import State, Wanted

if TYPE_CHECKING:
    from radar.library.marks.acts import Act

_ON = {Mark.STARRED: "starred", Mark.READ: "read"}
_SO_ALREADY = "nothing changed: it is so already, or the paper is not in the library any more"
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

    def set_tags(self, key: int, tags: Sequence[str], before: Sequence[str]) -> Act:
        """Replace the tags of a paper that had those before; what others did to its tags meanwhile stays."""
        ...

    def revise_note(self, key: int, before: str, text: str) -> str:
        """Replace the note that was there before, beside another one; return the note as it then is."""
        ...

    def last_act(self, at_work: Callable[[str], bool]) -> Act | None:
        """Return the last act that can be taken back."""
        ...

    def undo(self, number: int) -> int | None:
        """Take an act back, unless somebody has already, and return of how many papers."""
        ...


class ManyPapers(Protocol):
    """Acts on many papers, in any thread."""

    def undo(self, act: Act, course: Course) -> int | None:
        """Take an act back, unless somebody has already, and return of how many papers."""
        ...


class Marking:
    """Changes marks, tags and notes and takes changes back; which they are, the library remembers."""

    def __init__(
        self, library: MarkedLibrary, many: ManyPapers, undo_key: str, tags_key: str, note_key: str
    ) -> None:
        """Begin with nothing decided; the keys are those that readers press."""
        self._library = library
        self._many = many
        self._undo_key = undo_key
        self._tags_key = tags_key
        self._note_key = note_key
        self._marks = Wanted[tuple[int, Mark], bool]()
        self._tags = Wanted[int, tuple[str, ...]]()
        self._notes = Wanted[int, str]()

    @property
    def decided(self) -> Decided:
        """What waits to be written."""
        return Decided(self._marks.waiting, self._tags.waiting, self._notes.waiting)

    @property
    def typed(self) -> tuple[str, int]:
        """What was typed of papers and is not written, empty for nothing; with a number that each adds to."""
        notes, tags = self._notes.kept, self._tags.kept
        return "a note that you typed" if notes else "tags that you typed" if tags else "", notes + tags

    @property
    def last(self) -> datetime | None:
        """When the last change was made that can be taken back; None where there is none."""
        act = self._library.last_act(process_lives)
        return None if act is None else act.when

    def toggle(self, row: PaperRow, mark: Mark) -> Write:
        """Set a mark of a paper, or clear it where it is set; what was updated is read anew first."""
        on = not self._is_marked(row, mark)
        return self._mark(
            row, mark, on, f"{_ON[mark] if on else _OFF[mark]}   {self._undo_key} takes it back"
        )

    def read(self, row: PaperRow) -> Write | None:
        """Mark an opened paper read; None where it is so already, and nothing is new about it."""
        return None if self._is_marked(row, Mark.READ) else self._mark(row, Mark.READ, True, "")

    def ask_tags(self, key: int, tags: Sequence[str]) -> Ask:
        """Ask for the tags of a paper."""
        before = self._tags.before(key, tuple(tags))
        value = ", ".join(self._tags.to_change(key, tuple(tags)))
        return Ask(
            "tags",
            "tags, with commas between:",
            partial(self._tagged, key, before),
            value=value,
            left=partial(self._tags_left, key, value),
        )

    def ask_note(self, key: int, note: str) -> Ask:
        """Ask for the note on a paper."""
        before = self._notes.before(key, note)
        return self._note_asked(key, before, self._notes.to_change(key, note))

    def _is_marked(self, row: PaperRow, mark: Mark) -> bool:
        """Whether a paper is marked, or will be in a moment; one that was updated counts as unread."""
        shown = bool(row.marks & mark) and not (mark is Mark.READ and row.updated)
        return self._marks.of((row.key, mark), shown)

    def _mark(self, row: PaperRow, mark: Mark, on: bool, told: str) -> Write:
        def write() -> Say:
            done = self._library.mark((row.key,), mark, on)
            return Say(_SO_ALREADY if told and done.empty else told, changed=(row.key,))

        return self._marks.write((row.key, mark), on, write)

    def _tagged(self, key: int, before: tuple[str, ...], text: str) -> Write:
        # Tags of before may hold what parts two now, and stay where nothing is changed.
        tags = before if text == ", ".join(before) else _tags_of(text, before)
        said = f"tags: {', '.join(tags)}" if tags else "no tags"
        if is_cut(text):
            said += f" (cut at {LONGEST} letters)"

        def write() -> Say:
            self._library.set_tags(key, tags, before)
            return Say(f"{said}   {self._undo_key} takes it back", changed=(key,))

        return self._tags.write(key, tags, write)

    def _tags_left(self, key: int, offered: str, text: str) -> Say | None:
        typed = tuple(filter(None, map(clean, parted(text))))
        return _left(self._tags, key, typed, text != offered, "tags", self._tags_key)

    def _note_asked(self, key: int, before: str, offered: str, typed: str = "", excess: int = 0) -> Ask:
        """Ask for a note; once more with what was typed, where that has more letters than a note may have."""
        question = "your note, empty for none:"
        if excess:
            question = (
                f"not written yet: a note has at most {notes.LONGEST:,} letters, and this had "
                f"{excess:,} more. Shorten it:"
            )
        return Ask(
            "note",
            question,
            partial(self._noted, key, before, offered),
            value=typed or offered,
            offered=offered,
            left=partial(self._note_left, key, offered),
        )

    def _noted(self, key: int, before: str, offered: str, text: str) -> Step:
        note = notes.whole_note(text)
        if (excess := len(note) - notes.LONGEST) > 0 and note != before:
            return self._note_asked(key, before, offered, text, excess)
        said = "note written" if note else "no note"

        def write() -> Say:
            kept = self._library.revise_note(key, before, note)
            if kept == note:
                told = said
            elif note in ("", before):
                return Say("the note was changed elsewhere meanwhile, and stays as it is now", changed=(key,))
            else:
                told = f"{said} behind what was written elsewhere meanwhile"
            return Say(f"{told}   {self._undo_key} takes it back", changed=(key,))

        return self._notes.write(key, note, write)

    def _note_left(self, key: int, offered: str, text: str) -> Say | None:
        return _left(self._notes, key, text.strip(), text != offered, "note", self._note_key)

    def undo(self) -> Step:
        """Take the last change back; asks where an earlier visit made it."""
        act = self._library.last_act(process_lives)
        if act is None:
            return Say("nothing to take back")
        if act.reader == self._library.reader:
            return self._take_back(act)
        question = f"take back: {act.label}, of {short_minute(act.when)}?"
        return Ask("undo", question, partial(self._answered, act), choices={"y": "yes", "n": "no"})

    def _answered(self, act: Act, choice: str) -> Step:
        return self._take_back(act) if choice == "y" else Say("nothing taken back")

    def _take_back(self, act: Act) -> Step:
        if act.only is None:
            course = Course(f"take back: {act.label}", act.papers)
            return Work(
                f"{course.label} ...", lambda: _said(act, self._many.undo(act, course)), course=course
            )
        return Write(lambda: _said(act, self._library.undo(act.number)))


def _left(
    wanted: Wanted[int, State], key: int, words: State, changed: bool, what: str, key_name: str
) -> Say | None:
    """Keep what was typed of a paper and not decided, and say so; words that were taken away are let go."""
    if not changed:
        return None
    if not words:
        wanted.forget(key)
        return None
    wanted.keep(key, words)
    return Say(f"{what} not written; {key_name} on the same paper takes up what you typed")


def _said(act: Act, papers: int | None) -> Say:
    told, only = act.told_back(papers), act.only
    if papers is None:
        return Say(told, everything=True)
    if only is None:
        return Say(told, everything=True, back=True)
    return Say(told, changed=(only,), cursor_on=only)


def _tags_of(text: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags that a text leaves a paper with; one behind a "-" is not among them."""
    added, removed = added_and_removed(text, before)
    parts, gone = list(map(clean, parted(text))), set(map(folded, removed))
    kept = (tag for tag in before if tag in parts)
    return tuple(tag for tag in (*kept, *added) if folded(tag) not in gone)
