"""Six papers summarised from the screen by a real model: cancelled, taken up again, paid once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from radar.library.reader import LibraryReader
from radar.papers.jobs.job import JobState
from radar.papers.reader.query import PaperQuery
from tests.real_llm.conftest import RealServer
from tests.real_llm.counting import counting
from tests.terminal import Terminal

pytestmark = pytest.mark.real_llm

PAPERS = 6
_DONE = re.compile(rf"\b([2-5])/{PAPERS}\b")
_ANIMALS = ("otters", "herons", "moles", "bats", "toads", "wrens")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    listing = tmp_path / "animals.jsonl"
    records = [
        {
            "id": f"2601.{number:05d}",
            "title": f"Where the {animal} of the northern ponds sleep",
            "abstract": f"Nobody knew where {animal} sleep. We followed {20 + number} {animal} with small "
            f"radios for a summer. They sleep {3 + number} times closer to water than expected. "
            f"Our code is available at https://github.com/ponds/{animal}.",
            "listed": "2026-01-15",
        }
        for number, animal in enumerate(_ANIMALS)
    ]
    listing.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    path = tmp_path / "library.sqlite3"
    with Terminal(["--library", str(path), "import", str(listing)]) as terminal:
        assert terminal.wait_for_end() == 0
    return path


def test_summaries_can_be_cancelled_and_taken_up_again_without_paying_twice(
    real_server: RealServer, library: Path
) -> None:
    with counting(real_server.base_url) as server:
        environment = {
            "RADAR_BASE_URL": server.base_url,
            "RADAR_MODEL": real_server.model,
            "RADAR_CONCURRENCY": "1",
        }
        with Terminal(["--library", str(library)], environment=environment) as terminal:
            terminal.wait_for(f"{PAPERS} papers")
            terminal.type("M")
            terminal.wait_for(f"summarise {PAPERS} papers")
            terminal.type("y")
            terminal.wait_for(lambda text: bool(_DONE.search(text)), 120)
            terminal.type("x")
            terminal.wait_for("cancelled", 60)
            done_first = _summarised(library)
            asked_first = server.completions
            terminal.type("M")
            terminal.wait_for("tokens in")
            terminal.type("y")
            terminal.wait_for(lambda _: _summarised(library) == PAPERS, 240)
            terminal.type("q")
            assert terminal.wait_for_end() == 0
        assert 2 <= done_first < PAPERS
        # The one that was under way when it was cancelled may have been asked for twice.
        assert asked_first <= done_first + 1
        assert server.completions <= PAPERS + 1
    _assert_jobs_and_summaries_agree(library)


def _summarised(library: Path) -> int:
    reader = LibraryReader.open(library)
    try:
        entries = [reader.entry(key) for key in reader.keys(PaperQuery())]
        return sum(entry is not None and len(entry.summaries) > 1 for entry in entries)
    finally:
        reader.close()


def _assert_jobs_and_summaries_agree(library: Path) -> None:
    """What the jobs say was spent is what the summaries say they took."""
    reader = LibraryReader.open(library)
    try:
        entries = [entry for key in reader.keys(PaperQuery()) if (entry := reader.entry(key))]
        jobs = reader.jobs()
    finally:
        reader.close()
    assert [job.state for job in jobs if job.kind == "summarise"] == [JobState.DONE, JobState.CANCELLED]
    taken = sum(entry.summary.provenance.tokens_in for entry in entries)
    assert sum(job.progress.tokens_in for job in jobs) == taken > 0
