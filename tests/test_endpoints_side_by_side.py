"""Several endpoints at work: each gets its own key and model, and its summaries carry its name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from radar.errors import SummariserError
from radar.papers.jobs.job import JobState
from radar.settings import Settings
from radar.wiring.endpoints import concurrency_of, endpoint_info, info_of, summariser_settings
from radar.wiring.radars import build_radar
from radar.wiring.summarisers import build_summariser, summariser_names
from tests.net.loopback import Loopback, json_answer, loopback
from tests.pipeline.fakes import ended, keys_of, wait_for
from tests.written_files import files_below

ONE, TWO = "sk-secret-of-one", "sk-secret-of-two"
_TEXT = '{"takeaway": "Moss is heavier than lichen.", "results_sentence": 2, "code_sentence": 0}'


@pytest.fixture
def servers() -> Iterator[tuple[Loopback, Loopback]]:
    message = {"role": "assistant", "content": _TEXT}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    usage = {"prompt_tokens": 100, "completion_tokens": 10}
    answer = json_answer({"choices": [choice], "usage": usage})
    with loopback(answer) as one, loopback(answer) as two:
        yield one, two


@pytest.fixture
def settings(servers: tuple[Loopback, Loopback], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    one, two = servers
    short = tmp_path / "short.md"
    short.write_text("Answer in JSON.\n---\nTitle: {title}\n{sentences}\n", encoding="utf-8")
    file = tmp_path / "radar.toml"
    file.write_text(
        f'base_url = "{one.url}/v1"\nmodel = "usual"\nkey_env = "KEY_OF_ONE"\n'
        "price_in = 1.0\nprice_out = 1.0\n"
        f'[endpoints.second]\nbase_url = "{two.url}/v1"\nmodel = "other"\nkey_env = "KEY_OF_TWO"\n'
        f'prompt = "short.md"\nconcurrency = 1\nprice_in = 10.0\nprice_out = 10.0\n'
        f'[endpoints.keyless]\nbase_url = "{two.url}/v1"\nmodel = "other"\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("KEY_OF_ONE", ONE)
    monkeypatch.setenv("KEY_OF_TWO", TWO)
    monkeypatch.setenv("RADAR_CONFIG", str(file))
    return Settings.load(os.environ)


def _keys_seen(server: Loopback) -> set[str]:
    return {arrived.headers.get("authorization", "") for arrived in server.arrived}


def test_k3_each_endpoint_gets_its_own_key_and_no_other(
    settings: Settings, servers: tuple[Loopback, Loopback]
) -> None:
    with closing(build_radar(settings)) as radar:
        keys = keys_of(radar.library, 3)
        for name in ("", "second", "keyless"):
            assert ended(radar, radar.request_summaries(keys, name)).state is JobState.DONE
    one, two = servers
    assert _keys_seen(one) == {f"Bearer {ONE}"}
    assert _keys_seen(two) == {f"Bearer {TWO}", ""}
    posts = [arrived for arrived in two.arrived if arrived.method == "POST"]
    assert {arrived.json()["model"] for arrived in posts} == {"other"}
    # The prompt of `second` is another one; what `keyless` asks is in no cache.
    assert len(posts) == 6


def test_summaries_by_another_endpoint_stand_beside_the_first_and_carry_its_name(
    settings: Settings, servers: tuple[Loopback, Loopback]
) -> None:
    with closing(build_radar(settings)) as radar:
        keys = keys_of(radar.library, 2)
        ended(radar, radar.request_summaries(keys))
        assert radar.estimate(keys).passed_over == 2
        assert radar.estimate(keys, "second").passed_over == 0
        job = ended(radar, radar.request_summaries(keys, "second"))
        assert job.label == "summarise 2 papers by other at second"
        assert radar.estimate(keys, "second").passed_over == 2
        entry = radar.reader.entry(keys[0])
        assert entry is not None
        assert [one.provenance.summariser for one in entry.summaries] == ["offline", "endpoint", "second"]
        assert [one.provenance.model for one in entry.summaries] == ["", "usual", "other"]
        again = ended(radar, radar.request_summaries(keys, "second"))
    assert again.message == "0 summarised, 2 done before"


def test_an_estimate_has_the_prices_of_the_endpoint_that_is_named(settings: Settings) -> None:
    with closing(build_radar(settings)) as radar:
        keys = keys_of(radar.library, 3)
        usual, second = radar.estimate(keys), radar.estimate(keys, "second")
        assert usual.cost is not None and second.cost is not None
        # The second has a shorter prompt too, so that only the price of a token is ten times as high.
        assert second.tokens_in < usual.tokens_in
        dear, cheap = (one.cost / (one.tokens_in + one.tokens_out) for one in (second, usual) if one.cost)
        assert dear == pytest.approx(10 * cheap)
        assert radar.estimate(keys, "keyless").cost == 0.0, "what runs here is free"
        assert radar.estimate(keys, "second", again=True).cost == pytest.approx(second.cost, rel=0.2)


def test_another_endpoint_can_be_asked_from_here_on(settings: Settings) -> None:
    with closing(build_radar(settings)) as radar:
        assert [endpoint.summariser for endpoint in radar.endpoints] == ["endpoint", "second", "keyless"]
        assert radar.endpoint is not None
        assert radar.endpoint.model == "usual"
        assert radar.asked.choose("second").model == "other"
        assert (radar.summariser, radar.endpoint.name) == ("second", "other at second")
        assert (
            radar.request_summaries(keys_of(radar.library, 3)).label
            == "summarise 3 papers by other at second"
        )
        with pytest.raises(SummariserError, match="no endpoint is called third"):
            radar.asked.choose("third")


def test_what_a_summariser_is_made_from_is_that_of_its_endpoint(settings: Settings) -> None:
    second = summariser_settings(settings, "second")
    assert (second.name, second.model, second.key, second.connections) == ("second", "other", TWO, 1)
    assert second.prompt.endswith("short.md")
    assert summariser_settings(settings, "keyless").key == ""
    assert summariser_settings(settings).key == ONE
    assert (concurrency_of(settings), concurrency_of(settings, "second")) == (4, 1)
    assert build_summariser(settings, "second").name == "second"
    assert summariser_names(settings)[:4] == ("offline", "endpoint", "second", "keyless")


def test_what_a_screen_is_told_of_endpoints_holds_no_key(settings: Settings) -> None:
    infos = [info_of(endpoint) for endpoint in settings.all_endpoints]
    assert [info.key_present for info in infos] == [True, True, False]
    assert endpoint_info(settings, "second") == infos[1]
    assert endpoint_info(settings, "third") is None
    assert ONE not in repr(infos)
    assert TWO not in repr(infos)


def test_k2_the_worker_writes_no_key_of_any_endpoint_down(settings: Settings) -> None:
    said = json_answer({"error": {"message": f"Incorrect API key provided: {TWO}"}}, 401)
    with loopback(said) as refusing, closing(build_radar(settings)) as radar:
        file = settings.config_file
        text = file.read_text(encoding="utf-8")
        second = settings.endpoints["second"].base_url
        file.write_text(text.replace(f'"{second}"', f'"{refusing.url}/v1"', 1), encoding="utf-8")
        job = ended(radar, radar.request_summaries(keys_of(radar.library, 3), "second"))
        wait_for(lambda: not radar.working(), "the end of the worker")
        assert refusing.arrived[0].headers["authorization"] == f"Bearer {TWO}"
    assert job.state is JobState.FAILED
    assert "KEY_OF_TWO" in job.message
    home = Path(os.environ["XDG_DATA_HOME"]).parent
    written = files_below(home)
    assert written
    assert not [path for path, held in written.items() if TWO.encode() in held]
