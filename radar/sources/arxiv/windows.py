"""Spans of days that arXiv is asked for one after the other, the newest first.

Inside a span papers come in the order of their submission, the oldest first, so that those which arrive
meanwhile do not move the others to another page.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from radar.papers.bases import Value, replace

SLICE = 500
"""Papers a request; arXiv gives 2,000, but slowly and not always all of them."""
LIMIT = 30_000
"""Papers that arXiv gives of one query in all (https://info.arxiv.org/help/api/user-manual.html, 3.1.1.2)."""

_AIMED_AT = 2_000
"""Papers in a span: so few that the newest soon are there, so many that slices are full."""
_RESUME = re.compile(r"(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})/(\d{1,6})/(\d{1,5})", re.ASCII)
_DAY = timedelta(days=1)


class Window(Value):
    """The next slice to ask for: a span of days of submission, and how many of its papers are had."""

    first: date
    last: date
    start: int
    width: int
    """Days that further spans have."""

    @property
    def query(self) -> str:
        """The span as arXiv's search writes it, in UTC."""
        return f"submittedDate:[{self.first:%Y%m%d}0000 TO {self.last:%Y%m%d}2359]"

    @property
    def resume(self) -> str:
        """This slice as a text that `resumed` reads."""
        return f"{self.first.isoformat()}_{self.last.isoformat()}/{self.start}/{self.width}"

    def narrower(self) -> Window | None:
        """Return the newer half of the span, None where it is one day."""
        if self.first >= self.last:
            return None
        width = ((self.last - self.first).days + 1) // 2
        return Window(self.last - _DAY * (width - 1), self.last, 0, width)

    def after(self, count: int, total: int, since: date) -> Window | None:
        """Return the slice after one that held some papers; None after the last.

        Args:
            count: papers of this slice; 0 ends the span.
            total: papers of the span.
            since: the first day that is asked for.
        """
        if count and self.start + count < total:
            return replace(self, start=self.start + count)
        last = self.first - _DAY
        return span_until(last, since, self.width) if last >= since else None


def span_until(last: date, since: date, width: int) -> Window:
    """Return a span of some days that ends with a day."""
    return Window(max(since, last - _DAY * (max(width, 1) - 1)), last, 0, max(width, 1))


def first_window(since: date, today: date, total: int) -> Window:
    """Return where to begin: a span so wide that it holds about 2,000 of the papers in all."""
    days = max((today - since).days + 1, 1)
    return span_until(today, min(since, today), max(1, days * _AIMED_AT // max(total, _AIMED_AT)))


def resumed(resume: str) -> Window | None:
    """Return the slice that a text stands for, None where it stands for none."""
    found = _RESUME.fullmatch(resume)
    try:
        if found:
            first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
            return Window(first, last, int(found[3]), int(found[4])) if first <= last else None
    except ValueError:
        pass
    return None
