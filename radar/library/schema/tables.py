"""The tables, indexes and triggers that every library begins with; an applied statement is never edited."""

from __future__ import annotations

TABLES = (
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
INDEXES = (
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

# Additions are counted by the chunk: a trigger for each row took longer than all the indexes together.
COUNTS = (
    "CREATE TABLE counts (papers INTEGER, unread INTEGER, starred INTEGER, with_code INTEGER)",
    "INSERT INTO counts VALUES (0, 0, 0, 0)",
    """CREATE TRIGGER count_changed AFTER UPDATE OF flags ON papers WHEN old.flags != new.flags BEGIN
        UPDATE counts SET
            unread = unread + ((new.flags & 1) = 0) - ((old.flags & 1) = 0),
            starred = starred + ((new.flags & 2) != 0) - ((old.flags & 2) != 0),
            with_code = with_code + ((new.flags & 4) != 0) - ((old.flags & 4) != 0);
    END""",
)

JOBS = (
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
