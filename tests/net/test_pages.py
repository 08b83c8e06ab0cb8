"""Pages from a real server on loopback: what they should be, what comes instead, and what follows."""

from __future__ import annotations

import asyncio
import gzip
import re
import threading
import traceback
from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from radar.errors import NetworkError, RateLimited
from radar.net.page_kinds import PageKind
from radar.net.pages import PageFetcher
from radar.papers.jobs.site_wait import WhyWait
from tests.net.fetching import Clock, Heard, fetching
from tests.net.loopback import Arrived, Scripted, json_answer, loopback

KEY = "sk-very-secret-4711"
FINE = json_answer([{"id": 1}])
TEXT = '[{"id": 1}]'
FEED = b'<?xml version="1.0"?><!-- made by hand --><rss version="2.0"><channel></channel></rss>'
BUSY = Scripted(503, b"<html>busy</html>", {"content-type": "text/html"})
HTML = Scripted(200, b"<!DOCTYPE html><html><p>Are you human?</html>", {"content-type": "application/json"})
GZIP = {"content-encoding": "gzip"}
LIMITED = '"api";r=0;t='


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def pages(clock: Clock) -> AsyncIterator[PageFetcher]:
    async with fetching(clock=clock) as pages:
        yield pages


async def failure(asked: Awaitable[object]) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        await asked
    return caught.value


async def test_a_page_comes_with_status_headers_and_time(pages: PageFetcher) -> None:
    before = datetime.now(UTC)
    with loopback(json_answer([{"id": 1}], Link="<x>")) as site:
        page = await pages.get(site.url)
    assert (page.text, page.status, page.headers["link"], page.unchanged) == (TEXT, 200, "<x>", False)
    assert before <= page.retrieved <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("trouble", "least", "most"),
    [
        (Scripted(429, headers={"Retry-After": "7"}), 7.0, 7.1),
        (Scripted(503, headers={"Retry-After": "7"}), 7.0, 7.1),
        (Scripted(429, headers={"RateLimit": LIMITED + "30"}), 30.0, 30.1),
        (Scripted(429, headers={"RateLimit-Remaining": "0", "RateLimit-Reset": "20"}), 20.0, 20.1),
        (Scripted(429, headers={"X-RateLimit-Reset": "20"}), 20.0, 20.1),
        (Scripted(503, headers={"X-RateLimit-Reset": "20"}), 1.0, 1.6),
        (Scripted(403, headers={"Retry-After": "7"}), 7.0, 7.1),
        (Scripted(429), 2.0, 3.1),
        (BUSY, 1.0, 1.6),
        (Scripted(200), 1.0, 1.6),
    ],
    ids=[
        "429",
        "503",
        "ratelimit",
        "older-ratelimit",
        "reset",
        "503-reset",
        "403",
        "bare-429",
        "bare-503",
        "empty",
    ],
)
async def test_a_site_in_trouble_is_asked_again_after_the_wait_that_it_names(
    pages: PageFetcher, clock: Clock, trouble: Scripted, least: float, most: float
) -> None:
    with loopback(trouble, FINE) as site:
        page = await pages.get(site.url)
    assert (page.text, len(site.arrived)) == (TEXT, 2)
    assert least <= sum(clock.slept) <= most


@pytest.mark.parametrize("hours", [0, 5, -5], ids=["right", "ahead", "behind"])
async def test_a_wait_until_a_date_is_obeyed_by_the_clock_of_the_site(
    pages: PageFetcher, clock: Clock, hours: int
) -> None:
    site_now = datetime.fromtimestamp(clock.now, UTC) + timedelta(hours=hours)
    dates = {"Date": site_now, "Retry-After": site_now + timedelta(seconds=40)}
    named = {name: format_datetime(moment, usegmt=True) for name, moment in dates.items()}
    with loopback(Scripted(429, headers=named), FINE) as site:
        assert (await pages.get(site.url)).text == TEXT
    assert 40 <= sum(clock.slept) <= 40.1


