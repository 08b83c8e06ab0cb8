"""What each kind of job does: its arguments read, its flow run, its events turned into progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import aclosing, closing
from functools import partial
from pathlib import Path
from typing import Any

from radar.errors import BudgetReached, RadarError
from radar.papers.jobs.job import JobKind, JobProgress, JobState
from radar.papers.jobs.reports import Report
from radar.papers.jobs.standstill import Standstill
from radar.papers.listed.listing import FieldsLeftOut, NotUnderstood
from radar.papers.text.safe_text import clean
from radar.pipeline.events import (
    FeedsFound,
    Imported,
    ImportEnded,
    ImportFailed,
    Skipped,
    Summarised,
    SummariseEnded,
    SummariseStarted,
    Waiting,
)
from radar.pipeline.importing import Importer
from radar.pipeline.job_arguments import arguments_in
from radar.pipeline.job_run import JobOutcome, JobRun
from radar.pipeline.pasted import name_of_import
from radar.pipeline.summarising import Summarising

MOST_TOLD = 3
"""Lines not understood that are told with why in what came of a file."""
_NEEDED = {
    JobKind.IMPORT: "paths",
    JobKind.REFRESH: "sources",
    JobKind.ADD: "texts",
    JobKind.SUMMARISE: "keys",
}
"""The argument, a list, that a job of each kind cannot do without."""


def import_job(run: JobRun, build: Callable[[Report], Importer]) -> JobOutcome:
    """Import the files of a job.

    Args:
        build: makes the importer, given who is told how far the search index is.
    """
    paths = [Path(path) for path in arguments_of(run)["paths"]]
    importer = build(lambda done, total: _finishing(run, done, total))
    lines: list[str] = []
    failed, left_out = 0, FieldsLeftOut()
    missed = _Missed()
    before = run.progress
    with closing(importer.run(paths)) as events:
        for event in events:
            match event:
                case Imported():
                    run.report(**_import_progress(event, before, alone=len(paths) == 1))
                case NotUnderstood():
                    _count_missed(run, event, missed)
                case ImportEnded():
                    before = _all_read(run)
                    left_out += event.left_out
                    told = event.line + missed.told()
                    lines.append(told if len(paths) == 1 else f"{event.listing.label}: {told}")
                case FeedsFound():
                    failed += 1
                    run.report(failed=run.progress.failed + 1)
                    feeds = f"{event.line}, no papers: radar import FILE adds them as sources"
                    lines.append(feeds + missed.told())
                case ImportFailed():
                    failed += 1
                    run.report(failed=run.progress.failed + 1)
                    before = run.progress
                    lines.append(_failure(event.error, paths) + missed.told())
            # Only now: what the event tells of is done, and counts where the job ends here.
            run.check()
    state = JobState.FAILED if failed == len(paths) else JobState.DONE
    return JobOutcome(state, "; ".join(filter(None, (*lines, *left_out.lines))))


class _Missed:
    """What was not understood in a file; on screen it is told nowhere but in what came of the job."""

    def __init__(self) -> None:
        self._first: list[str] = []
        self._count = 0

    def take(self, line: str) -> None:
        """Count one, and keep it where it is among the first."""
        self._count += 1
        if len(self._first) < MOST_TOLD:
            self._first.append(line)

    def told(self) -> str:
        """Return the first ones in parentheses, and begin anew; empty where there were none."""
        more = (f"and {self._count - MOST_TOLD:,} more",) if self._count > MOST_TOLD else ()
        told = f" ({'; '.join((*self._first, *more))})" if self._first else ""
        self._first, self._count = [], 0
        return told


def _count_missed(run: JobRun, event: NotUnderstood, missed: _Missed) -> None:
    note = f"line {event.line}: {event.reason}"
    missed.take(note)
    run.report(failed=run.progress.failed + (not event.field), note=note)


def _all_read(run: JobRun) -> JobProgress:
    """Return the progress at the end of a file: how many papers it holds is no estimate any more."""
    if run.progress.total is not None:
        run.report(total=run.progress.done)
    return run.progress


def _failure(error: RadarError, paths: Sequence[Path]) -> str:
    """Return why a file could not be imported; where it is the job's only one, its label names it."""
    if len(paths) > 1:
        return str(error)
    path, name = clean(str(paths[0])), name_of_import(paths[0])
    return str(error).removeprefix(f"{path}: ").replace(path, name)


