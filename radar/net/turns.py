"""Turns at a site: one request at a time and a gap after it, for all radars of a reader together."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from radar.errors import RateLimited
from radar.net.failures import asks_to_wait
from radar.net.gaps import PacedSite, site_of
from radar.net.gate import Sleep
from radar.net.pace_state import MOST_TROUBLES, PaceState
from radar.net.quotas import asked_wait, quota_reset, stated_gap
from radar.net.reply import Reply
from radar.net.slots import FileSlot, OpenSlot, Slot
from radar.net.waiting import LONGEST_WAIT, moment_of
from radar.papers.bases import replace
from radar.papers.jobs.site_wait import SiteWait, ToldOfWait, WhyWait

LONGEST_TURN = 300.0
"""Seconds that a request waits for its turn while other radars ask the same site; then it ends."""

_LOOK_AGAIN = 0.1
"""Seconds between two looks at a slot that another radar holds."""
_FAIRNESS = 0.05
"""Seconds, at most, by which radars that wait for the same moment come apart."""
_FIRST_BACKOFF = {429: 2.0}
"""Seconds after the first answer that is none and names no wait; the next waits are twice as long each."""
_LONGEST_BACKOFF = 60.0

_TOLD_FROM = 0.5
"""Seconds from which on a wait is worth telling a reader of."""


class Turn:
    """A site's attention, while it lasts."""

    def __init__(self, state: PaceState, clock: Callable[[], float]) -> None:
        self.state = state
        """What is known of the site by now."""
        self._clock = clock

    def heard(self, reply: Reply, *, trouble: bool) -> float:
        """Take note of an answer and return the seconds for which the site is left alone because of it.

        Args:
            reply: what it answered.
            trouble: whether the same request may fare better later.
        """
        now = self._clock()
        moment = moment_of(reply.headers) or datetime.fromtimestamp(now, UTC)
        gap = stated_gap(reply.headers)
        troubles = min(self.state.troubles + 1, MOST_TROUBLES) if trouble else 0
        named = asked_wait(reply.status, reply.headers, moment) if trouble else None
        if trouble:
            wait = _backoff(reply.status, self.state.troubles) if named is None else named
        else:
            wait = quota_reset(reply.headers, moment) or 0.0
        self.state = replace(self.state, gap=gap, troubles=troubles)
        if wait:
            self.state = self.state.left_alone(wait, now, unasked=trouble and named is None)
        return wait


class Turns:
    """Gives requests their turns, in the order in which they come.

    Args:
        folder: where the radars of a reader share what they know of sites; None to keep it to this object.
        gaps: seconds by host that count before those of radar; what names this machine is paced only so.
        sleep: waits.
        clock: seconds since 1970; it may be put forward and back, and no wait grows by that.
        longest_wait: seconds; a site that asks for a longer wait is not asked.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        gaps: Mapping[str, float] | None = None,
        sleep: Sleep = asyncio.sleep,
        clock: Callable[[], float] = time.time,
        longest_wait: float = LONGEST_WAIT,
    ) -> None:
        self._folder = folder
        self._gaps = gaps
        self._sleep = sleep
        self._clock = clock
        self.longest_wait = longest_wait
        """Seconds; a site that asks for a longer wait is not asked."""
        self._slots: dict[str, Slot] = {}
        self._queues: dict[str, asyncio.Lock] = {}

    @asynccontextmanager
    async def turn(self, url: str, told: ToldOfWait | None = None) -> AsyncIterator[Turn]:
        """Wait until the site of an address may be asked; nobody else asks it before the turn ends.

        Args:
            url: an http(s) address.
            told: of each wait, when it begins.

        Raises:
            RateLimited: the site asks for a longer wait, or other radars did not let go of it.
        """
        site = site_of(url, self._gaps)
        slot = self._slot(site)
        async with self._queues.setdefault(site.name, asyncio.Lock()) if site.alone else nullcontext():
            turn = Turn(await self._taken(site, slot, told), self._clock)
            try:
                yield turn
            finally:
                slot.give_back(replace(turn.state, last=self._clock()))

    def _slot(self, site: PacedSite) -> Slot:
        if site.name not in self._slots:
            self._slots[site.name] = FileSlot(self._folder, site.name) if site.alone else OpenSlot()
        return self._slots[site.name]

    async def _taken(self, site: PacedSite, slot: Slot, told: ToldOfWait | None) -> PaceState:
        waited, said = 0.0, None
        while True:
            state = slot.take()
            if state is None:
                wait, why = site.gap, WhyWait.OTHERS
            else:
                now = self._clock()
                state = state.at(now)
                wait, why = state.wait(site.gap, now)
                slot.note(state if wait > 0 else replace(state, last=now))
                if wait <= 0:
                    return state
                slot.give_back(state)
            self._check(site, wait, why, waited)
            if told is not None and why is not said and _worth_telling(wait, why, waited):
                told(SiteWait(site.name, wait, why))
                said = why
            nap = _LOOK_AGAIN if why is WhyWait.OTHERS else wait + random.uniform(0, _FAIRNESS)
            await self._sleep(nap)
            waited += nap

    def _check(self, site: PacedSite, wait: float, why: WhyWait, waited: float) -> None:
        if why in (WhyWait.ASKED, WhyWait.TROUBLE) and wait > self.longest_wait:
            raise asks_to_wait(site.name, wait)
        if waited > LONGEST_TURN:
            message = f"Other radars kept {site.name} busy for {LONGEST_TURN:.0f} s"
            raise RateLimited(message, "Try again when they are done", LONGEST_TURN)


def _worth_telling(wait: float, why: WhyWait, waited: float) -> bool:
    return (waited if why is WhyWait.OTHERS else wait) >= _TOLD_FROM


def _backoff(status: int, troubles: int) -> float:
    doubled = _FIRST_BACKOFF.get(status, 1.0) * 2.0**troubles
    return min(_LONGEST_BACKOFF, doubled * random.uniform(1.0, 1.5))
