"""From when on a digest tells what came."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from radar.errors import RadarError
from radar.papers.search.days import span_of
from radar.papers.text.safe_text import clean

LAST = "last"
"""Asks for what came since the last digest."""
USUAL = timedelta(days=1)
"""What a first digest goes back."""
FORMS = "last, 12h, 1d, 2w, today, 2026-11-25 or 2026-11-25T07:00"
"""How the moment may be typed, for help."""
_AGO = re.compile(r"(?P<number>\d{1,5})(?P<unit>[hdw])", re.IGNORECASE)
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}.*")
_SHOWN = 40


def moment_of(text: str, now: datetime) -> datetime:
    """Return the moment that a text names, aware and UTC.

    So many hours, days or weeks are counted back from now; a day begins at midnight here, and a time
    without a zone is that of this place.

    Raises:
        RadarError: it names none, or one that is still to come.
    """
    word = text.strip()
    found = _ago(word, now) or _given(word) or _day(word, now)
    if found is None:
        raise RadarError(f"--since {clean(word)[:_SHOWN]!r} is no day", f"It takes {FORMS}")
    if found > now:
        raise RadarError(f"--since {clean(word)[:_SHOWN]} is still to come", f"It takes {FORMS}")
    return found


def _ago(word: str, now: datetime) -> datetime | None:
    ago = _AGO.fullmatch(word)
    try:
        return now - int(ago["number"]) * _UNITS[ago["unit"].lower()] if ago else None
    except OverflowError:
        return None


def _given(word: str) -> datetime | None:
    if not _MOMENT.fullmatch(word):
        return None
    try:
        return datetime.fromisoformat(word).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _day(word: str, now: datetime) -> datetime | None:
    span = span_of(word, now.astimezone().date())
    if span is None:
        return None
    try:
        return datetime.combine(span.first, time()).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
