"""`radar import` on a disk that takes nothing more amid it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from radar.library.reader import LibraryReader
from tests.cli.running import ROOT
from tests.cli.seeding import settings

_FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, 4_000_000))
from radar.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_how_many_papers_came_in_before_the_disk_was_full_is_said(tmp_path: Path) -> None:
    listing = tmp_path / "ferns.jsonl"
    abstract = "Ferns unroll on {} slopes. " + "We count fronds by hand at dawn. " * 12
    papers = [{"title": f"Fern {number}", "abstract": abstract.format(number)} for number in range(4_000)]
    listing.write_text("\n".join(map(json.dumps, papers)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _FULL, "import", str(listing)],
        capture_output=True,
        cwd=ROOT,
        env=dict(os.environ),
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "what was stored before is kept" in done.stderr
    told = re.search(r"ended early: ([\d,]+) papers? of ferns\.jsonl were read and are kept", done.stderr)
    assert told, done.stderr
    with closing(LibraryReader.open(settings().library)) as reader:
        assert reader.counts().papers == int(told[1].replace(",", "")) > 0
