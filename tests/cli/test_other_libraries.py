"""Libraries that are not as this radar leaves them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from radar.cli import main
from radar.library.database.connection import open_writer
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.schema import migrations as schema
from radar.papers.reader.query import PaperQuery
from tests.cli.running import ROOT, radar
from tests.cli.seeding import PAPERS, seed, settings
from tests.terminal import Terminal

WITHOUT_RIGHTS = "tests.cli.without_rights"
"""The module that runs radar as someone whom folders refuse."""


def _make_older(migrations: Sequence[schema.Migration] = schema.MIGRATIONS[:-1]) -> None:
    database = open_writer(settings().library)
    schema.migrate(database, migrations)
    database.close()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list"], 0),
        (["list", "--json"], 0),
        (["export", "--format", "jsonl"], 1),
        (["show", "2511.00123"], 1),
        (["watch"], 0),
        (["usage"], 0),
        (["jobs"], 0),
        (["mark", "read", "--all"], 1),
    ],
)
def test_a_library_of_an_older_radar_is_brought_up_to_date_by_what_reads_it(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int
) -> None:
    _make_older()
    assert main(arguments) == code
    told = " ".join(capsys.readouterr().err.split())
    assert "is of an older radar; it is brought up to date first, with all that it holds" in told
    LibraryReader.open(settings().library).close()
    main(arguments)
    assert "older" not in capsys.readouterr().err


def test_a_library_that_was_left_half_way_is_brought_to_the_end() -> None:
    _make_older()
    database = open_writer(settings().library)
    database.run(
        "CREATE TABLE sweeps (name TEXT PRIMARY KEY, at INTEGER, done INTEGER NOT NULL, "
        "total INTEGER NOT NULL) WITHOUT ROWID"
    )
    database.run("INSERT INTO sweeps VALUES ('8', NULL, 0, 0)")
    database.close()
    done = radar("list")
    assert (done.returncode, done.stdout) == (0, "")
    assert "it is brought up to date first" in done.stderr
    LibraryReader.open(settings().library).close()


def test_of_a_library_that_was_left_while_it_was_made_no_more_is_said_than_of_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = settings().library
    assert main(["list"]) == 0
    without = capsys.readouterr()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    assert main(["list"]) == 0
    assert capsys.readouterr() == without
    LibraryReader.open(path).close()


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "--json"],
        ["show", "2511.00123"],
        ["export", "--format", "jsonl"],
        ["digest"],
        ["watch"],
        ["watch", "show", "walls"],
        ["usage"],
        ["jobs"],
        ["mark", "read", "--all"],
        ["mark", "undo"],
        ["tag", "later", "snail"],
        ["note", "2511.00123"],
        ["summarise", "--yes"],
        ["compare", "--yes", "--summarisers", "endpoint,offline"],
        ["batch", "export", "--dialect", "rows", "--yes"],
        ["batch", "import", "results.jsonl"],
    ],
    ids=" ".join,
)
def test_a_library_that_is_named_and_not_there_is_not_taken_for_an_empty_one(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: list[str],
) -> None:
    monkeypatch.setenv("RADAR_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("RADAR_MODEL", "small")
    seed()
    path = tmp_path / "librray.sqlite3"
    assert main([*arguments, "--library", str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"radar: library: there is no library at {path}" in printed.err
    assert "radar import FILE and radar refresh make one there" in printed.err
    assert not path.exists()


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["digest"], ["sources"], ["usage"], ["mark", "undo"], ["doctor", "--rescue"]],
    ids=" ".join,
)
def test_a_library_that_cannot_be_looked_at_is_not_called_absent(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: list[str]
) -> None:
    assert main([*arguments, "--library", str(tmp_path / ("x" * 300))]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "cannot be looked at (File name too long)" in printed.err
    assert "Make its folders readable for you" in printed.err


def test_what_needs_no_library_does_without_the_one_that_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "new.sqlite3"
    assert main(["sources", "--library", str(path)]) == 0
    assert "hf:daily" in capsys.readouterr().out
    assert not path.exists()
    listing = tmp_path / "papers.jsonl"
    listing.write_text(json.dumps({"id": "2511.00123", "title": "Snails"}) + "\n", encoding="utf-8")
    assert main(["import", str(listing), "--library", str(path)]) == 0
    assert main(["list", "--library", str(path)]) == 0
    assert "Snails" in capsys.readouterr().out


def test_the_doctor_looks_at_a_library_of_an_older_radar_and_leaves_it_as_it_is() -> None:
    _make_older()
    done = radar("doctor")
    assert "radar list brings it up to date" in done.stdout + done.stderr
    database = open_writer(settings().library)
    assert schema.version_of(database) == schema.MIGRATIONS[-2].number
    database.close()


def _refused(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", WITHOUT_RIGHTS, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A library with papers and a watch in a folder where nothing can be written."""
    seed()
    with closing(Library.open(settings().library)) as library:
        library.add_watch("of snails", PaperQuery(text="snails"))
    path = settings().library
    path.chmod(0o444)
    path.parent.chmod(0o555)
    yield path
    path.parent.chmod(0o755)


@pytest.mark.usefixtures("unwritable")
def test_a_library_that_cannot_be_written_is_listed_exported_and_shown_and_that_is_said_in_a_line() -> None:
    for arguments in (
        ["list", "--json"],
        ["export", "--format", "jsonl"],
        ["show", "--json", *(str(paper.id) for paper in PAPERS)],
    ):
        done = _refused(*arguments)
        assert done.returncode == 0, done
        assert len([json.loads(line) for line in done.stdout.splitlines()]) == len(PAPERS)
        assert done.stderr == (
            "the library is read-only: it is read as it is, and nothing can be marked or brought\n"
        )
    assert _refused("watch").returncode == _refused("usage").returncode == 0
    shown = _refused("watch", "show", "of snails")
    assert shown.returncode == 0, shown
    assert "of snails" in shown.stdout
    aside = _refused("digest", "--since", "30d")
    assert aside.returncode == 0, aside
    assert all(paper.title in aside.stdout for paper in PAPERS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["mark", "star", "--all"],
        ["digest"],
        ["summarise", "--yes"],
        ["refresh", "arxiv:cs.CL"],
        ["mark", "undo"],
        ["remove", "--all", "--yes"],
        ["tag", "later", "--all"],
        ["note", str(PAPERS[0].id), "read it"],
        ["watch", "show", "of snails", "--seen"],
    ],
)
def test_what_would_change_a_library_that_cannot_be_written_says_what_to_do(
    unwritable: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("RADAR_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("RADAR_MODEL", "small")
    done = _refused(*arguments)
    told = " ".join(done.stderr.split())
    assert f"radar: library: The library {unwritable} is read-only" in told
    assert "make both writable for you, or copy it" in told
    assert "it is read as it is" not in told
    assert "Traceback" not in told
    assert done.returncode == 2


def test_the_screen_does_not_open_on_a_library_that_cannot_be_written(unwritable: Path) -> None:
    with Terminal([], module=WITHOUT_RIGHTS, columns=200) as terminal:
        assert terminal.wait_for_end() == 2
        assert f"The library {unwritable} is read-only" in terminal.text
        assert "radar list, show and export read it" in terminal.text


def test_a_library_of_an_older_radar_that_cannot_be_written_stays_as_it_is() -> None:
    _make_older()
    path = settings().library
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        done = _refused("list")
    finally:
        path.parent.chmod(0o755)
    told = " ".join(done.stderr.split())
    assert done.returncode == 2
    assert "is of an older radar and stays so: The library" in told
    assert "copy it to a folder that you can write to" in told
