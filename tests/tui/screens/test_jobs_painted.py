"""What the terminal is sent when the jobs are opened."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.listing import Listing
from tests.pipeline.fakes import paper
from tests.terminal import Terminal


def test_sources_are_never_seen_broken_for_a_screen_that_is_not_laid_out(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    library = Library.open(file)
    library.add_papers([paper(1)], Listing("file:moss"), read)
    asked = datetime.now(UTC)
    library.note_source(SourceState("hf:daily", "Moss of the whole country", asked=asked, succeeded=asked))
    library.close()
    settings = tmp_path / "config.toml"
    settings.write_text('sources = ["hf:daily"]\nrefresh_hours = 0\n')
    with Terminal(
        ["--library", str(file), "--config", str(settings)], environment={"HOME": str(tmp_path)}
    ) as terminal:
        terminal.wait_for("1 paper")
        begun = len(terminal.raw)
        terminal.type("J")
        terminal.wait_for("Moss of the whole country")
        painted = bytes(terminal.raw[begun:])
        assert painted.count(b"Moss of the") == painted.count(b"Moss of the whole country")
