"""Raw bytes of a file: counted, put together again, unpacked; what goes wrong is kept, not raised."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

_CHUNK = 1 << 16


def read_fully(stream: io.RawIOBase, size: int) -> bytes:
    """Return that many bytes, fewer only where the stream ends."""
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class CountedBytes(io.RawIOBase):
    """The file itself, counting what was read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.position = 0
        self.problem = ""
        """Why reading ended before the file did; empty where it did not."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(len(buffer))
        except OSError as error:
            self.problem = f"the file cannot be read further: {error.strerror}"
            return 0
        buffer[: len(data)] = data
        self.position += len(data)
        return len(data)

    def close(self) -> None:
        if not self.closed and not _is_standard_input(self._stream):
            self._stream.close()
        super().close()


def _is_standard_input(stream: BinaryIO) -> bool:
    return getattr(stream, "name", None) in ("<stdin>", 0)


class JoinedBytes(io.RawIOBase):
    """Bytes that were read already, then the rest."""

    def __init__(self, start: bytes, rest: io.RawIOBase) -> None:
        super().__init__()
        self._start = memoryview(start)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if not self._start:
            return self._rest.readinto(buffer) or 0
        part = self._start[: len(buffer)]
        buffer[: len(part)] = part
        self._start = self._start[len(part) :]
        return len(part)


class UnpackedBytes(io.RawIOBase):
    """Unpacked gzip data; where they are broken they end, and `problem` says so."""

    def __init__(self, packed: io.RawIOBase) -> None:
        super().__init__()
        self._packed = packed
        self._inflate = zlib.decompressobj(wbits=31)
        self._waiting = b""
        self._saved = b""
        self._begun = False
        self.problem = ""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = b"" if self.problem else self._next(len(buffer))
        while data is None:
            data = self._next(len(buffer))
        if self._saved:
            data, self._saved = self._saved[: len(buffer)], self._saved[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes | None:
        """Return unpacked bytes, none at the end, or None where more has to be read."""
        if self._inflate.eof:
            self._waiting = self._inflate.unused_data
            self._inflate = zlib.decompressobj(wbits=31)
            self._begun = False
        packed = self._waiting or self._packed.read(_CHUNK) or b""
        self._waiting = b""
        ended = not packed
        if not self._begun:
            packed = packed.lstrip(b"\x00")  # members may be padded
            if not packed:
                return b"" if ended else None
        self._begun = True
        before = self._inflate.copy()
        try:
            data = self._inflate.decompress(packed, size)
        except zlib.error as error:
            self.problem = f"the gzip data are broken from here on ({error})"
            self._saved = _up_to_the_break(before, packed)
            return b""
        self._waiting = self._inflate.unconsumed_tail
        if ended and not data and not self._inflate.eof:
            self.problem = "the gzip data end too early; what was read before is kept"
            return b""
        return data or None


def _up_to_the_break(inflate: zlib._Decompress, packed: bytes) -> bytes:
    """Return what can be unpacked before the byte that is wrong."""
    unpacked = bytearray()
    try:
        for at in range(len(packed)):
            unpacked += inflate.decompress(packed[at : at + 1])
    except zlib.error:
        pass
    return bytes(unpacked)
