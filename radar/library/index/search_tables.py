"""The search index and the tables beside it, as every library begins with them; never edited."""

from __future__ import annotations

SEARCH = (
    """CREATE VIRTUAL TABLE search USING fts5 (
        title, takeaway, authors, abstract,
        content = 'papers', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    )""",
    "CREATE TABLE unindexed (id INTEGER PRIMARY KEY)",
    "CREATE TABLE terms (term TEXT PRIMARY KEY, docs INTEGER NOT NULL) WITHOUT ROWID",
)
