"""Lines in numbered files that appear only when they are whole."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from radar.errors import ExportError
from radar.pipeline.batches.shards import ShardWriter


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a device that is always full")
def test_a_full_disk_is_told_once_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / ".requests-0001.part").symlink_to("/dev/full")
    finished: list[object] = []
    writer = ShardWriter(
        tmp_path, "requests", most_lines=9, most_bytes=9_000, finished=lambda *given: finished.append(given)
    )
    writer.add("one", 1, b"{}")
    with pytest.raises(ExportError, match="No space left on device"):
        writer.finish()
    writer.discard()
    assert (finished, list(tmp_path.iterdir())) == ([], [])
