"""The purse: no request crosses a budget, whoever else spends, and a stop loses nothing."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import radar
from radar.abstracts.reading import read
from radar.errors import AnswerError, BudgetReached, LibraryError
from radar.library.jobs.ledger import Ledger, day_of, spending_of, totals_of
from radar.library.library import Library
from radar.papers.jobs.spending import Budgets, Charge, Limits, Payee, Spending, SpendingBy, Totals
from radar.pipeline.spending import LedgerPurse, PayingSummariser, first_crossed, paid_from, until_midnight
from radar.summaries.endpoints.metering import reserved
from tests.pipeline.fakes import FakeSummariser, paper

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PAYEE = Payee("endpoint", "shed.example", "fox-1")
MOST = Charge(600, 400, 0.10, estimated=True)
USED = Charge(500, 50, 0.01)


def purse(
    library: Library | None,
    run: Limits = Limits(),  # noqa: B008
    day: Limits = Limits(),  # noqa: B008
    now: datetime = NOON,
) -> LedgerPurse:
    return LedgerPurse(Ledger(library) if library else None, Budgets(run, day), PAYEE, lambda: now)


def spent(library: Library) -> Spending:
    found = spending_of(library.database, SpendingBy.DAY, "2000-01-01")
    return found[0] if found else Spending()


@pytest.mark.parametrize(
    ("limits", "allowed"),
    [(Limits(cost=0.35), 3), (Limits(tokens=2000), 2), (Limits(requests=4), 4), (Limits(cost=0.0), 0)],
    ids=["dollars", "tokens", "requests", "nothing"],
)
@pytest.mark.parametrize("span", ["run", "day"])
def test_c2_the_request_that_would_cross_a_budget_is_not_sent(
    library: Library, limits: Limits, allowed: int, span: str
) -> None:
    paying = purse(library, run=limits) if span == "run" else purse(library, day=limits)
    for _ in range(allowed):
        paying.reserve(MOST)
    with pytest.raises(BudgetReached) as caught:
        paying.reserve(MOST)
    whose = "the run's budget" if span == "run" else "today's budget"
    assert caught.value.message.startswith(whose)
    assert f"_{span} sets it" in caught.value.hint
    assert "asking again goes on" in caught.value.hint
    assert totals_of(library.database, day_of(NOON)).requests == allowed


def test_c2_a_budget_says_how_much_is_spent_and_when_it_frees(library: Library) -> None:
    paying = purse(library, day=Limits(cost=0.10), now=NOON + timedelta(hours=6, seconds=30))
    paying.settle(paying.reserve(MOST), USED)
    with pytest.raises(BudgetReached) as caught:
        paying.reserve(MOST)
    assert caught.value.message == "today's budget of $0.10 is reached"
    assert "$0.01 spent or under way since 00:00 UTC" in caught.value.hint
    assert "UTC, and the next paper may take some $0.10; it frees" in caught.value.hint
    assert "frees at 00:00 UTC, in 6 h 0 min" in caught.value.hint
    assert "max_usd_day sets it" in caught.value.hint


@pytest.mark.parametrize("span", ["run", "day"])
@pytest.mark.parametrize(
    ("limits", "unit", "whole", "need"),
    [
        (Limits(cost=0.001), "usd", "$0.001", "$0.10"),
        (Limits(tokens=999), "tokens", "999 tokens", "1,000 tokens"),
        (Limits(requests=0), "requests", "0 requests", "1 request"),
    ],
    ids=["dollars", "tokens", "requests"],
)
def test_c2_a_budget_that_never_holds_a_paper_is_not_said_to_be_reached(
    library: Library, limits: Limits, unit: str, whole: str, need: str, span: str
) -> None:
    paying = purse(library, run=limits) if span == "run" else purse(library, day=limits)
    with pytest.raises(BudgetReached) as caught:
        paying.reserve(MOST)
    whose = "the run's" if span == "run" else "today's"
    assert caught.value.message == f"{whose} budget of {whole} is below what one paper may take, some {need}"
    assert f"max_{unit}_{span} sets it: set it higher" in caught.value.hint
    assert "frees" not in caught.value.hint
    assert "spent" not in caught.value.hint


def test_c2_a_budget_of_nothing_is_told_where_no_price_is_known(library: Library) -> None:
    with pytest.raises(BudgetReached) as caught:
        purse(library, day=Limits(cost=0.0)).reserve(Charge(600, 400))
    assert caught.value.message == "today's budget of $0.00 holds no request whose price is unknown"
    assert "frees" not in caught.value.hint


def test_c2_what_was_reserved_and_not_used_is_free_again(library: Library) -> None:
    paying = purse(library, run=Limits(tokens=2000), day=Limits(tokens=2000))
    for _ in range(2):
        paying.settle(paying.reserve(MOST), USED)
    assert paying.spent == Totals(0.02, 1100, 2)
    with pytest.raises(BudgetReached) as caught:
        paying.reserve(MOST)
    told = "1,100 tokens spent or under way, and the next paper may take some 1,000 tokens; asking again"
    assert caught.value.hint.startswith(told)


def test_c2_two_radars_on_a_library_share_the_budget_of_the_day(library: Library) -> None:
    other_library = Library.open(library.path)
    try:
        one, other = purse(library, day=Limits(requests=3)), purse(other_library, day=Limits(requests=3))
        one.settle(one.reserve(MOST), USED)
        one.reserve(MOST)
        other.reserve(MOST)
        for each in (one, other):
            with pytest.raises(BudgetReached):
                each.reserve(MOST)
    finally:
        other_library.close()


def test_c2_processes_that_spend_at_once_do_not_overspend_together(library: Library) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from radar.errors import BudgetReached\n"
        "from radar.library.jobs.ledger import Ledger\n"
        "from radar.library.library import Library\n"
        "from radar.papers.jobs.spending import Budgets, Charge, Limits, Payee\n"
        "from radar.pipeline.spending import LedgerPurse\n"
        "library = Library.open(Path(sys.argv[1])); sys.stdin.readline()\n"
        "budgets = Budgets(day=Limits(tokens=50_000))\n"
        "purse = LedgerPurse(Ledger(library), budgets, Payee('endpoint', 'a', 'b'))\n"
        "sent = 0\n"
        "try:\n"
        "    while True:\n"
        "        number = purse.reserve(Charge(600, 400)); sent += 1\n"
        "        purse.settle(number, Charge(500, 100))\n"
        "except BudgetReached:\n"
        "    purse.close(); library.close(); print(sent)\n"
    )
    root = Path(radar.__file__).parents[1]
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", code, str(library.path)]
    processes = [subprocess.Popen(command, cwd=root, stdin=pipe, stdout=pipe, text=True) for _ in range(2)]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    sent = [int(process.communicate(timeout=60)[0]) for process in processes]
    found = spent(library)
    assert found.requests == sum(sent)
    # The last one fits at its most, so that at the end less than one of that size is left.
    assert 49_000 < found.tokens <= 50_000


def test_c2_a_new_day_and_a_new_run_begin_anew(library: Library) -> None:
    first = purse(library, run=Limits(requests=1), day=Limits(requests=1))
    first.settle(first.reserve(MOST), USED)
    with pytest.raises(BudgetReached):
        purse(library, day=Limits(requests=1)).reserve(MOST)
    purse(library, run=Limits(requests=1)).reserve(MOST)
    purse(library, day=Limits(requests=1), now=NOON + timedelta(days=1)).reserve(MOST)


async def test_c2_a_request_that_does_not_fit_waits_for_those_under_way(library: Library) -> None:
    paying = purse(library, run=Limits(tokens=1600))
    first = paying.reserve(MOST)
    waiting = asyncio.create_task(reserved(paying, MOST))
    await asyncio.sleep(0)
    assert not waiting.done()
    paying.settle(first, USED)
    paying.settle(await waiting, USED)
    with pytest.raises(BudgetReached):
        await reserved(paying, MOST)


def test_without_a_price_a_budget_in_dollars_does_not_stop_and_others_do(library: Library) -> None:
    unpriced = Charge(600, 400, None)
    paying = purse(library, run=Limits(cost=1.0, requests=2))
    paying.reserve(unpriced)
    paying.reserve(unpriced)
    with pytest.raises(BudgetReached, match="2 requests"):
        paying.reserve(unpriced)


def test_a_budget_that_is_spent_does_not_stop_what_costs_nothing() -> None:
    free = Charge(600, 400, 0.0)
    assert first_crossed(Limits(cost=1.0), Totals(cost=1.5), free) is None
    assert first_crossed(Limits(cost=1.0, tokens=10), Totals(cost=1.5), free) == ("tokens", 10, 0)


def test_a_budget_that_is_spent_stops_what_has_no_price() -> None:
    unpriced = Charge(600, 400, None)
    assert first_crossed(Limits(cost=1.0), Totals(cost=1.0), unpriced) == ("usd", 1.0, 1.0)
    assert first_crossed(Limits(cost=0.0), Totals(), unpriced) == ("usd", 0.0, 0.0)
    assert first_crossed(Limits(cost=1.0), Totals(cost=0.9), unpriced) is None


def test_every_request_is_written_down_also_without_budgets(library: Library) -> None:
    paying = purse(library)
    paying.settle(paying.reserve(MOST), USED)
    paying.settle(paying.reserve(MOST), MOST)
    paying.settle(paying.reserve(MOST), None)
    paying.answered(cached=False)
    paying.answered(cached=True)
    paying.close()
    found = spent(library)
    assert (found.requests, found.papers, found.cached, found.estimated) == (2, 2, 1, 1)
    assert found.cost == pytest.approx(0.11)


def test_closing_settles_what_is_under_way_at_the_estimate(library: Library) -> None:
    paying = purse(library)
    paying.reserve(MOST)
    paying.close()
    assert (spent(library).requests, spent(library).estimated) == (1, 1)
    assert library.database.rows("SELECT 1 FROM reserved") == []


def test_what_a_killed_radar_had_under_way_is_settled_by_the_next(library: Library) -> None:
    # The id of a process that cannot be there: Linux gives none above 2**22.
    Ledger(library).reserve(PAYEE, MOST, day=day_of(NOON), process=str(2**30), allow=lambda totals: None)
    purse(library)
    assert (spent(library).requests, spent(library).estimated_cost) == (1, 0.10)


def test_without_a_library_the_budgets_of_the_run_hold() -> None:
    paying = purse(None, run=Limits(requests=1))
    paying.settle(paying.reserve(MOST), USED)
    with pytest.raises(BudgetReached):
        paying.reserve(MOST)
    paying.close()
    assert paying.warning == ""


def test_d2_a_ledger_that_cannot_be_written_loses_no_answer_and_lets_nothing_more_be_sent(
    library: Library, tmp_path: Path
) -> None:
    paying = purse(library)
    number = paying.reserve(MOST)
    library.database.run("PRAGMA query_only = ON")
    paying.settle(number, USED)
    assert "not written down yet" in paying.warning
    with pytest.raises(LibraryError):
        paying.reserve(MOST)
    library.database.run("PRAGMA query_only = OFF")
    paying.close()
    assert paying.warning == ""
    assert (spent(library).requests, spent(library).cost) == (1, 0.01)


def test_d2_what_could_not_be_written_is_written_before_anything_more_is_sent(library: Library) -> None:
    paying = purse(library)
    numbers = [paying.reserve(MOST) for _ in range(2)]
    paying.settle(numbers[0], USED)
    library.database.run("PRAGMA query_only = ON")
    paying.settle(numbers[1], USED)
    paying.close()
    assert "not all written down" in paying.warning
    library.database.run("PRAGMA query_only = OFF")
    number = paying.reserve(MOST)
    assert spent(library).requests == 2
    assert paying.warning == ""
    paying.settle(number, None)


@pytest.mark.parametrize(
    ("moment", "told"),
    [("12:00:00", "12 h 0 min"), ("23:59:30", "1 min"), ("18:48:00", "5 h 12 min")],
    ids=["noon", "late", "evening"],
)
def test_the_time_to_midnight_is_told_in_words(moment: str, told: str) -> None:
    assert until_midnight(datetime.fromisoformat(f"2026-03-01T{moment}+00:00")) == told


# --- summarisers that know of no purse


async def test_a_summariser_of_others_pays_by_the_paper(library: Library) -> None:
    asked = FakeSummariser(
        cached=frozenset([paper(1).id]), failures={paper(2).id: AnswerError("the answer is no JSON")}
    )
    paying = paid_from(purse(library, run=Limits(requests=2)), asked)
    assert isinstance(paying, PayingSummariser)
    assert (paying.name, paying.model, paying.prompt_digest) == ("fake", "fake-1", "p1")
    await paying.summarise(paper(0), read(paper(0)))
    await paying.summarise(paper(1), read(paper(1)))
    with pytest.raises(AnswerError):
        await paying.summarise(paper(2), read(paper(2)))
    with pytest.raises(BudgetReached):
        await paying.summarise(paper(3), read(paper(3)))
    await paying.aclose()
    found = spent(library)
    assert asked.closed
    assert asked.asked == [paper(number).id for number in range(3)]
    assert (found.requests, found.papers, found.cached, found.cost) == (2, 2, 1, 0.25)
    assert (found.estimated, found.unpriced) == (1, 1)


def test_requests_that_end_in_quick_succession_are_written_together_and_none_is_lost(
    library: Library,
) -> None:
    paying = purse(library)
    numbers = [paying.reserve(MOST) for _ in range(40)]
    for number in numbers:
        paying.answered(cached=False)
        paying.settle(number, USED)
    assert paying.spent.requests == 40
    paying.close()
    found = spent(library)
    assert (found.requests, found.papers, found.estimated) == (40, 40, 0)
    assert found.tokens == 40 * (USED.tokens_in + USED.tokens_out)
    assert not library.database.rows("SELECT number FROM reserved")


def test_what_is_not_written_yet_is_settled_at_the_estimate_when_its_process_is_gone(
    library: Library,
) -> None:
    code = (
        "import os, sys; from pathlib import Path\n"
        "from radar.library.jobs.ledger import Ledger\n"
        "from radar.library.library import Library\n"
        "from radar.papers.jobs.spending import Budgets, Charge, Payee\n"
        "from radar.pipeline.spending import LedgerPurse\n"
        "ledger = Ledger(Library.open(Path(sys.argv[1])))\n"
        "purse = LedgerPurse(ledger, Budgets(), Payee('endpoint', 'a', 'b'))\n"
        "numbers = [purse.reserve(Charge(600, 400)) for _ in range(20)]\n"
        "for number in numbers:\n"
        "    purse.settle(number, Charge(500, 100))\n"
        "os._exit(1)\n"
    )
    root = Path(radar.__file__).parents[1]
    subprocess.run([sys.executable, "-c", code, str(library.path)], cwd=root, check=False)
    purse(library).close()
    found = spent(library)
    assert found.requests == 20
    assert 20 * 600 <= found.tokens <= 20 * 1_000
