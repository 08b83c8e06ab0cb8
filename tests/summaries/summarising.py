"""Asking an endpoint's summariser about a paper, by way of a real server on loopback."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from radar.net.http import HttpClient
from radar.papers.bases import replace
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Summary
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.summariser import Outcome, SummariserSettings
from tests.net.loopback import Arrived, Loopback, Scripted, Waits, json_answer, loopback
from tests.summaries.papers import paper, reading_of

KEY = "sk-very-secret-4711"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
GOOD = "FoxCam counts foxes in garden pictures and cuts the error from 33.25% to 12.5%."


def answer(takeaway: str = GOOD, results: object = 3, code: object = 4) -> str:
    return json.dumps({"takeaway": takeaway, "results_sentence": results, "code_sentence": code})


def completion(text: object, finish: str = "stop", **more: object) -> Scripted:
    choice = {"message": {"role": "assistant", "content": text}, "finish_reason": finish}
    usage = {"prompt_tokens": 500, "completion_tokens": 40}
    return json_answer({"model": "small", "choices": [choice], "usage": usage, **more})


Make = Callable[..., EndpointSummariser]


@asynccontextmanager
async def summarisers(folder: Path) -> AsyncIterator[Make]:
    """Give a maker of summarisers that keep their answers in a folder, and close them at the end."""
    made: list[EndpointSummariser] = []

    def summariser(url: str, **more: Any) -> EndpointSummariser:
        settings = SummariserSettings(
            "endpoint", f"{url}/v1", "small", key=KEY, key_env="MY_KEY", cache_folder=folder / "cache"
        )
        client = HttpClient(user_agent="radar/test", timeout=10, sleep=Waits())
        made.append(EndpointSummariser(replace(settings, **more), client, lambda: NOW))
        return made[-1]

    yield summariser
    for summariser_ in made:
        await summariser_.aclose()


def ask(summariser: EndpointSummariser, of: Paper | None = None) -> Awaitable[Outcome]:
    of = of or paper()
    return summariser.summarise(of, reading_of(of))


def asked(server: Loopback) -> list[Arrived]:
    """The requests that a model answers, without looks at the list of models."""
    return [arrived for arrived in server.arrived if arrived.method == "POST"]


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


async def summary(make: Make, text: object, finish: str = "stop", of: Paper | None = None) -> Summary:
    with loopback(completion(text, finish)) as server:
        return (await ask(make(server.url), of)).summary
