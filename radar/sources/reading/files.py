"""A listing in a file or on standard input: unpacked, decoded and read line by line in flat memory."""

from __future__ import annotations

import io
import math
import os
import stat
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from radar.errors import ListingError
from radar.papers.listed.listing import NotUnderstood
from radar.sources.reading.bytes_read import CountedBytes, JoinedBytes, UnpackedBytes, read_fully
from radar.sources.source import FileParsed, Format, not_understood, recognise

HEAD_BYTES = 65536
"""How much is looked at to recognise a format."""
MAX_LINE_BYTES = 64 << 20
"""A longer line is left out and reported, so that memory stays bounded."""

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"
_TEXT_AS = "Save it as plain text in UTF-8"
_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xff\xfe", "text in UTF-16", "Convert it: iconv -f utf-16 -t utf-8"),
    (b"\xfe\xff", "text in UTF-16", "Convert it: iconv -f utf-16 -t utf-8"),
    (b"%PDF", "a PDF document", "Give radar the listing that names the paper"),
    (b"PK\x03\x04", "a zip archive or an office document", "Unpack it, or save it as plain text"),
    (b"\x28\xb5\x2f\xfd", "packed by zstd", "Unpack it first: zstd -d"),
    (b"BZh", "packed by bzip2", "Unpack it first: bunzip2"),
    (b"\xfd7zXZ", "packed by xz", "Unpack it first: unxz"),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database", "A library of radar is opened with --library"),
    (b"\x89PNG", "a picture", _TEXT_AS),
    (b"\xff\xd8\xff", "a picture", _TEXT_AS),
    (b"\x1f\x8b", "packed twice by gzip", "Unpack it first: gunzip"),
)


class ListingFile:
    """An open listing; closed by `close` or as a context manager."""

    def __init__(self, stream: BinaryIO, name: str, size: int | None) -> None:
        self.name = name
        self._size = size
        self._counted = CountedBytes(stream)
        self._problems: deque[NotUnderstood] = deque()
        self._line = 0
        start = read_fully(self._counted, 2)
        raw: io.RawIOBase = JoinedBytes(start, self._counted)
        self._unpacked = UnpackedBytes(raw) if start == _GZIP else None
        source: io.RawIOBase = self._unpacked or raw
        self._head = read_fully(source, HEAD_BYTES)
        self._reader = io.BufferedReader(JoinedBytes(self._head, source), _CHUNK)
        self._refuse_what_is_not_text()

    @property
    def head(self) -> str:
        """The first 64 kB as text; the last line of it may be cut."""
        return self._head.removeprefix(_BOM).decode("utf-8", "replace")

    def lines(self) -> Iterator[str]:
        """Yield the lines without their ends; bytes that are not UTF-8 are escaped as lone surrogates.

        Can be read once. A line that is too long comes out empty, and is among the `problems`.
        """
        for raw in self._byte_lines():
            for part in raw.split(b"\r") if b"\r" in raw else (raw,):
                self._line += 1
                text = part.removeprefix(_BOM) if self._line == 1 else part
                yield text.decode("utf-8", "surrogateescape")
        if broken := self._broken():
            self._problems.append(not_understood(self._line + 1, broken))

    def problems(self, up_to: float = math.inf) -> Iterator[NotUnderstood]:
        """Yield, and forget, what could not be read as lines so far: broken gzip data, lines without end.

        Args:
            up_to: the number of a line; what is of later ones is kept.
        """
        while self._problems and self._problems[0].line <= up_to:
            yield self._problems.popleft()

    def size(self) -> int | None:
        """Bytes of the file as it lies on the disk; None where that is unknown, as for a pipe."""
        return self._size

    def position(self) -> int:
        """Bytes read so far, on the scale of `size`."""
        return self._counted.position

    def close(self) -> None:
        """Close the file; standard input is left open."""
        self._counted.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _byte_lines(self) -> Iterator[bytes]:
        while raw := self._reader.readline(MAX_LINE_BYTES):
            if raw.endswith(b"\n"):
                yield raw[:-2] if raw.endswith(b"\r\n") else raw[:-1]
            elif len(raw) < MAX_LINE_BYTES:
                yield raw.removesuffix(b"\r")
            else:
                reason = f"a line of more than {MAX_LINE_BYTES >> 20} MB"
                self._problems.append(
                    not_understood(self._line + 1, reason, raw[:400].decode("utf-8", "replace"))
                )
                self._skip_line()
                yield b""

    def _skip_line(self) -> None:
        while (rest := self._reader.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass

    def _broken(self) -> str:
        return self._counted.problem or (self._unpacked.problem if self._unpacked else "")

    def _refuse_what_is_not_text(self) -> None:
        if not self._head and (broken := self._broken()):
            raise ListingError(f"{self.name}: {broken}", "Fetch or copy the file again")
        for start, kind, hint in _KINDS:
            if self._head.startswith(start):
                raise ListingError(f"{self.name} is {kind}", hint)
        if self._head[257:262] == b"ustar":
            raise ListingError(f"{self.name} is a tar archive", "Unpack it first: tar -x")
        if b"\x00" in self._head:
            raise ListingError(f"{self.name} is a binary file, not text", _TEXT_AS)


def open_listing(path: Path | None, stdin: BinaryIO | None = None) -> ListingFile:
    """Open a listing, packed by gzip or not.

    Args:
        path: the file; None means standard input.
        stdin: standard input as bytes, read where no path is given.

    Raises:
        ListingError: there is no such file, it cannot be read, or it is not text.
    """
    if path is None:
        return ListingFile(stdin or io.BytesIO(), "standard input", None)
    try:
        stream = path.open("rb", buffering=0)
    except OSError as error:
        raise ListingError(f"{path} cannot be read: {error.strerror}", hint_of(error)) from error
    found = os.fstat(stream.fileno())
    try:
        return ListingFile(
            io.BufferedReader(stream), str(path), found.st_size if stat.S_ISREG(found.st_mode) else None
        )
    except BaseException:
        stream.close()
        raise


def read_listing(file: ListingFile, formats: Sequence[Format]) -> Iterator[FileParsed]:
    """Yield everything a file holds: papers, what was left out, and where the file itself was broken.

    Raises:
        ListingError: the file is in none of the formats.
    """
    try:
        format = recognise(file.head, formats)
    except ListingError as error:
        raise ListingError(f"{file.name}: {error.message}", error.hint) from None
    for parsed in format.parse(file.lines()):
        # A format may tell late of a line that stands before one that could not be read.
        if isinstance(parsed, NotUnderstood):
            yield from file.problems(up_to=parsed.line)
        yield parsed
    yield from file.problems()


def hint_of(error: OSError) -> str:
    """Return what helps where a file cannot be read."""
    if isinstance(error, IsADirectoryError):
        return "Name the files in it"
    return "Check the name" if isinstance(error, FileNotFoundError) else ""
