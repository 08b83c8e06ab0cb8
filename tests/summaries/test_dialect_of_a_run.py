"""A run of papers speaks the dialect that the settings name and earlier runs have learned."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from radar.net.http import HttpClient
from radar.papers.bases import replace
from radar.summaries.checking import forget_dialect, learned_dialect
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.summariser import SummariserSettings
from tests.net.loopback import Arrived, Loopback, Rule, Scripted, Waits, json_answer, loopback
from tests.summaries.papers import FOXES, paper, reading_of
from tests.summaries.quirk_server.endpoints import AZURE, KEY, Kind, completion, error, no_format

Run = Callable[..., EndpointSummariser]
NO_SCHEMA = Kind("", refuses=(no_format("json_schema", error(400, "No schemas here")),), wants_key=False)
PAPERS = tuple(paper(f"{FOXES} Foxes {number} sleep.", id=f"title:{number}") for number in range(4))


@pytest.fixture
async def run(tmp_path: Path) -> AsyncIterator[Run]:
    made: list[EndpointSummariser] = []

    def summariser(base_url: str, **more: Any) -> EndpointSummariser:
        settings = settings_of(base_url, tmp_path)
        client = HttpClient(user_agent="radar/test", timeout=10, sleep=Waits())
        made.append(EndpointSummariser(replace(settings, **more), client))
        return made[-1]

    yield summariser
    for each in made:
        await each.aclose()


def settings_of(base_url: str, folder: Path) -> SummariserSettings:
    return SummariserSettings("endpoint", base_url, "small", key=KEY, key_env="MY_KEY", cache_folder=folder)


def with_models(kind: Rule) -> Rule:
    models = json_answer({"data": [{"id": "small"}]})
    return lambda arrived: models if arrived.method == "GET" else kind(arrived)


def posts(server: Loopback) -> list[Arrived]:
    return [arrived for arrived in server.arrived if arrived.method == "POST"]


async def test_the_next_run_begins_with_what_the_last_one_learned(run: Run, tmp_path: Path) -> None:
    with loopback(rule=with_models(NO_SCHEMA)) as server:
        settings = settings_of(f"{server.url}/v1/", tmp_path)
        assert learned_dialect(settings) == ""
        for of in PAPERS[:2]:
            await run(f"{server.url}/v1").summarise(of, reading_of(of))
        assert len(posts(server)) == 3
        assert learned_dialect(settings).startswith("json_object, max_tokens; learned 20")
        assert forget_dialect(settings)
        assert not forget_dialect(settings)
        await run(f"{server.url}/v1").summarise(PAPERS[2], reading_of(PAPERS[2]))
        assert len(posts(server)) == 5


async def test_without_a_cache_each_run_learns_for_itself(run: Run) -> None:
    with loopback(rule=with_models(NO_SCHEMA)) as server:
        for _ in range(2):
            summariser = run(f"{server.url}/v1", cache_folder=None)
            for of in PAPERS[:2]:
                await summariser.summarise(of, reading_of(of))
    assert len(posts(server)) == 6


async def test_the_kind_that_the_settings_name_is_spoken_from_the_first_paper_on(run: Run) -> None:
    with loopback(rule=with_models(AZURE)) as server:
        summariser = run(f"{server.url}/openai/v1", preset="azure")
        await summariser.summarise(PAPERS[0], reading_of(PAPERS[0]))
    assert [arrived.headers.get("api-key") for arrived in server.arrived] == [KEY] * len(server.arrived)
    assert "max_completion_tokens" in posts(server)[0].json()


async def test_a_run_says_which_form_of_the_address_works(run: Run) -> None:
    def rule(arrived: Arrived) -> Scripted:
        return json_answer(completion()) if arrived.path == "/v1/chat/completions" else Scripted(404)

    with loopback(rule=rule) as server:
        summariser = run(server.url)
        assert summariser.warning == ""
        await summariser.summarise(PAPERS[0], reading_of(PAPERS[0]))
    assert (
        f"{server.url}/v1 answers and {server.url} does not: set base_url to the first" in summariser.warning
    )


@pytest.mark.parametrize("base_url", ["", "nonsense", "https://models.example/v1?key=x"])
def test_an_address_that_cannot_be_used_has_no_dialect(base_url: str, tmp_path: Path) -> None:
    settings = settings_of(base_url, tmp_path)
    (tmp_path / "completions").mkdir()
    assert learned_dialect(settings) == ""
    assert not forget_dialect(settings)


def test_looking_for_a_dialect_makes_no_folder(tmp_path: Path) -> None:
    assert learned_dialect(settings_of("https://models.example/v1", tmp_path)) == ""
    assert (
        learned_dialect(replace(settings_of("https://models.example/v1", tmp_path), cache_folder=None)) == ""
    )
    assert list(tmp_path.iterdir()) == []
