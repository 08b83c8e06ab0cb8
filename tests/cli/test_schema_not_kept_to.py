"""`radar endpoint test` of an endpoint that takes a schema and does not keep to it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from radar.cli import main
from radar.net.cache import DiskCache
from radar.summaries.endpoints.ladder import Format, Shape
from radar.summaries.endpoints.learned import Learned, LearnedDialects
from radar.wiring.endpoints import endpoint_summariser_settings
from tests.cli.endpoint_desk import MODELS, write_settings
from tests.cli.seeding import settings
from tests.net.loopback import Arrived, Scripted, json_answer, loopback

_FULL = {"results_sentence": 6, "results_kind": "quantified", "code_sentence": 0, "code_kind": "none"}


def _answer(arrived: Arrived, *, prose: str) -> Scripted:
    if arrived.method != "POST":
        return MODELS
    body = arrived.json()
    herons = "Herons" in body["messages"][-1]["content"]
    said = "StillWater finds 87% of standing herons." if herons else "Bakers wait longer in the cold."
    text = prose + json.dumps({"takeaway": said, **_FULL})
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return json_answer({"model": body["model"], "choices": [choice]})


def _chatty(arrived: Arrived) -> Scripted:
    return _answer(arrived, prose="Here it is: ")


def _true(arrived: Arrived) -> Scripted:
    return _answer(arrived, prose="")


def _know(url: str, *, enforced: bool) -> None:
    """Keep what a longer run has seen of the endpoint."""
    own = settings()
    folder = endpoint_summariser_settings(own, "garden", own.endpoints["garden"]).completions_folder
    assert folder is not None
    cache = DiskCache.open(folder)
    seen = Learned(Shape(Format.SCHEMA), datetime.now(UTC), enforced=enforced)
    LearnedDialects(lambda: cache).keep(f"{url}/v1", "small", seen)
    cache.close()


def _set(url: str) -> None:
    write_settings(f'summariser = "garden"\n[endpoints.garden]\nbase_url = "{url}/v1"\nmodel = "small"\n')


def test_answers_against_the_schema_are_told_and_remembered(capsys: pytest.CaptureFixture[str]) -> None:
    with loopback(rule=_chatty) as server:
        _set(server.url)
        assert main(["endpoint", "test", "garden"]) == 0
        told = " ".join(capsys.readouterr().out.split())
        assert "JSON by a schema (json_schema), accepted, but not kept to; limit" in told
        main(
            [
                "doctor",
            ]
        )
    assert "json_schema (accepted, but not kept to)" in " ".join(capsys.readouterr().out.split())


def test_a_try_that_cannot_tell_leaves_what_a_run_has_seen(capsys: pytest.CaptureFixture[str]) -> None:
    with loopback(rule=_true) as server:
        _set(server.url)
        assert main(["endpoint", "test", "garden"]) == 0
        assert "not kept to" not in capsys.readouterr().out
        _know(server.url, enforced=False)
        assert main(["endpoint", "test", "garden"]) == 0
        assert "accepted, but not kept to" in " ".join(capsys.readouterr().out.split())
        main(
            [
                "doctor",
            ]
        )
    assert "json_schema (accepted, but not kept to)" in " ".join(capsys.readouterr().out.split())
