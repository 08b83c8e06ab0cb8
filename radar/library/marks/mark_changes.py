"""What can be changed of papers by a mark, a tag or a note, by the slice, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from radar.library.database.connection import Database, Row
from radar.library.marks.notes import folded
from radar.library.records import bits
from radar.library.records.key_packs import any_followed, followed_keys, unpacked
from radar.library.records.rows import in_json
from radar.papers.bases import Value

_BITS = {
    "read": bits.READ,
    "unread": bits.READ,
    "star": bits.STARRED,
    "unstar": bits.STARRED,
    "notice": bits.UPDATED,
    "unnotice": bits.UPDATED,
}
_SETS = frozenset({"read", "star", "tag", "unnotice", "note"})
_SAME = (
    frozenset({"read", "unread"}),
    frozenset({"star", "unstar"}),
    frozenset({"tag", "untag"}),
    frozenset({"notice", "unnotice"}),
    frozenset({"note", "unnote"}),
)
"""Verbs that change the same of a paper."""
_OPPOSITES = {"read": "unread", "star": "unstar", "tag": "untag", "notice": "unnotice", "note": "unnote"}
_AMONG = "(SELECT value FROM json_each(?))"


class Change(Value):
    """One thing done to papers."""

    verb: str
    """read, unread, star, unstar, tag, untag, notice (what was updated of it), unnotice, note or unnote; it
    stands in libraries and never changes."""
    tag: str = ""
    """The tag as it is typed, or the note; empty for marks, and to take whatever note there is."""

    def make(self, database: Database, keys: Sequence[int]) -> list[tuple[Change, list[int]]]:
        """Change those of these papers that are not so already, and return which.

        A tag that is taken away may have been typed in several ways, and each is a change of its own; so is
        each note.
        """
        if self.of_flags:
            found = _flagged(database, keys, _BITS[self.verb], on=self.verb in _SETS)
            return [(self, found)] if found else []
        if self.verb in _SETS:
            found = [key for (key,) in self._set(database, keys)]
            return [(self, found)] if found else []
        typed: dict[str, list[int]] = {}
        for key, tag in self._taken(database, keys):
            typed.setdefault(tag, []).append(key)
        return [(Change(self.verb, tag), found) for tag, found in typed.items()]

    @property
    def opposite(self) -> str:
        """The verb of the way back."""
        return _OPPOSITES.get(self.verb) or next(
            one for one, other in _OPPOSITES.items() if other == self.verb
        )

    @property
    def of_flags(self) -> bool:
        """Whether it is a mark; tags and notes have tables of their own."""
        return self.verb in _BITS

    def is_of(self, tag: str) -> bool:
        """Whether a change of the same verb or its opposite, with this tag, changes the same of a paper.

        A paper has one note, whatever stands in it.
        """
        return self.verb in ("note", "unnote") or tag.casefold() == self.tag.casefold()

    def back(self, database: Database, keys: Iterable[int], besides: frozenset[int]) -> int:
        """Change these papers back, but for some of them, and return of how many a mark changed."""
        wanted = [key for key in keys if key not in besides] if besides else list(keys)
        if self.of_flags:
            return len(_flagged(database, wanted, _BITS[self.verb], on=self.verb not in _SETS))
        if self.verb in _SETS:
            self._taken(database, wanted)
        else:
            self._set(database, wanted)
        return 0

    def _set(self, database: Database, keys: Sequence[int]) -> list[Row]:
        set_on = _tagged if self.verb in ("tag", "untag") else _noted
        return set_on(database, keys, self.tag)

    def _taken(self, database: Database, keys: Sequence[int]) -> list[Row]:
        taken_from = _untagged if self.verb in ("tag", "untag") else _unnoted
        return taken_from(database, keys, self.tag)


def later_papers(database: Database, act: int, change: Change, keys: Sequence[int]) -> frozenset[int]:
    """Return those papers, and some around them, of which a later act changed the same.

    Args:
        keys: rising.
    """
    verbs = next(verbs for verbs in _SAME if change.verb in verbs)
    # The key of a paper that became part of another one may lie anywhere.
    near = "" if any_followed(database) else " AND lowest <= ? AND highest >= ?"
    packs = database.rows(
        f"SELECT tag, keys FROM act_papers WHERE act > ? AND verb IN {_AMONG}{near}",
        (act, in_json(verbs), *((keys[-1], keys[0]) if near else ())),
    )
    same = (unpacked(pack) for tag, pack in packs if change.is_of(tag))
    return frozenset(key for later in same for key in followed_keys(database, later))


def _flagged(database: Database, keys: Sequence[int], bit: int, *, on: bool) -> list[int]:
    """Set or take a bit of those papers that differ, and return which they are.

    By key, not by an index of the unread ones, which this very statement changes. "OR ROLLBACK" spares SQLite
    a copy of every page as it was before the statement, and RETURNING would have the wide rows read again.
    """
    question = f"SELECT id FROM papers NOT INDEXED WHERE id IN {_AMONG} AND (flags & ?) = ?"
    if bit == bits.UPDATED and not on:
        # Few are, and which they are is known without a look at the others.
        question = (
            "SELECT p.id FROM json_each(?) given CROSS JOIN papers p INDEXED BY i_updated "
            f"ON p.id = given.value WHERE (p.flags & {bits.UPDATED}) != 0 AND (p.flags & ?) = ?"
        )
    found = [key for (key,) in database.rows(question, (in_json(keys), bit, 0 if on else bit))]
    if not found:
        return found
    change = f"flags = flags {'| ?' if on else '& ~?'}"
    database.run(
        f"UPDATE OR ROLLBACK papers NOT INDEXED SET {change} WHERE id IN {_AMONG}", (bit, in_json(found))
    )
    return found


def _tagged(database: Database, keys: Sequence[int], tag: str) -> list[Row]:
    return database.rows(
        "INSERT OR IGNORE INTO tags (folded, id, tag) SELECT ?, id, ? FROM papers NOT INDEXED "
        f"WHERE id IN {_AMONG} RETURNING id",
        (tag.casefold(), tag, in_json(keys)),
    )


def _untagged(database: Database, keys: Sequence[int], tag: str) -> list[Row]:
    return database.rows(
        f"DELETE FROM tags WHERE folded = ? AND id IN {_AMONG} RETURNING id, tag",
        (tag.casefold(), in_json(keys)),
    )


def _noted(database: Database, keys: Sequence[int], note: str) -> list[Row]:
    return database.rows(
        "INSERT OR IGNORE INTO notes (id, note, folded) SELECT id, ?, ? FROM papers NOT INDEXED "
        f"WHERE id IN {_AMONG} RETURNING id",
        (note, folded(note), in_json(keys)),
    )


def _unnoted(database: Database, keys: Sequence[int], note: str) -> list[Row]:
    return database.rows(
        f"DELETE FROM notes WHERE id IN {_AMONG} AND ? IN ('', note) RETURNING id, note",
        (in_json(keys), note),
    )
