"""Words side by side, and words that end in signs, in the texts of a row."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from radar.library.database.connection import Database
from radar.library.index.words import TOKENIZE
from radar.library.search.row_texts import Beside, holds, teach, written

_PIECES = (
    "c", "C", "c", "+", "+", "++", "#", "\N{SUPERSCRIPT PLUS SIGN}", "$", "^", "{", "}", "\\", " ", " ", "x",
    "\u00e9", "*", "[", "]", "%", "_", "-",
)  # fmt: skip
_OF_TEX = str.maketrans({**dict.fromkeys("$^{}\\"), "\N{SUPERSCRIPT PLUS SIGN}": "+"})


@pytest.mark.parametrize("word", ["c++", "c+", "c#", "c+#", "c##", "xc+++"])
def test_a_word_with_signs_is_found_wherever_a_reader_sees_it(word: str) -> None:
    chance = random.Random(7)
    rows = [tuple("".join(chance.choices(_PIECES, k=12)) for _ in range(2)) for _ in range(3_000)]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE papers (id INTEGER PRIMARY KEY, title TEXT, abstract TEXT)")
    database.executemany("INSERT INTO papers (title, abstract) VALUES (?, ?)", rows)
    for columns, first in ((("abstract",), 1), (("title", "abstract"), 0)):
        asked = written("p", columns, word)
        found = database.execute(f"SELECT p.id FROM papers p WHERE {asked.text} ORDER BY id", asked.values)
        seen = [[text.translate(_OF_TEX).lower() for text in row[first:]] for row in rows]
        expected = [number for number, texts in enumerate(seen, 1) if any(word in text for text in texts)]
        assert [key for (key,) in found] == expected
        assert expected
    database.close()


_WORDS = ("of", "Of", "the", "then", "off", "x", "2", "\u00e9", "\u0416")
_SIGNS = (" ", " ", " ", "", ", ", '" ', "-", "_", "\n", "\u2014", "\u201d ")


@pytest.mark.parametrize("tokens", [("of", "the"), ("of", "of"), ("the", "of", "x"), ("x", "2")])
@pytest.mark.parametrize("whole", [True, False])
def test_words_stand_side_by_side_as_in_the_index(tokens: tuple[str, ...], whole: bool) -> None:
    chance = random.Random(11)
    texts = ["".join(chance.choice(_WORDS) + chance.choice(_SIGNS) for _ in range(12)) for _ in range(4_000)]
    connection = sqlite3.connect(":memory:")
    database = Database(Path("memory"), connection)
    teach(database)
    connection.execute("CREATE TABLE papers (id INTEGER PRIMARY KEY, title TEXT)")
    connection.execute(f"CREATE VIRTUAL TABLE words USING fts5 (title, tokenize = '{TOKENIZE}')")
    for table in ("papers (id, title)", "words (rowid, title)"):
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", enumerate(texts, 1))
    asked = holds(("title",), Beside(tokens, whole))
    found = connection.execute(f"SELECT p.id FROM papers p WHERE {asked.text} ORDER BY id", asked.values)
    phrase = f'"{" ".join(tokens)}"' + ("" if whole else " *")
    exact = connection.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (phrase,))
    expected = exact.fetchall()
    assert found.fetchall() == expected
    assert 20 < len(expected) < 2_000
    database.close()
