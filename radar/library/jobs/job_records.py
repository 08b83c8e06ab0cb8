"""Rows of the job queue <-> jobs."""

from __future__ import annotations

from radar.library.database.connection import Database, Row
from radar.library.records.rows import (
    COST,
    NUMBER_OR_NOTHING,
    check_kinds,
    moment,
    moment_or_nothing,
    understood,
)
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState

JOB_COLUMNS = (
    "number, kind, label, arguments, state, created, started, ended, message, cancel_requested, "
    "urgent, worked, total, done, new, known, failed, tokens_in, tokens_out, cost, note, waits_until, "
    "silent_since"
)
_KINDS = (
    *(int, str, str, str, str, int, NUMBER_OR_NOTHING, NUMBER_OR_NOTHING, str, int),
    *(int, NUMBER_OR_NOTHING, NUMBER_OR_NOTHING, int, int, int, int, int, int, COST, str),
    *(NUMBER_OR_NOTHING, NUMBER_OR_NOTHING),
)


def listed_jobs(database: Database, limit: int) -> tuple[Job, ...]:
    """Return at most so many jobs, newest first: those that have not ended before those that ended last.

    A long run is behind many short ones that came after it, and is not to be lost sight of for that.
    """
    chosen = "SELECT * FROM jobs ORDER BY ended IS NOT NULL, ended DESC, number DESC LIMIT ?"
    rows = database.rows(f"SELECT {JOB_COLUMNS} FROM ({chosen}) ORDER BY number DESC", (limit,))
    return tuple(job_from(row) for row in rows)


def jobs_under_way(database: Database, kind: JobKind, *, urgent: bool) -> tuple[Job, ...]:
    """Return all jobs of a kind that have not ended, oldest first: the urgent ones or the others."""
    which = "state IN ('queued', 'running') AND kind = ? AND urgent = ?"
    rows = database.rows(
        f"SELECT {JOB_COLUMNS} FROM jobs WHERE {which} ORDER BY number", (kind.value, int(urgent))
    )
    return tuple(job_from(row) for row in rows)


def job_of(database: Database, number: int) -> Job | None:
    """Return the job of that number, or None."""
    row = database.row(f"SELECT {JOB_COLUMNS} FROM jobs WHERE number = ?", (number,))
    return None if row is None else job_from(row)


@understood("a job that is none")
def job_from(row: Row) -> Job:
    """Return the job of a row; raises StrangeLibrary where that is none."""
    check_kinds(row, _KINDS)
    number, kind, label, arguments, state, created, started, ended, message, cancel, urgent, worked = row[:12]
    total, done, new, known, failed, tokens_in, tokens_out, cost, note, waits_until, silent_since = row[12:]
    return Job(
        number=number,
        kind=JobKind(kind),
        label=label,
        arguments=arguments,
        state=JobState(state),
        progress=JobProgress(
            *(total, done, new, known, failed, tokens_in, tokens_out, cost, note),
            waits_until=moment_or_nothing(waits_until),
            silent_since=moment_or_nothing(silent_since),
        ),
        created=moment(created),
        started=moment_or_nothing(started),
        ended=moment_or_nothing(ended),
        message=message,
        cancel_requested=bool(cancel),
        urgent=bool(urgent),
        worked=None if worked is None else worked / 1_000_000,
    )
