"""What can be read of a damaged library, brought into a new one that takes its place.

The rows of the tables are copied; indexes, counts, names and the search index, which follow from them, are
made anew. The damaged file is kept beside the new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path

from radar.errors import BrokenLibrary, LibraryError, RadarError
from radar.library.database.connection import Database, Row
from radar.library.library import Library
from radar.library.records.first_page import APPLICATION_ID, SCHEMA
from radar.library.records.rows import GIVES_UP
from radar.library.rescue.blanking import without_strange
from radar.library.rescue.completing import complete
from radar.library.rescue.damaged import DamagedFile
from radar.library.rescue.damaged_schema import Definition, column_of
from radar.library.rescue.rescued import ready_file
from radar.library.rescue.row_checks import ROW_CHECKS
from radar.library.rescue.setting_aside import set_aside
from radar.papers.bases import Value
from radar.papers.jobs.reports import LabelledReport

_STEP = 2_000
"""Rows of one transaction."""
_MADE_ANEW = (
    "search",
    "lacking",
    "sqlite_",
    "counts",
    "migrations",
    "unindexed",
    "terms",
    "reindex",
    "looked_at",
)
"""How the names of tables begin that follow from the others, or matter only to who is at work."""
_OF_PAPERS = ("readings", "tags", "notes", "origins", "summaries", "categorised", "changes", "said")
"""Tables of which each row belongs to the paper of its `id`."""
_WRITTEN = ("tags", "notes", "summaries")
"""Those that hold what no listing brings again."""
_TYPES = {"INTEGER": (int,), "TEXT": (str,), "BLOB": (bytes,), "REAL": (float, int)}


class Part(Value):
    """What became of one table."""

    table: str
    kept: int
    """Rows that the new library has."""
    lost: int
    """Rows that are known to be lost; where pages were damaged there may have been more."""
    damaged: bool
    """Whether parts of it could not be read."""
    blanked: int = 0
    """Rows kept without some values that no radar stores."""


class Rescued(Value):
    """What came of it."""

    parts: tuple[Part, ...]
    aside: Path
    """Where the damaged file lies now."""
    loose_notes: tuple[str, ...]
    """Notes whose papers could not be read."""
    unseen: bool
    """Whether the file is damaged, and no row was seen to be: then some may be lost uncounted."""


class _Table(Value):
    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    needed: tuple[bool, ...]
    """Which may not be NULL."""
    primary: str
    """Its key where it has no rowid, else empty."""
    definition: Definition

    def fits(self, row: Row) -> bool:
        """Whether a row is of the kinds that the table holds, and says what radar can read."""
        kinds = zip(row, self.types, self.needed, strict=True)
        if not all(
            isinstance(value, _TYPES.get(kind, (object,))) if value is not None else not needed
            for value, kind, needed in kinds
        ):
            return False
        check = ROW_CHECKS.get(self.name)
        try:
            return check is None or check(dict(zip(self.columns, row, strict=True)))
        # What damaged bytes say is of no form at all: each of these is how one reader of them gives up.
        except (RadarError, *GIVES_UP):
            return False

    def blanked(self, row: Row) -> Row | None:
        """Return what is left of the row of a paper without values that no radar stores; None of others."""
        if self.name != "papers":
            return None
        named = dict(zip(self.columns, row, strict=True))
        kept = without_strange(named, lambda tried: self.fits(tuple(tried[name] for name in self.columns)))
        return None if kept is None else tuple(kept[name] for name in self.columns)


def rescue(path: Path, report: LabelledReport) -> Rescued | None:
    """Put a new library with all that can be read in the place of a damaged one, which is kept beside it.

    None where all of it can be read and nothing is damaged: then it stays as it is.

    Killed while it reads, nothing has changed but for an unfinished file beside it; killed between the
    renames at its end, with nothing in the place, the next start ends it by `finish_rescue`.

    Args:
        report: told how far it is; what it raises ends it.

    Raises:
        BrokenLibrary: no paper of it can be read.
        LibraryError: another program writes to it, it is of another radar, or the disk has no room.
    """
    path = path.resolve()  # where a link stands in its place, the link stays
    fresh, ready = path.with_name(f"{path.name}.rescue-unfinished"), ready_file(path)
    _remove(fresh)
    try:
        # Held until the new file has the place: who waits to write would else write into the old one.
        with closing(DamagedFile(path)) as file:
            with closing(Library.open(fresh)) as library:
                parts, loose = _copied(file, library.database, path, report)
                lost = any(part.lost or part.damaged or part.blanked for part in parts)
                if not lost and file.is_sound():
                    return None
                for _ in library.mend(report):
                    pass
                library.rebuild_index(lambda done, total: report("making the search index", done, total))
                library.database.empty_log()
            fresh.rename(ready)
            aside = set_aside(path)
            with suppress(FileNotFoundError):  # where the start of another radar was faster
                ready.rename(path)
        _remove_empty_log(aside)
    finally:
        _remove(fresh)
        if path.exists():
            _remove(ready)
    return Rescued(parts, aside, loose, not lost)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(f"{path.name}{ending}").unlink()


def _remove_empty_log(path: Path) -> None:
    """Remove what SQLite leaves beside a file that was renamed while it was open."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and not log.stat().st_size:
        log.unlink()
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def _copied(
    file: DamagedFile, database: Database, path: Path, report: LabelledReport
) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    if file.number("application_id") != APPLICATION_ID or file.number("user_version") != SCHEMA:
        raise LibraryError(
            f"The library {path} is of another version of radar, or none",
            "The radar that wrote it last can save what can be read of it",
        )
    tables = tuple(_tables(database))
    file.restore(table.definition for table in tables)
    told: dict[str, int] = {}
    blanked: list[int] = []
    for table in tables:
        report(f"reading what is left of {table.name}", 0, 0)
        told[table.name] = _copy(file, database, table, report, blanked)
    empty = not database.value("SELECT count(*) FROM papers")
    if empty and (any(told.values()) or not file.is_sound()):
        raise BrokenLibrary(f"No paper of the library {path} can be read", "Put a copy in its place")
    with database.transaction():
        if "tags" in file.broken:
            _tags_by_index(file, database)
        loose = tuple(str(note) for (note,) in database.rows(f"SELECT note FROM notes WHERE {_LOOSE}"))
        dropped = {table: database.run(f"DELETE FROM {table} WHERE {_LOOSE}") for table in _OF_PAPERS}
        # What is told of them in the list is made anew with their flags.
        database.run_many("DELETE FROM readings WHERE id = ?", ((key,) for key in blanked))
        complete(database)
    return tuple(
        Part(
            table,
            int(database.value(f"SELECT count(*) FROM {table}")),
            # What follows from a lost paper is no loss of its own, but for what the reader or a model wrote.
            lost + (dropped[table] if table in _WRITTEN else 0),
            table in file.broken,
            len(blanked) if table == "papers" else 0,
        )
        for table, lost in told.items()
    ), loose


