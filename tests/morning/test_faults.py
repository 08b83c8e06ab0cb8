"""What a site does wrong is told in a line, and the other sites' papers come all the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.morning.invented import papers
from tests.morning.reader import Reader
from tests.morning.world import World, sites
from tests.net.loopback import Scripted, json_answer, loopback

_PAGE = Scripted(
    200, b"<!doctype html><html><body>Please prove that you are no robot", {"content-type": "text/html"}
)
_CUT = Scripted(200, b'[{"paper": {"id": "2603.0', {"content-type": "application/json"}, length=9_000)


def _reader(tmp_path: Path, world: World, server: object) -> Reader:
    return Reader(tmp_path / "reader", server, ["hf:daily", "openreview:ICLR.cc/2026/Conference"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (_PAGE, "web page"),
        (Scripted(200, b'{"error": "Invalid date"}', {"content-type": "application/json"}), "Invalid date"),
        (Scripted(404, b"Resource not found.", {"content-type": "text/plain"}), "404"),
        (Scripted(200, b" " * 30_000_000, {"content-type": "application/json"}), "20 MB"),
        (Scripted(302, b"", {"location": "ftp://127.0.0.1/papers"}), "no web address"),
        (Scripted(302, b"", {"location": "http://[::1"}), "no web address"),
        (Scripted(429, b"", {"retry-after": "7200"}), "slow down"),
        (Scripted(200, b"[1, 2, {}]", {"content-type": "application/json"}), "not"),
    ],
)
def test_a_site_that_fails_is_told_and_stops_no_other(fault: Scripted, told: str, tmp_path: Path) -> None:
    world = World(papers(2))
    world.faults["hf"] = [fault] * 10
    with sites(world) as server:
        outcome = _reader(tmp_path, world, server).run("refresh")
    assert told in outcome.out + outcome.error
    assert "openreview:ICLR.cc/2026/Conference: 2 new" in outcome.out
    assert "\x1b" not in outcome.out + outcome.error


@pytest.mark.parametrize(
    "fault",
    [
        Scripted(503, b""),
        Scripted(429, b"", {"retry-after": "1"}),
        Scripted(
            429, b"", {"retry-after": format_datetime(datetime.now(UTC) + timedelta(seconds=1), usegmt=True)}
        ),
        Scripted(429, b"", {"ratelimit": '"api";r=0;t=1'}),
        _CUT,
        Scripted(drop=True),
        Scripted(reset=True),
    ],
)
def test_a_fault_that_passes_is_not_seen(fault: Scripted, tmp_path: Path) -> None:
    world = World(papers(2))
    world.let_list(*papers(2, first=2), at=["hf"])
    world.faults["hf"] = [fault]
    with sites(world) as server:
        outcome = _reader(tmp_path, world, server).run("refresh")
    assert outcome.code == 0
    assert outcome.error == ""
    assert "hf:daily: 2 new" in outcome.out
    assert len(world.asked("hf")) == 2


def test_a_site_that_has_nothing_new_is_not_asked_for_it_again(tmp_path: Path) -> None:
    world = World(papers(2))
    world.faults["hf"] = [
        json_answer([], etag='"winter"'),
        Scripted(304, b"", {"etag": '"winter"'}),
    ]
    with sites(world) as server:
        reader = Reader(tmp_path / "reader", server, ["hf:daily"])
        assert reader.run("refresh").code == 0
        assert reader.run("refresh").code == 0
    conditions = [arrived.headers.get("if-none-match") for arrived in world.arrived]
    assert conditions in ([None, '"winter"'], [None])


def test_a_key_never_follows_to_another_host(tmp_path: Path) -> None:
    world = World(papers(1))
    with loopback(json_answer({"total": 0, "offset": 0})) as other, sites(world) as server:
        there = other.url.replace("127.0.0.1", "localhost")
        world.faults["s2"] = [Scripted(302, b"", {"location": f"{there}/graph"})]
        reader = Reader(
            tmp_path / "reader", server, ["s2:search/winter"], environment={"S2_API_KEY": "sesame-7"}
        )
        outcome = reader.run("refresh")
        assert world.arrived[0].headers["x-api-key"] == "sesame-7"
        assert all("sesame-7" not in str(arrived.headers) for arrived in other.arrived)
    assert "sesame-7" not in outcome.out + outcome.error
    for path in (tmp_path / "reader").rglob("*"):
        assert not path.is_file() or b"sesame-7" not in path.read_bytes()
