"""Lines written to numbered files, each of which appears only when it is whole."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from radar.errors import ExportError
from radar.papers.jobs.batch import Shard
from radar.papers.text.safe_text import clean

Questions = list[tuple[str, int]]
"""The id of each question and the key of its paper."""

REQUESTS = "requests"
RETRY = "retry"


class ShardWriter:
    """Writes lines to files of a bounded size and hands each finished file over.

    Args:
        folder: exists.
        stem: the beginning of the names.
        most_lines, most_bytes: of one file.
        finished: is given each file that is whole and in its place, with its questions.
        number: of the first file.
    """

    def __init__(
        self,
        folder: Path,
        stem: str,
        *,
        most_lines: int,
        most_bytes: int,
        finished: Callable[[Shard, Questions], None],
        number: int = 1,
    ) -> None:
        self._folder = folder
        self._stem = stem
        self._most_lines = most_lines
        self._most_bytes = most_bytes
        self._finished = finished
        self._number = number
        self._stream: BinaryIO | None = None
        self._digest = hashlib.sha256()
        self._bytes = 0
        self._questions: Questions = []

    def add(self, custom_id: str, key: int, line: bytes) -> None:
        """Write one line.

        Raises:
            ExportError: the folder cannot be written.
        """
        size = len(line) + 1
        if self._questions and (
            len(self._questions) >= self._most_lines or self._bytes + size > self._most_bytes
        ):
            self.finish()
        try:
            if self._stream is None:
                self._stream = self._part.open("wb", buffering=1 << 20)
            self._stream.write(line)
            self._stream.write(b"\n")
        except OSError as error:
            raise cannot_write(self._part, error) from error
        self._digest.update(line + b"\n")
        self._bytes += size
        self._questions.append((custom_id, key))

    def finish(self) -> None:
        """Put the file at hand into its place; nothing where no line was written."""
        if self._stream is None:
            return
        path = self._folder / f"{self._stem}-{self._number:04}.jsonl"
        try:
            close_whole(self._stream, self._part, path)
        except OSError as error:
            raise cannot_write(path, error) from error
        shard = Shard(path.name, len(self._questions), self._bytes, self._digest.hexdigest())
        questions = self._questions
        self._stream, self._questions, self._bytes = None, [], 0
        self._digest = hashlib.sha256()
        self._number += 1
        self._finished(shard, questions)

    def discard(self) -> None:
        """Remove what is not whole."""
        if self._stream is not None:
            # A disk that took no more takes what is held back no better, which was told already.
            with suppress(OSError):
                self._stream.close()
            self._stream = None
        with suppress(OSError):
            self._part.unlink(missing_ok=True)

    @property
    def _part(self) -> Path:
        return self._folder / f".{self._stem}-{self._number:04}.part"


def close_whole(stream: BinaryIO, part: Path, path: Path) -> None:
    """Close a file that is whole and give it its name; after a power cut it is there or it is not."""
    stream.flush()
    os.fsync(stream.fileno())
    stream.close()
    part.replace(path)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file; OSError where it cannot be read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def next_number(folder: Path, stem: str) -> int:
    """Return the number after those that files in a folder have."""
    numbers = [path.stem.rpartition("-")[2] for path in folder.glob(f"{stem}-*.jsonl")]
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


def cannot_write(path: Path, error: OSError) -> ExportError:
    """Return what it means to a reader that a file cannot be written."""
    return ExportError(
        f"{clean(str(path))} cannot be written: {error.strerror or error}",
        "Make room or name another folder with --out; what was done is kept",
    )
