"""`radar summarise`."""

from __future__ import annotations

import io
import json
import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from radar.cli import main
from radar.cli.commands.summarise_papers import _Report
from radar.cli.output import Output
from radar.cli.progress import progress_bar
from radar.papers.jobs.standstill import Standstill
from radar.pipeline.events import Waiting
from tests.cli.running import radar
from tests.cli.seeding import PROMISING, SILENT, SORTING, many, seed, settings
from tests.net.loopback import Arrived, Loopback, Scripted, free_port, json_answer, loopback
from tests.terminal import Terminal

_ANSWER = {"takeaway": "We watch a snail walk on.", "results_sentence": 1, "code_sentence": 0}
_COMPLETION = {
    "model": "small",
    "choices": [
        {
            "index": 0,
            "message": {"role": "assistant", "content": json.dumps(_ANSWER)},
            "finish_reason": "stop",
        }
    ],
    "usage": {"prompt_tokens": 12, "completion_tokens": 3},
}


def _endpoint(monkeypatch: pytest.MonkeyPatch, url: str, **more: str) -> None:
    values = {"RADAR_BASE_URL": f"{url}/v1", "RADAR_MODEL": "small", **more}
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def _summarisers(capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["list", "--json", "--order", "title"]) == 0
    records = map(json.loads, capsys.readouterr().out.splitlines())
    return [record["provenance"]["summariser"] for record in records]


def test_answers_that_nobody_could_read_are_not_told_as_the_models_takeaways(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(2))
    choice = {"index": 0, "message": {"role": "assistant", "content": "Sure!"}, "finish_reason": "stop"}
    with loopback(json_answer({**_COMPLETION, "choices": [choice]})) as server:
        _endpoint(monkeypatch, server.url)
        assert main(["summarise"]) == 0
        printed = capsys.readouterr()
        assert printed.out.startswith("2 answered, but their words were not used; ")


def test_papers_are_summarised_by_the_endpoint_and_a_repeat_asks_nobody(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(3))
    with loopback(json_answer(_COMPLETION)) as server:
        _endpoint(monkeypatch, server.url)
        assert main(["summarise"]) == 0
        printed = capsys.readouterr()
        assert "3 papers by small at 127.0.0.1" in printed.err
        assert "on this machine, free" in printed.err
        assert printed.out.startswith("3 summarised; 36 tokens sent, 9 received")
        asked = len(server.arrived)
        assert main(["summarise"]) == 0
        assert "3 done before" in capsys.readouterr().out
        assert len(server.arrived) == asked
    assert _summarisers(capsys) == ["endpoint"] * 3


def test_again_asks_a_mended_server_anew_and_a_third_time_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(2))
    empty = {"index": 0, "message": {"role": "assistant", "content": None}, "finish_reason": "stop"}
    with loopback(json_answer({**_COMPLETION, "choices": [empty]})) as server:
        _endpoint(monkeypatch, server.url)
        assert main(["summarise"]) == 0
        server._script = [json_answer(_COMPLETION)]
        for _ in range(2):
            before = sum(arrived.method == "POST" for arrived in server.arrived)
            capsys.readouterr()
            assert main(["summarise", "--again"]) == 0
            assert capsys.readouterr().out.startswith("2 summarised; 24 tokens sent, 6 received")
            assert sum(arrived.method == "POST" for arrived in server.arrived) == before + 2


def test_again_takes_a_kept_answer_for_a_paper_that_has_no_such_summary(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(1))
    with loopback(json_answer(_COMPLETION)) as server:
        _endpoint(monkeypatch, server.url)
        assert main(["summarise"]) == 0
        for file in settings().library.parent.glob(f"{settings().library.name}*"):
            file.unlink()
        seed(many(1))
        capsys.readouterr()
        assert main(["summarise", "--again"]) == 0
        assert "1 summarised (1 from the cache)" in capsys.readouterr().out


def test_a_query_ids_and_a_limit_choose_the_papers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    with loopback(json_answer(_COMPLETION)) as server:
        _endpoint(monkeypatch, server.url)
        assert main(["summarise", "slugs"]) == 0
        assert _summarisers(capsys) == ["offline", "endpoint", "offline"]
        assert (
            main(["summarise", "--ids", SILENT.id, "2501.99999", PROMISING.id, SORTING.id, "--limit", "1"])
            == 1
        )
        assert "no paper '2501.99999'" in capsys.readouterr().err
        assert _summarisers(capsys) == ["endpoint", "endpoint", "offline"]


