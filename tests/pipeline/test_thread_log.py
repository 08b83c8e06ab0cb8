"""What ends a thread: in the log, and never on the terminal."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from radar import __version__
from radar.cli.unforeseen import told
from radar.pipeline.error_log import ERROR_LOG
from radar.pipeline.thread_log import threads_logged

SECRET = "sk-secret-of-the-test"


def _fail() -> None:
    raise ValueError(f"the key {SECRET} is none")


def _run_to_its_end() -> None:
    thread = threading.Thread(target=_fail, name="radar-test")
    thread.start()
    thread.join()


def test_what_ends_a_thread_is_logged_without_secrets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "state" / "errors.log"

    before = threading.excepthook
    with threads_logged(log, lambda: (SECRET,)):
        _run_to_its_end()
    assert threading.excepthook is before
    text = log.read_text(encoding="utf-8")
    assert "the thread radar-test ended:" in text
    assert "ValueError: the key *** is none" in text
    assert capsys.readouterr() == ("", "")
    assert log.stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_written_is_no_further_trouble(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    with threads_logged(tmp_path / "state" / "errors.log"):
        _run_to_its_end()
    assert capsys.readouterr() == ("", "")


def test_what_a_thread_and_what_a_command_end_by_stand_in_one_file(tmp_path: Path) -> None:
    log = tmp_path / "radar" / ERROR_LOG
    with threads_logged(log):
        _run_to_its_end()
    error = told(ValueError("in a command"), {"XDG_STATE_HOME": str(tmp_path)})
    assert error.hint.endswith(f"{log} tells more, for a report")
    text = log.read_text(encoding="utf-8")
    assert text.index("the thread radar-test ended:") < text.index("ValueError: in a command")
    assert text.count(f" UTC, radar {__version__}\n") == 2
