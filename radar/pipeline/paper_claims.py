"""Which papers the runs of all radars on a library are asking about: nobody pays for an answer twice."""

from __future__ import annotations

import fcntl
import os
import struct
from hashlib import blake2b
from pathlib import Path

_CLAIM: int | None = getattr(fcntl, "F_OFD_SETLK", None)
"""Locks of an open file, not of a process: two runs of one process keep each other out too (Linux)."""
_LENGTH = 1
_PLACES = (1 << 62) - 1
"""Bytes of a file that can be locked; none of them needs to be there."""


class PaperClaims:
    """Claims of one run: locked bytes of a file beside the library, one a paper and maker.

    The system frees them when the process ends, however that is. Where it knows no such locks everything is
    granted: what a claim saves is a request, and no paper is to be left out for want of one.

    Args:
        library: its file.
        maker: the summariser that is asked, its model and the digest of its prompt.
    """

    def __init__(self, library: Path, maker: tuple[str, str, str]) -> None:
        resolved = library.resolve()
        self._maker = maker
        self.path = resolved.with_name(f"{resolved.name}.asking")
        self._descriptor: int | None = None
        self._off = _CLAIM is None

    def take(self, paper_id: str) -> bool:
        """Claim a paper; False where another run of the same maker has."""
        return self._off or self._lock(fcntl.F_WRLCK, self._place(paper_id))

    def let_go(self, paper_id: str) -> None:
        """Let others claim a paper; nothing where this run has no claim on it."""
        if self._descriptor is not None:
            self._lock(fcntl.F_UNLCK, self._place(paper_id))

    def close(self) -> None:
        """Let go of all."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _lock(self, kind: int, place: int) -> bool:
        assert _CLAIM is not None
        try:
            if self._descriptor is None:
                self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.fcntl(self._descriptor, _CLAIM, struct.pack("hhqqi", kind, os.SEEK_SET, place, _LENGTH, 0))
        except (BlockingIOError, PermissionError):
            # Either may say that another has it (POSIX, fcntl); a file that is not to be opened says so too.
            return self._descriptor is None
        except OSError:
            self._off = True
        return True

    def _place(self, paper_id: str) -> int:
        named = "\0".join((*self._maker, paper_id)).encode("utf-8", "surrogatepass")
        return int.from_bytes(blake2b(named, digest_size=8).digest(), "big") & _PLACES
