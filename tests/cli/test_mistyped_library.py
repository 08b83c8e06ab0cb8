"""A screen that is opened on a library that is not there."""

from __future__ import annotations

from pathlib import Path

from tests.terminal import Terminal


def test_a_library_that_is_not_there_is_named_and_none_is_left_where_nothing_came(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    with Terminal(["--library", str(folder / "deep" / "mistyped.sqlite3")]) as terminal:
        terminal.wait_for("Load the sample")
        shown = "".join(line.strip() for line in terminal.text.splitlines())
        assert "mistyped.sqlite3, which is new." in shown
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert not folder.exists()


def test_a_new_library_with_papers_stays(tmp_path: Path) -> None:
    library = tmp_path / "nowhere" / "new.sqlite3"
    with Terminal(["--library", str(library)]) as terminal:
        terminal.wait_for("Load the sample")
        terminal.type("d")
        terminal.wait_for("44 papers")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert library.exists()
