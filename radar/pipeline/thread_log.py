"""What ends a thread that nobody expected to end: written to the log, and never to the terminal."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from radar.pipeline.worker_start import make_room_in


@contextmanager
def threads_logged(log: Path, secrets: Callable[[], Iterable[str]] = tuple) -> Iterator[None]:
    """Write the errors that end threads meanwhile to a log; whoever waits for a thread tells the reader.

    Args:
        log: the file; a log that cannot be written stays as it is.
        secrets: says which texts must not reach it; asked whenever something is written.
    """
    before = threading.excepthook

    def note(ended: threading.ExceptHookArgs) -> None:
        with suppress(OSError):
            _note(log, ended, secrets)

    threading.excepthook = note
    try:
        yield
    finally:
        threading.excepthook = before


def _note(log: Path, ended: threading.ExceptHookArgs, secrets: Callable[[], Iterable[str]]) -> None:
    import traceback

    from radar.pipeline.worker_log import Redacted

    name = "a thread" if ended.thread is None else f"the thread {ended.thread.name}"
    lines = traceback.format_exception(ended.exc_type, ended.exc_value, ended.exc_traceback)
    make_room_in(log)
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        Redacted(file, secrets).write(f"{name} ended:\n{''.join(lines)}")
