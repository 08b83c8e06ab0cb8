"""Days as a reader types them: a year, a month, a day, or so long ago."""

from __future__ import annotations

import re
from datetime import date, timedelta

from radar.papers.bases import Value
from radar.papers.text.patterns import pattern

_GIVEN = pattern(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?")
_AGO = pattern(r"(?P<number>\d{1,4})(?P<unit>[dwmy])", re.IGNORECASE)
_MONTH, _DAY = "0[1-9]|1[0-2]|[1-9]", "0?[1-9]|[12][0-9]|3[01]"
_BEGUN = pattern(rf"\d{{0,3}}|\d{{4}}([-/.](0|({_MONTH})([-/.](0|{_DAY})?)?)?)?")
_NAMES = ("today", "yesterday")
_DAYS_OF = {"d": 1, "w": 7}
FORMS = "2026, 2026-01, 2026-01-31, today, 7d, 2w, 3m or 1y"
"""How days may be typed, for help."""


class Span(Value):
    """Days from the first up to the one before the end."""

    first: date
    end: date


def span_of(text: str, today: date) -> Span | None:
    """Return the days that a text names, or None where it names none."""
    word = text.lower()
    if word in _NAMES:
        first = today - timedelta(days=_NAMES.index(word))
        return Span(first, _next(first))
    ago = _AGO.fullmatch(word)
    if ago:
        return _ago(int(ago["number"]), ago["unit"], today)
    given = _GIVEN.fullmatch(word)
    if given is None:
        return None
    year, month, day = (int(given[name]) if given[name] else 0 for name in ("year", "month", "day"))
    try:
        first = date(year, month if given["month"] else 1, day if given["day"] else 1)
    except ValueError:
        return None
    if given["day"]:
        return Span(first, _next(first))
    return Span(first, _months_on(first, 1 if given["month"] else 12))


def begun(text: str) -> bool:
    """Return whether more typing can make a day of a text."""
    word = text.lower()
    return bool(_BEGUN.fullmatch(word)) or any(name.startswith(word) for name in _NAMES)


def so_far(text: str, today: date) -> Span | None:
    """Return the year or month that an unfinished day begins with, or None where it names none yet."""
    while text:
        shorter = re.sub(r"[-/.]?\d*$", "", text)
        if shorter == text:
            return None
        text = shorter
        span = span_of(text, today)
        if span:
            return span
    return None


def _ago(number: int, unit: str, today: date) -> Span | None:
    try:
        if unit in _DAYS_OF:
            first = today - timedelta(days=number * _DAYS_OF[unit])
        else:
            first = _months_on(today, -number * (12 if unit == "y" else 1))
    except (ValueError, OverflowError):
        return None
    return Span(first, _next(first))


def _months_on(day: date, months: int) -> date:
    """Return the same day so many months later, the last of that month where it has no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if years > date.max.year:
        return date.max
    for last in (day.day, 30, 29, 28):
        try:
            return date(years, month + 1, min(day.day, last))
        except ValueError:
            if years < 1:
                raise
    return date(years, month + 1, 28)


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