async def test_a_wait_is_told_when_it_begins(pages: PageFetcher) -> None:
    told = Heard()
    with loopback(Scripted(429, headers={"Retry-After": "7"}), FINE) as site:
        await pages.get(site.url, told=told)
    assert told.lines == [f"waiting 7 s for 127.0.0.1:{site.port}, which asks for it"]
    assert told.waits[0].why is WhyWait.ASKED
    assert told.waits[0].seconds == pytest.approx(7.0)


@pytest.mark.parametrize("trouble", [BUSY, Scripted(200), Scripted(429)], ids=["busy", "empty", "429"])
async def test_a_pause_that_the_site_did_not_ask_for_is_told_as_radars_own(
    pages: PageFetcher, trouble: Scripted
) -> None:
    told = Heard()
    with loopback(trouble, FINE) as site:
        await pages.get(site.url, told=told)
    (line,) = told.lines
    assert re.fullmatch(rf"waiting [23] s before asking 127\.0\.0\.1:{site.port} again", line)


async def test_a_wait_that_is_too_long_is_an_error_that_says_until_when(
    pages: PageFetcher, clock: Clock
) -> None:
    with loopback(Scripted(429, headers={"Retry-After": "600"})) as site:
        error = await failure(pages.get(site.url))
        again = await failure(pages.get(f"{site.url}/other"))
    assert isinstance(error, RateLimited) and isinstance(again, RateLimited)
    assert (error.retry_after, clock.slept) == (600.0, [])
    assert again.retry_after == pytest.approx(600.0)
    assert str(again) == f"127.0.0.1:{site.port} asks to slow down. It asks to wait 10 min"
    assert len(site.arrived) == 1


async def test_waits_that_are_too_long_together_end(pages: PageFetcher, clock: Clock) -> None:
    with loopback(Scripted(503, headers={"Retry-After": "50"})) as site:
        error = await failure(pages.get(site.url))
    assert isinstance(error, RateLimited)
    assert (error.retry_after, len(site.arrived)) == (50.0, 3)
    assert sum(clock.slept) <= 101


async def test_the_waits_for_a_site_that_names_none_grow_and_end(pages: PageFetcher, clock: Clock) -> None:
    with loopback(Scripted(429)) as site:
        error = await failure(pages.get(site.url))
        assert len(site.arrived) == 4
    assert isinstance(error, RateLimited)
    assert clock.slept[0] < clock.slept[1] < clock.slept[2] <= 12.1
    assert error.retry_after is not None and 16 <= error.retry_after <= 24


async def test_a_quota_that_a_success_uses_up_makes_the_next_request_wait(
    pages: PageFetcher, clock: Clock
) -> None:
    told = Heard()
    with loopback(json_answer([{"id": 1}], RateLimit=LIMITED + "60"), FINE) as site:
        await pages.get(site.url)
        assert clock.slept == []
        await pages.get(f"{site.url}/next", told=told)
    assert 60 <= sum(clock.slept) <= 60.1
    assert [wait.why for wait in told.waits] == [WhyWait.ASKED]


async def test_a_quota_that_is_not_used_up_makes_nobody_wait(pages: PageFetcher, clock: Clock) -> None:
    with loopback(json_answer([{"id": 1}], RateLimit='"api";r=1;t=60'), FINE) as site:
        await pages.get(site.url)
        await pages.get(f"{site.url}/next")
    assert clock.slept == []


HALVES = [
    Scripted(200, b'[{"id":', length=400),
    Scripted(200, b'[{"id": 1}, {"id": 2}]', chunked=True, cut=True),
    Scripted(200, b'[{"id":', unmeasured=True),
    Scripted(200, gzip.compress(b'[{"id": 1}]')[:-9], GZIP),
    Scripted(drop=True),
]


@pytest.mark.parametrize("half", HALVES, ids=["length", "chunks", "unmeasured", "gzip", "no-answer"])
async def test_an_answer_that_is_cut_is_asked_for_again(pages: PageFetcher, half: Scripted) -> None:
    with loopback(half, FINE) as site:
        assert (await pages.get(site.url)).text == TEXT
    assert len(site.arrived) == 2


@pytest.mark.parametrize("half", HALVES, ids=["length", "chunks", "unmeasured", "gzip", "no-answer"])
async def test_an_answer_that_is_always_cut_is_an_error(pages: PageFetcher, half: Scripted) -> None:
    with loopback(half) as site:
        error = await failure(pages.get(site.url))
    assert any(word in error.message for word in ("cut", "damaged", "broke off"))
    assert len(site.arrived) == 4


