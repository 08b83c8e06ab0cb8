"""`radar compare`."""

from __future__ import annotations

import io
import json
import os
import re
import signal
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from radar.cli import main
from radar.cli.commands import compare
from radar.cli.output import Output
from radar.cli.progress import ProgressBar
from radar.papers.jobs.standstill import Standstill
from radar.pipeline.comparing import Step
from radar.pipeline.events import Skipped, Waiting
from tests.cli.dummy_summariser import install
from tests.cli.running import radar
from tests.cli.seeding import PAPERS, many, seed
from tests.cli.test_summarise_papers import _COMPLETION, _endpoint
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer, loopback
from tests.pipeline.exporting.entries import paper
from tests.terminal import Terminal


def _record(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["compare", "--json", *arguments]) == 0
    record: dict[str, Any] = json.loads(capsys.readouterr().out)
    return record


def _asked(arrived: list[Arrived]) -> int:
    return sum(b"messages" in request.body for request in arrived)


def test_the_endpoint_of_the_settings_and_the_rules_are_compared_and_a_repeat_asks_nobody(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(3))
    with loopback(json_answer(_COMPLETION)) as server:
        _endpoint(monkeypatch, server.url)
        assert main(["compare"]) == 0
        printed = capsys.readouterr()
        assert "endpoint: 3 papers by small at 127.0.0.1" in printed.err
        assert "on this machine, free" in printed.err
        assert "offline: all done before" in printed.err
        lines = printed.out.splitlines()
        assert lines[0].split() == ["3", "papers", "endpoint", "offline"]
        assert lines[1].split() == ["small"]
        assert all(len(line) <= 80 for line in lines)
        asked = _asked(server.arrived)
        assert asked == 3
        assert main(["compare"]) == 0
        assert "endpoint: nothing was asked in this run, so no time is known" in capsys.readouterr().out
        assert _asked(server.arrived) == asked


