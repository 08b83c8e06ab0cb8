"""When a source is asked again, and what is said of that; light to import, for the screen uses it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from radar.errors import Gone, ListingError, NetworkError, Offline, RadarError, RateLimited
from radar.papers.bases import Value, replace
from radar.papers.reader.removal import left_out_line
from radar.papers.text.local_time import clock, local_minute

if TYPE_CHECKING:
    from radar.papers.jobs.source_state import SourceState

STARRED = "starred"
"""What the look for the code of starred papers is called among the sources."""
_LEAST = timedelta(minutes=1)
_FIRST_PAUSE = timedelta(minutes=10)
"""Before a site is asked again that was not reached; twice as long after each further failure."""
_FIRST_PAUSE_OF_NONSENSE = timedelta(hours=1)
"""Before a site is asked again that answered with something else than a listing."""
_LONGEST_PAUSE = timedelta(hours=6)
_UNFINISHED = timedelta(minutes=15)
"""After which a question that has no end is taken for one whose radar was stopped."""


_OFFLINE = "offline: "


class SourceStanding(Value):
    """How one source stands, for people."""

    name: str
    label: str
    lines: tuple[str, ...]
    """When it was asked and what came of it; below it, where it failed, why, and what helps."""
    failed: bool


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def again_after(error: RadarError, before: SourceState | None, now: datetime) -> datetime | None:
    """Return when a source should be asked again that failed now; None where that changes nothing.

    One that is gone for good is not asked again by itself, only where the reader asks.

    Args:
        before: how it stood before it was asked.
    """
    if isinstance(error, Gone):
        return None
    if isinstance(error, RateLimited) and error.retry_after is not None:
        return now + max(_LEAST, timedelta(seconds=min(error.retry_after, 1e8)))
    if isinstance(error, Offline):
        return now + _FIRST_PAUSE
    if isinstance(error, NetworkError | ListingError):
        first = _FIRST_PAUSE if isinstance(error, NetworkError) else _FIRST_PAUSE_OF_NONSENSE
        return now + min(_LONGEST_PAUSE, max(first, 2 * _last_pause(before)))
    return None


def _last_pause(before: SourceState | None) -> timedelta:
    if before is None or not before.error or before.asked is None or before.again is None:
        return timedelta()
    return before.again - before.asked


def due(
    names: Sequence[str], states: Iterable[SourceState], every: timedelta, now: datetime
) -> tuple[str, ...]:
    """Return which sources should be asked now: not asked for so long, or failed and their time has come.

    Args:
        names: those that are followed.
        every: after which a source that answered is asked again; nothing is due where it is none at all.
    """
    if not every:
        return ()
    known = {state.name.casefold(): state for state in states}
    return tuple(name for name in names if _is_due(known.get(name.casefold()), every, now))


def _is_due(state: SourceState | None, every: timedelta, now: datetime) -> bool:
    if state is None or state.asked is None:
        return True
    if state.error and state.again is None:
        return False
    if state.asked > now + every:
        # The clock was ahead when that was noted: to wait until then may be to wait for years.
        return True
    if state.error:
        return state.again is not None and state.again <= now
    if unfinished(state):
        return state.asked + min(_UNFINISHED, every) <= now
    return state.asked + every <= now


def unfinished(state: SourceState) -> bool:
    """Return whether a question has no end yet: it is under way, or its radar was stopped amid it."""
    if state.asked is None or state.error:
        return False
    return state.succeeded is None or state.succeeded < state.asked


def again_line(again: datetime | None, now: datetime) -> str:
    """Return when it is tried again, in local time: "asked again from 14:05 on"; empty where that is open."""
    if again is None:
        return ""
    return f"asked again from {clock(again, now)} on"


def standing_lines(state: SourceState | None, now: datetime) -> tuple[str, ...]:
    """Return when a source was asked and what came of it; where it failed why, what is next, what helps."""
    if state is None or state.asked is None:
        return ("not asked yet",)
    asked = local_minute(state.asked)
    if state.error:
        again = again_line(state.again, now)
        return tuple(part for part in (f"{asked}  failed", state.error, again, state.hint) if part)
    if unfinished(state):
        return (f"{asked}  begun and not at its end",)
    return (f"{asked}  {counts_line(state.new, state.known, state.changed, state.removed)}",)


def whole_standing(name: str, state: SourceState | None, every: timedelta, now: datetime) -> SourceStanding:
    """Return how a source stands, also when it answered last, and when it is asked next.

    Args:
        every: after which a source that answered is asked again; none at all where it is not by itself, and
            then nothing says when one that failed is.
    """
    if state is not None and not every:
        state = replace(state, again=None)
    lines = standing_lines(state, now)
    if state is None or state.asked is None:
        return SourceStanding(name, state.label if state else "", lines, failed=False)
    if state.error and state.succeeded:
        lines += (f"answered last {local_minute(state.succeeded)}",)
    elif every and not state.error and not unfinished(state):
        lines += (again_line(state.asked + every, now),)
    return SourceStanding(name, state.label, lines, failed=bool(state.error))


def counts_line(new: int, known: int, updated: int, removed: int = 0) -> str:
    """Return what a source brought: "12 new, 38 known, 2 updated".

    Args:
        removed: papers that were left out, for the reader removed them.
    """
    if not new and not known:
        if not removed:
            return "no papers listed"
        listed = "the one paper listed was" if removed == 1 else f"all {removed:,} papers listed were"
        return f"{listed} removed by you"
    updates = f"{updated:,} updated" if updated else ""
    return ", ".join(filter(None, (f"{new:,} new, {known:,} known", updates, left_out_line(removed))))


def error_text(error: RadarError | None, name: str) -> str:
    """Return what is noted of a failure; that no connection could be made stands at its beginning.

    Args:
        name: of the source, which stands before it wherever it is shown.
    """
    if error is None:
        return ""
    message = error.message.removeprefix(f"{name}: ")
    return f"{_OFFLINE}{message}" if isinstance(error, Offline) else message


def out_of_reach(state: SourceState) -> bool:
    """Return whether a source failed because no connection could be made."""
    return state.error.startswith(_OFFLINE)
