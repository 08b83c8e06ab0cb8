"""A refresh that is killed loses nothing and brings nothing twice; two at once bring everything once."""

from __future__ import annotations

import threading
from itertools import pairwise
from pathlib import Path

import pytest

from tests.morning.invented import papers
from tests.morning.reader import Reader
from tests.morning.world import World, sites
from tests.net.loopback import Arrived, Scripted

_SOURCES = ["hf:daily", "s2:search/winter", "acl:2026.winter-long", "openreview:ICLR.cc/2026/Conference"]
_COUNT = 90


class Watched(World):
    """Tells when a request arrives that is the last one somebody waits for."""

    def __init__(self, count: int) -> None:
        super().__init__(papers(count))
        self.until = -1
        self.reached = threading.Event()

    def answer(self, request: Arrived) -> Scripted:
        """Answer, and tell when enough have arrived."""
        given = super().answer(request)
        if len(self.arrived) >= self.until >= 0:
            self.reached.set()
        return given


@pytest.mark.parametrize("requests", [1, 2, 3, 4])
def test_a_refresh_that_is_killed_is_made_whole_by_the_next(requests: int, tmp_path: Path) -> None:
    world = Watched(_COUNT)
    world.until = requests
    with sites(world) as server:
        reader = Reader(tmp_path / "reader", server, _SOURCES)
        process = reader.start("refresh")
        assert world.reached.wait(60)
        process.kill()
        process.communicate()
        outcome = reader.run("refresh")
    assert outcome.code == 0
    assert reader.titles() == sorted(paper.title for paper in papers(_COUNT))
    for entry in reader.entries():
        assert sorted(origin.name for origin in entry.origins) == sorted(_SOURCES)


def test_a_back_fill_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    world = Watched(3_000)
    world.until = 1
    with sites(world) as server:
        reader = Reader(tmp_path / "reader", server)
        process = reader.start("refresh", "arxiv:cs.CL", "--since", "2026-03-01")
        assert world.reached.wait(60)
        process.kill()
        process.communicate()
        first = len(world.asked("arxiv"))
        outcome = reader.run("refresh", "arxiv:cs.CL", "--since", "2026-03-01")
        assert outcome.code == 0
        assert len(reader.titles()) == 3_000
        asked = len(world.asked("arxiv"))
        again = reader.run("refresh", "arxiv:cs.CL", "--since", "2026-03-01")
        assert again.code == 0
        # What is over is not asked for again but for what came since.
        assert len(world.asked("arxiv")) - asked <= 1
    assert asked - first >= 1


def test_two_refreshes_at_once_bring_everything_once(tmp_path: Path) -> None:
    world = World(papers(_COUNT))
    with sites(world) as server:
        reader = Reader(tmp_path / "reader", server, _SOURCES)
        both = [reader.start("refresh") for _ in range(2)]
        told = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert reader.titles() == sorted(paper.title for paper in papers(_COUNT))
    new = sum(int(word) for out, _ in told for word, after in _pairs(out) if after.startswith("new"))
    assert new == _COUNT


def _pairs(text: str) -> list[tuple[str, str]]:
    words = text.replace(",", "").split()
    return [(word, after) for word, after in pairwise(words) if word.isdigit()]
