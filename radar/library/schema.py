"""The tables as numbered migrations; an applied one is never edited, a change is a new one.

papers     one row a paper; `id` is the key, (day << 20) | n, so that newest first is the order of the table
readings   the offline summary of each paper;  summaries  those of the other summarisers
aliases    every name a paper is known by -> its key; a NULL key: several papers share this bare title
search     the full-text index over title, takeaway, authors, abstract;  unindexed  papers not in it yet
terms      words of the index and how many papers hold them, to complete the unfinished last word
looked_at  the papers that a reader looks at, in their order on screen
spending   what requests to models came to, one row a day, summariser, endpoint and model
reserved   requests under way, with what they will take at most and the process that sent them
batches    questions written to files for others to answer;  batch_shards  those files;
           batch_items  which paper a question is about, without the question
counts     one row: additions are counted by the chunk, changes of flags by a trigger
meta       when the reader last looked, and whether `terms` is behind
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from radar.errors import LibraryError
from radar.library.connection import Database

APPLICATION_ID = 0x72616461
"""Marks the file as a library of radar ("rada")."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema, applied in one transaction together with the note that it was."""

    number: int
    name: str
    statements: tuple[str, ...]


_TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE papers (
        id INTEGER PRIMARY KEY,
        paper_id TEXT NOT NULL,
        flags INTEGER NOT NULL,
        dated INTEGER NOT NULL,
        added INTEGER NOT NULL,
        shown INTEGER NOT NULL DEFAULT 0,
        stars INTEGER,
        upvotes INTEGER,
        title TEXT NOT NULL,
        takeaway TEXT NOT NULL,
        figure TEXT NOT NULL,
        error TEXT NOT NULL DEFAULT '',
        sort_title TEXT NOT NULL,
        authors TEXT NOT NULL,
        venue TEXT NOT NULL,
        categories TEXT NOT NULL,
        published TEXT,
        listed TEXT,
        links TEXT NOT NULL,
        comment TEXT NOT NULL,
        doi TEXT NOT NULL,
        abstract TEXT NOT NULL
    )""",
    """CREATE TABLE readings (
        id INTEGER PRIMARY KEY,
        rules_version INTEGER NOT NULL,
        created INTEGER NOT NULL,
        origin TEXT NOT NULL,
        takeaway TEXT NOT NULL,
        flags TEXT NOT NULL
    )""",
    "CREATE INDEX i_rules ON readings (rules_version)",
    """CREATE TABLE summaries (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id INTEGER NOT NULL,
        summariser TEXT NOT NULL,
        model TEXT NOT NULL,
        prompt_digest TEXT NOT NULL,
        rules_version INTEGER NOT NULL,
        created INTEGER NOT NULL,
        origin TEXT NOT NULL,
        takeaway TEXT NOT NULL,
        flags TEXT NOT NULL,
        tokens_in INTEGER NOT NULL,
        tokens_out INTEGER NOT NULL,
        cost REAL,
        failed_checks TEXT NOT NULL,
        UNIQUE (id, summariser, model, prompt_digest)
    )""",
    "CREATE TABLE aliases (alias TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID",
    "CREATE TABLE listings (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, label TEXT NOT NULL)",
    """CREATE TABLE origins (
        id INTEGER NOT NULL, listing INTEGER NOT NULL, arrived INTEGER NOT NULL, PRIMARY KEY (id, listing)
    ) WITHOUT ROWID""",
    """CREATE TABLE tags (
        folded TEXT NOT NULL, id INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (folded, id)
    ) WITHOUT ROWID""",
    "CREATE INDEX i_tags ON tags (id)",
)

# Each holds `flags`, so that a filter is answered from the narrow index and never reads the wide rows.
_INDEXES = (
    "CREATE INDEX i_list ON papers (id DESC, flags)",
    "CREATE INDEX i_unread ON papers (id DESC, flags) WHERE (flags & 1) = 0",
    "CREATE INDEX i_starred ON papers (id DESC, flags) WHERE (flags & 2) != 0",
    "CREATE INDEX i_code ON papers (id DESC, flags) WHERE (flags & 12) != 0",
    "CREATE INDEX i_data ON papers (id DESC, flags) WHERE (flags & 16) != 0",
    "CREATE INDEX i_sota ON papers (id DESC, flags) WHERE (flags & 256) != 0",
    "CREATE INDEX i_upvotes ON papers (upvotes DESC, id DESC, flags)",
    "CREATE INDEX i_stars ON papers (stars DESC, id DESC, flags)",
    "CREATE INDEX i_title ON papers (sort_title, id DESC, flags)",
    "CREATE INDEX i_added ON papers (added)",
)

_SEARCH = (
    """CREATE VIRTUAL TABLE search USING fts5 (
        title, takeaway, authors, abstract,
        content = 'papers', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    )""",
    "CREATE TABLE unindexed (id INTEGER PRIMARY KEY)",
    "CREATE TABLE terms (term TEXT PRIMARY KEY, docs INTEGER NOT NULL) WITHOUT ROWID",
)

# Additions are counted by the chunk: a trigger for each row took longer than all the indexes together.
_COUNTS = (
    "CREATE TABLE counts (papers INTEGER, unread INTEGER, starred INTEGER, with_code INTEGER)",
    "INSERT INTO counts VALUES (0, 0, 0, 0)",
    """CREATE TRIGGER count_changed AFTER UPDATE OF flags ON papers WHEN old.flags != new.flags BEGIN
        UPDATE counts SET
            unread = unread + ((new.flags & 1) = 0) - ((old.flags & 1) = 0),
            starred = starred + ((new.flags & 2) != 0) - ((old.flags & 2) != 0),
            with_code = with_code + ((new.flags & 4) != 0) - ((old.flags & 4) != 0);
    END""",
)

_JOBS = (
    """CREATE TABLE jobs (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        arguments TEXT NOT NULL,
        state TEXT NOT NULL,
        created INTEGER NOT NULL,
        started INTEGER,
        ended INTEGER,
        message TEXT NOT NULL DEFAULT '',
        cancel_requested INTEGER NOT NULL DEFAULT 0,
        total INTEGER,
        done INTEGER NOT NULL DEFAULT 0,
        new INTEGER NOT NULL DEFAULT 0,
        known INTEGER NOT NULL DEFAULT 0,
        failed INTEGER NOT NULL DEFAULT 0,
        tokens_in INTEGER NOT NULL DEFAULT 0,
        tokens_out INTEGER NOT NULL DEFAULT 0,
        cost REAL,
        note TEXT NOT NULL DEFAULT '',
        worker TEXT NOT NULL DEFAULT '',
        heartbeat INTEGER
    )""",
    "CREATE INDEX i_jobs ON jobs (state, number)",
)

_SPENDING = (
    """CREATE TABLE spending (
        day TEXT NOT NULL,
        summariser TEXT NOT NULL,
        endpoint TEXT NOT NULL,
        model TEXT NOT NULL,
        requests INTEGER NOT NULL DEFAULT 0,
        papers INTEGER NOT NULL DEFAULT 0,
        cached INTEGER NOT NULL DEFAULT 0,
        tokens_in INTEGER NOT NULL DEFAULT 0,
        tokens_out INTEGER NOT NULL DEFAULT 0,
        reasoning INTEGER NOT NULL DEFAULT 0,
        reused INTEGER NOT NULL DEFAULT 0,
        cost REAL NOT NULL DEFAULT 0,
        estimated INTEGER NOT NULL DEFAULT 0,
        estimated_cost REAL NOT NULL DEFAULT 0,
        unpriced INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (day, summariser, endpoint, model)
    ) WITHOUT ROWID""",
    """CREATE TABLE reserved (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL,
        process TEXT NOT NULL,
        summariser TEXT NOT NULL,
        endpoint TEXT NOT NULL,
        model TEXT NOT NULL,
        tokens_in INTEGER NOT NULL,
        tokens_out INTEGER NOT NULL,
        cost REAL
    )""",
)


def _stands(name: str, shift: int) -> str:
    """Return how model and rules stand to each other on a flag, as the bits that say so.

    By the model's verdict where the summary has any, else by comparing the flags, in which nothing is
    left out: a plug-in with the flags of the rules has said nothing of its own.
    """
    model, rules = (
        f"coalesce(CASE WHEN json_valid({table}.flags) "
        f"THEN json_extract({table}.flags, '$.{name}[0]') END, 'none')"
        for table in ("s", "r")
    )
    compared = (
        f"CASE WHEN {model} = {rules} THEN 'unasked' WHEN {model} = 'none' THEN 'rule' "
        f"WHEN {rules} = 'none' THEN 'model' ELSE 'disputed' END"
    )
    said = f"coalesce(json_extract(s.verdicts, '$.{name}[1]'), '')"
    verdict = (
        f"CASE WHEN NOT coalesce(json_valid(s.verdicts), 0) THEN {compared} "
        f"WHEN json_extract(s.verdicts, '$.{name}[0]') = 'both' AND {rules} = 'none' "
        f"AND {said} NOT IN ('', 'none') THEN 'unasked' "
        f"ELSE coalesce(json_extract(s.verdicts, '$.{name}[0]'), 'unasked') END"
    )
    return (
        f"(CASE {verdict} WHEN 'both' THEN {1 << shift} WHEN 'rule' THEN {2 << shift} "
        f"WHEN 'model' THEN {3 << shift} WHEN 'disputed' THEN {(4 << shift) | 512} ELSE 0 END)"
    )


# Of the summary that is shown or, where that is the rules', of the newest by a model. A row that says so
# already is left alone: each one written costs an entry in every index.
_STANDINGS = f"""UPDATE papers SET flags = (papers.flags & ~512) | judged.standing FROM (
    SELECT s.id AS id, {_stands("code", 13)} | {_stands("results", 16)} AS standing
    FROM summaries s JOIN readings r ON r.id = s.id JOIN papers p ON p.id = s.id
    WHERE s.number = CASE WHEN p.shown THEN p.shown ELSE (
        SELECT n.number FROM summaries n WHERE n.id = p.id ORDER BY n.created DESC, n.number DESC LIMIT 1
    ) END
) AS judged WHERE judged.id = papers.id AND papers.flags != (papers.flags & ~512) | judged.standing"""

# `item` is 63 bits of the digest of a question's id: narrow enough for a million of them, and whoever reads
# one asks the whole id again before believing it. `answer`: 0 none yet, above 0 the digest of the one that
# was taken, below 0 that of a failure.
_BATCHES = (
    """CREATE TABLE batches (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        token TEXT NOT NULL UNIQUE,
        created INTEGER NOT NULL,
        summariser TEXT NOT NULL,
        model TEXT NOT NULL,
        prompt_digest TEXT NOT NULL,
        dialect TEXT NOT NULL,
        answer_format TEXT NOT NULL
    )""",
    """CREATE TABLE batch_shards (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        batch INTEGER NOT NULL,
        name TEXT NOT NULL,
        lines INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        touched INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE batch_items (
        item INTEGER PRIMARY KEY,
        shard INTEGER NOT NULL,
        id INTEGER NOT NULL,
        answer INTEGER NOT NULL DEFAULT 0
    )""",
)

MIGRATIONS = (
    Migration(1, "papers, summaries, marks, search and jobs", _TABLES + _INDEXES + _SEARCH + _COUNTS + _JOBS),
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
    Migration(5, "what requests to models cost", _SPENDING),
    Migration(
        6,
        "how rule and model stand to each other",
        (_STANDINGS, "CREATE INDEX i_disputed ON papers (id DESC, flags) WHERE (flags & 512) != 0"),
    ),
    Migration(7, "questions that others answer in batches", _BATCHES),
)


def migrate(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the library up to date; what an interrupted run has not applied, the next one does.

    Raises:
        LibraryError: the library was made by a newer radar, or the file is another program's database.
    """
    newest = migrations[-1].number
    _check(database, newest)
    if version_of(database) == newest:
        return
    for migration in migrations:
        with database.transaction():
            # Asked inside the transaction: another process may have applied it in between.
            if version_of(database) < migration.number:
                _apply(database, migration)


def check_readable(database: Database) -> None:
    """Raise LibraryError unless the library has exactly the schema of this program."""
    _check(database, MIGRATIONS[-1].number)
    if version_of(database) < MIGRATIONS[-1].number:
        raise LibraryError(
            f"The library {database.path} is of an older radar",
            "Start radar once so that it is brought up to date",
        )


def version_of(database: Database) -> int:
    """Return the number of the last migration applied; 0 for a new file."""
    return int(database.value("PRAGMA user_version"))


def _check(database: Database, known: int) -> None:
    application = int(database.value("PRAGMA application_id"))
    if application != APPLICATION_ID and int(database.value("SELECT count(*) FROM sqlite_schema")):
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
    for statement in migration.statements:
        database.run(statement)
    applied = datetime.now(UTC).isoformat(timespec="seconds")
    database.run("INSERT INTO migrations VALUES (?, ?, ?)", (migration.number, migration.name, applied))
    database.run(f"PRAGMA user_version = {migration.number}")
