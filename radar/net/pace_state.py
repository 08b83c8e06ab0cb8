"""What all radars of a reader know of how a site was asked last."""

from __future__ import annotations

import json
import math

from radar.net.waiting import LONGEST_PAUSE
from radar.papers.bases import Value, asdict, names_of, replace
from radar.papers.jobs.site_wait import WhyWait

MOST_TROUBLES = 20
"""Answers in a row that are counted; the waits after them do not grow any more."""


class PaceState(Value):
    """When a site was asked, and until when it is left alone; seconds since 1970 by the clock."""

    last: float = 0.0
    """When the last request went out or its answer was read, whichever is later."""
    asked: float = 0.0
    """When it asked to be left alone, or failed."""
    until: float = 0.0
    gap: float = 0.0
    """Seconds between two requests that it names itself."""
    troubles: int = 0
    """Answers in a row that were none."""
    unasked: int = 0
    """1 where the site named no wait, so that `until` is radar's own choice."""

    def at(self, now: float) -> PaceState:
        """Return the state by a clock that may have been put back meanwhile: nothing lies ahead of it."""
        if self.last <= now and self.asked <= now:
            return self
        wait = self.until - self.asked
        return replace(self, last=min(self.last, now), asked=now, until=now + wait)

    def wait(self, gap: float, now: float) -> tuple[float, WhyWait]:
        """Return the seconds to wait before the next request, and why.

        Args:
            gap: seconds between two requests.
            now: not before any time in the state, see `at`.
        """
        pace = self.last + max(gap, self.gap) - now
        asked = min(self.until - now, LONGEST_PAUSE)
        if asked <= pace:
            return pace, WhyWait.PACE
        return asked, WhyWait.TROUBLE if self.unasked else WhyWait.ASKED

    def left_alone(self, seconds: float, now: float, *, unasked: bool = False) -> PaceState:
        """Return the state after the site asked to be left alone, or failed; a longer wait stays.

        Args:
            unasked: whether the site named no wait, and the seconds are radar's own choice.
        """
        until = now + min(seconds, LONGEST_PAUSE)
        if until <= self.until:
            return self
        return replace(self, asked=now, until=until, unasked=int(unasked))

    @property
    def text(self) -> str:
        """The state as it is written down."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> PaceState | None:
        """Return the state that was written down; None where the text is something else."""
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return None
        if not isinstance(value, dict):
            return None
        # An older radar does not write it.
        value.setdefault("unasked", 0)
        if not all(_sound(value.get(name)) for name in names_of(cls)):
            return None
        last, asked, until = (float(value[name]) for name in ("last", "asked", "until"))
        until = min(max(until, asked), asked + LONGEST_PAUSE)
        gap, troubles = min(float(value["gap"]), 60.0), min(int(value["troubles"]), MOST_TROUBLES)
        return cls(last, asked, until, gap, troubles, int(bool(value["unasked"])))


def _sound(number: object) -> bool:
    plain = isinstance(number, int | float) and not isinstance(number, bool)
    return plain and 0 <= number < 1e12 and math.isfinite(number)  # type: ignore[operator, arg-type]
