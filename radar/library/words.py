"""Text into words exactly as the search index does it, by asking SQLite itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

TOKENIZE = "unicode61 remove_diacritics 2"
"""The same for the index (see schema.py) and for what is asked of it."""


class Tokeniser:
    """Splits and folds text; holds a small database in memory, to be used from one thread."""

    def __init__(self) -> None:
        self._memory = sqlite3.connect(":memory:", isolation_level=None)
        for statement in (
            f"CREATE VIRTUAL TABLE texts USING fts5 (a, b, c, d, content = '', tokenize = '{TOKENIZE}')",
            "CREATE VIRTUAL TABLE places USING fts5vocab (texts, instance)",
            "CREATE VIRTUAL TABLE docs USING fts5vocab (texts, row)",
        ):
            self._memory.execute(statement)

    def tokens(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the words of each text in order."""
        found: list[list[str]] = [[] for _ in texts]
        rows = self._counted(
            ((text, "", "", "") for text in texts), "SELECT doc, term FROM places ORDER BY doc, offset"
        )
        for number, term in rows:
            found[number - 1].append(term)
        return found

    def counts(self, papers: Iterable[Sequence[str]]) -> list[tuple[str, int]]:
        """Return each word of the papers (four texts each) and how many of the papers hold it."""
        return self._counted(papers, "SELECT term, doc FROM docs")

    def close(self) -> None:
        """Give the memory back."""
        self._memory.close()

    def _counted(self, texts: Iterable[Sequence[str]], question: str) -> list[tuple[Any, ...]]:
        self._memory.execute("BEGIN")
        try:
            self._memory.executemany(
                "INSERT INTO texts (rowid, a, b, c, d) VALUES (?, ?, ?, ?, ?)", _numbered(texts)
            )
            return self._memory.execute(question).fetchall()
        finally:
            self._memory.execute("ROLLBACK")


def _numbered(texts: Iterable[Sequence[str]]) -> Iterable[tuple[object, ...]]:
    return ((number, *text) for number, text in enumerate(texts, 1))
