"""What the doctor says of the worker."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

from radar.library.library import Library
from radar.pipeline.doctor import Verdict
from radar.pipeline.worker_check import worker_checks
from radar.pipeline.worker_lock import WorkerLock


def test_a_worker_that_is_stuck_is_told_with_what_to_do(library: Library) -> None:
    now = datetime.now(UTC)
    assert list(worker_checks(library.path, now)) == []
    lock = WorkerLock(library.path)
    assert lock.acquire()
    assert list(worker_checks(library.path, now)) == []
    (check,) = worker_checks(library.path, now + timedelta(minutes=6))
    assert (check.part, check.verdict) == ("worker", Verdict.WARN)
    assert f"process {os.getpid()}" in check.message
    assert f"kill -KILL {os.getpid()}" in check.hint
    lock.release()
