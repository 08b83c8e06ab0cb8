"""Work that a worker process does while the screen stays free."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from radar.papers.bases import Value
from radar.papers.jobs.standstill import Standstill

LOST = "Its worker ended without a word"
"""The message of a job that is lost."""


class JobKind(StrEnum):
    """What a job does."""

    IMPORT = "import"
    REFRESH = "refresh"
    ADD = "add"
    """Brings papers by id, link or DOI."""
    SUMMARISE = "summarise"


_GOES_ON: Mapping[JobKind, str] = MappingProxyType(
    {
        JobKind.IMPORT: "import it again and it goes on",
        JobKind.REFRESH: "refresh again and it goes on",
        JobKind.ADD: "add them again",
        JobKind.SUMMARISE: "ask again, and nothing is paid twice",
    }
)
"""What to do about a job whose worker is gone."""


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    """It ended by an error, which `message` tells; what was committed stays."""
    CANCELLED = "cancelled"
    LOST = "lost"
    """Its worker ended without a word; it can be queued again."""

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self not in (JobState.QUEUED, JobState.RUNNING)


class JobProgress(Value):
    """How far a job is."""

    total: int | None = None
    """How many items there are; None while unknown."""
    done: int = 0
    """Items dealt with, the failed ones among them."""
    new: int = 0
    """Of those: papers added, or summaries written."""
    known: int = 0
    """Of those: papers already known, or answers taken from the cache."""
    failed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None
    """US dollars so far; None where no price is known."""
    note: str = ""
    """What it is at, what went wrong last, or why it stands still, one line."""
    waits_until: datetime | None = None
    """Until when nothing is asked, which the note tells why; None while it goes on."""
    silent_since: datetime | None = None
    """Since when the endpoint that the note names is asked and says nothing; None where it does."""

    @property
    def has_effect(self) -> bool:
        """Whether anything came of it that stays; of items that failed nothing does."""
        return bool(self.new or self.known or self.done > self.failed)

    @property
    def told(self) -> str:
        """The note, and until when or since when it stands still."""
        return Standstill(self.note, self.waits_until, self.silent_since).line

    def silence(self, now: datetime) -> int | None:
        """Return for how many seconds the endpoint has said nothing; None where it does."""
        return None if self.silent_since is None else max(0, int((now - self.silent_since).total_seconds()))


class Job(Value):
    """One job of the queue, which lives in the library and outlives the screen."""

    number: int
    kind: JobKind
    label: str
    """What it is about, for people: "summarise 10 papers by qwen"."""
    arguments: str
    """JSON object, understood by the pipeline only."""
    state: JobState
    progress: JobProgress
    created: datetime
    started: datetime | None = None
    ended: datetime | None = None
    message: str = ""
    """How it ended, one line for people."""
    cancel_requested: bool = False
    urgent: bool = False
    """Whether it goes before those that are not."""
    worked: float | None = None
    """Seconds that it was at work when its progress was noted last; those that the machine slept are none."""

    @property
    def untouched(self) -> bool:
        """Whether nothing was done of it; one that was given back to the queue may have come far."""
        return self.started is None and not self.progress.has_effect

    @property
    def total_told(self) -> str:
        """How many items there are, with "~" where that is an estimate; empty while it is unknown.

        Of a file it is judged by the bytes that are read, until all are.
        """
        total, done = self.progress.total, self.progress.done
        if total is None:
            return ""
        return f"{'~' if self.kind is JobKind.IMPORT and done < total else ''}{total:,}"

    @property
    def by_budget(self) -> bool:
        """Whether a budget of the reader's ended it, and not they themselves, whose wish is noted first."""
        return self.state is JobState.CANCELLED and not self.cancel_requested

    @property
    def in_part(self) -> bool:
        """Whether it came to its end, but something of what was asked for failed."""
        return self.state is JobState.DONE and self.progress.failed > 0

    @property
    def state_told(self) -> str:
        """Where it stands in a word or two for people."""
        if self.in_part:
            return "in part"
        if self.cancel_requested and not self.state.ended:
            return "stopping"
        return "budget" if self.by_budget else self.state.value

    @property
    def ending(self) -> str:
        """How it ended, for people: its message, and of a lost one what stays and what to do."""
        if self.state is JobState.CANCELLED and not self.message:
            return f"cancelled; {'nothing was done' if self.untouched else 'what was done stays'}"
        if self.state is not JobState.LOST or not self.message:
            return self.message
        return f"{self.message}; what is done stays: {_GOES_ON[self.kind]}"
