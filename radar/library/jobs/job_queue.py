"""The queue of jobs, which every radar on this library shares and which outlives all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from radar.errors import LibraryError
from radar.library.jobs.job_records import job_of, jobs_under_way, listed_jobs
from radar.library.records.rows import microseconds_or_nothing, now
from radar.papers.jobs.job import LOST, Job, JobKind, JobProgress, JobState
from radar.papers.text.safe_text import clean

if TYPE_CHECKING:
    from radar.library.library import Library

_KEPT = 200
"""Ended jobs older than the last so many are forgotten."""
_LONGEST = 500
_TAKEN = "UPDATE jobs SET state = 'running', worker = ?, started = ?, worked = 0"
_ENDED = "('done', 'failed', 'cancelled', 'lost')"


class JobQueue:
    """Adds, hands out and follows jobs; each act is one short transaction."""

    def __init__(self, library: Library) -> None:
        self._database = library.database

    def add(self, kind: JobKind, label: str, arguments: Mapping[str, object], *, urgent: bool = False) -> Job:
        """Queue a job and return it; an urgent one goes before those that are not."""
        import json

        packed = json.dumps(dict(arguments))
        with self._database.transaction():
            number = self._database.insert(
                "INSERT INTO jobs (kind, label, arguments, state, created, urgent) "
                "VALUES (?, ?, ?, 'queued', ?, ?)",
                (kind.value, _line(label), packed, now(), urgent),
            )
            self._database.run(f"DELETE FROM jobs WHERE number <= ? AND state IN {_ENDED}", (number - _KEPT,))
        return self._existing(number)

    def claim(
        self,
        worker: str,
        kinds: Sequence[JobKind] = tuple(JobKind),
        *,
        urgent: bool | None = None,
        before: JobKind | None = None,
    ) -> Job | None:
        """Hand the next queued job to a worker, to one only, or return None where none is queued.

        Args:
            worker: its name, for `note_lost`.
            kinds: hand out jobs of these kinds only.
            urgent: hand out only those that are urgent, or that are not.
            before: hand out none that was queued after a job of this kind which still waits.
        """
        among = f"state = 'queued' AND kind IN ({', '.join('?' * len(kinds))})"
        values: tuple[object, ...] = tuple(kind.value for kind in kinds)
        if urgent is not None:
            among, values = f"{among} AND urgent = ?", (*values, urgent)
        if before is not None:
            waits = "SELECT 1 FROM jobs AS waits WHERE waits.state = 'queued' AND waits.kind = ?"
            among = f"{among} AND NOT EXISTS ({waits} AND waits.number < jobs.number)"
            values = (*values, before.value)
        question = f"SELECT number FROM jobs WHERE {among} ORDER BY urgent DESC, number LIMIT 1"
        if self._database.value(question, values) is None:
            return None
        found = self._database.value(
            f"{_TAKEN} WHERE number = ({question}) RETURNING number", (worker, now(), *values)
        )
        return None if found is None else self.get(int(found))

    def claim_one(self, number: int, worker: str) -> Job | None:
        """Hand the job of that number to a worker, or return None where it waits no more."""
        taken = self._database.run(f"{_TAKEN} WHERE number = ? AND state = 'queued'", (worker, now(), number))
        return self.get(number) if taken else None

    def look_at(self, keys: Sequence[int]) -> None:
        """Note which papers the reader looks at; a run of summaries takes them first."""
        with self._database.transaction():
            self._database.run("DELETE FROM looked_at")
            self._database.run_many("INSERT INTO looked_at (id) VALUES (?)", ((key,) for key in keys))

    def looked_at(self) -> tuple[int, ...]:
        """Return which papers a reader looked at last, in the order on screen."""
        return tuple(key for (key,) in self._database.rows("SELECT id FROM looked_at ORDER BY place"))

    def progress(self, number: int, progress: JobProgress, worked: float | None = None) -> None:
        """Note how far a running job is.

        Args:
            worked: for how many seconds it was at work, those left out that the machine slept; by the clock
                where nobody counts them.
        """
        self._database.run(
            "UPDATE jobs SET total = ?, done = ?, new = ?, known = ?, failed = ?, "
            "tokens_in = ?, tokens_out = ?, cost = ?, note = ?, waits_until = ?, silent_since = ?, "
            "worked = coalesce(?, ? - started) "
            "WHERE number = ? AND state = 'running'",
            (
                progress.total,
                progress.done,
                progress.new,
                progress.known,
                progress.failed,
                progress.tokens_in,
                progress.tokens_out,
                progress.cost,
                _line(progress.note),
                microseconds_or_nothing(progress.waits_until),
                microseconds_or_nothing(progress.silent_since),
                None if worked is None else round(worked * 1_000_000),
                now(),
                number,
            ),
        )

    def end(self, number: int, state: JobState, message: str) -> None:
        """Note how a job ended; one that has ended already stays as it is."""
        if not state.ended:
            raise LibraryError(f"A job cannot end as {state.value}")
        self._database.run(
            f"UPDATE jobs SET state = ?, message = ?, ended = ? WHERE number = ? AND state NOT IN {_ENDED}",
            (state.value, _line(message), now(), number),
        )

    def give_back(self, number: int) -> None:
        """Put a running job back into the queue, for a worker that has to end before the job has.

        One that somebody asked to stop meanwhile is cancelled instead.
        """
        self._database.run(
            "UPDATE jobs SET worker = '', started = NULL, worked = NULL, "
            "waits_until = NULL, silent_since = NULL, "
            "ended = CASE cancel_requested WHEN 1 THEN ? ELSE NULL END, "
            "state = CASE cancel_requested WHEN 1 THEN 'cancelled' ELSE 'queued' END "
            "WHERE number = ? AND state = 'running'",
            (now(), number),
        )

    def cancel(self, number: int) -> None:
        """Cancel a queued job at once; ask the worker of a running one to stop."""
        self._database.run(
            "UPDATE jobs SET cancel_requested = 1, "
            "ended = CASE state WHEN 'queued' THEN ? ELSE ended END, "
            "state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END "
            "WHERE number = ? AND state IN ('queued', 'running')",
            (now(), number),
        )

    def cancel_requested(self, number: int) -> bool:
        """Whether somebody asked the job to stop."""
        return bool(self._database.value("SELECT cancel_requested FROM jobs WHERE number = ?", (number,)))

    def note_lost(self, alive: Callable[[str], bool]) -> int:
        """Mark the running jobs whose worker is gone as lost and return how many there were.

        Args:
            alive: whether the worker of that name, as given to `claim`, still runs.
        """
        running = self._database.rows("SELECT number, worker FROM jobs WHERE state = 'running'")
        lost = 0
        for number, worker in running:
            if not alive(worker):
                # Asked again with the worker's name: another radar may have ended or handed on the job.
                lost += self._database.run(
                    "UPDATE jobs SET state = 'lost', message = ?, ended = ? "
                    "WHERE number = ? AND state = 'running' AND worker = ?",
                    (LOST, now(), number, worker),
                )
        return lost

    def list(self, limit: int = 20) -> tuple[Job, ...]:
        """Return at most so many jobs, newest first; those that have not ended are among them."""
        return listed_jobs(self._database, limit)

    def under_way(self, kind: JobKind, *, urgent: bool) -> tuple[Job, ...]:
        """Return all jobs of a kind that have not ended, oldest first: the urgent ones or the others."""
        return jobs_under_way(self._database, kind, urgent=urgent)

    def get(self, number: int) -> Job | None:
        """Return the job of that number, or None."""
        return job_of(self._database, number)

    def _existing(self, number: int) -> Job:
        job = self.get(number)
        if job is None:
            raise LibraryError(f"Job {number} has vanished from the library")
        return job


def _line(text: str) -> str:
    return clean(text)[:_LONGEST]
