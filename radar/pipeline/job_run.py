"""One job at work: how far it is, and whether it should go on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from radar.errors import RadarError
from radar.papers.bases import Mutable, Value, replace
from radar.papers.jobs.job import Job, JobProgress, JobState
from radar.pipeline.error_log import ERROR_LOG

if TYPE_CHECKING:
    from radar.library.jobs.job_queue import JobQueue

_WRITE_EVERY = 0.2
"""Seconds between two writes of the progress, which wake every screen that watches."""
_WRITE_AT_LEAST = 5.0
"""Seconds after which the progress is written though it is the same: for how long, is news too."""
_LOOK_EVERY = 0.1
"""Seconds between two looks at whether the job should be given up."""


class JobCancelled(Exception):
    """Somebody asked for the job to end."""


class WorkerStopping(Exception):
    """The worker is asked to end, and the job goes back into the queue."""


class JobOutcome(Value):
    """How a job ended."""

    state: JobState
    message: str


class JobRun(Mutable):
    """A claimed job with its progress."""

    job: Job
    jobs: JobQueue
    stopping: Callable[[], bool]
    """Whether the worker should end."""
    progress: JobProgress = JobProgress()
    seconds: Callable[[], float] = time.monotonic
    """Counts those that pass, but not those that the machine sleeps."""
    _begun: float = 0.0
    _written: float = 0.0
    _looked: float = 0.0

    def __post_init__(self) -> None:
        self._begun = self.seconds()

    def report(self, **changes: Any) -> None:
        """Change fields of the progress and write it, unless it was written a moment ago.

        A note takes the moment of the one before with it: that is about what this one no longer says.
        """
        if "note" in changes:
            changes = {"waits_until": None, "silent_since": None, **changes}
        self.progress = replace(self.progress, **changes)
        if self.seconds() - self._written >= _WRITE_EVERY:
            self.write()

    def write(self) -> None:
        """Write the progress as it is."""
        self._written = self.seconds()
        self.jobs.progress(self.job.number, self.progress, self._written - self._begun)

    def check(self) -> None:
        """Raise JobCancelled or WorkerStopping where the job should not go on."""
        if self.stopping():
            raise WorkerStopping
        if (now := self.seconds()) - self._looked < _LOOK_EVERY:
            return
        self._looked = now
        if self.jobs.cancel_requested(self.job.number):
            raise JobCancelled

    async def watched(self, work: Coroutine[Any, Any, JobOutcome]) -> JobOutcome:
        """Run the work, and give it up within a moment where it should not go on, even amid a request."""
        task = asyncio.create_task(work)
        try:
            while not task.done():
                await asyncio.wait({task}, timeout=_LOOK_EVERY)
                if not task.done():
                    self.check()
                    if self.seconds() - self._written >= _WRITE_AT_LEAST:
                        self.write()
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait({task})
        return task.result()


@contextmanager
def concluding(run: JobRun) -> Iterator[Callable[[JobOutcome], None]]:
    """Write how a job ended, also where the worker is about to break down.

    Gives what the outcome is handed to; without one, and without an error that tells of one, the job
    failed unexpectedly.
    """
    outcomes: list[JobOutcome | None] = [
        JobOutcome(
            JobState.FAILED, f"an error that radar does not know; {ERROR_LOG} tells more, for a report"
        )
    ]
    try:
        yield outcomes.append
    except JobCancelled:
        outcomes.append(JobOutcome(JobState.CANCELLED, _cancelled(run)))
    except WorkerStopping:
        outcomes.append(None)
    except asyncio.CancelledError:
        # Another job broke the worker down: this one goes on with the next worker.
        outcomes.append(None)
        raise
    except RadarError as error:
        outcomes.append(JobOutcome(JobState.FAILED, str(error)))
    finally:
        run.write()
        if (outcome := outcomes[-1]) is None:
            run.jobs.give_back(run.job.number)
        else:
            run.jobs.end(run.job.number, outcome.state, outcome.message)


def _cancelled(run: JobRun) -> str:
    """Return how far a job was when it was cancelled, for people."""
    job = replace(run.job, progress=run.progress)
    done, total = job.progress.done, job.total_told
    if not (job.progress.has_effect or run.job.progress.has_effect):
        return "cancelled; nothing was done"
    reached = f" at {done:,} of {total}" if done and total else ""
    return f"cancelled{reached}; what was done stays"
