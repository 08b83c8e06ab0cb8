"""Each request that is sent is reserved before and settled after, by way of a real server on loopback."""

from __future__ import annotations

import asyncio
import json
import pickle
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from radar.errors import BudgetReached, EndpointError, NetworkError, Offline, RadarError, Untrusted
from radar.net.http import HttpClient
from radar.papers.bases import replace
from radar.papers.jobs.spending import Charge
from radar.papers.listed.paper import Paper
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.endpoints.metering import Meter
from radar.summaries.endpoints.prices import Prices
from radar.summaries.prompting.chat import ChatRequest, Message, Role
from radar.summaries.summariser import Outcome, SummariserSettings
from tests.net.loopback import Loopback, Scripted, Waits, free_port, json_answer, loopback
from tests.net.test_cache import Planted, tamper
from tests.summaries.papers import paper, reading_of

ANSWER = json.dumps({"takeaway": "FoxCam counts foxes.", "results_sentence": 3, "code_sentence": 4})
USAGE = {"prompt_tokens": 500, "completion_tokens": 40}


@dataclass
class Counting:
    """A purse that remembers, and refuses after so many requests."""

    most: int = 100
    expected: list[Charge] = field(default_factory=list)
    open: dict[int, Charge] = field(default_factory=dict)
    settled_: list[Charge | None] = field(default_factory=list)
    papers: list[bool] = field(default_factory=list)
    closed: bool = False
    warning: str = ""
    limited: bool = True

    def reserve(self, expected: Charge) -> int:
        if len(self.expected) == self.most:
            raise BudgetReached("no more")
        self.expected.append(expected)
        self.open[len(self.expected)] = expected
        return len(self.expected)

    def settle(self, number: int, charge: Charge | None) -> None:
        del self.open[number]
        self.settled_.append(charge)

    async def settled(self) -> bool:
        return False

    def answered(self, *, cached: bool) -> None:
        self.papers.append(cached)

    def close(self) -> None:
        self.closed = True

    @property
    def paid(self) -> list[Charge]:
        return [charge for charge in self.settled_ if charge is not None]


def completion(
    usage: object = USAGE, text: str | None = ANSWER, finish: str = "stop", **more: str
) -> Scripted:
    choice = {"message": {"content": text}, "finish_reason": finish}
    return json_answer({"model": "small", "choices": [choice], "usage": usage}, 200, **more)


def refusal(status: int, message: str = "no", **more: str) -> Scripted:
    return json_answer({"error": {"message": message}}, status, **more)


Make = Callable[..., EndpointSummariser]


@pytest.fixture
def purse() -> Counting:
    return Counting()


@pytest.fixture
async def make(tmp_path: Path, purse: Counting) -> AsyncIterator[Make]:
    made: list[EndpointSummariser] = []

    def summariser(url: str, **more: Any) -> EndpointSummariser:
        plain = SummariserSettings("endpoint", f"{url}/v1", "small", price_in=1.0, price_out=10.0)
        settings = replace(plain, **{"cache_folder": tmp_path / "cache", **more})
        client = HttpClient(user_agent="radar/test", timeout=settings.timeout, sleep=Waits())
        made.append(EndpointSummariser(settings, client))
        made[-1].spend_from(purse)
        return made[-1]

    yield summariser
    for summariser_ in made:
        await summariser_.aclose()
    assert purse.closed == bool(made)
    assert purse.open == {}, "every request is settled"


LONG = paper(" ".join(f"Foxes number {number} sleep in a den with friends." for number in range(40)))


async def ask(summariser: EndpointSummariser, of: Paper | None = None) -> Outcome:
    of = of or paper()
    return await summariser.summarise(of, reading_of(of))


async def arrived(server: Loopback) -> None:
    while not server.arrived:  # noqa: ASYNC110 (it arrives in another thread)
        await asyncio.sleep(0.01)


async def test_a_request_is_reserved_at_the_most_and_settled_by_its_usage(
    make: Make, purse: Counting
) -> None:
    with loopback(completion()) as server:
        outcome = await ask(make(server.url))
    (expected,) = purse.expected
    assert expected.estimated
    assert expected.tokens_in > 400
    assert expected.tokens_out == 256
    (paid,) = purse.paid
    assert (paid.tokens_in, paid.tokens_out, paid.estimated) == (500, 40, False)
    assert paid.cost == pytest.approx(0.0009)
    assert purse.papers == [False]
    assert outcome.summary.provenance.cost == pytest.approx(0.0009)


