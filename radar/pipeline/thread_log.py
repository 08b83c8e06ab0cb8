"""What ends a thread that nobody expected to end: written to the log, and never to the terminal."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def threads_logged(log: Path, secrets: Callable[[], Iterable[str]] = tuple) -> Iterator[None]:
    """Write the errors that end threads meanwhile to a log; whoever waits for a thread tells the reader.

    Args:
        log: the file; a log that cannot be written stays as it is.
        secrets: says which texts must not reach it; asked whenever something is written.
    """
    before = threading.excepthook

    def note(ended: threading.ExceptHookArgs) -> None:
        from radar.pipeline.error_log import write_account

        name = "a thread" if ended.thread is None else f"the thread {ended.thread.name}"
        if ended.exc_value is not None:
            with suppress(OSError):
                write_account(log, ended.exc_value, f"{name} ended:", secrets())

    threading.excepthook = note
    try:
        yield
    finally:
        threading.excepthook = before
