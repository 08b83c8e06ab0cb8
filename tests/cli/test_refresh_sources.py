"""`radar refresh`."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import pytest

from radar.abstracts.reading import read
from radar.cli import main
from radar.cli.commands.refresh_sources import refresh
from radar.cli.output import Output
from radar.errors import Offline
from radar.library.library import Library
from radar.papers.listing import NotUnderstood
from radar.pipeline.refreshing import Refresher
from tests.cli.seeding import settings
from tests.pipeline.fakes import FakeSource, paper


@pytest.fixture
def library() -> Iterator[Library]:
    library = Library.open(settings().library)
    yield library
    library.close()


async def _refreshed(library: Library, sources: Sequence[FakeSource]) -> tuple[int, str, str, list[str]]:
    closed: list[str] = []

    async def close() -> None:
        closed.append("closed")

    named = {source.name: source for source in sources}
    out, errors = io.StringIO(), io.StringIO()
    code = await refresh(
        Refresher(library, named.__getitem__, read, close), list(named), Output(out, errors, {})
    )
    return code, out.getvalue(), errors.getvalue(), closed


async def test_each_source_says_what_came_of_it(library: Library) -> None:
    sources = [FakeSource("hf:daily", [[paper(1), paper(2)]]), FakeSource("arxiv:cs.CL", [[paper(3)]])]
    code, out, errors, closed = await _refreshed(library, sources)
    assert (code, errors, closed) == (0, "", ["closed"])
    assert "hf:daily: 2 papers: 2 new, 0 known\n" in out
    assert "arxiv:cs.CL: 1 paper: 1 new, 0 known\n" in out


async def test_a_source_that_fails_is_told_and_the_others_go_on(library: Library) -> None:
    sources = [
        FakeSource(
            "hf:daily", [[paper(1)]], Offline("huggingface.co cannot be reached", "Look at the network")
        ),
        FakeSource("arxiv:cs.CL", [[paper(3)]]),
    ]
    code, out, errors, closed = await _refreshed(library, sources)
    assert (code, closed) == (3, ["closed"])
    assert errors == "radar: offline: hf:daily: huggingface.co cannot be reached\n  Look at the network\n"
    assert "hf:daily: 1 new papers came before that and are kept" in out
    assert "arxiv:cs.CL: 1 paper" in out


async def test_lines_not_understood_are_told(library: Library) -> None:
    left_out = NotUnderstood(7, "there is no title\x1b[31m")
    code, out, errors, _ = await _refreshed(library, [FakeSource("hf:daily", [[paper(1), left_out]])])
    assert code == 0
    assert errors == "line 7: there is no title\n"
    assert "1 line not understood" in out


def test_a_source_of_no_known_kind_is_an_error_of_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", "nowhere:\x1b[31mland"]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("radar: settings: ")
    assert "\x1b" not in printed.err


def test_without_sources_it_says_how_to_name_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RADAR_SOURCES", ",")
    assert main(["refresh"]) == 2
    assert "radar refresh hf:daily" in capsys.readouterr().err
