"""Whether a row of a damaged library is what its table holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from radar.library.database.connection import Row
from radar.library.jobs.job_records import JOB_COLUMNS, job_from
from radar.library.records.flag_records import unpacked_flags
from radar.library.records.paper_records import PAPER_COLUMNS, SUMMARY_COLUMNS, paper_from, summary_from
from radar.library.records.removed_rows import unpacked_rows
from radar.library.records.rows import moment
from radar.library.watches.saved_searches import unpacked_query
from radar.papers.listed.announced import Announced
from radar.papers.listed.change import ChangeKind
from radar.papers.listed.conflict import Fact
from radar.papers.listed.paper import PaperId
from radar.papers.summaries.summary import TakeawayOrigin

_KEYS = range(1 << 40)
"""Of papers, see packing.py."""


def _is_paper(row: dict[str, object]) -> bool:
    paper_from(_values(row, PAPER_COLUMNS))
    _moments(row, "added")
    return _is_key(row["id"])


def _is_key(value: object) -> bool:
    # Of anything but an int, a range is looked through number by number.
    return isinstance(value, int) and value in _KEYS


def _is_reading(row: dict[str, object]) -> bool:
    TakeawayOrigin(str(row["origin"]))
    unpacked_flags(str(row["flags"]))
    _moments(row, "created")
    return _is_key(row["id"])


def _is_summary(row: dict[str, object]) -> bool:
    summary_from(PaperId(""), _values(row, SUMMARY_COLUMNS))
    return True


def _is_origin(row: dict[str, object]) -> bool:
    Announced(str(row["announced"]))
    _moments(row, "arrived")
    return True


def _is_change(row: dict[str, object]) -> bool:
    ChangeKind(str(row["kind"]))
    _moments(row, "happened")
    return True


def _is_said(row: dict[str, object]) -> bool:
    Fact(str(row["field"]))
    return True


def _is_source(row: dict[str, object]) -> bool:
    _moments(row, "asked", "succeeded", "again")
    return True


def _is_back_fill(row: dict[str, object]) -> bool:
    date.fromisoformat(str(row["since"]))
    _moments(row, "begun", "touched", "ended")
    return True


def _is_watch(row: dict[str, object]) -> bool:
    unpacked_query(str(row["query"]), str(row["name"]))
    _moments(row, "seen")
    return True


def _is_removal(row: dict[str, object]) -> bool:
    _moments(row, "removed")
    return True


def _is_removed(row: dict[str, object]) -> bool:
    return bool(unpacked_rows(row["packed"] if isinstance(row["packed"], bytes) else b""))


def _is_job(row: dict[str, object]) -> bool:
    job_from(_values(row, JOB_COLUMNS))
    return True


def _values(row: dict[str, object], columns: str) -> Row:
    return tuple(row[column] for column in columns.split(", "))


def _moments(row: dict[str, object], *columns: str) -> None:
    for column in columns:
        if (stored := row[column]) is not None:
            moment(int(str(stored)))


ROW_CHECKS: dict[str, Callable[[dict[str, object]], bool]] = {
    "back_fills": _is_back_fill,
    "changes": _is_change,
    "jobs": _is_job,
    "origins": _is_origin,
    "papers": _is_paper,
    "readings": _is_reading,
    "removals": _is_removal,
    "removed_papers": _is_removed,
    "said": _is_said,
    "source_states": _is_source,
    "summaries": _is_summary,
    "watches": _is_watch,
}
"""By table; what raises is no row of it either. Of other tables every row is taken."""
