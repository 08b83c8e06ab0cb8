"""Turns at a site, shared by all radars of a reader."""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from radar.errors import RateLimited
from radar.net.pace_state import PaceState
from radar.net.reply import Reply
from radar.net.slots import FileSlot
from radar.net.turns import LONGEST_TURN, Turns
from radar.papers.jobs.site_wait import SiteWait, ToldOfWait, WhyWait, span_line
from tests.net.fetching import Clock, Heard

ARXIV = "https://export.arxiv.org/api/query"
RSS = "https://rss.arxiv.org/rss/cs.CL"
OTHER = "https://papers.example/feed"
BUSY = Reply(429, "", {"retry-after": "30"})


def turns_of(folder: Path | None, clock: Clock) -> Turns:
    return Turns(folder, sleep=clock.sleep, clock=clock)


async def take(turns: Turns, url: str, reply: Reply | None = None, told: ToldOfWait | None = None) -> None:
    async with turns.turn(url, told) as turn:
        if reply is not None:
            turn.heard(reply, trouble=reply.status != 200)


@pytest.mark.parametrize("shared", [True, False], ids=["file", "process"])
async def test_hosts_of_one_site_share_a_gap_and_others_do_not_wait(tmp_path: Path, shared: bool) -> None:
    clock = Clock()
    turns = turns_of(tmp_path if shared else None, clock)
    await take(turns, ARXIV)
    await take(turns, OTHER)
    assert clock.slept == []
    await take(turns, RSS)
    assert 3.0 <= sum(clock.slept) <= 3.05


async def test_the_gap_begins_when_the_answer_is_read(tmp_path: Path) -> None:
    clock = Clock()
    turns = turns_of(tmp_path, clock)
    async with turns.turn(ARXIV):
        clock.now += 100
    await take(turns, ARXIV)
    assert 3.0 <= sum(clock.slept) <= 3.05


async def test_one_request_at_a_time_is_under_way_in_the_order_of_asking(tmp_path: Path) -> None:
    clock = Clock()
    turns = turns_of(tmp_path, clock)
    order: list[str] = []

    async def ask(name: str) -> None:
        async with turns.turn(ARXIV):
            order.append(f"{name} begins")
            await asyncio.sleep(0)
            order.append(f"{name} ends")

    await asyncio.gather(*(ask(name) for name in "abc"))
    assert order == [f"{name} {what}" for name in "abc" for what in ("begins", "ends")]


async def test_two_radars_share_the_gap_and_the_wait_that_a_site_asks_for(tmp_path: Path) -> None:
    clock = Clock()
    one, other = turns_of(tmp_path, clock), turns_of(tmp_path, clock)
    await take(one, ARXIV)
    await take(other, ARXIV, BUSY)
    assert 3.0 <= sum(clock.slept) <= 3.05
    told = Heard()
    await take(one, RSS, told=told)
    assert 33.0 <= sum(clock.slept) <= 33.1
    assert told.lines == ["waiting 30 s for arxiv.org, which asks for it"]


async def test_a_radar_waits_while_another_holds_the_turn_and_is_told(tmp_path: Path) -> None:
    clock = Clock()
    one, other = turns_of(tmp_path, clock), turns_of(tmp_path, clock)
    heard, said = Heard(), asyncio.Event()

    def told(wait: SiteWait) -> None:
        heard(wait)
        said.set()

    async with one.turn(ARXIV):
        waiting = asyncio.create_task(take(other, ARXIV, told=told))
        await said.wait()
        assert not waiting.done()
    await waiting
    assert heard.lines == [
        "waiting for another radar that asks arxiv.org",
        "waiting 3 s for arxiv.org",
    ]


async def test_a_turn_that_another_radar_never_gives_back_is_an_error_in_the_end(tmp_path: Path) -> None:
    clock = Clock()
    one, other = turns_of(tmp_path, clock), turns_of(tmp_path, clock)
    async with one.turn(ARXIV):
        with pytest.raises(RateLimited, match=r"kept arxiv\.org busy") as caught:
            await take(other, ARXIV)
    assert caught.value.retry_after == LONGEST_TURN
    assert sum(clock.slept) <= LONGEST_TURN + 1


