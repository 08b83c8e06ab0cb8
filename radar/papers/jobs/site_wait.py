"""A wait before a site is asked, for those who tell the reader of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum

from radar.papers.bases import Value


class WhyWait(StrEnum):
    """Why a site is not asked yet."""

    PACE = "pace"
    """It was asked a moment ago, and sites are given time between two requests."""
    ASKED = "asked"
    """It said that it wants to be left alone, or that the share of this reader is used up."""
    TROUBLE = "trouble"
    """Its last answer was none and named no wait: how long it is left alone is radar's own choice."""
    OTHERS = "others"
    """Another radar of the same reader is asking it."""


class SiteWait(Value):
    """A wait that begins now."""

    site: str
    """Its name, such as "arxiv.org"; host and port where radar does not know it."""
    seconds: float
    """How long it takes, as far as that is known."""
    why: WhyWait

    @property
    def line(self) -> str:
        """For people, such as "waiting 3 s for arxiv.org"."""
        if self.why is WhyWait.OTHERS:
            return f"waiting for another radar that asks {self.site}"
        if self.why is WhyWait.TROUBLE:
            return f"waiting {span_line(self.seconds)} before asking {self.site} again"
        asked = ", which asks for it" if self.why is WhyWait.ASKED else ""
        return f"waiting {span_line(self.seconds)} for {self.site}{asked}"


ToldOfWait = Callable[[SiteWait], None]


def span_line(seconds: float) -> str:
    """Return a span of time for people, rounded up: "3 s", "5 min", "2 h"."""
    if not seconds < 1e8:
        return "very long"
    for size, unit in ((3600, "h"), (60, "min")):
        if seconds > 2 * size:
            return f"{math.ceil(seconds / size)} {unit}"
    return f"{math.ceil(seconds)} s"
