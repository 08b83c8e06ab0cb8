"""Lists of feeds as files and texts."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from radar.errors import ListingError
from radar.pipeline.feed_lists import feeds_of, feeds_of_file, names_feeds
from tests.sources.feeds.test_opml import LIST


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_is_told_by_what_is_in_it_and_read_to_its_end(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "feeds.txt"
    path.write_bytes(gzip.compress(LIST.encode()) if packed else LIST.encode())
    assert names_feeds(path)
    found = feeds_of_file(path)
    assert [feed.title for feed in found.feeds] == ["On Kites & Lines", "On Reels", "[red][31mLoud"]
    assert [item.line for item in found.left_out] == [11, 12]
    assert found == feeds_of(LIST.split("\n"))


def test_what_is_no_list_of_feeds_or_cannot_be_looked_at_is_none(tmp_path: Path) -> None:
    listing = tmp_path / "feeds.opml"
    listing.write_text("TY  - JOUR\nTI  - Moss\nER  -\n", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "binary").write_bytes(b"<opml>\x00")
    assert not any(names_feeds(tmp_path / name) for name in ("feeds.opml", "pipe", "binary", "gone", "."))


def test_a_file_that_went_is_told(tmp_path: Path) -> None:
    with pytest.raises(ListingError, match="cannot be read"):
        feeds_of_file(tmp_path / "gone.opml")


def test_a_list_cut_off_in_its_packing_keeps_what_came_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml.gz"
    path.write_bytes(gzip.compress((LIST + " " * 100_000).encode())[:-9])
    assert feeds_of_file(path).left_out
