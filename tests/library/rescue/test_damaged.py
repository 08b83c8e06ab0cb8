"""The rows of a damaged file: those beside the damage are read too, however far their keys are apart."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from radar.library.rescue.damaged import DamagedFile

LONG = 9_000
"""Letters of a text that does not fit into the page of its row."""


def _damaged(path: Path, keys: Sequence[int], spoilt: int, rowid: bool) -> None:
    """Make a table of one row a key, and lead the rest of the text of one of them to a page there is not."""
    form = "k INTEGER PRIMARY KEY, text TEXT"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"CREATE TABLE t ({form})" if rowid else f"CREATE TABLE t ({form}) WITHOUT ROWID")
        letters = ((key, ("X" if key == spoilt else "o") * LONG) for key in keys)
        connection.executemany("INSERT INTO t VALUES (?, ?)", letters)
    held = path.read_bytes()
    size = int.from_bytes(held[16:18], "big")
    start = next(at for at in range(0, len(held), size) if held[at + 4 : at + size] == b"X" * (size - 4))
    path.write_bytes(held[:start] + b"\x7f\xff\xff\xff" + held[start + 4 :])


@pytest.mark.parametrize("apart", [2, 1 << 40])
@pytest.mark.parametrize("rowid", [True, False])
def test_only_the_damaged_row_is_lost(tmp_path: Path, rowid: bool, apart: int) -> None:
    path = tmp_path / "file.sqlite3"
    keys = [apart * number for number in range(1, 12)]
    _damaged(path, keys, keys[5], rowid)
    with closing(DamagedFile(path)) as file:
        read = {key for (key, _text) in file.rows("t", "k, text", "" if rowid else "k")}
        assert file.broken == {"t"}
    assert read == {key for key in keys if key != keys[5]}
