"""Paths as readers write them."""

from __future__ import annotations

from pathlib import Path

from radar.papers.home import at_home


def test_a_tilde_is_the_home_folder_and_stays_where_no_user_has_the_name() -> None:
    assert at_home("~/shelf/a.bib") == Path.home() / "shelf" / "a.bib"
    assert at_home("~no-such-user/a.bib") == Path("~no-such-user/a.bib")
    assert at_home("/shelf/~/a.bib") == Path("/shelf/~/a.bib")