async def test_whole_chunks_are_a_page(pages: PageFetcher) -> None:
    with loopback(Scripted(200, TEXT.encode(), chunked=True)) as site:
        assert (await pages.get(site.url)).text == TEXT


async def test_a_feed_without_its_end_is_asked_for_again(pages: PageFetcher) -> None:
    with loopback(Scripted(200, FEED[:-6], unmeasured=True), Scripted(200, FEED)) as site:
        assert (await pages.get(site.url, kind=PageKind.XML)).text == FEED.decode()


async def test_a_feed_that_is_written_without_its_end_is_a_page(pages: PageFetcher) -> None:
    with loopback(Scripted(200, FEED[:-6]), Scripted(200, FEED[:-6], chunked=True)) as site:
        for _ in range(2):
            assert (await pages.get(site.url, kind=PageKind.XML)).text == FEED[:-6].decode()
    assert len(site.arrived) == 2


async def test_a_slow_site_is_asked_again_and_then_given_up(clock: Clock) -> None:
    async with fetching(clock=clock, seconds=0.1, attempts=2) as pages:
        with loopback(Scripted(hold=True)) as site:
            error = await failure(pages.get(site.url))
            site.finished.set()
    assert "had not answered after 0.1 s" in error.message
    assert len(site.arrived) == 2


async def test_the_wait_for_a_turn_takes_nothing_from_the_time_of_a_try() -> None:
    class Dawdling(Clock):
        async def sleep(self, seconds: float) -> None:
            await super().sleep(seconds)
            await asyncio.sleep(1.2)

    with loopback(Scripted(429, headers={"Retry-After": "100"}), FINE) as site:
        async with fetching(clock=Dawdling(), seconds=1, attempts=2) as pages:
            assert (await pages.get(site.url)).text == TEXT
    assert len(site.arrived) == 2


@pytest.mark.parametrize("name", ["text/plain", "text/html", "application/octet-stream", ""])
async def test_the_right_text_by_a_wrong_name_is_a_page(pages: PageFetcher, name: str) -> None:
    named = {"content-type": name}
    with loopback(Scripted(200, FEED, named), Scripted(200, TEXT.encode(), named)) as site:
        assert "<rss" in (await pages.get(f"{site.url}/feed", kind=PageKind.XML)).text
        assert (await pages.get(site.url)).text == TEXT


@pytest.mark.parametrize("kind", [PageKind.JSON, PageKind.XML, PageKind.TEXT])
async def test_a_web_page_in_place_of_data_is_told_with_the_host(pages: PageFetcher, kind: PageKind) -> None:
    with loopback(HTML) as site:
        error = await failure(pages.get(site.url, kind=kind))
    assert error.message == f"127.0.0.1:{site.port} answered with a web page instead of data"
    assert len(site.arrived) == 1


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"<error/>", PageKind.JSON), (b"Not here", PageKind.JSON), (b'{"a": 1}', PageKind.XML)],
    ids=["xml", "words", "json"],
)
async def test_anything_else_in_place_of_data_is_told_too(
    pages: PageFetcher, body: bytes, kind: PageKind
) -> None:
    with loopback(Scripted(200, body)) as site:
        error = await failure(pages.get(site.url, kind=kind))
    assert error.message == f"The answer of 127.0.0.1:{site.port} is not {kind}"


async def test_an_empty_answer_is_told(pages: PageFetcher) -> None:
    with loopback(Scripted(200, b" \n")) as site:
        error = await failure(pages.get(site.url))
    assert error.message == f"127.0.0.1:{site.port} answered with nothing"


async def test_a_page_that_is_not_there_is_an_error_or_left_to_the_source(pages: PageFetcher) -> None:
    missing = Scripted(404, b"Resource not found.", {"content-type": "text/plain"})
    with loopback(missing) as site:
        error = await failure(pages.get(site.url))
        page = await pages.get(site.url, any_status=True)
    assert "does not have that page (status 404)" in error.message
    assert (page.status, page.text) == (404, "Resource not found.")
    assert len(site.arrived) == 2


