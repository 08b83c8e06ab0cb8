"""What is learned of an endpoint: kept between runs for a month, forgotten at a wish."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from radar.errors import EndpointError, RadarError
from radar.net.cache import DiskCache
from radar.summaries.endpoints.ladder import Format, Shape
from radar.summaries.endpoints.learned import KEPT_FOR, Learned, LearnedDialects
from tests.net.loopback import Arrived, Scripted, json_answer, loopback
from tests.summaries.asking import KEY, REQUEST, Make
from tests.summaries.quirk_server.endpoints import ANSWER, Kind, completion, error, no_format

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
NO_SCHEMA = Kind(
    "", refuses=(no_format("json_schema", error(400, "No schemas\x1b[31m here")),), wants_key=False
)
GOOD = json_answer(completion())


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "completions"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(folder: Path, clock: Clock) -> Iterator[LearnedDialects]:
    cache = DiskCache.open(folder)
    yield LearnedDialects(lambda: cache, clock)
    cache.close()


async def test_another_run_does_not_learn_again(make: Make, kept: LearnedDialects) -> None:
    with loopback(rule=NO_SCHEMA) as server:
        for _ in range(3):
            await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
        assert len(server.arrived) == 4
        known = kept.find(f"{server.url}/v1", "small")
    assert known == Learned(Shape(Format.OBJECT), NOW, ("No schemas here",))
    assert str(known) == (
        "json_object, max_tokens; learned 2026-11-20, kept until 2026-12-20; it said: No schemas here"
    )


async def test_another_model_or_endpoint_is_learned_for_itself(make: Make, kept: LearnedDialects) -> None:
    with loopback(rule=NO_SCHEMA) as server, loopback(rule=NO_SCHEMA) as other:
        await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
        await make(f"{server.url}/v1", learned=kept, model="tall").complete(REQUEST)
        await make(f"{other.url}/v1", learned=kept).complete(REQUEST)
    assert (len(server.arrived), len(other.arrived)) == (4, 2)


@pytest.mark.parametrize(
    ("after", "requests"),
    [(KEPT_FOR - timedelta(seconds=1), 1), (KEPT_FOR, 2), (timedelta(days=-2), 2)],
    ids=["a second before a month", "a month", "a clock that was set back"],
)
async def test_what_is_a_month_old_is_learned_anew(
    make: Make, kept: LearnedDialects, clock: Clock, after: timedelta, requests: int
) -> None:
    with loopback(rule=NO_SCHEMA) as server:
        await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
        before = len(server.arrived)
        clock.now += after
        await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
    assert len(server.arrived) - before == requests


async def test_what_is_forgotten_is_learned_anew(make: Make, kept: LearnedDialects) -> None:
    with loopback(rule=NO_SCHEMA) as server:
        base_url = f"{server.url}/v1"
        assert not kept.forget(base_url, "small")
        await make(base_url, learned=kept).complete(REQUEST)
        assert kept.forget(base_url, "small")
        assert kept.find(base_url, "small") is None
        await make(base_url, learned=kept).complete(REQUEST)
    assert len(server.arrived) == 4


async def test_an_endpoint_that_changes_its_mind_between_runs_is_learned_again(
    make: Make, kept: LearnedDialects
) -> None:
    with loopback(GOOD) as server:
        await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
        server._rule = NO_SCHEMA
        await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
        known = kept.find(f"{server.url}/v1", "small")
    assert known is not None
    assert known.shape.format is Format.OBJECT


async def test_those_who_waited_for_the_first_to_learn_are_asked_at_the_same_time(make: Make) -> None:
    together = threading.Barrier(7, timeout=20)

    def rule(arrived: Arrived) -> Scripted:
        if len(server.arrived) > 1:
            together.wait()
        return GOOD

    with loopback(rule=rule) as server:
        endpoint = make(f"{server.url}/v1")
        await asyncio.gather(*(endpoint.complete(REQUEST) for _ in range(8)))
    assert not together.broken


@pytest.mark.parametrize(
    "refusal",
    [
        error(401, "No such key"),
        error(404, "The model does not exist"),
        Scripted(200, b"<html>Sign in</html>", {"content-type": "text/html"}),
        Scripted(429, b"{}", {"retry-after": "7200"}),
    ],
)
async def test_those_who_waited_for_the_first_are_not_sent_where_all_would_be_refused(
    make: Make, refusal: Scripted
) -> None:
    with loopback(rule=lambda arrived: refusal) as server:
        endpoint = make(f"{server.url}/v1")
        asking = [endpoint.complete(REQUEST) for _ in range(8)]
        answers = await asyncio.gather(*asking, return_exceptions=True)
        asked = sum(arrived.path == "/v1/chat/completions" for arrived in server.arrived)
        assert [str(answer) for answer in answers] == [str(answers[0])] * 8
        assert asked == 1
        with pytest.raises(RadarError):
            await endpoint.complete(REQUEST)
        later = sum(arrived.path == "/v1/chat/completions" for arrived in server.arrived)
    assert later == 2, "who asks later may be answered"


async def test_a_change_of_mind_that_eight_meet_at_once_is_learned_by_one(make: Make) -> None:
    refused: list[str] = []

    def changed(arrived: Arrived) -> Scripted:
        body = arrived.json()
        for name in ("temperature", "response_format"):
            if name in body:
                refused.append(name)
                return error(400, f"{name} is not taken any more", param=name)
        return GOOD

    with loopback(GOOD) as server:
        endpoint = make(f"{server.url}/v1")
        await endpoint.complete(REQUEST)
        server._rule = changed
        await asyncio.gather(*(endpoint.complete(REQUEST) for _ in range(8)))
    assert endpoint.shape == Shape(Format.TEXT, temperature=False)
    assert refused.count("response_format") == 2, "json_schema and json_object, once each"


@pytest.mark.parametrize("nothing", [error(400, "Nope"), json_answer(completion("", "length"))])
async def test_nothing_is_kept_of_what_brought_no_answer(
    make: Make, kept: LearnedDialects, nothing: Scripted
) -> None:
    with loopback(nothing) as server:
        try:
            await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
        except EndpointError as raised:
            assert "Nope" in raised.message
        assert kept.find(f"{server.url}/v1", "small") is None


WHOLE: dict[str, Any] = {
    "format": "json_object",
    "limit": "max_tokens",
    "temperature": True,
    "room": 1,
    "quiet": "",
    "at": NOW.isoformat(),
    "reasons": [],
    "enforced": None,
    "elsewhere": False,
}
DAMAGED: dict[str, object] = {
    "no table": ["json_object"],
    "a number": 7,
    "empty": {},
    "another format": {**WHOLE, "format": "yaml"},
    "a format that is no text": {**WHOLE, "format": ["json_object"]},
    "another limit": {**WHOLE, "limit": "model"},
    "much room": {**WHOLE, "room": 1_000_000},
    "a temperature": {**WHOLE, "temperature": 0.7},
    "another way to be quiet": {**WHOLE, "quiet": "shout"},
    "no time": {**WHOLE, "at": "yesterday"},
    "a time without a zone": {**WHOLE, "at": "2026-11-20T12:00:00"},
    "the first year": {**WHOLE, "at": "0001-01-01T00:00:00+00:00"},
    "the last year": {**WHOLE, "at": "9999-12-31T23:59:59+00:00"},
    "the future": {**WHOLE, "at": "2027-11-20T12:00:00+00:00"},
}


@pytest.mark.parametrize("damage", DAMAGED)
async def test_what_radar_did_not_write_is_learned_anew(
    make: Make, kept: LearnedDialects, folder: Path, damage: str
) -> None:
    with loopback(rule=NO_SCHEMA) as server:
        await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
        _plant(folder, DAMAGED[damage])
        assert kept.find(f"{server.url}/v1", "small") is None
        assert (await make(f"{server.url}/v1", learned=kept).complete(REQUEST)).text == ANSWER
    assert len(server.arrived) == 4


def _plant(folder: Path, value: object) -> None:
    database = sqlite3.connect(folder / "cache.db")
    with database:
        database.execute("UPDATE Cache SET value = ? WHERE key LIKE 'dialects:%'", (json.dumps(value),))
    database.close()


def test_odd_reasons_in_the_cache_are_cleaned(kept: LearnedDialects, folder: Path) -> None:
    kept.keep("https://den.example/v1", "small", Learned(Shape(), NOW))
    _plant(folder, {**WHOLE, "reasons": ["\x1b[31mred", 7, "x" * 999], "enforced": "yes", "elsewhere": 1})
    known = kept.find("https://den.example/v1", "small")
    assert known is not None
    assert known.reasons == ("red", "x" * 160)
    assert (known.enforced, known.elsewhere) == (None, False)


async def test_k2_neither_key_nor_host_is_kept_with_a_dialect(
    make: Make, kept: LearnedDialects, folder: Path
) -> None:
    refuses = no_format("json_schema", error(400, f"no schemas for {KEY}"))
    with loopback(rule=Kind("", refuses=(refuses,))) as server:
        await make(f"{server.url}/v1", learned=kept, key=KEY).complete(REQUEST)
        port = str(server.port).encode()
    files = contents(folder)
    assert any(b"no schemas for [key]" in content for content in files)
    assert not any(KEY.encode() in content or b"127.0.0.1:" + port in content for content in files)
