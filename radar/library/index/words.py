"""Text into words exactly as the search index does it, by asking SQLite itself."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

COLUMNS = "title, takeaway, authors, abstract"
"""What the index holds of a paper, in its order."""
TOKENIZE = "unicode61 remove_diacritics 2"
"""The same for the index (see search_tables.py) and for what is asked of it."""
_TEXTS = f"INSERT INTO texts (rowid, {COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_SHOWN = "INSERT INTO shown (text) VALUES (?)"


class Tokeniser:
    """Splits, folds and searches texts; holds a small database in memory, to be used from one thread."""

    @cached_property
    def _memory(self) -> sqlite3.Connection:
        memory = sqlite3.connect(":memory:", isolation_level=None)
        for statement in (
            f"CREATE VIRTUAL TABLE texts USING fts5 ({COLUMNS}, content = '', tokenize = '{TOKENIZE}')",
            "CREATE VIRTUAL TABLE places USING fts5vocab (texts, instance)",
            "CREATE VIRTUAL TABLE docs USING fts5vocab (texts, row)",
            f"CREATE VIRTUAL TABLE shown USING fts5 (text, tokenize = '{TOKENIZE}')",
        ):
            memory.execute(statement)
        return memory

    def tokens(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the words of each text in order."""
        found: list[list[str]] = [[] for _ in texts]
        rows = ((number, text, "", "", "") for number, text in enumerate(texts))
        for number, term in self._asked(rows, "SELECT doc, term FROM places ORDER BY doc, offset"):
            found[number].append(term)
        return found

    def counts(self, papers: Iterable[Sequence[str]]) -> list[tuple[str, int]]:
        """Return each word of the papers (four texts each) and how many of the papers hold it."""
        rows = ((number, *texts) for number, texts in enumerate(papers))
        return self._asked(rows, "SELECT term, doc FROM docs")

    def matching(self, papers: Iterable[Sequence[object]], match: str) -> list[int]:
        """Return the keys of those papers (key and four texts each, by rising key) that match."""
        question = "SELECT rowid FROM texts WHERE texts MATCH ?"
        return [key for (key,) in self._asked(papers, question, (match,))]

    def held(self, papers: Iterable[Sequence[object]], words: Sequence[str]) -> list[tuple[int, str]]:
        """Return which of the words (as `tokens` gives them) each paper holds: its key, and the word.

        Args:
            papers: key and four texts each, by rising key.
        """
        holding = "CROSS JOIN texts ON texts MATCH '\"' || value || '\"'"
        question = f"SELECT texts.rowid, value FROM json_each(?) {holding}"
        return self._asked(papers, question, (json.dumps(list(words)),))

    def marked(self, texts: Sequence[str], match: str, opening: str, closing: str) -> list[str]:
        """Return those texts that match, with each word that does put between two signs."""
        question = "SELECT highlight(shown, 0, ?, ?) FROM shown WHERE shown MATCH ? ORDER BY rowid"
        found = self._asked(((text,) for text in texts), question, (opening, closing, match), _SHOWN)
        return [text for (text,) in found]

    def close(self) -> None:
        """Give the memory back."""
        if "_memory" in self.__dict__:
            self._memory.close()

    def _asked(
        self,
        rows: Iterable[Sequence[object]],
        question: str,
        values: Sequence[object] = (),
        insert: str = _TEXTS,
    ) -> list[tuple[Any, ...]]:
        """Answer a question about texts that are gone afterwards."""
        self._memory.execute("BEGIN")
        try:
            self._memory.executemany(insert, rows)
            return self._memory.execute(question, values).fetchall()
        finally:
            self._memory.execute("ROLLBACK")
