"""A key from a command or the keyring all the way: worker, loopback server, and nobody asked in vain."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from radar.cli import main
from radar.errors import KeyRefused
from radar.papers.jobs.job import Job, JobState
from radar.papers.reader.query import PaperQuery
from radar.pipeline.radar import Radar
from radar.settings import Settings
from radar.wiring.endpoints import key_source_of
from radar.wiring.radars import build_radar, build_worker
from radar.wiring.summarisers import build_summariser
from tests.cli.seeding import PAPERS, seed
from tests.net.keyring_backend import BACKEND, ENTRY
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer, loopback
from tests.pipeline.fakes import ended, keys_of

SECRET = "sk-very-secret-4711"
ROOT = Path(__file__).parents[1]


def _answer(arrived: Arrived) -> Scripted:
    if arrived.headers.get("authorization") != f"Bearer {SECRET}":
        return json_answer({"error": {"message": "no key", "code": "invalid_api_key"}}, 401)
    if arrived.method == "GET":
        return json_answer({"data": [{"id": "small"}]})
    text = json.dumps({"takeaway": "Moss is heavier than lichen.", "results_sentence": 2, "code_sentence": 0})
    choice = {"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    usage = {"prompt_tokens": 100, "completion_tokens": 10}
    return json_answer({"model": "small", "choices": [choice], "usage": usage})


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback(rule=_answer) as made:
        yield made


@pytest.fixture
def runs(tmp_path: Path, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set an endpoint whose key a command writes, and return the file that counts its runs."""
    script, counted = tmp_path / "give-key", tmp_path / "runs"
    script.write_text(
        f"#!/bin/sh\necho run >> {counted}\ntest -e {tmp_path}/broken && exit 7\necho {SECRET}\n",
        encoding="utf-8",
    )
    script.chmod(0o700)
    _set(
        monkeypatch, tmp_path, f'base_url = "{server.url}/v1"\nmodel = "small"\nkey_command = "{script} x"\n'
    )
    return counted


