"""A screen that is opened on a library that is not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.terminal import Terminal


def test_a_library_that_is_not_there_is_named(tmp_path: Path) -> None:
    with Terminal(["--library", str(tmp_path / "deep" / "mistyped.sqlite3")]) as terminal:
        terminal.wait_for(lambda text: "mistyped.sqlite3, which is new." in _joined(text))
        terminal.type("q")
        assert terminal.wait_for_end() == 0


_HOW_ELSE = "by --library FILE or by library in the settings"


def _joined(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())


def _told(library: Path) -> str:
    """Return what stands on the terminal where no screen can open."""
    with Terminal(["--library", str(library)]) as terminal:
        assert terminal.wait_for_end() == 2
        return _joined(terminal.text)


def test_a_library_whose_folder_has_too_long_a_name_is_told_with_what_to_do(tmp_path: Path) -> None:
    told = _told(tmp_path / ("long" * 100) / "new.sqlite3")
    assert "radar: library: The library" in told
    assert "cannot be created (File name too long)" in told
    assert _HOW_ELSE in told


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root may look into every folder")
def test_a_library_in_a_folder_that_is_closed_to_the_reader_is_told_with_what_to_do(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    try:
        told = _told(closed / "deep" / "new.sqlite3")
    finally:
        closed.chmod(0o700)
    assert "cannot be created (Permission denied)" in told
    assert _HOW_ELSE in told
