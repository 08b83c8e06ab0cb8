"""The lock that makes the worker the only one."""

from __future__ import annotations

import fcntl
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from radar.errors import LibraryError
from radar.library.database.connection import WRITER_SECONDS
from radar.library.library import Library
from radar.pipeline.worker_lock import WorkerLock


def test_whoever_only_looks_at_the_lock_keeps_no_worker_from_starting(library: Library) -> None:
    lock, other = WorkerLock(library.path), WorkerLock(library.path)
    assert not lock.taken()
    assert lock.acquire()
    assert other.taken()
    assert lock.taken()
    lock.release()
    assert not other.taken()


def test_who_looks_at_the_lock_is_taken_for_no_worker_by_another_who_looks(library: Library) -> None:
    lock = WorkerLock(library.path)
    assert lock.acquire()
    lock.release()
    with lock.path.open("rb") as looking:
        fcntl.flock(looking, fcntl.LOCK_SH | fcntl.LOCK_NB)
        assert not WorkerLock(library.path).taken()


def test_a_worker_that_shows_no_sign_of_life_for_long_is_told_until_it_does(library: Library) -> None:
    lock, other = WorkerLock(library.path), WorkerLock(library.path)
    now = datetime.now(UTC)
    late = now + timedelta(minutes=6)
    assert other.stuck(late) is None, "there is none"
    assert lock.acquire()
    assert other.stuck(now) is None
    stuck = other.stuck(late)
    assert stuck is not None
    assert stuck.process == os.getpid()
    assert stuck.told(late).startswith(f"the worker (process {os.getpid()}) has not stirred since ")
    assert f"kill -KILL {os.getpid()} ends it" in stuck.remedy
    before = (now - timedelta(hours=1)).timestamp()
    os.utime(lock.path, (before, before))
    assert other.stuck(now) is not None
    lock.stir()
    assert other.stuck(now) is None
    lock.release()
    assert other.stuck(late) is None, "whoever held it has ended"
    assert lock.path.read_bytes() == b"", "nobody takes it for who holds it next"


def test_a_worker_that_may_wait_for_another_writer_is_not_told(library: Library) -> None:
    lock = WorkerLock(library.path)
    assert lock.acquire()
    assert lock.stuck(datetime.now(UTC) + timedelta(seconds=WRITER_SECONDS + 60)) is None
    lock.release()


def test_of_a_worker_that_does_not_say_who_it_is_nothing_is_told(library: Library) -> None:
    lock = WorkerLock(library.path)
    assert lock.acquire()
    lock.path.write_text("")
    assert lock.stuck(datetime.now(UTC) + timedelta(minutes=6)) is None
    lock.release()


def test_a_lock_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    lock = WorkerLock(tmp_path / "file" / "library.sqlite3")
    with pytest.raises(LibraryError, match="cannot be locked"):
        lock.acquire()
    assert not lock.taken()


def test_a_library_reached_by_another_name_has_the_same_lock(library: Library, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(library.path.parent)
    assert WorkerLock(tmp_path / "link" / library.path.name).path == WorkerLock(library.path).path