def test_a_paper_that_is_named_twice_is_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    with loopback(json_answer(_COMPLETION)) as server:
        _endpoint(monkeypatch, server.url)
        link = f"https://arxiv.org/abs/{SILENT.id.removeprefix('arxiv:')}"
        assert main(["summarise", "--ids", SILENT.id, SILENT.id, link, PROMISING.id, "--limit", "2"]) == 0
        assert "2 answered" in capsys.readouterr().out
        assert main(["summarise", "--ids", "gone", "gone", "--limit", "2"]) == 1
        assert capsys.readouterr().err.count("no paper 'gone'") == 1


@pytest.mark.parametrize("arguments", [[], ["--summariser", "endpoint"]])
def test_without_an_endpoint_it_says_how_to_set_one(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    seed()
    assert main(["summarise", *arguments]) == 2
    assert "radar endpoint add" in capsys.readouterr().err


_ADDRESS = ("RADAR_BASE_URL", "http://127.0.0.1:9/v1", "base_url is set, but no model")
_MODEL = ("RADAR_MODEL", "small", "model is set, but no base_url")


@pytest.mark.parametrize(
    ("command", "given"),
    [
        (["summarise"], _ADDRESS),
        (["summarise", "--summariser", "endpoint"], _ADDRESS),
        (["summarise"], _MODEL),
        (["summarise", "--summariser", "endpoint"], _MODEL),
        (["doctor"], _MODEL),
    ],
)
def test_of_address_and_model_the_missing_one_is_named(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
    given: tuple[str, str, str],
) -> None:
    seed()
    name, value, lack = given
    monkeypatch.setenv(name, value)
    main(command)
    printed = "".join(capsys.readouterr())
    assert lack in printed
    assert "no endpoint is set" not in printed


def test_an_unknown_summariser_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["summarise", "--summariser", "endpiont"]) == 2
    assert "Did you mean endpoint?" in capsys.readouterr().err


def test_the_offline_summariser_can_be_asked_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["summarise", "--summariser", "offline"]) == 0
    assert "by the offline reading" in capsys.readouterr().err


def _refuse_key(request: Arrived) -> Scripted:
    return json_answer({"error": {"message": "Incorrect API key provided"}}, 401)


def test_a_wrong_key_ends_the_run_with_one_clear_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(3))
    with loopback(rule=_refuse_key) as server:
        _endpoint(monkeypatch, server.url, RADAR_KEY_ENV="MY_KEY", MY_KEY="sk-very-secret-4711")
        assert main(["summarise", "--yes"]) == 3
    printed = capsys.readouterr()
    assert printed.err.count("radar: endpoint: ") == 1
    assert "3 left" in printed.out
    assert "sk-very-secret" not in printed.out + printed.err


@pytest.mark.parametrize("count", [6, 30])
@pytest.mark.parametrize("body", [None, b"", b"[1, 2, 3]", b"{}", b"data: {}\n\n"])
def test_what_is_known_of_a_server_at_once_is_said_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, body: bytes | None, count: int
) -> None:
    seed(many(count))
    with loopback(Scripted(200, body or b""), secure=body is None) as server:
        _endpoint(monkeypatch, server.url)
        assert main(["summarise"]) == 3
    printed = capsys.readouterr()
    assert printed.out == f"0 summarised, {count} left\n"
    assert (printed.err.count("radar: "), printed.err.count("127.0.0.1")) == (1, 2)


def test_a_key_that_is_named_and_not_there_is_refused_before_anybody_is_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    with loopback(json_answer(_COMPLETION)) as server:
        _endpoint(monkeypatch, server.url, RADAR_KEY_ENV="NO_KEY")
        assert main(["summarise", "--yes"]) == 3
        _endpoint(monkeypatch, "https://models.example")
        assert main(["summarise"]) == 3
        assert server.arrived == []
    printed = capsys.readouterr().err
    assert f"no key for 127.0.0.1:{server.port}: put it into the environment variable NO_KEY" in printed
    assert "no key for models.example" in printed


