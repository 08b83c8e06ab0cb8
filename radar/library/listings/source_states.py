"""How sources stand, and how far back-fills are; of several radars that note it the later word counts.

A start of the screen reads how they stand, without json, which takes as long as ten modules of radar.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from radar.library.database.connection import Database, Row
from radar.library.records.rows import (
    GIVES_UP,
    NUMBER_OR_NOTHING,
    TEXT_OR_NOTHING,
    check_kinds,
    microseconds_or_nothing,
    moment,
    moment_or_nothing,
    understood,
)
from radar.papers.bases import replace
from radar.papers.jobs.source_state import BackFill, SourceState
from radar.papers.text.safe_text import clean

_LONGEST = 500
_CLOCK_WAS_WRONG = timedelta(days=1)
"""What was noted further ahead of a later word than this was noted while the clock was wrong."""
_LEFT_OUT = "left out:"
_REMOVED = "removed of:"
_MOST_LEFT_OUT = 2_000
"""Items of which it is remembered that they were told; of more, some are told again."""
_STATE = "name, label, asked, succeeded, new, known, changed, error, hint, again"
_BACK_FILL = "source, since, resume, papers, total, begun, touched, ended"
_REMOVED_OF = f"(SELECT value FROM meta WHERE meta.name = '{_REMOVED}' || source_states.name)"
_STATES = f"SELECT {_STATE}, {_REMOVED_OF} FROM source_states"
_STATE_KINDS = (
    *(str, str, NUMBER_OR_NOTHING, NUMBER_OR_NOTHING, int, int, int, str, str),
    *(NUMBER_OR_NOTHING, TEXT_OR_NOTHING),
)
_BACK_FILL_KINDS = (str, str, str, int, NUMBER_OR_NOTHING, int, int, NUMBER_OR_NOTHING)
_NOTE_BACK_FILL = f"""INSERT INTO back_fills ({_BACK_FILL}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (source, since) DO UPDATE SET resume = excluded.resume, papers = excluded.papers,
        total = excluded.total, begun = excluded.begun, touched = excluded.touched, ended = excluded.ended
    WHERE touched > excluded.touched + {_CLOCK_WAS_WRONG // timedelta(microseconds=1)}
        OR excluded.touched >= touched AND (ended IS NULL OR excluded.ended IS NOT NULL
        OR excluded.begun > begun)"""


def source_states(database: Database) -> tuple[SourceState, ...]:
    """Return how every source stands that was ever asked, by name."""
    return tuple(map(_state_from, database.rows(f"{_STATES} ORDER BY lower(name), name")))


def note_source(database: Database, state: SourceState) -> None:
    """Keep how a source stands, unless somebody asked it later; when it last answered never goes back."""
    with database.transaction():
        row = database.row(f"{_STATES} WHERE name = ?", (clean(state.name),))
        kept = state if row is None else _later(_state_from(row), state)
        database.run(
            f"INSERT OR REPLACE INTO source_states ({_STATE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                clean(kept.name),
                _line(kept.label),
                microseconds_or_nothing(kept.asked),
                microseconds_or_nothing(kept.succeeded),
                kept.new,
                kept.known,
                kept.changed,
                _line(kept.error),
                _line(kept.hint),
                microseconds_or_nothing(kept.again),
            ),
        )
        name = f"{_REMOVED}{clean(kept.name)}"
        if kept.removed:
            database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, str(kept.removed)))
        else:
            database.run("DELETE FROM meta WHERE name = ?", (name,))


def left_out_before(database: Database, source: str) -> frozenset[str]:
    """Return which items of the last answer of a source were left out, as they were noted."""
    import json

    stored = database.value("SELECT value FROM meta WHERE name = ?", (f"{_LEFT_OUT}{clean(source)}",))
    try:
        items = json.loads(stored or "[]")
    except GIVES_UP:
        return frozenset()
    return frozenset(map(str, items)) if isinstance(items, list) else frozenset()


def note_left_out(database: Database, source: str, items: Iterable[str]) -> None:
    """Note which items of the last answer of a source were left out, so that they are told once."""
    import json

    name = f"{_LEFT_OUT}{clean(source)}"
    if kept := sorted(items)[:_MOST_LEFT_OUT]:
        database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, json.dumps(kept)))
    else:
        database.run("DELETE FROM meta WHERE name = ?", (name,))


def back_fill(database: Database, source: str, since: date) -> BackFill | None:
    """Return how far a back-fill of a source to that day is, or None where there was none."""
    row = database.row(
        f"SELECT {_BACK_FILL} FROM back_fills WHERE source = ? AND since = ?",
        (clean(source), since.isoformat()),
    )
    return None if row is None else _back_fill_from(row)


def back_fills(database: Database) -> tuple[BackFill, ...]:
    """Return all back-fills, those first that something came of last."""
    rows = database.rows(f"SELECT {_BACK_FILL} FROM back_fills ORDER BY touched DESC, source, since")
    return tuple(map(_back_fill_from, rows))


def note_back_fill(database: Database, fill: BackFill) -> None:
    """Keep how far a back-fill is, unless another radar is further or has ended it."""
    database.run(
        _NOTE_BACK_FILL,
        (
            clean(fill.source),
            fill.since.isoformat(),
            fill.resume,
            fill.papers,
            fill.total,
            microseconds_or_nothing(fill.begun),
            microseconds_or_nothing(fill.touched),
            microseconds_or_nothing(fill.ended),
        ),
    )


def _later(known: SourceState, told: SourceState) -> SourceState:
    """Return what is known of a source, of two words on it."""
    asked = [state.asked for state in (known, told) if state.asked is not None]
    latest = max(asked, default=None)
    if told.asked is not None and latest is not None and latest - told.asked > _CLOCK_WAS_WRONG:
        return replace(told, label=told.label or known.label)
    kept = told if told.asked == latest else known
    succeeded = [state.succeeded for state in (known, told) if state.succeeded is not None]
    return replace(kept, label=kept.label or known.label, succeeded=max(succeeded, default=None))


@understood("the standing of a source that is none")
def _state_from(row: Row) -> SourceState:
    check_kinds(row, _STATE_KINDS)
    name, label, asked, succeeded, new, known, changed, error, hint, again, removed = row
    times = {"asked": asked, "succeeded": succeeded, "again": again}
    return SourceState(
        name=name,
        label=label,
        new=new,
        known=known,
        changed=changed,
        error=error,
        hint=hint,
        removed=int(removed or 0),
        **{name: moment_or_nothing(time) for name, time in times.items()},
    )


@understood("a back-fill that is none")
def _back_fill_from(row: Row) -> BackFill:
    check_kinds(row, _BACK_FILL_KINDS)
    source, since, resume, papers, total, begun, touched, ended = row
    return BackFill(
        source,
        date.fromisoformat(since),
        resume,
        papers,
        total,
        moment(begun),
        moment(touched),
        moment_or_nothing(ended),
    )


def _line(text: str) -> str:
    return clean(text)[:_LONGEST]
