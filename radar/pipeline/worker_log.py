"""What a worker writes that nobody watches: with the date, and without secrets."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from radar.pipeline.error_log import heading, hidden


class Redacted:
    """A stream that begins with the date, where anything is written at all, and stars out secrets."""

    def __init__(self, stream: TextIO, secrets: Callable[[], Iterable[str]]) -> None:
        self._stream = stream
        self._secrets = secrets
        self._fresh = True

    def write(self, text: str) -> int:
        """Write the text with every secret replaced, and nothing that a terminal would act on."""
        told = hidden(text, self._secrets())
        safe = "".join(sign if sign == "\n" or sign.isprintable() else " " for sign in told)
        if self._fresh and safe:
            self._stream.write(f"{heading()}\nthe worker says:\n")
            self._fresh = False
        self._stream.write(safe)
        return len(text)

    def flush(self) -> None:
        """Write out what is held back."""
        self._stream.flush()

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextmanager
def redacted_output(secrets: Callable[[], Iterable[str]]) -> Iterator[None]:
    """Keep secrets out of all that is written to standard error meanwhile.

    After an error that nobody expected it stays so: the interpreter writes the traceback at its very end.

    Args:
        secrets: says which there are; asked anew for each text, since keys are fetched late.
    """
    before = sys.stderr
    sys.stderr = Redacted(before, secrets)
    yield
    sys.stderr = before