async def test_a_request_that_is_cancelled_gives_its_turn_back(tmp_path: Path) -> None:
    clock = Clock()
    turns = turns_of(tmp_path, clock)
    began = asyncio.Event()

    async def hold() -> None:
        async with turns.turn(ARXIV):
            began.set()
            await asyncio.sleep(3600)

    task = asyncio.create_task(hold())
    await began.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await take(turns_of(tmp_path, clock), ARXIV)
    assert 3.0 <= sum(clock.slept) <= 3.05


@pytest.mark.parametrize("jump", [-1e6, -100.0, 1e6], ids=["far-back", "back", "ahead"])
async def test_a_clock_that_is_put_forward_or_back_makes_nobody_wait_longer(
    tmp_path: Path, jump: float
) -> None:
    clock = Clock()
    await take(turns_of(tmp_path, clock), ARXIV)
    clock.now += jump
    await take(turns_of(tmp_path, clock), ARXIV, BUSY)
    assert sum(clock.slept) <= 3.05
    clock.now += jump
    await take(turns_of(tmp_path, clock), ARXIV)
    assert sum(clock.slept) <= 33.2


async def test_a_wait_that_nobody_would_wait_out_is_an_error_for_an_hour_at_most(tmp_path: Path) -> None:
    clock = Clock()
    await take(turns_of(tmp_path, clock), ARXIV, Reply(503, "", {"retry-after": "1e9"}))
    with pytest.raises(RateLimited) as caught:
        await take(turns_of(tmp_path, clock), ARXIV)
    assert caught.value.retry_after == pytest.approx(3600)
    clock.now += 3601
    await take(turns_of(tmp_path, clock), ARXIV)
    assert clock.slept == []


async def test_the_longest_wait_is_waited_out_and_one_beyond_it_is_an_error(tmp_path: Path) -> None:
    clock = Clock()
    turns = Turns(tmp_path, sleep=clock.sleep, clock=clock, longest_wait=30)
    await take(turns, ARXIV, BUSY)
    await take(turns, ARXIV, Reply(503, "", {"retry-after": "31"}))
    assert 30.0 <= sum(clock.slept) <= 30.05
    with pytest.raises(RateLimited):
        await take(turns, ARXIV)


async def test_a_rate_that_the_site_names_widens_the_gap(tmp_path: Path) -> None:
    clock = Clock()
    turns = turns_of(tmp_path, clock)
    slow = Reply(200, "", {"x-rate-limit-limit": "1", "x-rate-limit-interval": "4s"})
    await take(turns, "https://api.crossref.org/works", slow)
    await take(turns, "https://api.crossref.org/works")
    assert 4.0 <= sum(clock.slept) <= 4.05


@pytest.mark.parametrize(
    "written",
    ["", "nonsense", "[]", "{}", "9" * 5000, json.dumps({"last": 1e308}), PaceState(troubles=-1).text],
    ids=["empty", "words", "list", "object", "long", "large", "negative"],
)
async def test_a_damaged_file_only_means_that_the_gap_begins_anew(tmp_path: Path, written: str) -> None:
    clock = Clock()
    (tmp_path / "arxiv.org.turn").write_text(written)
    turns = turns_of(tmp_path, clock)
    await take(turns, ARXIV)
    assert clock.slept == []
    (tmp_path / "arxiv.org.turn").write_text(written)
    await take(turns, ARXIV)
    assert 3.0 <= sum(clock.slept) <= 3.05


def _as_an_older_radar_wrote_it(file: Path) -> None:
    state = json.loads(file.read_text())
    del state["unasked"]
    file.write_text(json.dumps(state))


async def test_the_file_of_an_older_radar_is_still_obeyed(tmp_path: Path) -> None:
    clock = Clock()
    await take(turns_of(tmp_path, clock), ARXIV, BUSY)
    _as_an_older_radar_wrote_it(tmp_path / "arxiv.org.turn")
    told = Heard()
    await take(turns_of(tmp_path, clock), ARXIV, told=told)
    assert told.lines == ["waiting 30 s for arxiv.org, which asks for it"]


