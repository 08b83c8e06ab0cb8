"""The tables as numbered migrations; an applied one is never edited, a change is a new one.

papers     one row a paper; `id` is the key, (day << 20) | n, so that newest first is the order of the table
readings   the offline summary of each paper;  summaries  those of the other summarisers
categorised  which papers are in a category or archive;  category_names  their names
listings   where papers were listed;  origins  which paper was named where, and since when
tags       what readers have called papers
aliases    every name a paper is known by -> its key; a NULL key: several papers share this bare title
recent_names  those by title that wait to come into it, and count as if they were in it
search     the full-text index over title, takeaway, authors, abstract;  unindexed  papers not in it yet
lacking    common beginnings of words, in all texts or in one -> the papers in the index that lack them
terms      words of the index and how many papers hold them, to complete the unfinished last word
looked_at  the papers that a reader looks at, in their order on screen
jobs       the queue, and what became of the last of them
spending   what requests to models came to, one row a day, summariser, endpoint and model
reserved   requests under way, with what they will take at most and the process that sent them
batches    questions written to files for others to answer;  batch_shards  those files;
           batch_items  which paper a question is about, without the question
notes      what the reader has written on papers
acts       marks, tags and notes that can be taken back;  act_papers  which papers they changed
watches    searches that are saved, in the reader's order, and up to when each was looked at
changes    what became of papers after the reader could have seen them
said       what the listings of a paper say otherwise than what is shown of it
other_names  ids of archives and DOIs that a paper is known by beside those of its own row
moved      papers that became part of others, so that a key that is kept anywhere leads on
removals   what was removed and when;  removed  the papers of it, which no listing brings back;
           removed_papers  what they were, until that is forgotten
code_looks  when the code of a paper was last looked for
source_states  what came of asking each source;  back_fills  how far papers of long ago have come
counts     one row: additions are counted by the chunk, changes of flags by a trigger
meta       when the reader last looked, whether `terms` is behind, whether the watches are on screen,
           how far the digests of each series have got, what was left out of the last answer of a source, up
           to which name those that wait have come in, whether the library is still being made

There for a while only: sweeps, while a change of every row goes on, and reindex with what it fills, while the
search index is made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from radar.errors import LibraryError, OutdatedLibrary, UnfinishedLibrary
from radar.library.database.connection import Database
from radar.library.database.sweeping import WAITING, Sweep, is_begun, statement
from radar.library.database.sweeping import begin as begin_sweep
from radar.library.database.sweeping import end as end_sweep
from radar.library.database.sweeping import run as run_sweep
from radar.library.index.beginnings import note_lacking
from radar.library.index.search_tables import SEARCH
from radar.library.records.first_page import APPLICATION_ID as APPLICATION_ID
from radar.library.schema.later_tables import (
    ACTS,
    ARRIVALS,
    BATCHES,
    CATEGORIES,
    JOB_MOMENTS,
    LACKING,
    LACKING_IN_COLUMNS,
    NOTES,
    RECENT_NAMES,
    REMOVALS,
    SHOWN_TAKEAWAYS,
    SIGNS,
    SPENDING,
    STANDINGS,
    UPDATES,
    VENUES_AND_LISTINGS,
    WATCHES,
)
from radar.library.schema.tables import COUNTS, INDEXES, JOBS, TABLES
from radar.papers.bases import Value
from radar.papers.jobs.reports import LabelledReport, tell_nobody

_BROUGHT = "radar list"
"""What applies migrations, as every command that needs the library does; a check of it does not."""


_BEING_MADE = "being made"
"""What stands in `meta` from the first migration of a new library to the last one."""


class Migration(Value):
    """One step of the schema.

    The statements are applied in one transaction together with the note that they were, so what touches
    every paper does not belong there: it would hold the library for minutes, and begin anew after a kill.
    That is a sweep, which follows in short transactions and then the statements that need it done.
    """

    number: int
    name: str
    statements: tuple[str, ...]
    sweep: Sweep | None = None
    afterwards: tuple[str, ...] = ()
    """Statements that need the sweep to be at its end, in one transaction with the note that it is."""


def _nothing(database: Database, above: int, last: int) -> None:
    return


MIGRATIONS = (
    Migration(1, "papers, summaries, marks, search and jobs", TABLES + INDEXES + SEARCH + COUNTS + JOBS),
    # Holds the unread papers only: those that are new are then counted without a look at any wide row.
    Migration(2, "new papers", ("CREATE INDEX i_new ON papers (added, flags) WHERE (flags & 1) = 0",)),
    Migration(
        3,
        "what a model said of each flag, and why a paper may matter",
        (
            "ALTER TABLE summaries ADD COLUMN verdicts TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE summaries ADD COLUMN relevance TEXT NOT NULL DEFAULT ''",
        ),
    ),
    Migration(
        4,
        "what the reader looks at goes first, and so does a job of one paper",
        (
            "CREATE TABLE looked_at (place INTEGER PRIMARY KEY, id INTEGER NOT NULL)",
            "ALTER TABLE jobs ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0",
        ),
    ),
    Migration(5, "what requests to models cost", SPENDING),
    Migration(
        6,
        "how rule and model stand to each other",
        (STANDINGS, "CREATE INDEX i_disputed ON papers (id DESC, flags) WHERE (flags & 512) != 0"),
    ),
    Migration(7, "questions that others answer in batches", BATCHES),
    Migration(8, "a takeaway is kept once", (), Sweep("readings", statement(SHOWN_TAKEAWAYS))),
    Migration(9, "the order in which papers came", ARRIVALS),
    Migration(10, "papers by category", CATEGORIES),
    Migration(11, "marks and tags that can be taken back", ACTS),
    Migration(12, "watches: searches that are saved", WATCHES),
    Migration(13, "what changes of papers, what listings contradict, and how sources stand", UPDATES),
    Migration(
        14,
        "beginnings of words that few papers lack, and an index of comments",
        LACKING,
        # The next one makes the table anew; what a radar of before has left half done ends here.
        Sweep("papers", _nothing, rows=100_000),
    ),
    Migration(
        15,
        "beginnings of words in titles, names and abstracts",
        LACKING_IN_COLUMNS,
        Sweep("papers", note_lacking),
        ("INSERT INTO lacking (lacking) VALUES ('optimize')",),
    ),
    Migration(16, "names by title come in by the stretch", RECENT_NAMES),
    Migration(17, "indexes of venues and of what each listing names", VENUES_AND_LISTINGS),
    Migration(18, "notes of the reader", NOTES),
    Migration(19, "how long a job has worked, and until or since when it stands still", JOB_MOMENTS),
    Migration(20, "an index of papers with signs that belong to words", SIGNS),
    Migration(21, "papers that were removed", REMOVALS),
)


def migrate(
    database: Database,
    migrations: Sequence[Migration] = MIGRATIONS,
    report: LabelledReport = tell_nobody,
) -> None:
    """Bring the library up to date; what an interrupted run has not applied, the next one does.

    Args:
        report: told what is done and how far it is; what it raises ends the migration, to be gone on with.

    Raises:
        LibraryError: the library was made by a newer radar, or the file is another program's database.
    """
    newest = migrations[-1].number
    _check(database, newest)
    if version_of(database) == newest and not _sweeps_wait(database, migrations):
        return
    # A new library is made at once, and nobody waits for it.
    tell = tell_nobody if _is_unfinished(database) else report
    for migration in migrations:
        label = f"new in the library: {migration.name}"
        if version_of(database) < migration.number:
            _once(database, migration, label, tell, newest)
        if migration.sweep is not None and is_begun(database, str(migration.number)):
            _sweep(database, migration, migration.sweep, label, tell)


def check_readable(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Raise LibraryError unless the library has exactly the schema of this program, in every row.

    It is an OutdatedLibrary where opening it for writing would mend that.
    """
    _check(database, migrations[-1].number)
    if version_of(database) < migrations[-1].number:
        if _is_unfinished(database):
            raise UnfinishedLibrary(
                f"The library {database.path} was left while it was made, and holds nothing yet",
                f"{_BROUGHT} makes the rest of it",
            )
        raise OutdatedLibrary(
            f"The library {database.path} is of an older radar",
            f"{_BROUGHT} brings it up to date, with all that it holds",
        )
    if _sweeps_wait(database, migrations):
        raise OutdatedLibrary(
            f"The library {database.path} is being brought up to date, or was left at it",
            f"Wait for the radar that does it; if none does, {_BROUGHT} goes on with it",
        )