def test_a_pause_is_written_down_where_no_bar_shows_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(3))
    slow = json_answer({"error": {"message": "Slow down"}}, 429, Retry_After="1")
    good = json_answer(_COMPLETION)
    with loopback(slow, good) as server:
        _endpoint(monkeypatch, server.url, RADAR_CONCURRENCY="1")
        assert main(["summarise"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("3 summarised; ")
    assert printed.err.count(f"\n127.0.0.1:{server.port} asks to wait until ") == 1


def test_of_pauses_that_come_all_the_time_ever_fewer_are_written_down() -> None:
    errors = io.StringIO()
    output = Output(io.StringIO(), errors, {}, colour=False)
    begun = datetime(2026, 2, 3, 20, tzinfo=UTC)
    with progress_bar(output) as bar:
        report = _Report(output, bar, 100)
        for number in range(100):
            until = begun + timedelta(seconds=number)
            report.tell(Waiting(Standstill("models.example asks to wait", until=until)))
            report.tell(Waiting(Standstill()))
        report.tell(Waiting(Standstill("no answer from models.example", silent_since=begun)))
        report.tell(Waiting(Standstill("a plug-in has rested since noon", until=begun)))
    told = [60 * int(line[-5:-3]) + int(line[-2:]) for line in errors.getvalue().splitlines()]
    assert told == [*range(10), 15, 31, 63, 0]


def test_a_run_that_cost_nothing_is_free(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(1))
    with loopback(json_answer(_COMPLETION)) as server:
        _endpoint(monkeypatch, server.url, RADAR_PRICE_IN="0", RADAR_PRICE_OUT="0")
        assert main(["summarise"]) == 0
    assert capsys.readouterr().out.endswith("; 12 tokens sent, 3 received, free\n")


@pytest.mark.parametrize(
    ("address", "asks"), [("http://127.0.0.1:9", False), ("https://models.example", True)]
)
def test_its_help_says_when_it_asks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, address: str, asks: bool
) -> None:
    main(["summarise", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "asks before papers leave this machine or something is paid, and not for a free endpoint" in told
    seed(many(1))
    _endpoint(monkeypatch, address)
    assert main(["summarise"]) == (2 if asks else 3)
    assert ("Add --yes" in capsys.readouterr().err) is asks


def test_another_model_that_answers_is_told_at_the_end(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    with loopback(json_answer(_COMPLETION)) as server:
        _endpoint(monkeypatch, server.url, RADAR_MODEL="tall")
        assert main(["summarise", "--limit", "1"]) == 0
    assert "was asked for tall and answers as small" in capsys.readouterr().err


def test_a_dead_endpoint_ends_the_run_and_loses_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    _endpoint(monkeypatch, f"http://127.0.0.1:{free_port()}")
    assert main(["summarise", "--limit", "1"]) == 3
    printed = capsys.readouterr()
    assert "1 left" in printed.out
    assert "Traceback" not in printed.err
    assert _summarisers(capsys) == ["offline"] * 3


def test_a_remote_endpoint_needs_a_yes_where_nobody_can_be_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    _endpoint(monkeypatch, "https://models.example", RADAR_PRICE_IN="2.5", RADAR_PRICE_OUT="10")
    assert main(["summarise"]) == 2
    printed = capsys.readouterr()
    assert "3 papers by small at models.example" in printed.err
    assert "$0.0" in printed.err
    assert "Add --yes" in printed.err


def test_an_interrupted_run_keeps_its_summaries_and_goes_on_where_it_was(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seed(many(4))

    def answer_twice(request: Arrived) -> Scripted:
        answered = sum(b"messages" in arrived.body for arrived in server.arrived)
        return json_answer(_COMPLETION) if answered <= 2 else Scripted(hold=True)

    server = Loopback(rule=answer_twice)
    try:
        _endpoint(monkeypatch, server.url, RADAR_CONCURRENCY="1")
        with Terminal(["summarise"]) as terminal:
            terminal.wait_for("2 summarised")
            os.kill(terminal._process.pid, signal.SIGINT)
            assert terminal.wait_for_end() == 130
            assert "interrupted: 2 summarised and kept" in terminal.text
            assert "Traceback" not in terminal.text
    finally:
        server.close()
    with loopback(json_answer(_COMPLETION)) as other:
        _endpoint(monkeypatch, other.url)
        assert main(["summarise"]) == 0
    assert "2 summarised" in capsys.readouterr().out


def test_an_endpoint_of_the_settings_is_asked_by_its_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    seed(many(2))
    with loopback(json_answer(_COMPLETION)) as server:
        file = tmp_path / "mine.toml"
        file.write_text(
            f'[endpoints.garden]\nbase_url = "{server.url}/v1"\nmodel = "small"\n'
            '[endpoints.other]\npreset = "ollama"\nmodel = "m"\n',
            encoding="utf-8",
        )
        config = ["--config", str(file)]
        assert main([*config, "summarise", "--limit", "1"]) == 0
        assert main([*config, "summarise", "--summariser", "garden"]) == 0
        printed = capsys.readouterr()
        assert f"2 papers by small at 127.0.0.1:{server.port} (1 of them done before)" in printed.err
        line = json.dumps({"id": "1", "title": "Snails", "abstract": "We watch snail 7 walk on. It walks."})
        done = radar(*config, "read", "--summariser", "garden", stdin=line + "\n")
        assert json.loads(done.stdout)["provenance"]["summariser"] == "garden"
    assert _summarisers(capsys) == ["garden"] * 2
    assert main([*config, "summarise", "--summariser", "gardne"]) == 2
    assert "Did you mean garden?" in capsys.readouterr().err
