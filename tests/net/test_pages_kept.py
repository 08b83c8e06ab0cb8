"""Pages that were fetched before: used, asked for with a condition, and never in the way."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from radar.errors import NetworkError
from radar.net.cache import DiskCache
from radar.net.page_store import LARGEST_STORE, PageStore, StoredPage, _row, page_key
from radar.net.pages import PageFetcher
from tests.net.fetching import Clock, Heard, fetching, until_asked
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer, loopback

KEY = "sk-very-secret-4711"
ETAG = 'W/"4711"'
WHEN = "Wed, 04 Mar 2026 12:00:00 GMT"
DAY = timedelta(days=1)
GONE = Scripted(503, headers={"Retry-After": "9999"})


def first(text: str = "first", **headers: str) -> Scripted:
    return json_answer([text], 200, **headers)


def _rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "pages" / "cache.db")) as database:
        return database.execute(query).fetchall()


def _all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def conditional(header: str, value: str) -> Loopback:
    """A site that says that nothing has changed to whoever asks so, with a new validator."""

    def answer(arrived: Arrived) -> Scripted:
        if arrived.headers.get(header) == value:
            return Scripted(304, headers={"ETag": value} if header == "if-none-match" else {})
        name = {"if-none-match": "ETag", "if-modified-since": "Last-Modified"}[header]
        return json_answer(["first"], 200, **{name.replace("-", "_"): value, "Link": "<next>"})

    return Loopback(rule=answer)


@pytest.mark.parametrize(
    ("header", "value"), [("if-none-match", ETAG), ("if-modified-since", WHEN)], ids=["etag", "date"]
)
async def test_what_a_site_says_to_be_unchanged_comes_from_the_store(
    tmp_path: Path, header: str, value: str
) -> None:
    site = conditional(header, value)
    async with fetching(tmp_path) as pages:
        before = await pages.get(site.url)
    async with fetching(tmp_path) as pages:
        after = await pages.get(site.url)
    site.close()
    assert (before.text, before.unchanged) == ('["first"]', False)
    assert (after.text, after.unchanged, after.status) == (before.text, True, 200)
    assert after.headers["link"] == "<next>"
    assert before.retrieved < after.retrieved
    assert [header in arrived.headers for arrived in site.arrived] == [False, True]


async def test_a_page_that_has_changed_all_the_same_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    with loopback(first(ETag=ETAG), first("second", ETag='"2"'), Scripted(304)) as site:
        async with fetching(tmp_path) as pages:
            texts = [(await pages.get(site.url)).text for _ in range(3)]
    assert texts == ['["first"]', '["second"]', '["second"]']
    assert site.arrived[2].headers["if-none-match"] == '"2"'


async def test_a_fresh_page_is_used_without_asking_and_an_old_one_is_not(tmp_path: Path) -> None:
    with loopback(first(), first("second")) as site:
        async with fetching(tmp_path) as pages:
            await pages.get(site.url, fresh=DAY)
            kept = await pages.get(site.url, fresh=DAY)
            anew = await pages.get(site.url, fresh=timedelta(microseconds=1))
    assert (kept.text, kept.unchanged) == ('["first"]', True)
    assert (anew.text, anew.unchanged) == ('["second"]', False)


async def test_a_page_from_the_future_is_not_fresh(tmp_path: Path) -> None:
    with loopback(first("second")) as site:
        store = PageStore(tmp_path / "pages")
        await store.put(page_key(site.url, {}), StoredPage('["first"]', {}, datetime.now(UTC) + DAY))
        await store.aclose()
        async with fetching(tmp_path) as pages:
            assert (await pages.get(site.url, fresh=2 * DAY)).text == '["second"]'


async def test_a_page_that_says_it_is_unchanged_is_fresh_again(tmp_path: Path) -> None:
    with loopback(Scripted(304)) as site:
        store = PageStore(tmp_path / "pages")
        old = StoredPage('["first"]', {"etag": ETAG}, datetime.now(UTC) - 2 * DAY)
        await store.put(page_key(site.url, {}), old)
        await store.aclose()
        async with fetching(tmp_path) as pages:
            for _ in range(2):
                assert (await pages.get(site.url, fresh=DAY)).text == '["first"]'
    assert len(site.arrived) == 1


@pytest.mark.parametrize(
    "failure",
    [Scripted(500), Scripted(404, b"[]"), Scripted(200, b"<html>no</html>"), Scripted(200)],
    ids=["500", "404", "web-page", "empty"],
)
async def test_failures_are_not_kept(tmp_path: Path, failure: Scripted) -> None:
    async with fetching(tmp_path, clock=Clock()) as pages:
        with loopback(failure) as site:
            with pytest.raises(NetworkError):
                await pages.get(site.url, fresh=DAY)
            await _status(pages, site.url)
            site._rule = lambda _: first()
            assert (await pages.get(site.url, fresh=DAY)).text == '["first"]'


async def _status(pages: PageFetcher, url: str) -> None:
    try:
        await pages.get(url, fresh=DAY, any_status=True)
    except NetworkError:
        return


async def test_a_failure_leaves_the_page_of_before_in_the_store(tmp_path: Path) -> None:
    with loopback(first(ETag=ETAG), GONE, Scripted(304)) as site:
        async with fetching(tmp_path) as pages:
            await pages.get(site.url)
            with pytest.raises(NetworkError):
                await pages.get(site.url)
        async with fetching(tmp_path) as pages:
            assert (await pages.get(site.url)).text == '["first"]'


async def test_what_may_not_be_stored_is_not(tmp_path: Path) -> None:
    with loopback(first(Cache_Control="private, no-store"), first("second")) as site:
        async with fetching(tmp_path) as pages:
            await pages.get(site.url, fresh=DAY)
            assert (await pages.get(site.url, fresh=DAY)).text == '["second"]'


async def test_an_unchanged_page_that_was_never_fetched_is_an_error(tmp_path: Path) -> None:
    with loopback(Scripted(304)) as site:
        async with fetching(tmp_path) as pages:
            with pytest.raises(NetworkError, match="that radar never had"):
                await pages.get(site.url)


async def test_a_page_for_a_key_is_none_for_another_or_for_nobody(tmp_path: Path) -> None:
    with loopback(rule=lambda arrived: first(arrived.headers.get("x-api-key", "nobody"))) as site:
        async with fetching(tmp_path) as pages:
            for key in ("one", "other", "one"):
                page = await pages.get(site.url, headers={"X-API-Key": key}, fresh=DAY)
                assert page.text == f'["{key}"]'
            assert (await pages.get(site.url, fresh=DAY)).text == '["nobody"]'
    assert len(site.arrived) == 3


async def test_neither_keys_nor_addresses_nor_cookies_reach_the_disk(tmp_path: Path) -> None:
    with loopback(first(ETag=ETAG, Set_Cookie=f"session={KEY}", X_Echo=KEY)) as site:
        url = f"{site.url}/papers?api_key={KEY}"
        async with fetching(tmp_path, gaps={f"127.0.0.1:{site.port}": 0.0}) as pages:
            await pages.get(url, headers={"authorization": f"Bearer {KEY}"}, fresh=DAY)
    kept = _all_bytes(tmp_path)
    assert KEY.encode() not in kept
    assert b"papers?" not in kept
    rows = str(_rows(tmp_path, "SELECT value FROM Cache"))
    assert "4711" in rows
    assert "cookie" not in rows.lower()


async def test_equal_requests_at_once_are_asked_once(tmp_path: Path) -> None:
    go = threading.Event()

    def hold(_: Arrived) -> Scripted:
        go.wait(20)
        return first()

    with loopback(rule=hold) as site:
        async with fetching(tmp_path) as pages:
            asked = [asyncio.create_task(pages.get(site.url)) for _ in range(5)]
            other = asyncio.create_task(pages.get(site.url, headers={"accept": "text/plain"}))
            await until_asked(site, 2)
            asked[0].cancel()
            go.set()
            found = await asyncio.gather(*asked, other, return_exceptions=True)
    assert isinstance(found[0], asyncio.CancelledError)
    assert [page.text for page in found[1:] if not isinstance(page, BaseException)] == ['["first"]'] * 5
    assert len(site.arrived) == 2


async def test_all_who_wait_for_a_page_are_told_of_its_wait() -> None:
    told = Heard(), Heard()
    with loopback(Scripted(429, headers={"Retry-After": "7"}), first()) as site:
        async with fetching() as pages:
            await asyncio.gather(*(pages.get(site.url, told=each) for each in told))
    assert [wait.site for wait in told[0].waits] == [f"127.0.0.1:{site.port}"]
    assert told[0].waits == told[1].waits


async def test_a_request_that_nobody_waits_for_any_more_ends(tmp_path: Path) -> None:
    with loopback(Scripted(hold=True)) as site:
        async with fetching(tmp_path, gaps={f"127.0.0.1:{site.port}": 0.0}) as pages:
            asked = [asyncio.create_task(pages.get(site.url)) for _ in range(2)]
            await until_asked(site)
            for task in asked:
                task.cancel()
            await asyncio.gather(*asked, return_exceptions=True)
            site._rule = lambda _: first()
            assert (await pages.get(site.url)).text == '["first"]'
        site.finished.set()


@pytest.mark.parametrize("bytes_left", [b"no database", b""], ids=["nonsense", "nothing"])
async def test_a_damaged_store_only_means_asking_anew(tmp_path: Path, bytes_left: bytes) -> None:
    with loopback(first(ETag=ETAG)) as site:
        async with fetching(tmp_path) as pages:
            await pages.get(site.url)
        (tmp_path / "pages" / "cache.db").write_bytes(bytes_left * 100)
        async with fetching(tmp_path) as pages:
            assert (await pages.get(site.url)).unchanged is False
            assert (await pages.get(site.url)).text == '["first"]'
    assert "if-none-match" not in site.arrived[1].headers
    assert "if-none-match" in site.arrived[2].headers


async def test_a_place_that_cannot_be_written_only_means_asking_anew(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with loopback(first(ETag=ETAG)) as site:
        gaps = {f"127.0.0.1:{site.port}": 0.0}
        async with fetching(tmp_path / "file", gaps=gaps) as pages:
            for _ in range(2):
                assert (await pages.get(site.url, fresh=DAY)).text == '["first"]'
            assert "without its cache" in pages.warning
    assert len(site.arrived) == 2


ROW = _row(StoredPage('["first"]', {"etag": ETAG}, datetime(2026, 3, 4, tzinfo=UTC)))


@pytest.mark.parametrize(
    "change",
    [
        {"text": "no base64!"},
        {"text": "AAAA"},
        {"text": None},
        {"text": str(ROW["text"])[:16]},
        {"headers": {"etag": 1}},
        {"headers": []},
        {"headers": {"etag": '"a"\r\nx-evil: 1'}},
        {"headers": {"etag": "ü"}},
        {"headers": {"authorization": "x"}},
        {"retrieved": "yesterday"},
        {"retrieved": 1e300},
    ],
    ids=[str(number) for number in range(11)],
)
async def test_a_row_that_was_tampered_with_only_means_asking_anew(
    tmp_path: Path, change: dict[str, object]
) -> None:
    with loopback(first()) as site:
        assert await _text_after_planting(tmp_path, site, change) == '["first"]'
    assert not set(site.arrived[0].headers) & {"if-none-match", "x-evil", "authorization"}


async def test_a_row_that_nobody_tampered_with_is_used(tmp_path: Path) -> None:
    with loopback(Scripted(304)) as site:
        assert await _text_after_planting(tmp_path, site, {}) == '["first"]'
    assert site.arrived[0].headers["if-none-match"] == ETAG


async def _text_after_planting(folder: Path, site: Loopback, change: dict[str, object]) -> str:
    cache = DiskCache.open(folder / "pages")
    cache.set("pages", page_key(site.url, {}), {**ROW, **change})
    cache.close()
    async with fetching(folder) as pages:
        return (await pages.get(site.url)).text


async def test_pages_that_are_too_old_are_dropped_at_the_end(tmp_path: Path) -> None:
    cache = DiskCache.open(tmp_path / "pages")
    cache.set("pages", "old", ROW, 0.0)
    cache.set("pages", "new", ROW, 100.0)
    cache.close()
    with loopback(first()) as site:
        async with fetching(tmp_path) as pages:
            await pages.get(site.url)
    rows = _rows(tmp_path, "SELECT key FROM Cache")
    assert ("pages:new",) in rows and ("pages:old",) not in rows


async def test_a_page_is_kept_for_thirty_days(tmp_path: Path) -> None:
    with loopback(first(ETag=ETAG)) as site:
        async with fetching(tmp_path) as pages:
            await pages.get(site.url)
    query = "SELECT expire_time - store_time FROM Cache WHERE key LIKE 'pages:%'"
    ((seconds,),) = _rows(tmp_path, query)
    assert seconds == pytest.approx(30 * 86_400, abs=1)


def test_what_was_stored_first_goes_where_there_is_too_much(tmp_path: Path) -> None:
    cache = DiskCache.open(tmp_path / "pages", 2_000_000)
    for number in range(40):
        cache.set("pages", str(number), "x" * 100_000)
    cache.tidy()
    left = [number for number in range(40) if cache.get("pages", str(number)) is not None]
    cache.close()
    assert 5 < len(left) < 20
    assert left == list(range(40 - len(left), 40))
    assert (tmp_path / "pages" / "cache.db").stat().st_size <= 2_000_000 < LARGEST_STORE


async def test_a_large_page_is_kept_whole(tmp_path: Path) -> None:
    text = '["' + "größer 的 " * 400_000 + '"]'
    store = PageStore(tmp_path / "pages")
    await store.put("k", StoredPage(text, {}, datetime.now(UTC)))
    page = await store.get("k")
    await store.aclose()
    assert page is not None and page.text == text


async def test_a_key_that_a_site_repeats_is_not_kept_with_the_page(tmp_path: Path) -> None:
    said = b'["asked with key=very\\u002Bsecret"]'
    with loopback(Scripted(200, said, {"content-type": "application/json", "etag": ETAG})) as site:
        url = f"{site.url}/?key=very%2Bsecret"
        async with fetching(tmp_path) as pages:
            given = await pages.get(url, secret="very+secret")
        async with fetching(tmp_path) as pages:
            kept = await pages.get(url, fresh=DAY * 9_999)
        assert len(site.arrived) == 1
    assert [given.text, kept.text] == ['["asked with key=..."]'] * 2
    assert (given.unchanged, kept.unchanged) == (False, True)
