"""A broken library is kept beside the one that begins in its place."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from radar.errors import LibraryError
from radar.library.library import Library
from radar.library.rescue.setting_aside import set_aside
from tests.library.samples import LISTING, papers, read


def test_a_broken_library_is_set_aside_and_a_new_one_started(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("rubble")
    path.with_name(path.name + "-wal").write_text("more rubble")
    aside = set_aside(path)
    assert aside.read_text() == "rubble"
    assert aside.with_name(aside.name + "-wal").read_text() == "more rubble"
    path.write_text("rubble again")
    assert set_aside(path) != aside
    with closing(Library.open(path)) as library:
        assert library.add_papers(papers(50), LISTING, read).new == 50
    with pytest.raises(LibraryError, match="cannot be set aside"):
        set_aside(path.with_name("nothing.db"))
