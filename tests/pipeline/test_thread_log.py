"""What ends a thread: in the log, and never on the terminal."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

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
    log = tmp_path / "state" / "worker.log"

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
    with threads_logged(tmp_path / "state" / "worker.log"):
        _run_to_its_end()
    assert capsys.readouterr() == ("", "")
