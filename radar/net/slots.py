"""The one slot of a site: who holds it asks the site, and nobody else does."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from radar.net.pace_state import PaceState
from radar.papers.bases import replace

_LONGEST_STATE = 4096
_LONGEST_NAME = 200


class Slot(Protocol):
    """A slot that is held by one at a time."""

    def take(self) -> PaceState | None:
        """Take it and return what is known of the site; None where another holds it."""
        ...

    def note(self, state: PaceState) -> None:
        """Write down what is known of the site, while the slot is held."""
        ...

    def give_back(self, state: PaceState) -> None:
        """Write down what is known of the site, and let go."""
        ...


class OpenSlot:
    """A slot in this process that any number may hold at once: for sites that need no pace."""

    def __init__(self) -> None:
        self._state = PaceState()

    def take(self) -> PaceState | None:
        """Return what is known of the site."""
        return self._state

    def note(self, state: PaceState) -> None:
        """Remember what is known of the site."""
        self._state = state

    def give_back(self, state: PaceState) -> None:
        """Remember what is known of the site; what another holder was told meanwhile stays."""
        if self._state.until > state.until:
            state = replace(state, asked=self._state.asked, until=self._state.until)
        self._state = state


class FileSlot:
    """A slot that all processes share by a lock on a file.

    The system frees it when its process ends, however that is. Where the file cannot be made, locked or
    written, the slot is that of this process alone.

    Args:
        folder: made where there is none; None for a slot of this process alone.
        site: names the file.
    """

    def __init__(self, folder: Path | None, site: str) -> None:
        self._path = folder / f"{quote(site, safe='')[:_LONGEST_NAME]}.turn" if folder else None
        self._descriptor: int | None = None
        self._held = False
        self._known = PaceState()

    def take(self) -> PaceState | None:
        """Take the slot and return what is known of the site; None where another holds it."""
        if self._held:
            return None
        try:
            self._descriptor = _locked(self._path) if self._path else None
            self._held = True
            return self._read()
        except BlockingIOError:
            return None
        except OSError:
            self._held = True
            return self._known

    def note(self, state: PaceState) -> None:
        """Write down what is known of the site."""
        self._known = state
        if self._descriptor is not None:
            _quietly(lambda: _write(self._descriptor, state.text))

    def give_back(self, state: PaceState) -> None:
        """Write down what is known of the site, and let go."""
        self.note(state)
        descriptor, self._descriptor, self._held = self._descriptor, None, False
        if descriptor is not None:
            # Not by closing alone: a process that was forked meanwhile has the file open too.
            _quietly(lambda: fcntl.flock(descriptor, fcntl.LOCK_UN))
            _quietly(lambda: os.close(descriptor))

    def _read(self) -> PaceState:
        if self._descriptor is None:
            return self._known
        written = os.pread(self._descriptor, _LONGEST_STATE, 0)
        return PaceState.read(written.decode("utf-8", "replace")) or self._known


def _locked(path: Path) -> int:
    """Return an open file with the lock on it; BlockingIOError where another holds it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _write(descriptor: int | None, text: str) -> None:
    if descriptor is not None:
        os.pwrite(descriptor, text.encode(), 0)
        os.ftruncate(descriptor, len(text))


def _quietly(act: Callable[[], object]) -> None:
    """Do what may fail where a file system is full or gone, and the pace is kept in this process alone."""
    try:
        act()
    except OSError:
        return
