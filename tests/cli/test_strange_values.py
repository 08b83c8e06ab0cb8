"""A library with values that no radar stores: commands say so and what helps, and doctor finds them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from radar.cli import main
from radar.library.library import Library
from radar.papers.jobs.source_state import SourceState
from radar.papers.reader.query import PaperQuery
from tests.cli.seeding import PAPERS, seed, settings

HUGE = 1 << 62
_BLOB = b"\x00\xff"
_NUMBERS = ("text", HUGE, 9e99, _BLOB)
_TEXTS = (_BLOB,)
_COLUMNS: Mapping[str, tuple[object, ...]] = {
    "papers.flags": ("text", 9e99, _BLOB),
    "papers.dated": ("text", 9e99, _BLOB),
    "papers.added": _NUMBERS,
    "papers.upvotes": ("text", 9e99, _BLOB),
    "papers.stars": ("text", _BLOB),
    "papers.version": ("text", 9e99, _BLOB),
    "papers.withdrawn": ("text", _BLOB),
    "papers.shown": ("text", _BLOB),
    "papers.published": ("never", "2024-02-30", "20240101", "2024-13", "0000", HUGE, _BLOB),
    "papers.listed": ("never", "", _BLOB),
    "papers.updated": ("never", "==", _BLOB),
    "papers.links": ("text", "[]", "5", "[" * 100_000, _BLOB),
    "papers.title": _TEXTS,
    "papers.authors": _TEXTS,
    "papers.abstract": _TEXTS,
    "papers.error": _TEXTS,
    "readings.created": _NUMBERS,
    "readings.rules_version": ("text", _BLOB),
    "readings.origin": ("text", _BLOB),
    "readings.flags": ("text", "[]", "5", _BLOB),
    "origins.arrived": _NUMBERS,
    "origins.announced": ("text", _BLOB),
    "watches.seen": _NUMBERS,
    "source_states.asked": _NUMBERS,
    "counts.papers": ("text", 9e99, _BLOB),
}
_CASES = [(column, value) for column, values in _COLUMNS.items() for value in values]
_INSIDE = [
    ("papers.links", '{"oops": ""}'),
    ("papers.links", '{"pdf": 5}'),
    ("readings.flags", '{"code": 5}'),
    ("readings.flags", '{"code": ["released", 5, null, "rule"]}'),
    ("readings.flags", '{"results": ["quantified", 0, "", [["abstract", "a", 5]], null]}'),
]
"""What is wrong inside of JSON, which a quick look does not see, but a command and the rescue do."""
_COMMANDS = (
    ("list", "--json"),
    ("show", PAPERS[0].id),
    ("export", "--format", "csv"),
    ("watch", "list"),
    ("sources",),
)


@pytest.fixture
def path() -> Path:
    """The usual library with a watch and a source."""
    seed()
    library = Library.open(settings().library)
    library.add_watch("Snails", PaperQuery(text="snails "))
    library.note_source(SourceState("arxiv:cs.CL", label="arXiv"))
    library.close()
    return library.path


def _put(path: Path, column: str, value: object) -> None:
    table, name = column.split(".")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {table} SET {name} = ?", (value,))


@pytest.mark.parametrize(("column", "value"), [*_CASES, *_INSIDE], ids=lambda value: str(value)[:20])
def test_a_strange_value_is_told_and_what_helps(
    path: Path, capsys: pytest.CaptureFixture[str], column: str, value: object
) -> None:
    _put(path, column, value)
    codes = []
    for command in _COMMANDS:
        code = main([*command])
        codes.append(code)
        said = capsys.readouterr()
        assert "does not know" not in said.err, command
        assert "Traceback" not in said.err
        assert code in (0, 2), command
        if code:
            assert "radar doctor --re" in said.err
            assert not said.out, "nothing is printed that looks whole"
    assert (column, value) in _CASES or 2 in codes
    main(["doctor"])
    told = " ".join(capsys.readouterr().out.split())
    assert "does not know" not in told
    if (column, value) in _CASES:
        table, name = column.split(".")
        assert f"of {table} with values that no radar stores" in told
        assert name in told
        assert "radar doctor --re" in told


@pytest.mark.parametrize(
    ("column", "value"),
    [("papers.added", "text"), ("papers.published", "never"), ("origins.arrived", HUGE), *_INSIDE],
    ids=str,
)
def test_the_rescue_leaves_what_is_strange_out(
    path: Path, capsys: pytest.CaptureFixture[str], column: str, value: object
) -> None:
    table, name = column.split(".")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            f"UPDATE {table} SET {name} = ? WHERE id = (SELECT max(id) FROM {table})", (value,)
        )
    assert main(["doctor", "--rescue"]) == 0
    capsys.readouterr()
    assert main(["list", "--json"]) == 0
    listed = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
    assert len(listed) == len(PAPERS)
    assert main(["show", *listed]) == 0
    capsys.readouterr()
    main(["doctor"])
    assert "no radar stores" not in " ".join(capsys.readouterr().out.split())


def test_the_rescue_says_which_papers_lack_a_value_now(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _put(path, "papers.upvotes", "text")
    assert main(["doctor", "--rescue"]) == 0
    told = capsys.readouterr().out
    assert f"{len(PAPERS)} kept; {len(PAPERS)} without values that no radar stores" in told
    assert "lost" not in told.split("file", 1)[0]


def test_an_export_that_ends_in_the_middle_says_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE papers SET upvotes = 'x' WHERE id = (SELECT min(id) FROM papers)")
    assert main(["export", "--format", "csv"]) == 2
    said = capsys.readouterr()
    assert "Snails Sort Marbles" in said.out
    assert "the export is unfinished" in said.err
    out = path.with_name("all.csv")
    assert main(["export", "--out", str(out)]) == 2
    assert not out.exists()


def test_a_library_as_radar_leaves_it_has_nothing_strange(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["doctor"])
    assert "no radar stores" not in capsys.readouterr().out
