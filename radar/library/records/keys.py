"""The key of a paper: its day and a number within the day, so that the order of the table is newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from radar.papers.listed.paper import Paper

PART = 50_000
"""Keys asked for at once."""
_EPOCH = date(1900, 1, 1)
_SHIFT = 20
_NUMBERS = 1 << _SHIFT
"""Papers that one day can hold; more of them go to the day before."""
_BLOCK = 4096
"""Numbers set apart when a run first adds to a day; handed out downwards: file order is display order."""
_AHEAD = timedelta(days=366)
"""A date further in the future is a mistake and would sit on top of the list for ever."""
_FIRST = date(1450, 1, 1)
"""No paper is older than print; programs write the year 1 where they know none."""

_UNDATED, _DAY_KNOWN, _MONTH_KNOWN, _YEAR_KNOWN = range(4)
"""How the day is known that a paper is sorted under, as `papers.dated` holds it."""


def day_of(key: int) -> date:
    """Return the day that a paper is sorted under."""
    return _EPOCH + timedelta(days=key >> _SHIFT)


def shown_day(key: int, dated: int) -> date:
    """Return the day that a paper is sorted under, or as much of it as is known.

    Args:
        dated: 0 where the day is only that of the import, 1 where it is known, 2 where only year and month
            are, and 3 where only the year is.
    """
    day = day_of(key)
    if dated <= _DAY_KNOWN:
        return day
    # Imported where it is needed: the first page is mostly painted without it.
    from radar.papers.text.partial_dates import PartialDate

    # A full day spills into the one before it, which is of another month and perhaps of another year.
    if dated == _MONTH_KNOWN:
        month = day if day.day == 1 else day + timedelta(days=31)
        return PartialDate(month.year, month.month)
    return PartialDate(day.year if (day.month, day.day) == (1, 1) else day.year + 1)


def key_before(day: date) -> int:
    """Return the key from which on papers are of that day or later."""
    return max((day - _EPOCH).days, 0) << _SHIFT


def with_believable_days(paper: Paper, today: date) -> Paper:
    """Return the paper without the days that cannot be, so that all that is shown of it agrees."""
    latest = today + _AHEAD
    published, listed, updated = paper.published, paper.listed, paper.updated
    # One after the other, for this is asked of every paper of an import.
    if (
        (published is None or _FIRST <= published <= latest)
        and (listed is None or _FIRST <= listed <= latest)
        and (updated is None or _FIRST <= updated <= latest)
    ):
        return paper
    # Imported where it is needed: the first page is painted without it.
    from radar.papers.bases import replace

    days = (published, listed, updated)
    published, listed, updated = (day if day and _FIRST <= day <= latest else None for day in days)
    return replace(paper, published=published, listed=listed, updated=updated)


def papers_dated_too_far(papers: Iterable[Paper]) -> int:
    """Return how many papers have a day so far ahead that it is not believed.

    One before print is not believed either, but nothing to tell: so programs write that they know none.
    """
    latest = date.today() + _AHEAD
    days = ((paper.published, paper.listed, paper.updated) for paper in papers)
    return sum(any(day is not None and day > latest for day in of_one) for of_one in days)


def sorting_day(paper: Paper, today: date) -> tuple[int, int]:
    """Return days since 1900-01-01, and how they are known as `shown_day` takes it.

    The day is the one listed, else the one published, else today.
    """
    day = paper.listed or paper.published
    if day is None or day > today + _AHEAD:
        return (today - _EPOCH).days, _UNDATED
    return max((day - _EPOCH).days, 0), _DAY_KNOWN if type(day) is date else _dated(day)


def _dated(day: date) -> int:
    from radar.papers.text.partial_dates import known_parts

    return {3: _DAY_KNOWN, 2: _MONTH_KNOWN, 1: _YEAR_KNOWN}[len(known_parts(day))]


class KeyMaker:
    """Hands out keys for one run of additions; used inside the transaction that stores them.

    Args:
        highest: the largest key stored that lies below a bound and at or above another, or None.
    """

    def __init__(self, highest: Callable[[int, int], int | None]) -> None:
        self._highest = highest
        self._blocks: dict[int, tuple[int, int]] = {}
        self._tops: dict[int, int] = {}
        self._size: dict[int, int] = {}

    def next(self, day: int) -> int:
        """Return a free key of that day, below those handed out before in the same run."""
        lowest, following = self._blocks.get(day, (1, 0))
        if following < lowest:
            block = self._reserve(day)
            if block is None:
                # A full day spills into the one before it, the very first into the next.
                return self.next(day - 1 if day > 0 else day + 1)
            lowest, following = block
        self._blocks[day] = (lowest, following - 1)
        return day << _SHIFT | following

    def forget(self) -> None:
        """Give up what was set apart: the run has ended or its last transaction was rolled back."""
        self._blocks.clear()
        self._tops.clear()
        self._size.clear()

    def _reserve(self, day: int) -> tuple[int, int] | None:
        stored = self._highest(day << _SHIFT, (day + 1) << _SHIFT)
        used = -1 if stored is None else stored & (_NUMBERS - 1)
        lowest = max(used, self._tops.get(day, -1)) + 1
        if lowest >= _NUMBERS:
            return None
        size = self._size.get(day, _BLOCK)
        top = min(lowest + size, _NUMBERS) - 1
        self._size[day] = min(size * 4, _NUMBERS)
        self._tops[day] = top
        return lowest, top
