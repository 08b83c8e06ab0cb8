"""Whether the worker of a library does anything, as a check of the doctor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from radar.pipeline.doctor import Check, Verdict
from radar.pipeline.worker_lock import WorkerLock


def worker_checks(library: Path, now: datetime) -> Iterator[Check]:
    """Say that a worker has shown no sign of life for long; nothing where none does or is to."""
    if (stuck := WorkerLock(library).stuck(now)) is not None:
        yield Check("worker", Verdict.WARN, stuck.told(now), stuck.remedy)
