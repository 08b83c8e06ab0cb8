"""Dates of which only the year, or the year and the month, is known."""

from __future__ import annotations

from datetime import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self

_WIDTHS = {1: len("2024"), 2: len("2024-03"), 3: len("2024-03-05")}
"""Characters of a date, by how many of its parts are known."""


class PartialDate(date):
    """A date of which a year is known and perhaps a month: it sorts as the first day of them.

    It is written in the reduced precision of ISO 8601, "2020" or "2024-03", by `written`.
    """

    known: int = 3
    """How many of year, month and day are known; what arithmetic makes of it is a day that is known."""

    def __new__(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Make one of as much as is known.

        Raises:
            ValueError: there is no such year, month or day.
        """
        parts = [part for part in (year, month, day) if part is not None]
        self = super().__new__(cls, *[*parts, 1, 1][:3])
        self.known = len(parts)
        return self

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(str, known_parts(self)))})"

    def __reduce__(self) -> tuple[Any, ...]:
        # By what is known: a date would be made of its bytes, and none of them tells that.
        return type(self), known_parts(self)


def known_parts(day: date) -> tuple[int, ...]:
    """Return year, month and day, as many of them as are known."""
    return (day.year, day.month, day.day)[: day.known if isinstance(day, PartialDate) else 3]


def written(day: date | None) -> str:
    """Return a day as "2024-03-05", a month as "2024-03" and a year as "2024"; "" where none is known."""
    return "" if day is None else day.isoformat()[: _WIDTHS[len(known_parts(day))]]


def date_written(text: str) -> date:
    """Return the date that `written` wrote so.

    Raises:
        ValueError: it is written in another way, or there is no such day.
    """
    if len(text) == _WIDTHS[3]:
        return date.fromisoformat(text)
    parts = text.split("-")
    if len(text) != _WIDTHS.get(len(parts)) or not all(part.isascii() and part.isdecimal() for part in parts):
        raise ValueError(f"{text!r} is no date")
    return PartialDate(*map(int, parts))


def days_between(one: date, other: date) -> int:
    """Return how many days lie at least between two dates; none where they may be the same day."""
    return max((other - last_day(one)).days, (one - last_day(other)).days, 0)


def last_day(day: date) -> date:
    """Return the last day that a date may mean."""
    match known_parts(day):
        case (year,) | (year, 12):
            return date(year, 12, 31)
        case (year, month):
            return date(year, month + 1, 1) - timedelta(days=1)
    return day


def more_exact(known: date, other: date) -> date:
    """Return the date that says more where they may be the same day, else the one known."""
    if len(known_parts(other)) > len(known_parts(known)) and not days_between(known, other):
        return other
    return known
