"""An endpoint tried with two papers by the real summariser."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.errors import KeyRefused, ModelMissing
from radar.papers.bases import replace
from radar.papers.summaries.flags import Release
from radar.summaries.endpoints.ladder import Format
from radar.summaries.probing import PAPERS, probe, probe_tokens
from radar.summaries.prompting.prompt import paper_text
from radar.summaries.summariser import SummariserSettings
from tests.net.loopback import Arrived, Rule, Scripted, json_answer, loopback

GOOD = "StillWater finds 87% of standing herons in pairs of pictures without labelled birds."
LONG = (
    "StillWater finds herons in pairs of pictures, and it compares what is left when the water has moved on, "
    "for rivers that are surveyed from the air, where trained detectors find fewer birds than it does."
)


def _completion(takeaway: str, **usage: int) -> Scripted:
    answer = {"takeaway": takeaway, "results_sentence": 6, "code_sentence": 9}
    message = {"role": "assistant", "content": json.dumps(answer)}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return json_answer({"model": "small", "choices": [choice], "usage": usage})


def _answers(herons: str, bread: str, *, refuse: bytes = b"\0") -> Rule:
    def rule(arrived: Arrived) -> Scripted:
        if refuse in arrived.body:
            return json_answer({"error": {"message": "response_format json_schema is not supported"}}, 400)
        text = arrived.body.decode()
        usage = {"prompt_tokens": 600, "completion_tokens": 50}
        return _completion(herons if "Counting Herons" in text else bread, **usage)

    return rule


def _settings(url: str, **more: str) -> SummariserSettings:
    return SummariserSettings("mine", f"{url}/v1", "small", **more)  # type: ignore[arg-type]


def test_the_papers_of_a_probe_are_whole_and_differ_in_what_the_rules_find() -> None:
    herons, bread = (read(paper).flags.code.value for paper in PAPERS)
    assert (herons, bread) == (Release.RELEASED, Release.NONE)
    for paper in PAPERS:
        assert 700 < len(paper.abstract) < 1300
        assert not paper_text(paper).instruction
    plain = SummariserSettings("mine", model="small")
    sent, received = probe_tokens(plain)
    assert sent > 1000 > received > 0
    assert probe_tokens(replace(plain, language="German", profile="I count herons."))[0] > sent + 80


async def test_a_probe_says_how_the_endpoint_is_talked_to_and_what_came_of_each_paper() -> None:
    with loopback(rule=_answers(GOOD, "Bakers wait 99 minutes.", refuse=b"json_schema")) as server:
        found = await probe(_settings(server.url))
    assert found.error is None
    assert found.shape.format is Format.OBJECT
    assert "json_object" in found.dialect
    assert "limit in max_tokens" in found.dialect
    assert "temperature is taken" in found.dialect
    first, second = found.trials
    assert first.kept
    assert first.verdict == "kept as the model wrote it"
    assert first.summary is not None
    assert first.summary.takeaway.text == GOOD
    assert not second.kept
    assert second.verdict.startswith("its words were refused because they ")
    assert "number" in second.verdict


async def test_a_probe_tells_until_when_the_endpoint_asks_to_wait() -> None:
    told: list[str] = []
    slow = json_answer({"error": {"message": "too many"}}, 429, retry_after="1")
    answer = _answers(GOOD, GOOD)

    def rule(arrived: Arrived) -> Scripted:
        return answer(arrived) if told else slow

    with loopback(rule=rule) as server:
        found = await probe(_settings(server.url), tell=told.append)
    assert found.error is None
    assert re.fullmatch(r"127\.0\.0\.1:\d+ asks to wait until \d\d:\d\d:\d\d", told[0])


async def test_a_takeaway_that_is_cut_is_told_as_trimmed_with_the_reason() -> None:
    with loopback(rule=_answers(LONG, LONG)) as server:
        found = await probe(_settings(server.url))
    assert found.trials[0].verdict.startswith(("its words were trimmed", "its words were refused"))


async def test_what_many_papers_take_follows_from_the_tokens_that_were_counted() -> None:
    ticks = iter([0.0, 3.0, 10.0, 11.0])
    with loopback(rule=_answers(GOOD, "Bakers wait.")) as server:
        found = await probe(
            replace(_settings(server.url), price_in=0.5, price_out=2.0), clock=lambda: next(ticks)
        )
    assert found.tokens_of_many(1000) == (600_000, 50_000)
    assert found.cost_of_many(1000) == pytest.approx(0.4)
    assert [trial.seconds for trial in found.trials] == [3.0, 1.0]
    assert found.seconds_of_many(1000, 4) == pytest.approx(250)


async def test_a_probe_takes_nothing_from_the_cache_and_leaves_nothing_there(tmp_path: Path) -> None:
    settings = SummariserSettings("mine", "", "small", cache_folder=tmp_path)
    with loopback(rule=_answers(GOOD, GOOD)) as server:
        for _ in range(2):
            await probe(SummariserSettings("mine", f"{server.url}/v1", "small", cache_folder=tmp_path))
        assert sum(arrived.method == "POST" for arrived in server.arrived) == 4
    assert settings.completions_folder is not None
    assert not settings.completions_folder.exists()


async def test_an_endpoint_without_the_model_is_asked_once_and_told_as_the_error() -> None:
    missing = json_answer({"error": {"message": "The model does not exist", "code": "model_not_found"}}, 404)
    with loopback(missing) as server:
        found = await probe(_settings(server.url))
    assert isinstance(found.error, ModelMissing)
    assert len(found.trials) == 1
    assert found.tokens_of_many(1000) == (0, 0)
    assert "small" in found.trials[0].verdict


async def test_one_paper_that_fails_leaves_what_the_other_told() -> None:
    def rule(arrived: Arrived) -> Scripted:
        if b"Counting Herons" in arrived.body:
            return _completion(GOOD, prompt_tokens=600, completion_tokens=50)
        return json_answer({"error": {"message": "flagged by moderation"}}, 400)

    with loopback(rule=rule) as server:
        found = await probe(_settings(server.url))
    assert found.error is None
    assert "declined" in found.trials[1].verdict
    assert found.tokens_of_many(10) == (6000, 500)


async def test_without_the_key_that_is_named_nothing_is_sent() -> None:
    with loopback(_completion(GOOD)) as server, pytest.raises(KeyRefused, match="NO_KEY"):
        await probe(_settings(server.url, key_env="NO_KEY"))
    assert server.arrived == []
