"""Lines of files that others made: gzipped or not, of any length, cut anywhere; memory stays flat."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from radar.errors import ListingError
from radar.papers.bases import Value
from radar.papers.text.safe_text import clean
from radar.sources.reading.files import hint_of

LONGEST_LINE = 20_000_000
_GZIP = b"\x1f\x8b"
_BUFFER = 1 << 20


class FileLine(Value):
    """One line that is not blank."""

    number: int
    """Counted from 1."""
    content: bytes
    """Without its line break; empty where the line cannot be read."""
    problem: str = ""
    """Why it cannot be read."""


class ResultFile:
    """A file of results, open for reading.

    Raises:
        ListingError: it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.name = clean(path.name)
        try:
            self.size = path.stat().st_size
            self._raw = io.BufferedReader(io.FileIO(path), _BUFFER)
            packed = self._raw.peek(2)[:2] == _GZIP
        except OSError as error:
            raise ListingError(
                f"{clean(str(path))} cannot be read: {error.strerror or error}", hint_of(error)
            ) from error
        self._stream: io.BufferedReader[io.RawIOBase] | io.BufferedReader[io.FileIO] = self._raw
        if packed:
            unpacked = gzip.GzipFile(fileobj=self._raw)
            self._stream = io.BufferedReader(cast(io.RawIOBase, unpacked), _BUFFER)

    def position(self) -> int:
        """Return how many bytes of the file are read."""
        return self._raw.tell()

    def close(self) -> None:
        """Close the file."""
        self._stream.close()
        self._raw.close()

    def lines(self) -> Iterator[FileLine]:
        """Return the lines; what cannot be unpacked or read ends them with a line that says so."""
        number = 0
        while True:
            number += 1
            try:
                line = self._stream.readline(LONGEST_LINE + 1)
                whole = self._rest_passed_over(line)
            except (OSError, EOFError, zlib.error) as error:
                yield FileLine(number, b"", f"cannot be read on: {clean(str(error))[:120]}")
                return
            if not line:
                return
            if not whole:
                yield FileLine(number, b"", f"is longer than {LONGEST_LINE // 1_000_000} MB")
            elif stripped := line.strip():
                yield FileLine(number, stripped)

    def _rest_passed_over(self, line: bytes) -> bool:
        """Say whether a line is whole; the rest of one that is not is read and dropped."""
        if len(line) <= LONGEST_LINE:
            return True
        while line and not line.endswith(b"\n"):
            line = self._stream.readline(_BUFFER)
        return False
