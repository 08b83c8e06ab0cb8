"""An endpoint that is asked and says nothing."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime, timedelta
from pathlib import Path

from radar.net.http import HttpClient
from radar.papers.jobs.standstill import Standstill
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.summariser import SummariserSettings
from tests.net.loopback import Arrived, Scripted, Waits, loopback
from tests.summaries.summarising import KEY, NOW, answer, ask, completion


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> datetime:
        return self.moment

    def move(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


async def test_a_silence_that_lasts_is_told_with_whose_it_is_and_since_when(tmp_path: Path) -> None:
    asked, may_answer = threading.Event(), threading.Event()

    def held_back(request: Arrived) -> Scripted:
        asked.set()
        may_answer.wait(10)
        return completion(answer())

    clock = Clock()
    with loopback(rule=held_back) as server:
        settings = SummariserSettings(
            "endpoint", f"{server.url}/v1", "small", key=KEY, key_env="MY_KEY", cache_folder=tmp_path
        )
        client = HttpClient(user_agent="radar/test", timeout=10, sleep=Waits())
        summariser = EndpointSummariser(settings, client, clock)
        clock.move(60)
        asking = asyncio.ensure_future(ask(summariser))
        await asyncio.to_thread(asked.wait, 10)
        began = clock.moment
        clock.move(9)
        assert summariser.waiting == Standstill()
        clock.move(32)
        silent = f"no answer from 127.0.0.1:{server.port}"
        assert summariser.waiting == Standstill(silent, silent_since=began)
        assert summariser.waiting.line == f"{silent} since {began.astimezone():%H:%M:%S}"
        may_answer.set()
        await asking
        assert summariser.waiting == Standstill()
        clock.move(60)
        assert summariser.waiting == Standstill()
        await summariser.aclose()
