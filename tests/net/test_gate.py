"""The gate to an endpoint: how many pass at once, who waits, and when nobody passes any more."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from radar.errors import Unavailable
from radar.net.gate import OUTAGES, REPRIEVES, Gate, ahead_of_others, gate_to
from tests.net.loopback import Waits


class Held:
    """A sleep that lasts until the test lets it end."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.over = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await self.over.wait()


async def settled() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def passed(gate: Gate, names: list[str], name: str) -> None:
    async with gate.place():
        names.append(name)


def well(gate: Gate, times: int) -> None:
    for _ in range(times):
        gate.went_well()


async def test_a_sign_to_slow_down_halves_and_good_answers_add_one_by_one() -> None:
    gate = Gate("host", 8, sleep=Waits())
    async with gate.place() as ticket:
        gate.slow_down(ticket, 1.0)
    assert gate.at_once == 4
    well(gate, 4)
    assert gate.at_once == 4
    well(gate, 1)
    assert gate.at_once == 5
    well(gate, 100)
    assert gate.at_once == 8


async def test_signs_of_requests_that_were_under_way_together_are_one() -> None:
    gate = Gate("host", 8, sleep=Waits())
    async with gate.place() as one, gate.place() as other:
        gate.slow_down(one, 1.0)
        gate.slow_down(other, 1.0)
    assert gate.at_once == 4


async def test_at_least_one_passes_however_often_it_is_asked_to_slow_down() -> None:
    gate = Gate("host", 4, sleep=Waits())
    for _ in range(10):
        async with gate.place() as ticket:
            gate.slow_down(ticket, None)
        await settled()
    assert gate.at_once == 1


async def test_t1_a_wait_stops_every_request_and_not_only_the_one_it_was_said_to() -> None:
    held, names = Held(), list[str]()
    gate = Gate("host", 4, sleep=held)
    async with gate.place() as ticket:
        gate.slow_down(ticket, 30.0)
    tasks = [asyncio.create_task(passed(gate, names, str(number))) for number in range(3)]
    await settled()
    assert (names, held.seconds) == ([], [30.0])
    assert gate.pause is not None
    assert 0 < (gate.pause.until - datetime.now(UTC)).total_seconds() <= 30
    held.over.set()
    await asyncio.gather(*tasks)
    assert sorted(names) == ["0", "1", "2"]
    assert gate.pause is None


async def test_a_longer_wait_said_meanwhile_is_waited_out_too() -> None:
    held = Held()
    gate = Gate("host", 4, sleep=held)
    async with gate.place() as one, gate.place() as other:
        gate.slow_down(one, 5.0)
        gate.slow_down(other, 60.0)
    held.over.set()
    await passed(gate, [], "later")
    assert held.seconds[0] == 5.0
    assert held.seconds[1] > 50


async def test_waits_that_nobody_named_grow_and_stay_bearable() -> None:
    waits = Waits()
    gate = Gate("host", 4, sleep=waits)
    for _ in range(9):
        async with gate.place() as ticket:
            gate.slow_down(ticket, None)
        await settled()
    assert waits.seconds[0] < waits.seconds[2] < waits.seconds[4]
    assert max(waits.seconds) < 9


async def test_who_is_cancelled_while_waiting_takes_no_place() -> None:
    held, names = Held(), list[str]()
    gate = Gate("host", 1, sleep=held)
    async with gate.place() as ticket:
        gate.slow_down(ticket, 30.0)
    waiting = asyncio.create_task(passed(gate, names, "given up"))
    await settled()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    held.over.set()
    await passed(gate, names, "next")
    assert names == ["next"]


async def test_who_is_in_a_hurry_passes_before_those_that_wait() -> None:
    names = list[str]()
    gate = Gate("host", 1)
    async with gate.place():
        tasks = [asyncio.create_task(passed(gate, names, str(number))) for number in range(3)]
        await settled()
        with ahead_of_others():
            tasks.append(asyncio.create_task(passed(gate, names, "urgent")))
        await settled()
    await asyncio.gather(*tasks)
    assert names == ["urgent", "0", "1", "2"]


async def test_an_endpoint_that_fails_again_and_again_is_left_alone_and_then_asked_by_one() -> None:
    held = Held()
    gate = Gate("host", 16, sleep=held, circuit=True)
    for _ in range(OUTAGES):
        gate.broke_off()
    await settled()
    assert held.seconds == [REPRIEVES[0]]
    assert gate.pause is not None
    assert gate.pause.trouble
    assert gate.at_once == 1
    held.over.set()
    await settled()
    well(gate, 7)
    assert gate.at_once == 8, "quickly back to half"
    well(gate, 7)
    assert gate.at_once == 8


async def test_an_endpoint_that_worked_and_is_gone_is_left_alone_at_once() -> None:
    held = Held()
    gate = Gate("host", 4, sleep=held, circuit=True)
    gate.went_well()
    gate.broke_off(unreachable=True)
    await settled()
    assert held.seconds == [REPRIEVES[0]]


async def test_c4_an_endpoint_that_never_comes_back_is_given_up_for_all_who_wait() -> None:
    gate = Gate("host", 4, sleep=Waits(), circuit=True)
    tries = 0
    with pytest.raises(Unavailable, match="leaving it alone 3 times did not help"):
        while tries < 100:
            async with gate.place():
                tries += 1
                gate.broke_off()
    assert tries == OUTAGES + len(REPRIEVES)
    with pytest.raises(Unavailable):
        await passed(gate, [], "later")


async def test_without_a_circuit_each_request_takes_its_own_chance() -> None:
    gate = Gate("host", 4, sleep=Waits())
    for _ in range(50):
        gate.broke_off(unreachable=True)
    await passed(gate, [], "one")
    assert gate.pause is None


async def test_c4_further_tries_are_about_as_many_as_requests() -> None:
    gate = Gate("host", 4)
    for _ in range(100):
        gate.begin()
    assert sum(gate.may_retry() for _ in range(1000)) == 116


async def test_all_clients_of_a_loop_share_the_gate_to_an_endpoint() -> None:
    origin = ("http", "host", 80)
    one = gate_to(origin, "host", 4, sleep=Waits(), circuit=True)
    assert gate_to(origin, "host", 8, sleep=Waits(), circuit=True) is one
    assert one.at_once == 8
    assert gate_to(("http", "host", 81), "host", 4, sleep=Waits(), circuit=True) is not one