def _finishing(run: JobRun, done: int, total: int) -> None:
    """Report the search index; a cancel ends the job at once, and the worker indexes the rest afterwards."""
    run.report(note=f"search index, {done:,} of {total:,}")
    run.check()


async def summarise_job(run: JobRun, build: Callable[[str], Summarising]) -> JobOutcome:
    """Ask the summariser of a job for its papers.

    Args:
        build: makes the flow for a summariser's name.
    """
    arguments = arguments_of(run)
    summarising = build(arguments.get("summariser", ""))
    outcome, failure, waited = JobOutcome(JobState.FAILED, ""), "", Standstill()
    again = bool(arguments.get("again", False))
    count = partial(_count_summary, run)
    events = summarising.run(arguments.pop("keys"), again=again, urgent=run.job.urgent, late=count)
    async with aclosing(summarising), aclosing(events):
        async for event in events:
            match event:
                case SummariseStarted():
                    run.report(total=event.total)
                case Skipped():
                    run.report(done=run.progress.done + 1, known=run.progress.known + 1)
                case Summarised():
                    failure = str(event.error or "") or failure
                    count(event)
                case Waiting(standstill=now):
                    # What went wrong meanwhile stays told when the wait is over.
                    if now.why or run.progress.note == waited.why:
                        run.report(note=now.why, waits_until=now.until, silent_since=now.silent_since)
                        run.write()
                    waited = now
                case SummariseEnded():
                    outcome = JobOutcome(_state_of(event), _message_of(event, failure))
    return outcome


def arguments_of(run: JobRun) -> dict[str, Any]:
    """Return the arguments that the job was queued with.

    Raises:
        RadarError: they are not those of a job of this radar.
    """
    arguments, needed = arguments_in(run.job), _NEEDED[run.job.kind]
    if not isinstance(arguments.get(needed), list):
        raise RadarError(f"job {run.job.number} does not say which {needed}")
    return arguments


def _import_progress(event: Imported, before: JobProgress, *, alone: bool) -> dict[str, Any]:
    """Return the progress after a chunk; the total is judged by the bytes read, where one file is all.

    However many came, one more may follow until the end of the file is told: a total that is reached would
    be taken for that.
    """
    total = None
    note = ""
    if event.size and event.position:
        note = f"{min(100, 100 * event.position // event.size)} % read"
        if alone:
            total = max(event.papers + 1, round(event.papers * event.size / event.position))
    return {
        "total": total,
        "done": before.done + event.papers,
        "new": before.new + event.new,
        "known": before.known + event.known,
        "note": note,
    }


def _count_summary(run: JobRun, event: Summarised) -> None:
    run.report(**_summary_progress(event, run.progress))


def _summary_progress(event: Summarised, progress: JobProgress) -> dict[str, Any]:
    changes: dict[str, Any] = {"done": progress.done + 1}
    if event.summary is None:
        return changes | {"failed": progress.failed + 1, "note": event.error.message if event.error else ""}
    changes["new"] = progress.new + 1
    if event.cached:
        return changes | {"known": progress.known + 1}
    made = event.summary.provenance
    changes["tokens_in"] = progress.tokens_in + made.tokens_in
    changes["tokens_out"] = progress.tokens_out + made.tokens_out
    if made.cost is not None:
        changes["cost"] = (progress.cost or 0.0) + made.cost
    return changes


def _state_of(event: SummariseEnded) -> JobState:
    if isinstance(event.stopped, BudgetReached):
        # The reader's own limit is no failure: as what they cancel, though nobody is noted to have wished it.
        return JobState.CANCELLED
    nothing_worked = event.failed and not event.done
    return JobState.FAILED if event.stopped or nothing_worked else JobState.DONE


def _message_of(event: SummariseEnded, failure: str) -> str:
    """Return what came of it and, where single papers failed, why the last of them did."""
    hint = event.stopped.hint if event.stopped else ""
    if event.failed and not event.stopped:
        hint = failure if event.failed == 1 else f"The last one: {failure}"
    return ". ".join(part for part in (event.line, hint, event.warning) if part)
