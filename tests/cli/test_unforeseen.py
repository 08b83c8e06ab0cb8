"""What nobody foresaw reaches a reader in words, and no code is ever printed over the screen."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from radar.cli.unforeseen import told
from radar.net.key_sources import CommandKey
from radar.pipeline.error_log import ERROR_LOG
from radar.settings.folders import Folders
from tests.cli.running import radar
from tests.cli.seeding import seed, settings
from tests.terminal import Terminal


@pytest.fixture
def damaged() -> Path:
    """Return a library whose counts are gone, which no program of ours takes away."""
    seed()
    path = settings().library
    _spoil(path, "DELETE FROM counts")
    return path


def _spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(statement)
        database.commit()


def _log(environ: Mapping[str, str] = os.environ) -> Path:
    return Folders.of(environ).state / ERROR_LOG


def _is_filled(log: Path) -> bool:
    return log.exists() and log.stat().st_size > 0


def _unfolded(text: str) -> str:
    """Return what is on screen in one line: where lines end hangs on the length of the path of the log."""
    return " ".join(text.split())


def _failing(words: str) -> Exception:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


FAULTY = """
import sqlite3

class Faulty(sqlite3.Connection):
    def execute(self, sql, *values):
        if {words!r} in sql:
            raise ZeroDivisionError("of SQLite")
        return super().execute(sql, *values)

connect = sqlite3.connect
sqlite3.connect = lambda *given, **named: connect(*given, **{{**named, "factory": Faulty}})
"""


def _break_sqlite(folder: Path, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the module of SQLite fail, in programs started from now on, in a way that it never does."""
    (folder / "sitecustomize.py").write_text(FAULTY.format(words=words), encoding="utf-8")
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    )


def test_a_command_says_what_happened_where_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    _break_sqlite(tmp_path, "FROM counts", monkeypatch)
    done = radar("list", "shells")
    assert done.returncode == 1
    assert done.stderr.startswith(
        "radar: An error that radar does not know (ZeroDivisionError in connection.py, line "
    )
    assert f"radar doctor checks it. {_log()} tells more, for a report" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    account = _log().read_text(encoding="utf-8")
    assert "Traceback" in account
    assert "connection.py" in account
    assert _log().stat().st_mode & 0o777 == 0o600


def test_the_screen_is_left_and_the_same_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seed()
    _break_sqlite(tmp_path, "FROM papers", monkeypatch)
    with Terminal([]) as terminal:
        assert terminal.wait_for_end() == 1
        assert "radar: An error that radar does not know (" in terminal.text
        assert str(_log()) in terminal.text.replace("\n", "")
        assert "Traceback" not in terminal.text
        assert "locals" not in terminal.text


def test_what_ends_a_thread_is_written_down_and_the_screen_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    _break_sqlite(tmp_path, "SELECT papers FROM counts", monkeypatch)
    with Terminal([]) as terminal:
        terminal.wait_for(lambda text: "radar doctor checks it" in _unfolded(text) and _is_filled(_log()))
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert "Traceback" not in terminal.text
    assert "finding.py" in _log().read_text(encoding="utf-8")


@pytest.mark.usefixtures("damaged")
def test_doctor_says_how_it_is_mended_and_mends_it() -> None:
    done = radar("doctor")
    assert done.returncode == 1
    assert "fail  library     The library has lost its counts" in done.stdout
    assert "radar doctor --rebuild-index" in done.stdout
    assert radar("doctor", "--rebuild-index").returncode == 0
    assert radar("list", "shells").returncode == 0


def test_the_account_grows_and_is_put_aside_when_it_is_long(tmp_path: Path) -> None:
    environ = {"XDG_STATE_HOME": str(tmp_path)}
    told(_failing("first"), environ)
    told(_failing("second"), environ)
    account = _log(environ).read_text(encoding="utf-8")
    assert account.index("ValueError: first") < account.index("ValueError: second")
    _log(environ).write_bytes(b"x" * 1_000_001)
    told(_failing("third"), environ)
    assert "third" in _log(environ).read_text(encoding="utf-8")
    assert _log(environ).with_name(f"{ERROR_LOG}.old").stat().st_size == 1_000_001


def test_where_nothing_can_be_written_it_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "radar").write_text("a file where the folder should be")
    error = told(_failing("odd"), {"XDG_STATE_HOME": str(tmp_path)})
    assert "ValueError in test_unforeseen.py" in error.message
    assert error.hint == "What is in the library stays; radar doctor checks it"


def test_no_secret_of_the_environment_reaches_the_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SNAIL_API_KEY", "sk-snail-0123")
    environ = {"XDG_STATE_HOME": str(tmp_path)}
    error = told(_failing("refused sk-snail-0123"), environ)
    assert "sk-snail-0123" not in _log(environ).read_text(encoding="utf-8") + str(error)


def test_no_rest_of_a_secret_stays_where_another_one_begins_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A_SNAIL_KEY", "sk-snail")
    monkeypatch.setenv("B_SNAIL_KEY", "sk-snail-0123")
    environ = {"XDG_STATE_HOME": str(tmp_path)}
    error = told(_failing("refused sk-snail-0123"), environ)
    assert "-0123" not in _log(environ).read_text(encoding="utf-8") + str(error)


def test_no_key_and_no_escape_reaches_the_account(tmp_path: Path) -> None:
    key = f"sk-unforeseen-{os.getpid()}"
    CommandKey(f"{sys.executable} -c \"print('{key}')\"").fetch()
    environ = {"XDG_STATE_HOME": str(tmp_path)}
    error = told(_failing(f"Bearer {key} \x1b[31mis odd"), environ)
    account = _log(environ).read_text(encoding="utf-8")
    assert key not in account + str(error)
    assert "Bearer ***" in account
    assert "Bearer ***" in error.message
    assert "\x1b" not in account