async def test_a_refusal_is_not_repeated(pages: PageFetcher) -> None:
    with loopback(Scripted(403, b'{"name": "ChallengeRequiredError"}')) as site:
        error = await failure(pages.get(site.url))
    assert "refuses access" in error.message
    assert len(site.arrived) == 1


@pytest.mark.parametrize(
    "large",
    [
        Scripted(200, bytes(30_000_000)),
        Scripted(200, gzip.compress(bytes(99_000_000)), GZIP),
    ],
    ids=["sent", "unpacked"],
)
async def test_a_page_that_is_too_large_is_refused_at_once(pages: PageFetcher, large: Scripted) -> None:
    with loopback(large) as site:
        error = await failure(pages.get(site.url))
    assert "more than 20 MB" in error.message
    assert len(site.arrived) == 1


async def test_no_packing_is_asked_for_that_radar_cannot_bound(pages: PageFetcher) -> None:
    with loopback(FINE) as site:
        await pages.get(site.url)
    assert site.arrived[0].headers["accept-encoding"] == "gzip, deflate"


async def test_a_key_does_not_follow_a_page_to_another_host(pages: PageFetcher) -> None:
    with loopback(FINE) as other, loopback() as site:
        target = f"http://localhost:{other.port}/x"
        site._rule = lambda _: Scripted(301, headers={"Location": target})
        await pages.get(site.url, headers={"X-API-Key": KEY, "Accept": "application/json"})
    assert KEY in str(site.arrived)
    assert KEY not in str(other.arrived)
    assert other.arrived[0].headers["accept"] == "application/json"


async def test_each_host_that_a_page_leads_to_gives_its_own_turn(clock: Clock) -> None:
    with loopback(FINE) as other, loopback() as site:
        target = f"http://127.0.0.1:{other.port}/x"
        site._rule = lambda _: Scripted(301, headers={"Location": target})
        gaps = {f"127.0.0.1:{other.port}": 3.0}
        async with fetching(clock=clock, gaps=gaps) as pages:
            await pages.get(f"{site.url}/1")
            await pages.get(f"{site.url}/2")
    assert 3.0 <= sum(clock.slept) <= 3.1


@pytest.mark.parametrize(
    "answer", [BUSY, HTML, Scripted(200, b"half", length=99)], ids=["busy", "html", "cut"]
)
async def test_keys_are_in_no_report_with_local_variables(pages: PageFetcher, answer: Scripted) -> None:
    with loopback(answer) as site:
        error = await failure(pages.get(site.url, headers={"authorization": f"Bearer {KEY}"}))
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    assert KEY not in "".join(report.format())


async def test_eight_sites_are_asked_at_once(pages: PageFetcher) -> None:
    together = threading.Barrier(8, timeout=20)

    def meet(_: Arrived) -> Scripted:
        together.wait()
        return FINE

    sites = [loopback(rule=meet) for _ in range(8)]
    servers = [site.__enter__() for site in sites]
    try:
        found = await asyncio.gather(*(pages.get(server.url) for server in servers))
    finally:
        for site in sites:
            site.__exit__(None, None, None)
    assert [page.text for page in found] == [TEXT] * 8


async def test_a_slow_site_delays_no_other(clock: Clock) -> None:
    slow_asked = threading.Event()

    def hold(_: Arrived) -> Scripted:
        slow_asked.set()
        return Scripted(hold=True)

    with loopback(rule=hold) as slow, loopback(FINE) as quick:
        gaps = {f"127.0.0.1:{slow.port}": 3.0, f"127.0.0.1:{quick.port}": 0.0}
        async with fetching(clock=clock, gaps=gaps) as pages:
            waiting = [asyncio.create_task(pages.get(f"{slow.url}/{number}")) for number in range(9)]
            await asyncio.to_thread(slow_asked.wait, 20)
            for number in range(9):
                assert (await pages.get(f"{quick.url}/{number}")).text == TEXT
            assert not any(task.done() for task in waiting)
            for task in waiting:
                task.cancel()
            slow.finished.set()
            await asyncio.gather(*waiting, return_exceptions=True)
    assert len(slow.arrived) == 1
