"""The course of one page: its turns, what its answers mean, and when to give up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from radar.net.pace import Heard
from radar.net.page_kinds import PageKind, is_unfinished
from radar.net.quotas import quota_reset
from radar.net.reply import Judged, Load, Reply
from radar.net.turns import Turns
from radar.net.waiting import RETRIED
from radar.papers.jobs.site_wait import ToldOfWait


class Course:
    """Follows the tries of one page.

    A site that asks to wait is left alone by all radars of the reader. All waits that it asks for come to
    no more than the longest one that is worth it.

    Args:
        turns: at the sites.
        kind: what the page should be.
        told: of each wait, when it begins.
    """

    def __init__(self, turns: Turns, kind: PageKind, told: ToldOfWait | None = None) -> None:
        self.wait: float | None = None
        """Seconds that the site is left alone because of the last answer; None where it was a success."""
        self._turns = turns
        self._kind = kind
        self._told = told
        self._waited = 0.0

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[Heard]:
        """Wait until the site of an address may be asked."""
        async with self._turns.turn(url, self._told) as turn:

            def heard(reply: Reply) -> None:
                trouble = self._may_pass(reply)
                wait = turn.heard(reply, trouble=trouble)
                self.wait = wait if trouble else None

            yield heard

    def judge(self, reply: Reply) -> Judged:
        """Say whether to try again: the wait itself is part of the next turn."""
        if self.wait is None:
            return Judged()
        self._waited += self.wait
        again = self._waited <= self._turns.longest_wait and reply.headers.get("x-should-retry") != "false"
        return Judged(again, Load.FINE, self.wait)

    def _may_pass(self, reply: Reply) -> bool:
        if reply.status == 200:
            return is_unfinished(reply, self._kind)
        if reply.status == 403:
            # Some sites refuse so whoever asks too often: docs.github.com/rest/using-the-rest-api
            named = "retry-after" in reply.headers or quota_reset(reply.headers, datetime.now(UTC))
            return bool(named)
        return reply.status in RETRIED