async def test_c6_without_usage_the_estimate_counts_and_is_marked(make: Make, purse: Counting) -> None:
    with loopback(completion(usage=None)) as server:
        outcome = await ask(make(server.url))
    (paid,) = purse.paid
    assert paid.estimated
    assert 400 < paid.tokens_in < 700
    assert 15 < paid.tokens_out < 80
    made = outcome.summary.provenance
    assert (made.tokens_in, made.tokens_out, made.cost) == (paid.tokens_in, paid.tokens_out, paid.cost)


async def test_c3_hidden_reasoning_is_paid_and_expected_from_then_on(make: Make, purse: Counting) -> None:
    thought = {
        **USAGE,
        "completion_tokens": 30_040,
        "completion_tokens_details": {"reasoning_tokens": 30_000},
    }
    with loopback(completion(thought)) as server:
        summariser = make(server.url, cache_folder=None)
        outcome = await ask(summariser)
        await ask(summariser)
    assert outcome.summary.provenance.cost == pytest.approx(0.3009)
    assert [charge.reasoning for charge in purse.paid] == [30_000, 30_000]
    assert [charge.tokens_out for charge in purse.expected] == [256, 30_040]


async def test_c3_an_answer_that_was_all_thought_and_the_next_try_are_both_paid(
    make: Make, purse: Counting
) -> None:
    with loopback(completion(text="", finish="length"), completion()) as server:
        outcome = await ask(make(server.url))
    assert [charge.tokens_out for charge in purse.expected] == [256, 1024]
    assert len(purse.paid) == 2
    made = outcome.summary.provenance
    assert (made.tokens_in, made.tokens_out) == (1000, 80)
    assert made.cost == pytest.approx(0.0018)


async def test_c7_an_answer_from_the_cache_sends_and_costs_nothing(make: Make, purse: Counting) -> None:
    with loopback(completion()) as server:
        await ask(make(server.url))
        again = await ask(make(server.url))
    assert again.cached
    assert again.summary.provenance.cost == 0.0
    assert len(purse.expected) == 1
    assert purse.papers == [False, True]


@pytest.mark.parametrize("mode", [1, 4], ids=["raw", "pickle"])
async def test_d1_a_planted_answer_runs_nothing_and_is_asked_for_anew(
    make: Make, purse: Counting, tmp_path: Path, mode: int
) -> None:
    marker = tmp_path / "executed"
    with loopback(completion()) as server:
        await ask(make(server.url))
        planted = "UPDATE Cache SET mode = ?, value = ? WHERE key LIKE 'completions:%'"
        tamper(tmp_path / "cache" / "completions", planted, mode, pickle.dumps(Planted(marker)))
        again = await ask(make(server.url))
    assert not again.cached
    assert not marker.exists()
    assert len(purse.paid) == 2


async def test_a_useless_answer_is_paid(make: Make, purse: Counting) -> None:
    with loopback(completion(text="no, no, no")) as server:
        await ask(make(server.url))
    assert [charge.tokens for charge in purse.paid] == [540]


async def test_a_refusal_counts_as_a_request_that_costs_nothing(make: Make, purse: Counting) -> None:
    with loopback(refusal(400, "response_format is not supported"), completion()) as server:
        await ask(make(server.url))
    assert [charge.cost for charge in purse.paid] == [0.0, pytest.approx(0.0009)]


async def test_a_refusal_that_names_its_own_price_is_settled_at_the_estimate(
    make: Make, purse: Counting
) -> None:
    priced = refusal(400, "response_format is not supported", x_litellm_response_cost="0.25")
    with loopback(priced, completion()) as server:
        await ask(make(server.url))
    assert purse.paid[0] == purse.expected[0]
    assert purse.paid[1].tokens == 540


async def test_a_text_that_was_too_long_and_its_shorter_form_are_both_counted(
    make: Make, purse: Counting
) -> None:
    with loopback(refusal(400, "maximum context length is 100"), completion()) as server:
        await ask(make(server.url), LONG)
    assert [charge.tokens for charge in purse.paid] == [0, 540]
    assert purse.expected[1].tokens_in < purse.expected[0].tokens_in


async def test_every_repeated_try_is_counted(make: Make, purse: Counting) -> None:
    with loopback(refusal(429), refusal(503), completion()) as server:
        await ask(make(server.url))
        assert sum(request.method == "POST" for request in server.arrived) == 3
    rate, outage, answered = purse.paid
    assert rate == Charge(cost=0.0)
    assert outage == purse.expected[1], "an outage may have come after the work was done"
    assert answered.tokens == 540


