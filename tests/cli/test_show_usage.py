"""`radar usage`."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta

import pytest

from radar.cli import main
from radar.library.jobs.ledger import Ledger, day_of
from radar.library.library import Library
from radar.papers.jobs.spending import Charge, Payee
from tests.cli.seeding import settings

NOW = datetime.now(UTC)
TODAY, EARLIER = day_of(NOW), day_of(NOW - timedelta(days=40))
SHED = Payee("endpoint", "shed.example", "fox-1")


def spend() -> None:
    library = Library.open(settings().library)
    ledger = Ledger(library)
    for _ in range(3):
        ledger.record(SHED, Charge(500, 40, 0.25, reasoning=10), day=TODAY, papers=1)
    ledger.record(SHED, Charge(700, 60, 0.05, estimated=True), day=TODAY)
    ledger.record(Payee("dummy", "", "=cmd|x"), Charge(1000, 1, None), day=EARLIER, papers=1)
    library.close()


def test_without_spending_it_says_what_would_be_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["usage"]) == 0
    printed = capsys.readouterr().out
    assert "today (UTC): 0 requests" in printed
    assert "each request is written down" in " ".join(printed.split())


def test_days_are_listed_with_their_sum_and_what_is_estimated(capsys: pytest.CaptureFixture[str]) -> None:
    spend()
    assert main(["usage"]) == 0
    head, day, total, note = capsys.readouterr().out.splitlines()[2:]
    assert head.split() == ["day", "requests", "papers", "tokens", "in", "out", "reasoning", "cost"]
    assert day.split() == [TODAY, "4", "3", "2,200", "180", "30", "~$0.80"]
    assert total.split()[0] == "all"
    assert note.startswith("~ in part by estimate: to 1 of 4 requests no answer came")


def test_requests_that_nobody_has_settled_yet_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    spend()
    library = Library.open(settings().library)
    for _ in range(2):
        Ledger(library).reserve(SHED, Charge(100, 10, None), day=TODAY, process="1", allow=None)
    library.close()
    assert main(["usage"]) == 0
    told, *_ = capsys.readouterr().out.splitlines()
    assert told == (
        "today (UTC): 6 requests, 2,600 tokens, $0.80; 2 of them without an answer, at the most they may take"
    )


def test_a_sign_that_no_row_has_is_not_explained(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library.open(settings().library)
    Ledger(library).record(SHED, Charge(700, 60, 0.0, estimated=True), day=TODAY)
    library.close()
    assert main(["usage"]) == 0
    printed = capsys.readouterr().out
    assert "~" not in printed
    assert "tokens are in part an estimate: to 1 of 1 request no answer came" in printed


def test_more_days_show_more_and_what_has_no_price_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    spend()
    assert main(["usage", "--days", "60", "--by", "endpoint"]) == 0
    printed = capsys.readouterr().out
    assert [line.split()[0] for line in printed.splitlines()[3:6]] == ["shed.example", "dummy", "all"]
    assert "? no price is known for 1 request:" in printed


def test_endpoints_at_the_same_host_are_told_apart_by_their_names(
    capsys: pytest.CaptureFixture[str],
) -> None:
    library = Library.open(settings().library)
    for name in ("endpoint", "fast"):
        Ledger(library).record(Payee(name, "shed.example", "fox-1"), Charge(500, 40, 0.25), day=TODAY)
    library.close()
    assert main(["usage", "--by", "endpoint"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("shed.example ") for line in lines)
    assert any(line.startswith("fast, shed.example ") for line in lines)


@pytest.mark.parametrize("by", ["model", "endpoint"])
def test_names_that_somebody_wrote_into_the_ledger_are_cleaned(
    capsys: pytest.CaptureFixture[str], by: str
) -> None:
    spend()
    library = Library.open(settings().library)
    library.database.run("UPDATE spending SET model = ?, endpoint = ?", ("a\x1b[31mb", "c\u202ed"))
    library.close()
    assert main(["usage", "--by", by]) == 0
    assert not set(capsys.readouterr().out) & set("\x1b\u202e")


def test_what_costs_next_to_nothing_is_not_said_to_cost_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library.open(settings().library)
    Ledger(library).record(SHED, Charge(5, 1, 0.00002), day=TODAY)
    library.close()
    assert main(["usage"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "today (UTC): 1 request, 6 tokens, under $0.0001"
    assert told[3].endswith("under $0.0001")


def test_where_nothing_was_asked_no_price_is_said_to_be_free(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library.open(settings().library)
    ledger = Ledger(library)
    ledger.record(SHED, day=TODAY, papers=2, cached=2)
    ledger.record(Payee("endpoint", "home.example", "fox-2"), Charge(500, 40, 0.0), day=TODAY, papers=1)
    library.close()
    assert main(["usage", "--by", "endpoint"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert {row[0]: row[-1] for row in rows if row[:1] in (["shed.example"], ["home.example"])} == {
        "shed.example": "$0.00",
        "home.example": "free",
    }


def test_budgets_are_told_with_what_is_left(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spend()
    monkeypatch.setenv("RADAR_MAX_USD_DAY", "1")
    monkeypatch.setenv("RADAR_MAX_REQUESTS_DAY", "4")
    monkeypatch.setenv("RADAR_MAX_TOKENS_RUN", "5000")
    assert main(["usage"]) == 0
    told = capsys.readouterr().out.splitlines()[:4]
    assert told[0] == "today (UTC): 4 requests, 2,380 tokens, $0.80"
    assert told[1] == "budget of the day: $0.20 left of $1.00"
    assert told[2].startswith("budget of the day: 0 requests left of 4 requests; frees in ")
    assert told[3] == "budget of a run: 5,000 tokens"


def test_json_lines_hold_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    spend()
    assert main(["usage", "--json", "--by", "model"]) == 0
    (record,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert record == {
        "model": "fox-1",
        "requests": 4,
        "papers": 3,
        "cached": 0,
        "tokens_in": 2200,
        "tokens_out": 180,
        "reasoning": 30,
        "reused": 0,
        "cost": pytest.approx(0.8),
        "estimated": 1,
        "estimated_cost": 0.05,
        "unpriced": 0,
    }


def test_csv_has_a_head_and_no_formula(capsys: pytest.CaptureFixture[str]) -> None:
    spend()
    assert main(["usage", "--csv", "--by", "model", "--days", "90"]) == 0
    head, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    assert head[:3] == ["model", "requests", "papers"]
    assert [row[0] for row in rows] == ["fox-1", "'=cmd|x"]


def test_an_unknown_view_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["usage", "--by", "modle"]) == 2
    assert "Did you mean model?" in capsys.readouterr().err
