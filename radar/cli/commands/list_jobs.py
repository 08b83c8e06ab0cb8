"""`radar jobs`: what the worker process has done, does and will do."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from radar.cli.columns import padded
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import migration_shown, reader_of, settings_of
from radar.cli.output import Output, Style
from radar.cli.parser import at_least_one
from radar.errors import RadarError
from radar.papers.bases import replace
from radar.papers.jobs.job import LOST, Job, JobState
from radar.papers.text.local_time import local_minute
from radar.papers.text.money import cost_told
from radar.settings import Settings

_STYLES = {
    JobState.RUNNING: Style.CYAN,
    JobState.DONE: Style.GREEN,
    JobState.FAILED: Style.RED,
    JobState.LOST: Style.RED,
    JobState.CANCELLED: Style.YELLOW,
}
_ALL = 10**6
_NAMED = 3
"""Jobs that a hint names."""


DETAILS = "The worker process does what the screen asks for: imports, refreshes and summaries."
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "--cancel", type=at_least_one, metavar="NUMBER", help="stop this job; what is done stays"
    )
    parser.add_argument(
        "--limit",
        type=at_least_one,
        default=20,
        metavar="N",
        help="N jobs: those that go on, and the last to end (20)",
    )
    parser.add_argument("--json", action="store_true", help="JSON lines")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """List the jobs, or cancel one."""
    settings = settings_of(arguments)
    if arguments.cancel:
        return _cancel(settings, arguments.cancel, output)
    with reader_of(settings, output) as reader:
        jobs = reader.jobs(arguments.limit) if reader else ()
    # Looked at after the jobs, so that none of a worker that began meanwhile is taken for lost.
    worker = all(job.state.ended for job in jobs) or _worker_at(settings.library)
    for job in jobs:
        told = job if worker else _without_worker(job)
        if arguments.json:
            output.json(_record(told))
        else:
            _print(told, output)
    if not jobs:
        output.aside("no jobs yet")
    if not worker and any(job.state is JobState.QUEUED for job in jobs):
        output.aside(
            "no worker runs: what is queued waits until radar is opened; "
            "radar work does it now, without the screen"
        )
    _say_stuck(settings.library, jobs, output)
    return ExitCode.OK


def _say_stuck(library: Path, jobs: Sequence[Job], output: Output) -> None:
    """Say that the worker at a job has done nothing for long, where it has."""
    from radar.pipeline.worker_lock import WorkerLock

    now = datetime.now(UTC)
    going = any(not job.state.ended for job in jobs)
    if going and (stuck := WorkerLock(library).stuck(now)) is not None:
        output.aside(stuck.line(now))


def _worker_at(library: Path) -> bool:
    from radar.pipeline.worker_lock import WorkerLock

    return WorkerLock(library).taken()


def _without_worker(job: Job) -> Job:
    """Return a job as it is where no worker runs; the library is told so by whoever writes to it next."""
    if job.state is not JobState.RUNNING:
        return job
    return replace(job, state=JobState.LOST, message=LOST)


def _cancel(settings: Settings, number: int, output: Output) -> int:
    with reader_of(settings, output) as reader:
        jobs = reader.jobs(_ALL) if reader else ()
    job = next((job for job in jobs if job.number == number), None)
    if job is None:
        output.error(RadarError(f"there is no job {number}", _to_cancel(settings, jobs)))
        return ExitCode.INCOMPLETE
    if job.state.ended:
        how = f"job {number} has ended already: {job.state_told}"
        output.error(RadarError(how, _to_cancel(settings, jobs)))
        return ExitCode.INCOMPLETE
    from radar.wiring.radars import build_radar

    with migration_shown(output) as report:
        radar = build_radar(settings, report)
    try:
        radar.cancel(number)
        left = radar.jobs.get(number) or job
    finally:
        radar.close()
    output.line(output.styled(f"job {number} {_what_became_of(left)}: {job.label}"))
    _say_stuck(settings.library, (left,), output)
    return ExitCode.OK


def _what_became_of(job: Job) -> str:
    """Return what a wish to cancel has done to a job, whose worker may have been gone already."""
    if job.state is JobState.CANCELLED:
        return "is cancelled"
    return f"has ended already ({job.state_told})" if job.state.ended else "is asked to stop"


def _to_cancel(settings: Settings, jobs: Sequence[Job]) -> str:
    """Return what can be cancelled, with its numbers; of many the newest."""
    if not jobs:
        return "There are no jobs yet"
    going = [job for job in jobs if not job.state.ended]
    if any(job.state is JobState.RUNNING for job in going) and not _worker_at(settings.library):
        going = [job for job in going if job.state is not JobState.RUNNING]
    if not going:
        return "No job waits or runs; radar jobs lists those that have ended"
    told = "; ".join(f"{job.number} ({job.label})" for job in going[:_NAMED])
    more = f"; and {len(going) - _NAMED:,} more, which radar jobs lists" if len(going) > _NAMED else ""
    return f"These can be cancelled: {told}{more}"


def _print(job: Job, output: Output) -> None:
    progress = job.progress
    of = f"/{told}" if (told := job.total_told) else ""
    failed = f", {progress.failed:,} failed" if progress.failed else ""
    counts = "" if job.untouched else f"{progress.done:,}{of}{failed}"
    cost = "" if progress.cost is None else f"  {cost_told(progress.cost)}"
    style = Style.YELLOW if job.in_part else _STYLES.get(job.state)
    output.line(
        output.styled(f"{job.number:>4}  {local_minute(job.created)}  "),
        output.styled(padded(job.state_told, 9), *((style,) if style else ())),
        output.styled(f"  {padded(counts, 12)}  {job.label}{cost}"),
    )
    told = job.ending or (progress.told if not job.state.ended else "")
    if told:
        output.line(" " * 24, output.styled(told, Style.DIM))


def _record(job: Job) -> dict[str, object]:
    progress = job.progress
    return {
        "number": job.number,
        "kind": job.kind.value,
        "label": job.label,
        "state": job.state.value,
        "created": job.created.isoformat(),
        "started": job.started.isoformat() if job.started else None,
        "ended": job.ended.isoformat() if job.ended else None,
        "message": job.message,
        "cancel_requested": job.cancel_requested,
        "total": progress.total,
        "done": progress.done,
        "new": progress.new,
        "known": progress.known,
        "failed": progress.failed,
        "tokens_in": progress.tokens_in,
        "tokens_out": progress.tokens_out,
        "cost": progress.cost,
        "note": progress.told,
    }