async def test_a_request_that_ran_out_of_time_is_settled_at_the_estimate(make: Make, purse: Counting) -> None:
    with loopback(Scripted(hold=True)) as server, pytest.raises(NetworkError):
        await ask(make(server.url, timeout=0.3))
    assert purse.paid == purse.expected
    assert len(purse.paid) == 1


async def test_an_answer_that_broke_off_is_settled_at_the_estimate(make: Make, purse: Counting) -> None:
    with loopback(Scripted(200, b"{", length=999)) as server, pytest.raises(RadarError):
        await ask(make(server.url))
    assert purse.paid == purse.expected


async def test_what_could_not_be_sent_is_not_paid(make: Make, purse: Counting) -> None:
    with pytest.raises(Offline):
        await ask(make(f"http://127.0.0.1:{free_port()}"))
    assert purse.expected
    assert purse.paid == []


async def test_what_is_not_sent_for_want_of_trust_is_not_paid(make: Make, purse: Counting) -> None:
    with loopback(Scripted(200), secure=True) as server, pytest.raises(Untrusted):
        await ask(make(server.url))
    assert purse.expected
    assert purse.paid == []


async def test_a_request_that_was_given_up_is_settled_at_the_estimate(make: Make, purse: Counting) -> None:
    with loopback(Scripted(hold=True)) as server:
        task = asyncio.create_task(ask(make(server.url)))
        async with asyncio.timeout(20):
            await arrived(server)
        task.cancel()
        await asyncio.wait({task})
    assert purse.paid == purse.expected


async def test_c2_a_request_that_a_budget_refuses_is_not_sent(make: Make, purse: Counting) -> None:
    purse.most = 0
    with loopback(completion()) as server:
        with pytest.raises(BudgetReached):
            await ask(make(server.url))
        assert server.arrived == []


async def test_c2_tries_after_a_refusal_are_held_to_the_budget_too(make: Make, purse: Counting) -> None:
    purse.most = 2
    with loopback(refusal(429), refusal(429), completion()) as server:
        with pytest.raises(BudgetReached):
            await ask(make(server.url))
        assert len(server.arrived) == 2


async def test_the_cost_that_an_endpoint_tells_wins(make: Make, purse: Counting) -> None:
    with loopback(completion({**USAGE, "cost": 0.5}), completion(x_litellm_response_cost="0.25")) as server:
        summariser = make(server.url, cache_folder=None)
        told = [(await ask(summariser)).summary.provenance.cost for _ in range(2)]
    assert told == [0.5, 0.25]
    assert [charge.cost for charge in purse.paid] == [0.5, 0.25]


async def test_an_error_that_tells_its_usage_is_paid(make: Make, purse: Counting) -> None:
    filtered = json_answer({"error": {"message": "content_filter"}, "usage": USAGE}, 400)
    with loopback(filtered) as server, pytest.raises(EndpointError):
        await ask(make(server.url))
    assert [charge.tokens for charge in purse.paid] == [540]


def test_without_prices_nothing_is_said_of_money() -> None:
    request = ChatRequest((Message(Role.SYSTEM, "a b"), Message(Role.USER, "c")), 100)
    words = Meter(count=lambda text: len(text.split()), overhead=7)
    assert words.expected(request, 4) == Charge(11, 400, None, estimated=True)
    priced = Meter(prices=Prices(1.0, 1.0), count=len)
    assert priced.expected(request, 1).cost == pytest.approx(105 / 1e6)


@pytest.mark.parametrize("limited", [False, True], ids=["no budget", "budget"])
def test_where_no_budget_is_held_only_the_first_requests_are_counted_and_others_judged_alike(
    limited: bool,
) -> None:
    counted: list[str] = []

    def count(text: str) -> int:
        counted.append(text)
        return len(text) // 4

    meter = Meter(Counting(limited=limited), count=count)
    asked = [ChatRequest((Message(Role.SYSTEM, "s" * 40), Message(Role.USER, "u" * 400)), 100)] * 50
    expected = {meter.expected(request, 1).tokens_in for request in asked}
    assert len(expected) == 1
    assert len(counted) == (51 if limited else 17)
    other = ChatRequest((Message(Role.SYSTEM, "s" * 40), Message(Role.USER, "狐" * 400)), 100)
    meter.expected(other, 1)
    assert counted[-1] == "狐" * 400, "another script is counted"
