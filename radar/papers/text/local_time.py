"""Moments as people read them: in the time of this place; light to import, for the first page needs it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime


def local_minute(moment: datetime) -> str:
    """Return a moment for texts that are kept: "2026-02-03 09:30"."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def local_day(moment: datetime) -> str:
    """Return the day of a moment: "2026-02-03"."""
    return f"{moment.astimezone():%Y-%m-%d}"


def local_second(moment: datetime) -> str:
    """Return a moment that is not far: "09:30:20"."""
    return f"{moment.astimezone():%H:%M:%S}"


def short_minute(moment: datetime) -> str:
    """Return a moment for lines of the screen: "3 Feb 09:30"."""
    local = moment.astimezone()
    return f"{local.day} {local:%b %H:%M}"


def clock(moment: datetime, now: datetime) -> str:
    """Return a moment of today as "09:30", and one of another day with that."""
    local = moment.astimezone()
    return f"{local:%H:%M}" if local.date() == now.astimezone().date() else short_minute(moment)
