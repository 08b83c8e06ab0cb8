"""What the reader did with papers, and how to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from radar.library.connection import Database
from radar.library.records import in_json
from radar.library.tags import add_tags, cleaned_tags, remove_tags, tags_of
from radar.papers.query import Mark

_VERBS = {
    (Mark.READ, True): "read",
    (Mark.READ, False): "unread",
    (Mark.STARRED, True): "star",
    (Mark.STARRED, False): "unstar",
}


@dataclass(frozen=True, slots=True)
class Undo:
    """Exactly what one act changed; taking it back leaves alone what changed since."""

    label: str
    """What is taken back, for people: "read 3 papers"."""
    keys: tuple[int, ...] = ()
    """The papers that changed."""
    marks: tuple[tuple[Mark, tuple[int, ...]], ...] = ()
    """Each mark that changed, and the papers it changed of."""
    before: bool = False
    """Whether those papers had the mark."""
    added_tags: tuple[str, ...] = ()
    removed_tags: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the act changed nothing."""
        return not self.keys


def mark_papers(database: Database, keys: Sequence[int], mark: Mark, on: bool) -> Undo:
    """Set or take a mark of papers, in one transaction."""
    wanted = [one for one in (Mark.READ, Mark.STARRED) if one in mark]
    with database.transaction():
        marks = tuple((one, _set_bit(database, keys, one, on)) for one in wanted)
    verb = " and ".join(_VERBS[one, on] for one in wanted)
    changed = tuple(dict.fromkeys(key for _, papers in marks for key in papers))
    return Undo(f"{verb} {_papers(len(changed))}", changed, marks, before=not on)


def set_tags(database: Database, key: int, tags: Sequence[str]) -> Undo:
    """Give a paper exactly these tags."""
    wanted = cleaned_tags(tags)
    with database.transaction():
        if not database.row("SELECT 1 FROM papers WHERE id = ?", (key,)):
            return Undo("tag 0 papers")
        held = tags_of(database, key)
        added = tuple(tag for tag in wanted if tag not in held)
        removed = tuple(tag for tag in held if tag not in wanted)
        remove_tags(database, key, removed)
        add_tags(database, key, added)
    keys = (key,) if added or removed else ()
    return Undo(f"tag {_papers(len(keys))}", keys, added_tags=added, removed_tags=removed)


def take_back(database: Database, undo: Undo) -> None:
    """Restore what the act changed, as far as the papers are still there."""
    with database.transaction():
        for mark, keys in undo.marks:
            _set_bit(database, keys, mark, undo.before)
        if undo.added_tags or undo.removed_tags:
            for key in undo.keys:
                remove_tags(database, key, undo.added_tags)
                add_tags(database, key, undo.removed_tags)


def _set_bit(database: Database, keys: Sequence[int], mark: Mark, on: bool) -> tuple[int, ...]:
    """Set one mark and return the papers that did not have it so before."""
    bit = int(mark)
    question = "SELECT id FROM papers WHERE id IN (SELECT value FROM json_each(?)) AND (flags & ?) = ?"
    changed = tuple(key for (key,) in database.rows(question, (in_json(keys), bit, 0 if on else bit)))
    change = "flags | ?" if on else "flags & ~?"
    database.run(
        f"UPDATE papers SET flags = {change} WHERE id IN (SELECT value FROM json_each(?))",
        (bit, in_json(changed)),
    )
    return changed


def _papers(number: int) -> str:
    return "1 paper" if number == 1 else f"{number} papers"
