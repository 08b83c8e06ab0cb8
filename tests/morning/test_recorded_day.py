"""A day of arXiv and Hugging Face from recordings, headless and on screen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from radar.papers.summaries.flags import Release
from tests.morning.reader import Reader
from tests.morning.recorded import Recorded
from tests.morning.world import sites
from tests.terminal import Terminal

pytestmark = pytest.mark.skipif("RADAR_EVAL_DATA" not in os.environ, reason="RADAR_EVAL_DATA is not set")
_SOURCES = ("arxiv:cs.CL", "hf:daily")


def test_a_recorded_day_comes_in_whole(tmp_path: Path) -> None:
    recorded = Recorded()
    with sites(recorded.world()) as server:
        reader = Reader(tmp_path / "reader", server, _SOURCES)
        outcome = reader.run("refresh")
        again = reader.run("refresh")
        digest = reader.run("digest", "--since", "1d", "--format", "text")
    assert (outcome.code, outcome.error) == (0, "")
    assert "arxiv:cs.CL: 100 new, 0 known" in outcome.out
    assert "hf:daily: 1 new, 0 known" in outcome.out
    assert "arxiv:cs.CL: 0 new, 100 known" in again.out
    entries = {entry.paper.title: entry for entry in reader.entries()}
    assert len(entries) == 101
    assert set(recorded.titles) <= set(entries)
    assert sum(bool(entry.paper.comment) for entry in entries.values()) == 97
    (daily,) = (entry for title, entry in entries.items() if title not in recorded.titles)
    assert daily.summary.flags.code.value is Release.RELEASED
    assert daily.paper.site_summary_by == "Hugging Face"
    assert digest.code == 0
    assert daily.paper.title in " ".join(digest.out.split())


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 36)], ids=["narrow", "wide"])
def test_a_recorded_day_is_on_screen_without_a_key(columns: int, lines: int, tmp_path: Path) -> None:
    recorded = Recorded()
    with sites(recorded.world()) as server:
        reader = Reader(tmp_path / "reader", server, _SOURCES, more="refresh_hours = 6")
        # Whoever has no paper yet is asked where papers should come from.
        reader.run("add", recorded.numbers[0])
        arguments = ["--library", str(reader.library), "--config", str(reader.settings)]
        environment = {"RADAR_REFRESH_HOURS": "6", "HOME": str(reader.home)}
        with Terminal(arguments, columns=columns, lines=lines, environment=environment) as terminal:
            terminal.wait_for("101 papers", 60)
            terminal.type("G")
            terminal.wait_for(lambda text: any(title[:20] in text for title in recorded.titles))


def test_recorded_answers_of_the_other_sites_bring_their_papers(tmp_path: Path) -> None:
    with sites(Recorded().world()) as server:
        reader = Reader(tmp_path / "reader", server, ["s2:search/turing", "s2:search/n0 r3sult"])
        outcome = reader.run("refresh")
        added = reader.run("add", "10.1371/journal.pone.0033693", "https://openalex.org/W2741809807")
        missing = reader.run("add", "10.1371/notarealdoi")
    assert (outcome.code, outcome.error) == (0, "")
    # Two of the hundred have the same title and, as they were asked for, nothing else.
    assert "s2:search/turing: 99 new, 0 known" in outcome.out
    assert (added.code, added.error) == (0, "")
    assert added.out.count(": added: ") == 2
    assert missing.code == 1
    assert "10.1371/notarealdoi" in missing.out + missing.error
    (article,) = (entry for entry in reader.entries() if entry.paper.doi == "10.7717/peerj.4375")
    assert article.paper.abstract.startswith("Despite growing interest in Open Access")
