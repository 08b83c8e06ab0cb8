"""Days as listings write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

from radar.papers.text.partial_dates import PartialDate, date_written

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"[1-9][0-9]{3}")
_ISO = re.compile(r"(\d{4})([-/])(\d{2})(?:\2(\d{2}))?(?:[T ].*)?", re.DOTALL)
_ZONE = re.compile(r"[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$")
_DAY_FIRST = re.compile(r"(?:[A-Za-z]{3},? )?(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})(?: .*)?", re.DOTALL)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")

_NOT_YET = re.compile(
    r"\W*(?:(?:in|im|under|to|not|no)\W+)?(?:press|druck|print|review|revision|preparation|production|appear|"
    r"be published|yet published|date|year|forthcoming|submitted|accepted|unpublished|undated|upcoming|"
    r"published online|online first|early access|advance online publication|preprint|draft|manuscript|"
    r"n\W*d|s\W*[da]|o\W*j|t\W*b\W*[ad])\W*",
    re.IGNORECASE,
)
"""How those who cite a paper say that it has no year, or none yet."""


@lru_cache(maxsize=4096)
def day_of(text: str) -> date | None:
    """Return the day of a text, in UTC where it tells its zone, or None where it tells no day.

    A day may be written by ISO 8601, with or without a time, and as "2007/04/02", "2 Apr 2007",
    "Apr 2, 2007" or "Mon, 2 Apr 2007 19:18:42 GMT".
    A month without a day is a partial date.
    """
    text = " ".join(text[:64].split())
    try:
        if found := _ISO.fullmatch(text):
            if _ZONE.search(text):
                return datetime.fromisoformat(text).astimezone(UTC).date()
            return date_written("-".join(filter(None, found.group(1, 3, 4))))
        if found := _DAY_FIRST.fullmatch(text):
            return date(int(found[3]), month_of(found[2]), int(found[1]))
        if found := _MONTH_FIRST.fullmatch(text):
            return date(int(found[3]), month_of(found[1]), int(found[2]))
    except (ValueError, OverflowError):
        return None
    return None


def year_of(text: str) -> PartialDate | None:
    """Return the year of a text that is nothing but a year."""
    found = _YEAR.fullmatch(text.strip())
    return PartialDate(int(found[0])) if found else None


def is_not_dated(text: str) -> bool:
    """Return whether a text in place of a day says that there is none, or none yet: "in press", "n.d."."""
    return _NOT_YET.fullmatch(text[:64]) is not None


def month_of(name: str) -> int:
    """Return the number of a month from its English name, whole or shortened, or from its digits.

    Raises:
        ValueError: it is not the name of a month.
    """
    word = name.strip().lower()
    if word.isdecimal() and 1 <= int(word) <= 12:
        return int(word)
    return _MONTHS.index(word[:3]) + 1
