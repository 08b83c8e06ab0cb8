"""How a running job reads on one line; pure, knows no widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from rich.cells import cell_len

from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.papers.text.local_time import local_second
from radar.papers.text.money import dollars
from radar.papers.text.patterns import pattern
from radar.tui.lines.glyphs import Glyphs
from radar.tui.lines.wrapping import cut

BAR = 10
_LEAST_LABEL = 12
_NUMBER = pattern(r"\d(?:[\d.,]*\d)?")
_HOUR = 3600
_SOON = 2.0
"""Seconds of work before which nobody can tell what is left."""


class AtWork(Protocol):
    """A job, or what the screen itself is at."""

    @property
    def label(self) -> str:
        """What it is, for people."""

    @property
    def state(self) -> JobState:
        """Where it stands."""

    @property
    def started(self) -> datetime | None:
        """Since when it is at work."""

    @property
    def progress(self) -> JobProgress:
        """How far it is."""

    @property
    def total_told(self) -> str:
        """How many items there are, with a sign where that is an estimate."""

    @property
    def cancel_requested(self) -> bool:
        """Whether somebody asked for its end."""


def job_line(jobs: Sequence[AtWork], now: datetime, glyphs: Glyphs, width: int) -> str:
    """Return what the job at work is, how far it is and what is left, in at most `width` cells.

    Args:
        jobs: those that have not ended, the ones at work first.
    """
    if not jobs or width < 1:
        return ""
    job = jobs[0]
    tail = [*_counts(job, now), *_others(jobs[1:], now)]
    bar = progress_bar(job, glyphs)
    least = max(_LEAST_LABEL, width // 3)
    verb = job.label.partition(" ")[0]

    def labelled(*beside: str) -> tuple[str, ...]:
        """Put the label before what is beside it; return nothing where too little of it has room."""
        room = width - cell_len("  ".join(["", *filter(None, beside)]))
        fits = room >= min(least, cell_len(job.label))
        return (shortened_label(job.label, room, glyphs), *beside) if fits else ()

    # Why nothing moves is worth more than what it is that does not move.
    stands = job.progress.waits_until or (job.progress.silence(now) is not None and not time_left(job, now))
    short = (labelled(*tail[:2]), tuple(tail[:2])) if stands else ()
    for parts in (
        labelled(bar, *tail),
        labelled(*tail),
        *short,
        labelled(*tail[:1]),
        labelled(_share(job) or tail[0]),
        # How far it is says more than what it is.
        (verb, tail[0]),
        (verb, _share(job) or tail[0]),
        (tail[0],),
        (_share(job),),
    ):
        line = "  ".join(part for part in parts if part)
        if line and cell_len(line) <= width:
            return line
    return cut(verb, width, glyphs.ellipsis)


def shortened_label(label: str, width: int, glyphs: Glyphs) -> str:
    """Return what a job is, cut to `width` cells, but never amid a number: it would read as another."""
    short = cut(label, width, glyphs.ellipsis)
    if short == label:
        return label
    end = len(short.removesuffix(glyphs.ellipsis))
    amid = next((number for number in _NUMBER.finditer(label) if number.start() < end < number.end()), None)
    return label[: amid.start()].rstrip() + glyphs.ellipsis if amid else short


def reread_line(left: int, total: int, glyphs: Glyphs, width: int) -> str:
    """Return how far the papers are that newer rules read again, in at most `width` cells."""
    label, done = "reading again by newer rules", max(0, total - left)
    counts = f"{done:,}/{total:,}"
    for parts in ((label, _bar(done, total, glyphs), counts), (label, counts), ("reading again", counts)):
        line = "  ".join(parts)
        if cell_len(line) <= width:
            return line
    return cut(counts, width, glyphs.ellipsis) if width > 0 else ""


def progress_bar(job: AtWork, glyphs: Glyphs) -> str:
    """Return a bar of `BAR` cells, empty where the total is unknown."""
    return _bar(job.progress.done, job.progress.total, glyphs)


def _bar(done: int, total: int | None, glyphs: Glyphs) -> str:
    if not total:
        return ""
    halves = min(2 * BAR, 2 * BAR * done // total)
    full, half = divmod(halves, 2)
    return (glyphs.bar_full * full + glyphs.bar_half * half).ljust(BAR, glyphs.bar_empty)


def time_left(job: AtWork, now: datetime) -> str:
    """Return how long the rest will take at the pace so far ("0:41 left"); nothing while that is unknown."""
    progress, worked = job.progress, _worked_at(job)
    if job.started is None or not progress.total or worked < 1 or progress.waits_until:
        return ""
    counted = job.worked if isinstance(job, Job) else None
    if progress.done >= progress.total:
        # It is still at work: what it is at now is no item, and nobody knows how long it takes.
        return ""
    spent = (now - job.started).total_seconds() if counted is None else counted
    if spent < _SOON:
        return ""
    return f"{_clock(round(spent / worked * max(0, progress.total - progress.done)))} left"


def note_at(progress: JobProgress, now: datetime) -> str:
    """Return the note as it reads at a moment: for how long there was no answer, in place of since when."""
    silence = progress.silence(now)
    return progress.told if silence is None else f"{progress.note} for {_clock(silence)}"


def waits_behind(ahead: Sequence[Job], at_once: int, now: datetime) -> str:
    """Return what a summary of one paper that is asked for now waits behind, and for how long the first of
    those has kept others waiting; nothing where it need not wait.

    Args:
        ahead: imports, and summaries of one paper that the same summariser was asked for before; none of
            them has ended.
        at_once: how many of those summaries are under way at the same time, at most.
    """
    if any(job.kind is JobKind.IMPORT and job.state is JobState.RUNNING for job in ahead):
        return "it waits until the import is done"
    ahead = [job for job in ahead if job.kind is not JobKind.IMPORT]
    if len(ahead) < at_once:
        return ""
    behind = f"it waits behind {'another' if len(ahead) == 1 else f'{len(ahead):,} others'}"
    job = next((job for job in ahead if job.state is JobState.RUNNING and job.started), None)
    if job is None or job.started is None:
        return behind
    progress, worked = job.progress, max(0, round((now - job.started).total_seconds()))
    stands = progress.note and (progress.waits_until or progress.silent_since)
    return f"{behind}: {note_at(progress, now) if stands else f'at work for {_clock(worked)}'}"


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if seconds >= _HOUR else f"{minutes}:{rest:02}"


def _worked_at(job: AtWork) -> int:
    """Return how many items took time: a paper summarised before is passed over in none."""
    progress = job.progress
    summaries = isinstance(job, Job) and job.kind is JobKind.SUMMARISE
    return progress.done - progress.known if summaries else progress.done


def _others(jobs: Sequence[AtWork], now: datetime) -> list[str]:
    """Return how far those are that are at work beside the first, each in two words, and how many wait.

    Single papers that are summarised side by side read alike, and are told once.
    """
    at_work = [job for job in jobs if job.state is not JobState.QUEUED]
    alike = Counter(f"{job.label.partition(' ')[0]} {_counts(job, now)[0]}" for job in at_work)
    told = [text if many == 1 else f"{text} ({many} jobs)" for text, many in alike.items()]
    waiting = len(jobs) - len(at_work)
    return [*told, *([f"+{waiting} waiting"] if waiting else [])]


def _share(job: AtWork) -> str:
    progress = job.progress
    if job.cancel_requested or job.state is JobState.QUEUED or not progress.total:
        return ""
    return f"{100 * progress.done // progress.total} %"


def _counts(job: AtWork, now: datetime) -> list[str]:
    progress = job.progress
    if job.cancel_requested:
        return ["stopping"]
    if job.state is JobState.QUEUED:
        return ["waiting"]
    done = f"{progress.done:,}/{job.total_told}" if progress.total else f"{progress.done:,}"
    counts = [done if progress.total or progress.done else "starting"]
    left, silence = time_left(job, now), progress.silence(now)
    if progress.waits_until:
        counts.append(f"waits until {local_second(progress.waits_until)}")
    elif silence is not None and not left:
        counts.append(f"no answer for {_clock(silence)}")
    if progress.failed:
        counts.append(f"{progress.failed:,} failed")
    if progress.cost:
        counts.append(dollars(progress.cost))
    return [*counts, left] if left else counts


def end_line(job: Job) -> str:
    """Return what came of a job, for people; where the result names its sources, its label need not."""
    said = job.ending or str(job.state)
    asked = job.label.partition(" ")[2]
    # One source alone is named by the result too where starred papers were looked after beside it.
    named = job.kind is JobKind.REFRESH and (", " in asked or said.startswith(f"{asked}: "))
    return said if named and job.message else f"{job.label}: {said}"
