"""Which answers the cache keeps, and when it is not asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from radar.papers.summaries.summary import TakeawayOrigin
from tests.net.loopback import loopback
from tests.summaries.papers import paper, reading_of
from tests.summaries.summarising import GOOD, Make, answer, ask, asked, completion, summarisers


@pytest.fixture
async def make(tmp_path: Path) -> AsyncIterator[Make]:
    async with summarisers(tmp_path) as made:
        yield made


UNREADABLE = {
    "no content": completion(None),
    "a thought without an end": completion(f"<think>{answer()}"),
    "a takeaway that is no text": completion(json.dumps({"takeaway": ["x"], "results_sentence": 1})),
    "prose": completion("The paper counts foxes."),
    "cut": completion(answer(), finish="length"),
}


@pytest.mark.parametrize("name", UNREADABLE)
async def test_an_answer_that_cannot_be_read_is_not_kept(make: Make, name: str) -> None:
    with loopback(UNREADABLE[name]) as server:
        assert (await ask(make(server.url))).summary.takeaway.origin is not TakeawayOrigin.MODEL
        server._script = [completion(answer())]
        mended = await ask(make(server.url))
    assert (mended.cached, mended.summary.takeaway.text) == (False, GOOD)


async def test_an_answer_that_an_older_radar_kept_and_nobody_can_read_is_a_miss(
    make: Make, tmp_path: Path
) -> None:
    with loopback(completion(answer())) as server:
        await ask(make(server.url))
        database = sqlite3.connect(tmp_path / "cache" / "completions" / "cache.db")
        kept = json.dumps(
            {"text": "", "finish_reason": "stop", "model": "small", "tokens_in": 1, "tokens_out": 1}
        )
        with database:
            database.execute("UPDATE Cache SET value = ? WHERE key LIKE 'completions:%'", (kept,))
        database.close()
        assert not (await ask(make(server.url))).cached


async def test_asked_anew_a_model_is_asked_whatever_is_kept_and_its_new_answer_is_kept(make: Make) -> None:
    other = "FoxCam counts foxes in garden pictures."
    with loopback(completion(answer())) as server:
        await ask(make(server.url))
        server._script = [completion(answer(other))]
        anew = await make(server.url).summarise_anew(paper(), reading_of(paper()))
        kept = await ask(make(server.url))
        assert len(asked(server)) == 2
    assert (anew.cached, anew.summary.takeaway.text) == (False, other)
    assert (kept.cached, kept.summary.takeaway.text) == (True, other)


async def test_an_answer_that_cannot_be_read_leaves_what_is_kept(make: Make) -> None:
    with loopback(completion(answer())) as server:
        await ask(make(server.url))
        server._script = [completion("no, no, no")]
        await make(server.url).summarise_anew(paper(), reading_of(paper()))
        assert (await ask(make(server.url))).cached