_LOOSE = "id NOT IN (SELECT id FROM papers)"


def _tags_by_index(file: DamagedFile, database: Database) -> None:
    """Take tags from their index, in small letters, where the table does not give them."""
    for folded, key in file.by_index("tags", "folded, id", "i_tags"):
        database.run("INSERT OR IGNORE INTO tags (folded, id, tag) VALUES (?, ?, ?)", (folded, key, folded))


def _tables(database: Database) -> Iterator[_Table]:
    for name, sql in database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid"):
        if str(name).startswith(_MADE_ANEW):
            continue
        facts = database.rows(f"PRAGMA table_info({name})")
        keys = sorted((fact[5], fact[1]) for fact in facts if fact[5])
        yield _Table(
            name=str(name),
            columns=tuple(fact[1] for fact in facts),
            types=tuple(str(fact[2]).upper() for fact in facts),
            needed=tuple(bool(fact[3]) for fact in facts),
            primary=", ".join(column for _, column in keys) if "WITHOUT ROWID" in sql else "",
            definition=Definition(table=str(name), sql=str(sql), columns=tuple(map(column_of, facts))),
        )


def _copy(
    file: DamagedFile, database: Database, table: _Table, report: LabelledReport, blanked: list[int]
) -> int:
    """Copy what can be read, and return of how many rows it is known that they cannot.

    Args:
        blanked: takes the keys of papers that are kept without some values.
    """
    columns = ", ".join(table.columns)
    places = ", ".join("?" * len(table.columns))
    insert = f"INSERT OR IGNORE INTO {table.name} ({columns}) VALUES ({places})"
    rows = file.rows(table.name, columns, table.primary)
    unfit = done = 0
    while part := list(islice(rows, _STEP)):
        fit = _fitting(table, part, blanked)
        with database.transaction():
            database.run_many(insert, fit)
        unfit += len(part) - len(fit)
        done += len(part)
        report(f"reading what is left of {table.name}", done, 0)
    if table.primary or table.name not in file.broken:
        return unfit
    # What indexes tell of is sought once more: between two damaged pages it was passed over.
    indexes = database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?", (table.name,)
    )
    known = {row[0] for (name,) in indexes for row in file.by_index(table.name, "rowid", str(name))}
    lost = known - {key for (key,) in database.rows(f"SELECT rowid FROM {table.name}")}
    found = [row for key in sorted(lost) if (row := file.row(table.name, columns, key))]
    fit = _fitting(table, found, blanked)
    with database.transaction():
        database.run_many(insert, fit)
    return max(unfit, len(lost) - len(fit))


def _fitting(table: _Table, rows: Sequence[Row], blanked: list[int]) -> list[Row]:
    """Return the rows that the new library takes, the keys of those without some values into `blanked`."""
    fit = [row for row in rows if table.fits(row)]
    if len(fit) < len(rows):
        rest = [kept for row in rows if not table.fits(row) and (kept := table.blanked(row))]
        blanked += [key for key, *_others in rest]
        fit += rest
    return fit
