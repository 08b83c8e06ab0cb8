"""How a job, at work or ended, reads in the list of jobs; pure, knows no widget."""

from __future__ import annotations

from datetime import datetime

from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.papers.text.local_time import clock
from radar.papers.text.money import cost_told
from radar.tui.lines.glyphs import Glyphs
from radar.tui.words.job_words import note_at, progress_bar, time_left

_MINUTE = 60
_LOST = "the worker ended without a word; what was done stays"


def standing(
    job: Job, now: datetime, glyphs: Glyphs, *, others_run: bool = False, worker_told: str = ""
) -> str:
    """Return how far a job is, or how it ended; one that waits does so for others, or for who does it.

    Args:
        worker_told: why nothing moves though the job runs; empty where its worker is at work.
    """
    if job.state is JobState.QUEUED:
        return "waits for its turn" if others_run else "waits for the worker"
    counts = glyphs.dot.join(counts_of(job))
    if not job.state.ended:
        moves = worker_told or "  ".join(filter(None, (time_left(job, now), note_at(job.progress, now))))
        running = (progress_bar(job, glyphs), counts, moves)
        return "  ".join(part for part in running if part) or "starting"
    lost = _LOST if job.state is JobState.LOST else ""
    return job.ending or lost or counts or "nothing was to do"


def counts_of(job: Job) -> list[str]:
    """Return how much of a job is done, and with what."""
    progress = job.progress
    done = f"{progress.done:,} of {job.total_told}" if progress.total else f"{progress.done:,} done"
    counts = [done] if progress.total or progress.done else []
    counts += _kinds(job.kind, progress)
    if progress.failed:
        counts.append(f"{progress.failed:,} failed")
    if progress.tokens_in or progress.tokens_out:
        counts.append(f"{progress.tokens_in + progress.tokens_out:,} tokens")
    if progress.cost is not None:
        counts.append(cost_told(progress.cost))
    return counts


def when(job: Job, now: datetime) -> str:
    """Return when a job began or came, and how long it took, in the reader's time."""
    begun = job.started or job.created
    since = clock(begun, now)
    if job.started is None or job.ended is None:
        return since
    return f"{since}, took {_span((job.ended - job.started).total_seconds())}"


def _kinds(kind: JobKind, progress: JobProgress) -> list[str]:
    new, known = ("written", "from the cache") if kind is JobKind.SUMMARISE else ("new", "known")
    return [f"{count:,} {word}" for count, word in ((progress.new, new), (progress.known, known)) if count]


def _span(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{max(0.0, seconds):.0f} s"
    minutes, rest = divmod(round(seconds), _MINUTE)
    return f"{minutes}:{rest:02} min" if minutes < _MINUTE else f"{minutes // 60}:{minutes % 60:02} h"