def _sweeps_wait(database: Database, migrations: Sequence[Migration]) -> bool:
    return any(
        migration.sweep is not None and is_begun(database, str(migration.number)) for migration in migrations
    )


def _is_unfinished(database: Database) -> bool:
    """Say whether the library is only being made, or was left at that."""
    return version_of(database) == 0 or bool(
        database.value("SELECT count(*) FROM meta WHERE name = ?", (_BEING_MADE,))
    )


def _once(database: Database, migration: Migration, label: str, report: LabelledReport, newest: int) -> None:
    report(label, 0, 0)
    with database.transaction(waiting=lambda: report(WAITING, 0, 0)):
        # Asked inside the transaction: another process may have applied it in between.
        version = version_of(database)
        if version < migration.number:
            with database.told(lambda: report(label, 0, 0)):
                _apply(database, migration)
            if version == 0:
                database.run("INSERT INTO meta VALUES (?, '')", (_BEING_MADE,))
            if migration.number == newest:
                database.run("DELETE FROM meta WHERE name = ?", (_BEING_MADE,))


def _sweep(
    database: Database, migration: Migration, sweep: Sweep, label: str, report: LabelledReport
) -> None:
    name = str(migration.number)
    run_sweep(database, name, sweep, label, report)
    with database.transaction(waiting=lambda: report(WAITING, 0, 0)):
        # Another radar may have ended it meanwhile.
        if is_begun(database, name):
            with database.told(lambda: report(label, 0, 0)):
                for each in migration.afterwards:
                    database.run(each)
            end_sweep(database, name)


def version_of(database: Database) -> int:
    """Return the number of the last migration applied; 0 for a new file."""
    return int(database.value("PRAGMA user_version"))


def _check(database: Database, known: int) -> None:
    # In this order: another radar may make its library of the file between the two questions.
    tables = int(database.value("SELECT count(*) FROM sqlite_schema"))
    if int(database.value("PRAGMA application_id")) != APPLICATION_ID and tables:
        raise LibraryError(
            f"{database.path} is a database, but no library of radar", "Name another file in the settings"
        )
    if version_of(database) > known:
        raise LibraryError(
            f"The library {database.path} was made by a newer radar "
            f"(schema {version_of(database)}, known here: {known})",
            "Update radar",
        )


def _apply(database: Database, migration: Migration) -> None:
    database.run(f"PRAGMA application_id = {APPLICATION_ID}")
    database.run(
        "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT, applied TEXT)"
    )
    for each in migration.statements:
        database.run(each)
    # Told by the number of the schema, an older radar keeps away from a library that is half done.
    if migration.sweep is not None:
        begin_sweep(database, str(migration.number), migration.sweep)
    applied = datetime.now(UTC).isoformat(timespec="seconds")
    database.run("INSERT INTO migrations VALUES (?, ?, ?)", (migration.number, migration.name, applied))
    database.run(f"PRAGMA user_version = {migration.number}")
