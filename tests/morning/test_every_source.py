"""Each source, asked by the program itself, brings what its site lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.morning.invented import papers
from tests.morning.reader import Reader
from tests.morning.world import World, sites

_NAMES = (
    "hf:daily",
    "hf:daily/2026-03-04",
    "hf:trending",
    "hf:search/winter",
    "arxiv:cs.CL",
    "arxiv:cs.CL+cs.LG",
    "arxiv:search/winter",
    "arxiv:id/2603.00000,2603.00001,2603.00002",
    "s2:search/winter",
    "openalex:winter",
    "acl:2026.winter-long",
    "openreview:ICLR.cc/2026/Conference",
    "feed",
)


@pytest.mark.parametrize("name", _NAMES)
def test_a_source_brings_its_papers_once(name: str, tmp_path: Path) -> None:
    listed = papers(3)
    with sites(World(listed)) as server:
        source = f"feed:{server.url}/feed/journal.xml" if name == "feed" else name
        reader = Reader(tmp_path / "reader", server, [source])
        first = reader.run("refresh")
        assert (first.code, first.error) == (0, "")
        assert "3 new" in first.out
        again = reader.run("refresh")
    assert "0 new" in again.out
    assert reader.titles() == sorted(paper.title for paper in listed)
    for entry in reader.entries():
        assert [origin.name for origin in entry.origins] == [source]
        assert "percent longer" in entry.paper.abstract or "% longer" in entry.paper.abstract


def test_one_paper_that_all_sites_list_is_one_row_with_the_best_of_each(tmp_path: Path) -> None:
    from radar.papers.bases import replace

    paper = papers(1)[0]
    world = World([paper])
    world.let_list(replace(paper, code="https://github.com/ponds/otters", upvotes=12), at=["hf"])
    names = ["hf:daily", "arxiv:cs.CL", "s2:search/winter", "openalex:winter"]
    with sites(world) as server:
        reader = Reader(tmp_path / "reader", server, names)
        assert reader.run("refresh").code == 0
    (entry,) = reader.entries()
    assert entry.paper.id == f"arxiv:{paper.arxiv}"
    assert {origin.name for origin in entry.origins} == set(names)
    assert entry.paper.upvotes == 12
    assert entry.paper.links.code == "https://github.com/ponds/otters"
    assert entry.paper.comment == paper.comment
