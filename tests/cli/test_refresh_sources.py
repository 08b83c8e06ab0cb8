"""`radar refresh`."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from radar.abstracts.reading import read
from radar.cli import main
from radar.cli.commands.refresh_sources import Told, Wish, refresh
from radar.cli.output import Output
from radar.cli.progress import ProgressBar
from radar.errors import ListingError, Offline, RateLimited
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.listed.listing import NotUnderstood
from radar.pipeline.refreshing import Refresher
from tests.cli.seeding import settings
from tests.pipeline.fakes import FakeSource, paper


@pytest.fixture
def library() -> Iterator[Library]:
    library = Library.open(settings().library)
    yield library
    library.close()


async def _refreshed(
    library: Library, sources: Sequence[FakeSource], wish: Wish | None = None
) -> tuple[int, str, str, list[str]]:
    closed: list[str] = []

    async def close() -> None:
        closed.append("closed")

    named = {source.name: source for source in sources}
    out, errors = io.StringIO(), io.StringIO()
    output = Output(out, errors, {})
    code = await refresh(
        Refresher(library, named.__getitem__, read, close),
        list(named),
        Told(output, ProgressBar(output), wish or Wish()),
    )
    return code, out.getvalue(), errors.getvalue(), closed


async def test_each_source_says_what_came_of_it(library: Library) -> None:
    sources = [FakeSource("hf:daily", [[paper(1), paper(2)]]), FakeSource("arxiv:cs.CL", [[paper(3)]])]
    code, out, errors, closed = await _refreshed(library, sources)
    assert (code, errors, closed) == (0, "", ["closed"])
    assert "hf:daily: 2 new, 0 known\n" in out
    assert "arxiv:cs.CL: 1 new, 0 known\n" in out


async def test_a_source_that_fails_is_told_and_the_others_go_on(library: Library) -> None:
    sources = [
        FakeSource(
            "hf:daily", [[paper(1)]], Offline("huggingface.co cannot be reached", "Look at the network")
        ),
        FakeSource("arxiv:cs.CL", [[paper(3)]]),
    ]
    code, out, errors, closed = await _refreshed(library, sources)
    assert (code, closed) == (3, ["closed"])
    assert errors.startswith(
        "radar: offline: hf:daily: huggingface.co cannot be reached (1 new, 0 known before that); asked "
    )
    assert errors.endswith("\n  Look at the network\n")
    assert out == "arxiv:cs.CL: 1 new, 0 known\n"


async def test_items_not_understood_are_told_once_with_their_source(library: Library) -> None:
    left_out = NotUnderstood(7, "there is no title\x1b[31m", "https://moss.example/7")
    source = FakeSource("hf:daily", [[paper(1), left_out]])
    code, out, errors, _ = await _refreshed(library, [source])
    assert code == 0
    assert errors == "hf:daily: item 7: there is no title: https://moss.example/7\n"
    assert "1 item not understood" in out
    code, out, errors, _ = await _refreshed(library, [source])
    assert (code, out, errors) == (0, "hf:daily: 0 new, 1 known, 1 item not understood\n", "")
    assert await _refreshed(library, [source], Wish(quiet=True)) == (0, "", "", ["closed"])


async def test_quiet_tells_an_item_that_is_new_and_not_understood(library: Library) -> None:
    left_out = [NotUnderstood(number, "there is no title", str(number)) for number in range(1, 6)]
    source = FakeSource("hf:daily", [[*left_out]])
    _, out, errors, _ = await _refreshed(library, [source], Wish(quiet=True))
    assert out == ""
    assert errors == "".join(
        f"hf:daily: {line}\n"
        for line in (*(f"item {number}: there is no title: {number}" for number in (1, 2, 3)), "and 2 more")
    )


async def test_a_date_that_lies_too_far_ahead_is_told_and_its_paper_comes_in(library: Library) -> None:
    source = FakeSource("hf:daily", [[paper(1), replace(paper(2), published=date(2850, 1, 2))]])
    told = "hf:daily: 2 new, 0 known, 1 paper with a date more than a year ahead, not believed"
    assert await _refreshed(library, [source]) == (0, f"{told}\n", "", ["closed"])
    _, out, _, _ = await _refreshed(library, [source], Wish(as_json=True))
    assert json.loads(out)["dates_not_believed"] == 1


async def test_json_names_what_is_left_out(library: Library) -> None:
    source = FakeSource("hf:daily", [[NotUnderstood(7, "there is no title", "here")]])
    _, out, _, _ = await _refreshed(library, [source], Wish(as_json=True))
    assert json.loads(out)["left_out"] == [{"item": 7, "reason": "there is no title", "text": "here"}]


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


def test_where_all_sources_are_off_it_says_so_and_how_one_is_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = settings().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[[source]]\nname = "arxiv:cs.CL"\noff = true\n', encoding="utf-8")
    assert main(["refresh"]) == 2
    told = capsys.readouterr().err
    assert "all sources are off" in told
    assert "radar refresh arxiv:cs.CL asks one all the same" in told


async def test_quiet_says_what_is_new_and_what_fails(library: Library) -> None:
    first = [FakeSource("hf:daily", [[paper(1)]]), FakeSource("arxiv:cs.CL", failure=Offline("no way"))]
    code, out, errors, _ = await _refreshed(library, first, Wish(quiet=True))
    assert (code, out) == (3, "hf:daily: 1 new, 0 known\n")
    assert "no way" in errors
    code, out, errors, _ = await _refreshed(library, [FakeSource("hf:daily", [[paper(1)]])], Wish(quiet=True))
    assert (code, out, errors) == (0, "", "")


async def test_json_has_an_object_for_each_source(library: Library) -> None:
    sources = [
        FakeSource("hf:daily", [[paper(1)]], label="Daily"),
        FakeSource("arxiv:cs.CL", failure=RateLimited("asks to slow down", "Wait", 600)),
    ]
    code, out, errors, _ = await _refreshed(library, sources, Wish(as_json=True))
    told = {record["source"]: record for record in map(json.loads, out.splitlines())}
    assert (code, errors) == (3, "")
    assert (told["hf:daily"]["new"], told["hf:daily"]["label"], told["hf:daily"]["error"]) == (
        1,
        "Daily",
        None,
    )
    assert told["arxiv:cs.CL"]["error"] == "asks to slow down"
    assert told["arxiv:cs.CL"]["again"] is not None


async def test_a_site_that_answers_nonsense_is_as_good_as_out_of_reach(library: Library) -> None:
    code, *_ = await _refreshed(library, [FakeSource("hf:daily", failure=ListingError("a web page"))])
    assert code == 3


def test_a_day_that_is_none_and_anew_without_a_day_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", "hf:daily", "--since", "soon"]) == 2
    assert "no day that has been" in capsys.readouterr().err
    assert main(["refresh", "hf:daily", "--anew"]) == 2
    assert "--anew needs a --since" in capsys.readouterr().err


def test_a_source_that_cannot_go_back_says_which_can(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", "hf:trending", "--since", "30d"]) == 2
    printed = capsys.readouterr().err
    assert "hf:trending: cannot be asked for earlier days" in printed
    assert "hf:daily" in printed
    assert "arxiv:cs.CL" in printed
