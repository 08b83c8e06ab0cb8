"""Paths as readers write them, what lies there, and what cannot be seen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from radar.papers.text.places import at_home, is_there


def test_a_file_and_a_folder_are_there(tmp_path: Path) -> None:
    (tmp_path / "dune.db").touch()
    assert is_there(tmp_path / "dune.db")
    assert is_there(tmp_path)


@pytest.mark.parametrize("name", ["fen", "dune.db/fen", "a\0b", "round"])
def test_nothing_is_at_a_name_that_leads_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "dune.db").touch()
    (tmp_path / "round").symlink_to("round")
    assert not is_there(tmp_path / name)


def test_what_cannot_be_seen_is_not_called_absent(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        is_there(tmp_path / ("x" * 300))


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root may look into every folder")
def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    with pytest.raises(PermissionError):
        is_there(closed / "dune.db")


def test_a_tilde_is_the_home_folder_and_stays_where_no_user_has_the_name() -> None:
    assert at_home("~/shelf/a.bib") == Path.home() / "shelf" / "a.bib"
    assert at_home("~no-such-user/a.bib") == Path("~no-such-user/a.bib")
    assert at_home("/shelf/~/a.bib") == Path("/shelf/~/a.bib")
