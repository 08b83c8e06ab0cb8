"""`radar summarise` and budgets: asked first, stopped cleanly, and nothing paid twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from radar.cli import main
from tests.cli.dummy_summariser import install
from tests.cli.running import radar
from tests.cli.seeding import many, seed, settings
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer, loopback

ANSWER = {"takeaway": "We watch a snail walk on.", "results_sentence": 1, "code_sentence": 0}
CHOICE = {"message": {"content": json.dumps(ANSWER)}, "finish_reason": "stop"}


def completion(**usage: int) -> Scripted:
    tokens = {"prompt_tokens": 500, "completion_tokens": 100, **usage}
    return json_answer({"model": "small", "choices": [CHOICE], "usage": tokens})


def endpoint(monkeypatch: pytest.MonkeyPatch, url: str, **more: str) -> None:
    values = {"RADAR_BASE_URL": f"{url}/v1", "RADAR_MODEL": "small", "RADAR_CONCURRENCY": "2", **more}
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def asked(server: Loopback) -> int:
    return sum(arrived.method == "POST" for arrived in server.arrived)


def usage(capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    capsys.readouterr()
    assert main(["usage", "--json"]) == 0
    found: dict[str, float] = json.loads(capsys.readouterr().out)
    return found


def test_c1_ten_thousand_papers_are_asked_about_with_an_estimate_before_anything_is_sent(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(10_000))
    endpoint(monkeypatch, "https://models.example", RADAR_PRICE_IN="1", RADAR_PRICE_OUT="4")
    assert main(["summarise"]) == 2
    told = capsys.readouterr().err
    assert "10,000 papers by small at models.example" in told
    assert "tokens sent and 900,000 received, $" in told
    assert " to $" in told
    assert "Add --yes" in told
    assert main(["usage", "--json"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("budget", "first"),
    [
        ({"RADAR_MAX_REQUESTS_RUN": "3"}, 3),
        ({"RADAR_MAX_TOKENS_RUN": "2500"}, 3),
        ({"RADAR_MAX_USD_RUN": "0.0035", "RADAR_PRICE_IN": "1", "RADAR_PRICE_OUT": "4"}, 3),
    ],
    ids=["requests", "tokens", "dollars"],
)
def test_c2_a_budget_stops_a_run_and_the_same_command_goes_on_without_paying_twice(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, budget: dict[str, str], first: int
) -> None:
    seed(many(8))
    with loopback(completion()) as server:
        endpoint(monkeypatch, server.url, **budget)
        assert main(["summarise", "--yes"]) == 1
        printed = capsys.readouterr()
        assert printed.out.startswith(f"{first} summarised, {8 - first} left")
        assert "radar: budget: the run's budget of" in printed.err
        assert "asking again goes on with the papers that are left" in printed.err
        assert asked(server) == first
        for name in budget:
            monkeypatch.delenv(name)
        assert main(["summarise", "--yes"]) == 0
        assert f"{8 - first} summarised, {first} done before" in capsys.readouterr().out
        assert asked(server) == 8
    found = usage(capsys)
    assert (found["requests"], found["papers"], found["tokens_in"]) == (8, 8, 4000)


def test_who_asks_anew_is_not_told_that_a_budget_leaves_only_the_rest(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(3))
    anew = "--again asks anew about those that have a summary, those of this run too"
    with loopback(completion()) as server:
        endpoint(monkeypatch, server.url, RADAR_MAX_REQUESTS_RUN="1")
        assert main(["summarise", "--yes"]) == 1
        assert anew not in capsys.readouterr().err
        assert main(["summarise", "--yes", "--again"]) == 1
        assert anew in capsys.readouterr().err


def test_c2_a_budget_below_one_paper_is_said_to_be_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(3))
    prices = {"RADAR_PRICE_IN": "1", "RADAR_PRICE_OUT": "2"}
    with loopback(completion()) as server:
        endpoint(monkeypatch, server.url, RADAR_MAX_USD_DAY="0.0001", **prices)
        assert main(["summarise", "--yes"]) == 1
        assert asked(server) == 0
    told = " ".join(capsys.readouterr().err.split())
    assert "too little for one paper" in told
    assert "today's budget of $0.0001 is below what one paper may take, some $0.0" in told
    assert "max_usd_day sets it: set it higher" in told
    assert "frees at" not in told


def test_what_a_budget_is_said_to_be_enough_for_is_what_it_lets_through(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(3))
    with loopback(completion(prompt_tokens=600, completion_tokens=60)) as server:
        for budget, papers in ((600, 0), (800, 0), (1_000, 1), (1_650, 2)):
            endpoint(monkeypatch, server.url, RADAR_MAX_TOKENS_RUN=str(budget), RADAR_CONCURRENCY="1")
            before = asked(server)
            assert main(["summarise", "--yes", "--again"]) == 1
            told = " ".join(capsys.readouterr().err.split())
            assert asked(server) - before == papers
            lasts = f"enough for about {papers} paper" if papers else "too little for one paper"
            assert lasts in told
            assert ("is below what one paper may take" in told) is not bool(papers)


def thinking(arrived: Arrived) -> Scripted:
    """Answer like a model that reasons and is cut off where it has no room for that."""
    if arrived.method != "POST":
        return Scripted(404)
    if arrived.json()["max_tokens"] < 1_000:
        cut = {"message": {"content": ""}, "finish_reason": "length"}
        used = {"prompt_tokens": 600, "completion_tokens": 256}
        return json_answer({"model": "small", "choices": [cut], "usage": used})
    return completion(prompt_tokens=600, completion_tokens=60)


def test_the_room_that_a_model_was_given_to_reason_is_left_out_of_no_promise(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(3))
    with loopback(rule=thinking) as server:
        endpoint(monkeypatch, server.url, RADAR_CONCURRENCY="1")
        assert main(["summarise", "--yes", "--limit", "1"]) == 0
        for budget, papers in ((1_500, 0), (1_800, 1), (2_450, 2)):
            monkeypatch.setenv("RADAR_MAX_TOKENS_RUN", str(budget))
            before = asked(server)
            capsys.readouterr()
            assert main(["summarise", "--yes", "--again"]) == 1
            told = " ".join(capsys.readouterr().err.split())
            assert asked(server) - before == papers
            assert (f"enough for about {papers} paper" if papers else "too little for one paper") in told


def test_c2_the_papers_that_are_left_carry_no_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(4))
    with loopback(completion()) as server:
        endpoint(monkeypatch, server.url, RADAR_MAX_REQUESTS_RUN="1")
        assert main(["summarise", "--yes"]) == 1
    capsys.readouterr()
    assert main(["list", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(records) == 4
    assert not any(record.get("error") for record in records)


def test_c2_the_budget_of_a_day_holds_for_all_commands_on_a_library(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(6))
    lines = "".join(
        json.dumps({"id": n, "title": f"Slug {n}", "abstract": "We watch a slug."}) + "\n" for n in range(3)
    )
    with loopback(completion()) as server:
        endpoint(monkeypatch, server.url, RADAR_MAX_REQUESTS_DAY="4")
        assert main(["summarise", "--yes", "--limit", "2"]) == 0
        done = radar("read", "--summariser", "endpoint", stdin=lines)
        assert done.returncode == 1
        assert "budget of 4 requests is reached" in done.stderr
        assert asked(server) == 4
        assert main(["summarise", "--yes"]) == 1
        assert "frees at 00:00 UTC" in capsys.readouterr().err
        assert asked(server) == 4


def test_c3_reasoning_that_nobody_sees_spends_the_budget(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(5))
    with loopback(completion(completion_tokens=30_100)) as server:
        endpoint(monkeypatch, server.url, RADAR_MAX_TOKENS_RUN="50000", RADAR_CONCURRENCY="1")
        assert main(["summarise", "--yes"]) == 1
        assert asked(server) == 1
    found = usage(capsys)
    assert found["tokens_out"] == 30_100


def test_c7_what_is_in_the_cache_is_had_again_for_nothing_and_within_any_budget(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seed(many(3))
    with loopback(completion()) as server:
        endpoint(monkeypatch, server.url)
        assert main(["summarise", "--yes"]) == 0
        monkeypatch.setenv("RADAR_MAX_REQUESTS_DAY", "3")
        twin = tmp_path / "twin.toml"
        twin.write_text(f'[endpoints.twin]\nbase_url = "{server.url}/v1"\nmodel = "small"\n')
        assert main(["--config", str(twin), "summarise", "--yes", "--summariser", "twin"]) == 0
        assert "3 summarised (3 from the cache)" in capsys.readouterr().out
        assert main(["summarise", "--yes", "--again"]) == 1, "that asks anew, which the budget does not hold"
        assert asked(server) == 3
    found = usage(capsys)
    assert (found["requests"], found["papers"], found["cached"]) == (3, 6, 3)


def test_c7_another_prompt_is_said_before_everything_is_done_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seed(many(3))
    with loopback(completion()) as server:
        endpoint(monkeypatch, server.url, RADAR_PRICE_IN="1", RADAR_PRICE_OUT="1")
        assert main(["summarise", "--yes"]) == 0
        own = tmp_path / "own.md"
        own.write_text("Answer in JSON.\n---\n{title}\n{sentences}\n")
        monkeypatch.setenv("RADAR_PROMPT", str(own))
        capsys.readouterr()
        assert main(["summarise"]) == 2
        assert "(3 done with another prompt)" in capsys.readouterr().err
        assert asked(server) == 3


def test_a_budget_in_dollars_that_cannot_hold_is_said_before_the_run_and_by_doctor(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(many(3))
    endpoint(monkeypatch, "https://models.example", RADAR_MAX_USD_RUN="1")
    assert main(["summarise"]) == 2
    told = capsys.readouterr().err
    assert "no price is known, so a budget in dollars cannot hold it" in told
    assert "price unknown" in told


def test_a_summariser_of_others_is_stopped_once_a_budget_in_dollars_is_spent(tmp_path: Path) -> None:
    seed(many(9))
    environment = {**install(tmp_path), "RADAR_MAX_USD_RUN": "1", "RADAR_CONCURRENCY": "1"}
    done = radar("summarise", "--summariser", "dummy", "--yes", environment=environment)
    assert done.returncode == 1
    assert "what dummy costs is known only afterwards" in done.stderr
    assert "the run's budget of $1.00 is reached" in done.stderr
    assert done.stdout.startswith("2 summarised, 7 left")


def test_reading_past_the_library_makes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"id": 1, "title": "Slug", "abstract": "We watch a slug."})
    with loopback(completion()) as server:
        endpoint(monkeypatch, server.url, RADAR_MAX_REQUESTS_RUN="1")
        done = radar("read", "--summariser", "endpoint", stdin=f"{line}\n")
    assert done.returncode == 0
    assert not settings().library.exists()
