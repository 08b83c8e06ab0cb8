"""Whole runs against llmock, a server that breaks on demand and judges how its clients cope."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from radar.abstracts.reading import read
from radar.errors import Unavailable
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.net.http import HttpClient
from radar.papers.listed.listing import Listing
from radar.pipeline.events import SummariseEnded
from radar.pipeline.summarising import Summarising
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.summariser import SummariserSettings
from tests.net.loopback import Waits
from tests.pipeline.fakes import paper

if TYPE_CHECKING:
    from llmock.pytest_plugin import LLMock

ANSWER = '{"takeaway": "Moss is heavier than lichen.", "results_sentence": 2, "code_sentence": 0}'

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


async def _run(
    library: Library,
    reader: LibraryReader,
    llmock: LLMock,
    folder: Path,
    papers: int,
    *,
    at_once: int = 4,
    client: HttpClient | None = None,
) -> SummariseEnded:
    keys = library.add_papers([paper(each) for each in range(papers)], Listing("file:moss"), read).keys
    settings = SummariserSettings(
        "endpoint",
        base_url=llmock.base_url("openai"),
        model="small",
        key="sk-of-the-test",
        cache_folder=folder / "cache",
        connections=at_once,
        timeout=10,
    )
    flow = Summarising(library, reader, EndpointSummariser(settings, client), read, at_once)
    async with asyncio.timeout(30), aclosing(flow), aclosing(flow.run(keys)) as events:
        got = [event async for event in events]
    ended = got[-1]
    assert isinstance(ended, SummariseEnded)
    return ended


def _asked(llmock: LLMock) -> int:
    return sum(request.method == "POST" for request in llmock.requests)


async def test_t1_rate_limits_are_waited_out_by_all(
    library: Library, reader: LibraryReader, llmock: LLMock, tmp_path: Path
) -> None:
    llmock.reply(ANSWER, times=None)
    llmock.rate_limit(times=3, retry_after=0.2)
    ended = await _run(library, reader, llmock, tmp_path, 12)
    assert (ended.done, ended.failed, ended.stopped) == (12, 0, None)
    llmock.assert_resilient(strict=True)


async def test_c4_an_outage_ends_the_run_with_few_tries_and_a_clear_line(
    library: Library, reader: LibraryReader, llmock: LLMock, tmp_path: Path
) -> None:
    llmock.outage()
    waits = Waits()
    client = HttpClient(user_agent="radar/test", connections=4, sleep=waits, circuit=True)
    ended = await _run(library, reader, llmock, tmp_path, 40, client=client)
    assert isinstance(ended.stopped, Unavailable)
    assert "leaving it alone 3 times did not help" in ended.stopped.message
    assert _asked(llmock) <= 16


async def test_a_passing_outage_costs_no_paper(
    library: Library, reader: LibraryReader, llmock: LLMock, tmp_path: Path
) -> None:
    llmock.reply(ANSWER, times=None)
    llmock.fail(503, times=2)
    ended = await _run(library, reader, llmock, tmp_path, 6)
    assert (ended.done, ended.failed, ended.stopped) == (6, 0, None)
    llmock.assert_resilient()


async def test_a_text_too_long_is_asked_for_shorter_and_never_again_as_it_was(
    library: Library, reader: LibraryReader, llmock: LLMock, tmp_path: Path
) -> None:
    llmock.reply(ANSWER, times=None)
    llmock.context_overflow(times=1)
    ended = await _run(library, reader, llmock, tmp_path, 4)
    assert ended.stopped is None
    assert ended.done + ended.failed == 4
    assert not [found for found in llmock.verdict().errors if found.code != "retried_non_retryable"]


async def test_a_wrong_key_is_said_once_and_ends_the_run(
    library: Library, reader: LibraryReader, llmock: LLMock, tmp_path: Path
) -> None:
    llmock.fail(401, times=None, message="Incorrect API key provided")
    ended = await _run(library, reader, llmock, tmp_path, 20)
    assert ended.stopped is not None
    assert ended.left == 20
    assert _asked(llmock) <= 4
    llmock.assert_resilient()


async def test_a_slow_answer_holds_up_nobody_else(
    library: Library, reader: LibraryReader, llmock: LLMock, tmp_path: Path
) -> None:
    llmock.reply(ANSWER, times=None)
    llmock.delay(0.5, times=1)
    ended = await _run(library, reader, llmock, tmp_path, 10)
    assert (ended.done, ended.failed) == (10, 0)
    llmock.assert_resilient()


async def test_an_answer_that_is_cut_is_an_honest_offline_line(
    library: Library, reader: LibraryReader, llmock: LLMock, tmp_path: Path
) -> None:
    llmock.reply(ANSWER[:40], times=None)
    ended = await _run(library, reader, llmock, tmp_path, 3)
    assert (ended.done, ended.failed) == (3, 0)
    rows = reader.rows([key for key in map(reader.key_of, (paper(each).id for each in range(3))) if key])
    assert all(row.takeaway and "Moss is heavier" not in row.takeaway for row in rows)
    llmock.assert_resilient()
