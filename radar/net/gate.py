"""The one gate to a site or endpoint: how many requests it gets at once, and when it gets none."""

from __future__ import annotations

import asyncio
import random
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from weakref import WeakKeyDictionary

from radar.errors import Unavailable
from radar.net.addresses import Origin
from radar.papers.bases import Value

Sleep = Callable[[float], Awaitable[None]]

OUTAGES = 5
"""Failures in a row after which an endpoint is left alone for a while."""
REPRIEVES = (10.0, 30.0, 60.0)
"""Seconds for which it is left alone, the first time, the second and the third; then it is given up."""
_LONGEST_BACKOFF = 8.0
_SPARE_RETRIES = 16

_ahead: ContextVar[bool] = ContextVar("ahead", default=False)


@contextmanager
def ahead_of_others() -> Iterator[None]:
    """Let requests made inside pass before those that already wait at a gate."""
    token = _ahead.set(True)
    try:
        yield
    finally:
        _ahead.reset(token)


class Pause(Value):
    """A time in which nothing is asked."""

    until: datetime
    """Aware, in UTC."""
    trouble: bool
    """Whether radar itself leaves a failing endpoint alone; else the endpoint asked to wait."""


class Gate:
    """Lets requests to one endpoint through: as many at once as it bears, and none while it asks to wait.

    The number at once begins at the limit, halves when the endpoint asks to slow down and grows again by
    one for as many good answers as there are requests at once (additive increase, multiplicative
    decrease, as in TCP: RFC 5681, 3.1). Waits are for all: whoever asks for one stops every request.

    Args:
        host: for messages.
        limit: requests at once, at most.
        sleep: waits.
        circuit: whether an endpoint that fails again and again is left alone for a while, and given up
            after a few times; else each request takes its own chance.
    """

    def __init__(self, host: str, limit: int, *, sleep: Sleep = asyncio.sleep, circuit: bool = False) -> None:
        self.host = host
        self.pause: Pause | None = None
        """Why nothing is asked now; None while requests go through."""
        self._limit = max(1, limit)
        self._window = float(self._limit)
        self._knee = 1.0
        """Up to this many at once, each good answer adds one: it is known to have borne so many."""
        self._sleep = sleep
        self._circuit = circuit
        self._under_way = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._first: deque[asyncio.Future[None]] = deque()
        self._slowed = 0
        self._backoff = 0
        self._outages = 0
        self._reprieves = 0
        self._well_since = datetime.now(UTC)
        self._worked = False
        self._begun = self._retries = 0
        self._until = 0.0
        self._longer = False
        self._keeper: asyncio.Task[None] | None = None
        self._given_up = False

    @property
    def at_once(self) -> int:
        """How many requests the endpoint gets at once at present."""
        return max(1, int(self._window))

    def allow(self, limit: int) -> None:
        """Let up to `limit` requests through at once, where it is more than before."""
        if limit > self._limit:
            self._window += limit - self._limit
            self._limit = limit

    def place(self) -> Place:
        """Return a place to wait for, with `async with`; it gives a ticket for `slow_down`."""
        return Place(self)

    def went_well(self) -> None:
        """Take note of an answer that is one."""
        self._worked = True
        self._well_since = datetime.now(UTC)
        self._outages = self._reprieves = self._backoff = 0
        if self._window < self._limit:
            step = 1.0 if self._window < self._knee else 1.0 / self._window
            self._window = min(float(self._limit), self._window + step)
            self._let_in()

    def slow_down(self, ticket: int, seconds: float | None) -> None:
        """Ask less at once and nothing for a while.

        Args:
            ticket: of the request that was answered so; those that were under way together are one sign.
            seconds: the wait asked for; None for a short one that grows from time to time.
        """
        if ticket == self._slowed:
            self._slowed += 1
            self._window = self._knee = max(1.0, self._window / 2)
            self._backoff += 1
        if seconds is None:
            seconds = min(_LONGEST_BACKOFF, 0.25 * 2**self._backoff) + random.random() / 2
        self._close_for(seconds, trouble=False)

    def broke_off(self, *, unreachable: bool = False) -> None:
        """Take note of a failure that may pass; the endpoint is left alone after some.

        Args:
            unreachable: whether not even a connection came about; where it did before, that is enough.
        """
        self._outages += 1
        paused = self.pause is not None and self.pause.trouble
        if not self._circuit or paused or self._given_up:
            return
        if self._outages < OUTAGES and not (unreachable and self._worked):
            return
        if self._reprieves == len(REPRIEVES):
            self._give_up()
            return
        self._knee = max(1.0, self._window / 2) if self._window > 1 else self._knee
        self._window = 1.0
        self._close_for(REPRIEVES[self._reprieves], trouble=True)
        self._reprieves += 1

    def may_retry(self) -> bool:
        """Say whether another try of the same request is bearable, and count it.

        Whatever the endpoint does, there are about as many further tries as there are requests.
        """
        if self._retries >= _SPARE_RETRIES + self._begun:
            return False
        self._retries += 1
        return True

    def begin(self) -> None:
        """Count a request, whose further tries `may_retry` allows."""
        self._begun += 1

    async def enter(self) -> int:
        """Wait for a place, to be given back by `leave`, and return a ticket for `slow_down`.

        Raises:
            Unavailable: the endpoint was given up.
        """
        await self._enter()
        return self._slowed

    def leave(self) -> None:
        """Give a place back."""
        self._under_way -= 1
        self._let_in()

    async def _enter(self) -> None:
        if self._given_up:
            raise self._unavailable()
        urgent = _ahead.get()
        queued = self._first if urgent else self._waiting or self._first
        if self.pause is None and self._under_way < self.at_once and not queued:
            self._under_way += 1
            return
        place = asyncio.get_running_loop().create_future()
        (self._first if urgent else self._waiting).append(place)
        self._let_in()
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self._under_way -= 1
                self._let_in()
            raise

    def _let_in(self) -> None:
        while self.pause is None and self._under_way < self.at_once and (self._first or self._waiting):
            place = (self._first or self._waiting).popleft()
            if not place.done():
                self._under_way += 1
                place.set_result(None)

    def _close_for(self, seconds: float, *, trouble: bool) -> None:
        until = time.monotonic() + seconds
        if self.pause is not None and until <= self._until:
            return
        self.pause = Pause(datetime.now(UTC) + timedelta(seconds=min(seconds, 1e8)), trouble)
        self._until = until
        self._longer = self._keeper is not None
        if self._keeper is None:
            self._keeper = asyncio.create_task(self._keep_closed(seconds))

    async def _keep_closed(self, seconds: float) -> None:
        try:
            await self._sleep(seconds)
            while self._longer:
                self._longer = False
                await self._sleep(max(0.0, self._until - time.monotonic()))
        finally:
            self._keeper = self.pause = None
        self._let_in()

    def _give_up(self) -> None:
        self._given_up = True
        for place in (*self._first, *self._waiting):
            if not place.done():
                place.set_exception(self._unavailable())
        self._first.clear()
        self._waiting.clear()

    def _unavailable(self) -> Unavailable:
        since = self._well_since.astimezone()
        return Unavailable(
            f"{self.host} has not answered properly since {since:%H:%M}, and leaving it alone "
            f"{len(REPRIEVES)} times did not help",
            "Try again when it is well; what came back is kept",
        )


class Place:
    """A place at a gate, given back at the end."""

    __slots__ = ("_gate",)

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def __aenter__(self) -> int:
        """Wait for it.

        Raises:
            Unavailable: the endpoint was given up.
        """
        return await self._gate.enter()

    async def __aexit__(self, *_: object) -> None:
        self._gate.leave()


_gates: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[Origin, Gate]] = WeakKeyDictionary()


def gate_to(origin: Origin, host: str, limit: int, *, sleep: Sleep, circuit: bool) -> Gate:
    """Return the gate to an origin; all clients in the same event loop share it.

    Args:
        origin: scheme, host and port.
        host: for messages.
        limit: requests at once, at most; the largest that was asked for counts.
        sleep: waits, where the gate is new.
        circuit: as for `Gate`, where the gate is new.
    """
    gates = _gates.setdefault(asyncio.get_running_loop(), {})
    gate = gates.get(origin)
    if gate is None:
        gate = gates[origin] = Gate(host, limit, sleep=sleep, circuit=circuit)
    gate.allow(limit)
    return gate