def _set(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> None:
    file = folder / "radar.toml"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setenv("RADAR_CONFIG", str(file))


def _count(runs: Path) -> int:
    return len(runs.read_text(encoding="utf-8").splitlines()) if runs.exists() else 0


def _summarised(radar: Radar, number: int = 3) -> Job:
    keys = keys_of(radar.library, number)
    return ended(radar, radar.request_summaries(keys))


def test_a_worker_fetches_the_key_by_the_command_once_for_many_papers(runs: Path, server: Loopback) -> None:
    with closing(build_radar(Settings.load(os.environ))) as radar:
        job = _summarised(radar, 6)
    assert (job.state, job.message) == (JobState.DONE, "6 summarised")
    assert _count(runs) == 1
    assert {arrived.headers["authorization"] for arrived in server.arrived} == {f"Bearer {SECRET}"}


def test_a_command_that_fails_stops_the_run_with_the_one_line_that_helps(
    runs: Path, server: Loopback
) -> None:
    (runs.parent / "broken").touch()
    with closing(build_radar(Settings.load(os.environ))) as radar:
        job = _summarised(radar)
        spent = radar.reader.spent_today()
    assert (job.state, spent.requests) == (JobState.FAILED, 0)
    assert "the key_command `give-key` failed (exit code 7)" in job.message
    assert _count(runs) == 1
    assert server.arrived == []


def test_the_command_is_not_run_where_nothing_is_asked(
    runs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed(PAPERS)
    for command in (
        ["settings"],
        ["list"],
        ["endpoint"],
        ["endpoint", "list", "--json"],
        ["usage"],
        ["batch", "export", "--dialect", "openai", "--out", str(tmp_path / "out"), "--yes"],
        ["summarise", "words that no paper has", "--yes"],
    ):
        main(command)
    with closing(build_radar(Settings.load(os.environ))) as radar:
        assert radar.endpoint is not None
        assert not radar.endpoint.lacks_key
        radar.estimate(radar.reader.keys(PaperQuery()))
    assert "key from `give-key`, fetched when needed" in capsys.readouterr().out
    assert _count(runs) == 0


def test_what_another_name_of_the_endpoint_asked_is_kept_and_needs_no_key(
    runs: Path, server: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(PAPERS)
    assert main(["summarise", "--yes"]) == 0
    before, asked = _count(runs), len(server.arrived)
    lines = (tmp_path / "radar.toml").read_text(encoding="utf-8")
    _set(monkeypatch, tmp_path, f"[endpoints.twin]\n{lines}")
    with closing(build_radar(Settings.load(os.environ))) as radar:
        keys = tuple(radar.reader.keys(PaperQuery()))
        job = ended(radar, radar.request_summaries(keys, "twin"))
    assert (job.state, job.message[:10]) == (JobState.DONE, "3 answered")
    assert (_count(runs), len(server.arrived)) == (before, asked)


def test_a_worker_takes_the_key_from_the_keyring(
    server: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", BACKEND)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv(ENTRY, f"moss|me|{SECRET}")
    _set(monkeypatch, tmp_path, f'base_url = "{server.url}/v1"\nmodel = "small"\nkeyring = "moss/me"\n')
    with closing(build_radar(Settings.load(os.environ))) as radar:
        job = _summarised(radar)
    assert (job.state, job.message) == (JobState.DONE, "3 summarised")
    assert {arrived.headers["authorization"] for arrived in server.arrived} == {f"Bearer {SECRET}"}


def test_a_keyring_without_the_entry_says_how_to_make_it(
    server: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", BACKEND)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    _set(monkeypatch, tmp_path, f'base_url = "{server.url}/v1"\nmodel = "small"\nkeyring = "moss/me"\n')
    with closing(build_radar(Settings.load(os.environ))) as radar:
        job = _summarised(radar)
    assert job.state is JobState.FAILED
    assert "the keyring has no key moss/me" in job.message
    assert "keyring set moss me" in job.message
    assert server.arrived == []


def test_k3_two_endpoints_get_the_keys_of_their_own_commands(
    runs: Path, server: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with loopback(json_answer({"data": [{"id": "other"}]})) as second:
        _set(
            monkeypatch,
            tmp_path,
            f'base_url = "{server.url}/v1"\nmodel = "small"\nkey_command = "{tmp_path}/give-key two"\n'
            f'[endpoints.own]\nbase_url = "{second.url}/v1"\nmodel = "other"\nkey_command = "echo own-4712"\n'
            f'[endpoints.keyless]\nbase_url = "{second.url}/v1"\nmodel = "other"\n',
        )
        main(["doctor"])
        assert {arrived.headers["authorization"] for arrived in server.arrived} == {f"Bearer {SECRET}"}
        seen = [arrived.headers.get("authorization", "") for arrived in second.arrived]
    assert sorted(seen) == ["", "Bearer own-4712"]


async def test_k6_only_leave_in_the_settings_lets_a_key_go_without_encryption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MY_KEY", SECRET)
    for place in ('key_env = "MY_KEY"', 'key_command = "echo x"', 'keyring = "moss/me"'):
        text = f'[endpoints.far]\nbase_url = "http://192.0.2.7/v1"\nmodel = "m"\n{place}\n'
        _set(monkeypatch, tmp_path, text)
        with pytest.raises(KeyRefused, match="without encryption"):
            build_summariser(Settings.load(os.environ), "far")
        _set(monkeypatch, tmp_path, f"{text}allow_http = true\n")
        await build_summariser(Settings.load(os.environ), "far").aclose()


def test_k2_a_worker_keeps_a_key_out_of_its_log_from_when_it_is_fetched(runs: Path) -> None:
    settings = Settings.load(os.environ)
    worker = build_worker(settings)
    assert _count(runs) == 0
    (source,) = map(key_source_of, settings.all_endpoints)
    assert source is not None
    before = len(tuple(worker._secrets()))
    source.fetch()
    assert tuple(worker._secrets())[before:] == (SECRET,)
