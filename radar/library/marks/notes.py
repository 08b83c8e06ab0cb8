"""The notes that readers write on papers, as the library keeps them."""

from __future__ import annotations

from collections.abc import Iterable

from radar.library.database.connection import Database
from radar.papers.reader.notes import joined


def store_notes(database: Database, noted: Iterable[tuple[int, str]]) -> None:
    """Give papers without a note one, by key; an empty one is none."""
    rows = [(key, note, folded(note)) for key, note in noted if note]
    if rows:
        database.run_many("INSERT OR IGNORE INTO notes (id, note, folded) VALUES (?, ?, ?)", rows)


def note_of(database: Database, key: int) -> str:
    """Return the note on a paper, empty where there is none."""
    row = database.row("SELECT note FROM notes WHERE id = ?", (key,))
    return "" if row is None else str(row[0])


def join_notes(database: Database, goes: int, stays: int) -> None:
    """Let the note on a paper that becomes part of another one stand there, behind the one of that."""
    if note := note_of(database, goes):
        kept = joined(note_of(database, stays), note)
        database.run("DELETE FROM notes WHERE id IN (?, ?)", (goes, stays))
        store_notes(database, [(stays, kept)])


def folded(note: str) -> str:
    """Return the form in which notes are looked through."""
    return note.casefold()