async def test_a_planted_file_makes_nobody_wait_for_ever(tmp_path: Path) -> None:
    clock = Clock()
    planted = PaceState(last=9e11, asked=9e11, until=9.9e11, gap=1e9, troubles=10**9)
    (tmp_path / "arxiv.org.turn").write_text(planted.text)
    turns = turns_of(tmp_path, clock)
    with pytest.raises(RateLimited) as caught:
        await take(turns, ARXIV)
    assert caught.value.retry_after is not None and caught.value.retry_after <= 3600
    clock.now += 3601
    await take(turns, ARXIV)
    assert sum(clock.slept) <= 61


def _in_the_way(folder: Path) -> None:
    folder.write_text("in the way")


def _link(folder: Path) -> None:
    folder.mkdir()
    (folder / "arxiv.org.turn").symlink_to(folder.parent / "precious")


@pytest.mark.parametrize("spoil", [_in_the_way, _link], ids=["file", "link"])
async def test_without_a_place_to_share_it_the_pace_is_kept_in_this_process(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    clock = Clock()
    (tmp_path / "precious").write_text("keep")
    spoil(tmp_path / "turns")
    turns = turns_of(tmp_path / "turns", clock)
    for _ in range(2):
        await take(turns, ARXIV)
    assert 3.0 <= sum(clock.slept) <= 3.05
    assert (tmp_path / "precious").read_text() == "keep"


def test_only_the_reader_may_look_at_the_turns(tmp_path: Path) -> None:
    slot = FileSlot(tmp_path / "turns", "arxiv.org")
    assert slot.take() is not None
    slot.give_back(PaceState())
    assert (tmp_path / "turns").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "turns" / "arxiv.org.turn").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("site", ["[::1]:80", "../../etc", "..", "x" * 300, "größer.example"])
def test_any_name_of_a_site_is_a_file_in_the_folder(tmp_path: Path, site: str) -> None:
    slot = FileSlot(tmp_path / "turns", site)
    assert slot.take() is not None
    slot.give_back(PaceState(last=7.0))
    assert FileSlot(tmp_path / "turns", site).take() == PaceState(last=7.0)
    assert len(list((tmp_path / "turns").iterdir())) == 1
    assert list(tmp_path.iterdir()) == [tmp_path / "turns"]


def test_a_turn_is_given_back_although_a_forked_process_has_the_file_open(tmp_path: Path) -> None:
    slot = FileSlot(tmp_path, "arxiv.org")
    assert slot.take() is not None
    assert slot._descriptor is not None
    forked = os.dup(slot._descriptor)
    slot.give_back(PaceState())
    fresh = os.open(tmp_path / "arxiv.org.turn", os.O_RDWR)
    fcntl.flock(fresh, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(fresh)
    os.close(forked)


@pytest.mark.parametrize(
    ("seconds", "line"),
    [(0.2, "1 s"), (3.0, "3 s"), (120, "120 s"), (121, "3 min"), (7201, "3 h"), (1e12, "very long")],
)
def test_spans_are_short_and_never_too_short(seconds: float, line: str) -> None:
    assert span_line(seconds) == line
    assert SiteWait("arxiv.org", seconds, WhyWait.PACE).line == f"waiting {line} for arxiv.org"


@pytest.mark.parametrize("url", [ARXIV, "http://127.0.0.1:9/feed"], ids=["far", "near"])
async def test_a_site_that_is_in_trouble_for_ever_is_left_alone_no_longer_than_a_while(url: str) -> None:
    clock = Clock()
    turns = turns_of(None, clock)
    for _ in range(1100):
        await take(turns, url, Reply(503, "", {}))
    before = sum(clock.slept)
    await take(turns, url)
    assert 59 <= sum(clock.slept) - before <= 61


async def test_a_site_that_answered_well_since_its_trouble_is_left_alone_for_a_short_time_again() -> None:
    url, clock = "http://127.0.0.1:9/feed", Clock()
    turns = turns_of(None, clock)
    for status in (503, 503, 503, 503, 503, 200, 503):
        await take(turns, url, Reply(status, "", {}))
    before = sum(clock.slept)
    await take(turns, url)
    assert 1.0 <= sum(clock.slept) - before <= 1.55
