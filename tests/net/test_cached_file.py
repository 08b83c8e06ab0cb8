"""Files of the cache, there whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from radar.net.cached_file import write_cached


def test_a_file_is_written_for_its_owner_alone_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "prices.json"
    write_cached(file, b"one")
    write_cached(file, b"two")
    assert file.read_bytes() == b"two"
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_link_in_its_place_is_replaced_and_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"mine")
    file = tmp_path / "prices.json"
    file.symlink_to(elsewhere)
    write_cached(file, b"one")
    assert (file.read_bytes(), elsewhere.read_bytes()) == (b"one", b"mine")
    assert not file.is_symlink()


def test_what_cannot_be_put_in_its_place_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "prices.json"
    file.mkdir()
    with pytest.raises(OSError, match="directory"):
        write_cached(file, b"one")
    assert list(tmp_path.iterdir()) == [file]
