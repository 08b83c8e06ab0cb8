"""The ledger: every request is written down once, also when its process is gone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from radar.errors import BudgetReached, LibraryError
from radar.library.jobs.ledger import Ledger, day_of, spending_of, totals_of, usual_answer
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.spending import Charge, Payee, Spending, SpendingBy, Totals

NOW = datetime.now(UTC)
TODAY = day_of(NOW)
SHED = Payee("endpoint", "shed.example", "fox-1")
BARN = Payee("endpoint", "barn.example:8443", "fox-2")
CHARGE = Charge(500, 40, 0.25, reasoning=10, reused=100)


@pytest.fixture
def ledger(library: Library) -> Ledger:
    return Ledger(library)


def allow(totals: Totals) -> None:
    return


def reserve(ledger: Ledger, payee: Payee = SHED, process: str = "1", **more: object) -> int:
    expected = replace(Charge(600, 256, 1.0, estimated=True), **more)  # type: ignore[arg-type]
    return ledger.reserve(payee, expected, day=TODAY, process=process, allow=allow)


def only(library: Library, by: SpendingBy = SpendingBy.DAY) -> Spending:
    (found,) = spending_of(library.database, by, "2000-01-01")
    return found


def test_requests_are_summed_by_day_summariser_endpoint_and_model(
    ledger: Ledger, library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    yesterday = day_of(NOW - timedelta(days=1))
    for day, payee in ((TODAY, SHED), (TODAY, SHED), (TODAY, BARN), (yesterday, SHED)):
        ledger.record(payee, CHARGE, day=day, papers=1)
    reader = open_reader()
    days = reader.spending(SpendingBy.DAY)
    assert [(one.day, one.requests, one.cost) for one in days] == [(TODAY, 3, 0.75), (yesterday, 1, 0.25)]
    models = reader.spending(SpendingBy.MODEL)
    assert [(one.model, one.requests, one.reasoning) for one in models] == [
        ("fox-1", 3, 30),
        ("fox-2", 1, 10),
    ]
    endpoints = reader.spending(SpendingBy.ENDPOINT)
    assert [(one.endpoint, one.tokens, one.reused, one.papers) for one in endpoints] == [
        ("shed.example", 1620, 300, 3),
        ("barn.example:8443", 540, 100, 1),
    ]
    assert [one.day for one in reader.spending(SpendingBy.DAY, days=1)] == [TODAY]


def test_what_is_estimated_and_what_has_no_price_is_counted_apart(ledger: Ledger, library: Library) -> None:
    ledger.record(SHED, replace(CHARGE, estimated=True), day=TODAY)
    ledger.record(SHED, Charge(1, 1, None), day=TODAY)
    ledger.record(SHED, CHARGE, day=TODAY)
    found = only(library)
    assert (found.requests, found.estimated, found.unpriced) == (3, 1, 1)
    assert (found.cost, found.estimated_cost) == (0.5, 0.25)


def test_answers_from_the_cache_are_papers_without_a_request(ledger: Ledger, library: Library) -> None:
    ledger.record(SHED, day=TODAY, papers=5, cached=5)
    found = only(library)
    assert (found.requests, found.papers, found.cached, found.cost, found.unpriced) == (0, 5, 5, 0.0, 0)


def test_many_requests_that_were_paid_together_are_written_at_once(ledger: Ledger, library: Library) -> None:
    ledger.record(SHED, Charge(50_000, 4_000, None, estimated=True), day=TODAY, requests=100, papers=98)
    found = only(library)
    assert (found.requests, found.papers, found.tokens) == (100, 98, 54_000)
    assert (found.estimated, found.unpriced) == (100, 100)


def test_nothing_is_no_row(ledger: Ledger, library: Library) -> None:
    ledger.record(SHED, day=TODAY)
    assert spending_of(library.database, SpendingBy.DAY, "2000-01-01") == ()


def test_what_is_under_way_counts_in_full_until_it_is_settled(ledger: Ledger, library: Library) -> None:
    number = reserve(ledger)
    assert totals_of(library.database, TODAY) == Totals(1.0, 856, 1)
    assert spending_of(library.database, SpendingBy.DAY, "2000-01-01") == ()
    ledger.settle(number, CHARGE)
    assert totals_of(library.database, TODAY) == Totals(0.25, 540, 1)
    ledger.settle(number, CHARGE)
    assert totals_of(library.database, TODAY).requests == 1, "settled once"


def test_what_was_never_sent_is_taken_off(ledger: Ledger, library: Library) -> None:
    ledger.settle(reserve(ledger), None)
    assert totals_of(library.database, TODAY) == Totals()


def test_a_request_that_is_not_allowed_is_not_noted(ledger: Ledger, library: Library) -> None:
    told: list[Totals] = []

    def refuse(totals: Totals) -> None:
        told.append(totals)
        raise BudgetReached("no more")

    reserve(ledger)
    with pytest.raises(BudgetReached):
        ledger.reserve(SHED, CHARGE, day=TODAY, process="1", allow=refuse)
    assert told == [Totals(1.0, 856, 1)]
    assert totals_of(library.database, TODAY) == Totals(1.0, 856, 1)


def test_what_a_process_had_under_way_that_is_gone_is_settled_at_the_estimate(
    ledger: Ledger, library: Library
) -> None:
    reserve(ledger, process="dead")
    reserve(ledger, process="alive", cost=None)
    assert ledger.settle_lost(lambda process: process == "alive") == 1
    found = only(library)
    assert (found.requests, found.estimated, found.tokens_in, found.cost) == (1, 1, 600, 1.0)
    assert totals_of(library.database, TODAY) == Totals(1.0, 1712, 2)
    assert ledger.settle_lost(lambda process: process == "alive") == 0


def test_yesterday_does_not_count_today(ledger: Ledger, library: Library) -> None:
    ledger.record(SHED, CHARGE, day=day_of(NOW - timedelta(days=1)))
    assert totals_of(library.database, TODAY) == Totals()


def test_a_day_is_one_of_utc() -> None:
    late = datetime.fromisoformat("2026-03-01T23:30:00-05:00")
    assert day_of(late) == "2026-03-02"


def test_names_of_others_are_cleaned_and_cut(ledger: Ledger, library: Library) -> None:
    ledger.record(Payee("end\x1b[31mpoint", "h\x07", "m" * 900), CHARGE, day=TODAY)
    assert only(library, SpendingBy.ENDPOINT).endpoint.isprintable()
    assert len(only(library, SpendingBy.MODEL).model) == 200


def test_the_usual_length_of_answers_is_known_after_some(ledger: Ledger, library: Library) -> None:
    for _ in range(19):
        ledger.record(SHED, replace(CHARGE, tokens_out=600), day=TODAY, papers=1)
    assert usual_answer(library.database, SHED, NOW) is None
    ledger.record(SHED, replace(CHARGE, tokens_out=600), day=TODAY, papers=1)
    assert usual_answer(library.database, SHED, NOW) == 600
    assert usual_answer(library.database, BARN, NOW) is None


def test_answers_from_the_cache_make_the_usual_one_no_shorter(ledger: Ledger, library: Library) -> None:
    ledger.record(SHED, day=TODAY, papers=180, cached=180)
    # A request that came to nothing, on a day without an answer of its own.
    ledger.record(SHED, CHARGE, day=day_of(NOW - timedelta(days=1)), papers=180, cached=180)
    ledger.record(SHED, replace(CHARGE, tokens_out=19 * 600), day=TODAY, requests=19, papers=19)
    assert usual_answer(library.database, SHED, NOW) is None
    ledger.record(SHED, replace(CHARGE, tokens_out=600), day=TODAY, papers=1)
    assert usual_answer(library.database, SHED, NOW) == 600


def test_d2_a_full_disk_keeps_a_request_from_being_reserved(ledger: Ledger, library: Library) -> None:
    pages = library.database.value("PRAGMA page_count")
    library.database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="full"):
        for number in range(20_000):
            reserve(ledger, Payee("endpoint", f"{number}.example", "m" * 200))