def test_as_json_there_is_every_paper_with_every_summary(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    with loopback(json_answer(_COMPLETION)) as server:
        _endpoint(monkeypatch, server.url, RADAR_PRICE_IN="1", RADAR_PRICE_OUT="2")
        record = _record(capsys, "--summarisers", "endpoint,offline", "--yes")
    endpoint, offline = record["summarisers"]
    assert record["papers"] == 3
    assert (endpoint["summariser"], endpoint["model"]) == ("endpoint", "small")
    assert endpoint["accepted"] + endpoint["trimmed"] + endpoint["quoted"] == 3
    assert (endpoint["tokens_in"], endpoint["tokens_out"]) == (36, 9)
    assert endpoint["cost"] == pytest.approx(54e-6)
    assert endpoint["papers_timed"] == 3
    assert (offline["quoted"], offline["tokens_in"], offline["papers_timed"]) == (3, 0, 0)
    assert record["agreement"][0]["summarisers"] == ["endpoint", "offline"]
    assert len(record["by_paper"]) == 3
    assert {one["id"] for one in record["by_paper"]} == {paper.id for paper in PAPERS}
    for by_paper in record["by_paper"]:
        assert [one["summariser"] for one in by_paper["summaries"]] == ["endpoint", "offline"]
        assert all(one["takeaway"] is not None for one in by_paper["summaries"])


def test_a_query_and_a_limit_choose_the_papers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    with loopback(json_answer(_COMPLETION)) as server:
        _endpoint(monkeypatch, server.url)
        assert _record(capsys, "slugs")["papers"] == 1
        assert _record(capsys, "--limit", "2")["papers"] == 2
    assert main(["compare", "nowhere"]) == 1
    assert "nothing matches" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "no endpoint is set"),
        (["--summarisers", "endpoint,offline"], "no endpoint is set"),
        (["--summarisers", "offline"], "a comparison needs two summarisers"),
        (["--summarisers", "offline, offline,"], "a comparison needs two summarisers"),
        (["--summarisers", "offline,endpiont"], "Did you mean endpoint?"),
    ],
)
def test_who_cannot_be_compared_is_told_before_anything_is_asked(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    seed()
    assert main(["compare", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_remote_endpoint_needs_a_yes_where_nobody_can_be_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    _endpoint(monkeypatch, "https://models.example", RADAR_PRICE_IN="2.5", RADAR_PRICE_OUT="10")
    assert main(["compare"]) == 2
    printed = capsys.readouterr()
    assert "endpoint: 3 papers by small at models.example" in printed.err
    assert "$0.0" in printed.err
    assert "Add --yes" in printed.err
    assert printed.out == ""


@pytest.mark.parametrize(("answer", "count"), [("n", 0), ("y", 2)])
def test_on_a_terminal_it_asks_once_before_anything_is_sent(tmp_path: Path, answer: str, count: int) -> None:
    seed(many(2))
    with Terminal(
        ["compare", "--summarisers", "dummy,offline"], environment=install(tmp_path), columns=80
    ) as terminal:
        terminal.wait_for("Go on? [y/N]")
        assert "dummy: 2 papers" in terminal.text
        terminal.type(f"{answer}\r")
        assert terminal.wait_for_end() == 0
        assert ("takeaways by the model" in terminal.text) is bool(count)
        assert ("nothing was sent" in terminal.text) is not bool(count)


def test_a_paper_that_fails_is_counted_and_the_papers_that_differ_most_stand_side_by_side(
    tmp_path: Path,
) -> None:
    seed([*many(7), paper("Snail number 7", "2512.00007", abstract="We lose sight of snail 7.")])
    environment = install(tmp_path)
    done = radar("compare", "--summarisers", "dummy,offline", "--yes", environment=environment)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert all(len(line) <= 80 for line in lines)
    rows = {line[:24].strip(): line[24:].split() for line in lines}
    assert rows["takeaways by the model"] == ["7", "0"]
    assert rows["papers that failed"] == ["1", "0"]
    assert rows["money"] == ["$3.50", "free"]
    assert rows["for 1,000 papers"] == ["$500.00", "free"]
    assert rows["tokens sent"] == ["21", "none"]
    assert "seven is too much" in done.stderr
    assert "failed: seven is too much" in " ".join(done.stdout.split())
    assert "Dummy says Snail number" in done.stdout
    assert done.stdout.count("arxiv:2512.") == 3
    fewer = radar(
        "compare", "--summarisers", "dummy,offline", "--yes", "--differing", "1", environment=environment
    )
    assert fewer.stdout.count("arxiv:2512.") == 1


def test_the_list_shows_what_it_showed_before(tmp_path: Path) -> None:
    seed(many(2))
    radar("compare", "--summarisers", "dummy,offline", "--yes", environment=install(tmp_path))
    records = [json.loads(line) for line in radar("list", "--json").stdout.splitlines()]
    assert [record["provenance"]["summariser"] for record in records] == ["offline", "offline"]


def test_a_wrong_key_ends_the_papers_of_one_and_the_others_are_still_compared(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(request: Arrived) -> Scripted:
        return json_answer({"error": {"message": "Incorrect API key provided"}}, 401)

    seed(many(3))
    with loopback(rule=refuse) as server:
        _endpoint(monkeypatch, server.url, RADAR_KEY_ENV="MY_KEY", MY_KEY="sk-very-secret-4711")
        assert main(["compare", "--yes"]) == 3
    printed = capsys.readouterr()
    assert printed.err.count("does not accept the key in MY_KEY") == 1
    assert "endpoint ended early" in printed.out
    assert "not asked about" in printed.out
    assert "sk-very-secret" not in printed.out + printed.err


def test_an_interrupted_comparison_keeps_what_is_done_and_goes_on_from_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seed(many(4))

    def answer_twice(request: Arrived) -> Scripted:
        return json_answer(_COMPLETION) if _asked(server.arrived) <= 2 else Scripted(hold=True)

    server = Loopback(rule=answer_twice)
    try:
        _endpoint(monkeypatch, server.url, RADAR_CONCURRENCY="1")
        with Terminal(["compare"]) as terminal:
            terminal.wait_for("endpoint, 2 of 4")
            os.kill(terminal._process.pid, signal.SIGINT)
            assert terminal.wait_for_end() == 130
            assert "interrupted: what is done is kept" in terminal.text
            assert "Traceback" not in terminal.text
    finally:
        server.close()
    with loopback(json_answer(_COMPLETION)) as other:
        _endpoint(monkeypatch, other.url)
        assert main(["compare"]) == 0
    assert "endpoint: 2 papers by small" in capsys.readouterr().err
    assert main(["list", "--json"]) == 0
    records = map(json.loads, capsys.readouterr().out.splitlines())
    assert [record["provenance"]["summariser"] for record in records] == ["offline"] * 4


def _named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *tables: str, top: str = "") -> None:
    file = tmp_path / "named.toml"
    file.write_text("\n".join((top, *tables)), encoding="utf-8")
    monkeypatch.setenv("RADAR_CONFIG", str(file))


def test_of_endpoints_with_a_name_of_their_own_it_is_said_what_they_take(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seed(many(2))
    _named(
        monkeypatch,
        tmp_path,
        '[endpoints.dear]\nbase_url = "https://models.example/v1"\nmodel = "large"',
        "price_in = 100.0\nprice_out = 100.0",
        '[endpoints.here]\nbase_url = "http://127.0.0.1:9/v1"\nmodel = "small"',
        top="max_usd_run = 0.001",
    )
    assert main(["compare", "--summarisers", "dear,here"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "dear: 2 papers by large at models.example: about" in told
    assert re.search(r"received, \$0\.\d+ to \$0\.\d+ ", told)
    assert "dear: the run's budget has $0.001 left, too little for one paper" in told
    assert "here: 2 papers by small at 127.0.0.1:9" in told
    assert "on this machine, free" in told


@pytest.mark.parametrize(
    ("top", "tables", "meant"),
    [
        ("", ("one",), "one"),
        ("", ("one", "two"), "one"),
        ('summariser = "two"', ("one", "two"), "two"),
        ('summariser = "offline"', ("two",), "two"),
    ],
)
def test_endpoint_is_the_one_that_is_asked_where_none_is_set_outside_a_table(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    top: str,
    tables: tuple[str, ...],
    meant: str,
) -> None:
    seed(many(2))
    with loopback(json_answer(_COMPLETION)) as server:
        written = [f'[endpoints.{name}]\nbase_url = "{server.url}/v1"\nmodel = "{name}"' for name in tables]
        _named(monkeypatch, tmp_path, *written, top=top)
        record = _record(capsys, "--summarisers", "endpoint,offline")
        assert [one["summariser"] for one in record["summarisers"]] == [meant, "offline"]
        assert main(["summarise", "--summariser", "endpoint"]) == 0
        assert "2 done before" in capsys.readouterr().out


def test_endpoint_is_nobody_where_several_are_set_and_none_is_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seed(many(2))
    written = [f'[endpoints.{name}]\npreset = "ollama"\nmodel = "{name}"' for name in ("one", "two")]
    _named(monkeypatch, tmp_path, *written, top='summariser = "offline"')
    assert main(["compare", "--summarisers", "endpoint,offline"]) == 2
    assert "endpoints are set, but none is chosen" in capsys.readouterr().err


def test_all_that_are_compared_spend_from_the_budget_of_one_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seed(many(2))
    with loopback(json_answer(_COMPLETION)) as server:
        tables = [
            f'[endpoints.{name}]\nbase_url = "{server.url}/v1"\nmodel = "{name}"\nconcurrency = 1'
            for name in ("one", "two")
        ]
        _named(monkeypatch, tmp_path, *tables, top="max_requests_run = 3")
        assert main(["compare", "--summarisers", "one,two"]) != 0
        assert _asked(server.arrived) == 3
    assert "the run's budget of 3 requests is reached" in capsys.readouterr().err


def test_the_bar_says_why_nobody_is_asked_for_a_while() -> None:
    class Bar(ProgressBar):
        def step(self, what: str, done: float, total: float | None) -> None:
            told.append(what)

    told: list[str] = []
    output = Output(io.StringIO(), io.StringIO(), {}, colour=False)
    report = compare._Report(output, Bar(output), 3)
    asked_to = Standstill("a.example asks to wait", until=datetime(2026, 2, 3, 12).astimezone())
    for event in (Skipped(1), Waiting(asked_to), Waiting(Standstill()), Skipped(2)):
        report.tell(Step(0, "a", event))
    report.tell(Step(1, "b", Skipped(1)))
    assert told == [
        "a, 1 of 3",
        "a, 1 of 3; a.example asks to wait until 12:00:00",
        "a, 1 of 3",
        "a, 2 of 3",
        "b, 1 of 3",
    ]


def test_its_help_says_how_many_papers_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", "--help"])
    assert "The first 50 papers, unless --limit says otherwise." in " ".join(capsys.readouterr().out.split())
