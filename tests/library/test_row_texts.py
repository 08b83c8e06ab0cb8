"""Words that end in signs, in the texts of a row."""

from __future__ import annotations

import random
import sqlite3

import pytest

from radar.library.row_texts import written

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
