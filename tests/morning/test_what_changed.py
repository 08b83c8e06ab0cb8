"""What changes at a site after a paper was listed is news, and only once."""

from __future__ import annotations

from pathlib import Path

from radar.papers.bases import replace
from radar.papers.reader.query import PaperQuery
from radar.papers.summaries.flags import Release
from tests.morning.invented import in_second_version, papers
from tests.morning.reader import Reader
from tests.morning.world import World, sites

_UPDATED = PaperQuery(text="is:updated")


def test_code_that_comes_out_later_is_news(tmp_path: Path) -> None:
    first, second, third = papers(5)[1:3] + papers(5)[4:5]
    world = World([first, second, third])
    with sites(world) as server:
        reader = Reader(tmp_path / "reader", server, ["hf:daily"])
        reader.run("refresh")
        assert reader.entries(_UPDATED) == []
        reader.run("mark", "read", "--all")
        reader.forget_pages()
        world.let_list(replace(first, code="https://github.com/hedges/herons"), second, third, at=["hf"])
        outcome = reader.run("refresh")
        assert "1 updated" in outcome.out
        (entry,) = reader.entries(_UPDATED)
        assert entry.paper.title == first.title
        assert entry.summary.flags.code.value is Release.RELEASED
        assert any("code is now out" in change.line for change in entry.changes)
        listed = reader.run("list", "is:updated")
        assert first.title in listed.out
        reader.run("mark", "read", first.arxiv)
        assert reader.entries(_UPDATED) == []
        assert "updated" not in reader.run("refresh").out


def test_a_second_version_takes_the_place_of_the_first_and_is_news(tmp_path: Path) -> None:
    paper = papers(2)[1]
    world = World([paper])
    with sites(world) as server:
        reader = Reader(tmp_path / "reader", server, ["arxiv:cs.CL"])
        reader.run("refresh")
        reader.run("mark", "read", "--all")
        newer = in_second_version(paper, "Code is available at https://github.com/ponds/herons2.")
        reader.forget_pages()
        world.let_list(newer, at=["arxiv"])
        reader.run("add", paper.arxiv)
        (entry,) = reader.entries(_UPDATED)
        assert (entry.paper.version, entry.paper.abstract) == (2, newer.abstract)
        reader.forget_pages()
        world.let_list(paper, at=["arxiv"])
        reader.run("refresh")
        (entry,) = reader.entries()
        assert entry.paper.version == 2


def test_the_code_of_a_starred_paper_is_looked_for(tmp_path: Path) -> None:
    old, other = papers(12)[10:12]
    world = World([old, other])
    with sites(world) as server:
        reader = Reader(tmp_path / "reader", server, ["openreview:ICLR.cc/2026/Conference"])
        reader.run("add", old.arxiv)
        reader.run("mark", "star", old.arxiv)
        reader.forget_pages()
        world.let_list(replace(old, code="https://github.com/weirs/otters"), at=["hf"])
        reader.forget_pages()
        world.let_list(other, at=["openreview"])
        outcome = reader.run("refresh")
        assert outcome.code == 0
        (entry,) = reader.entries(_UPDATED)
    assert entry.paper.title == old.title
