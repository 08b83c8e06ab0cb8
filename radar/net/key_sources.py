"""Keys that are fetched when a request needs one: from a command of the reader's, or from the keyring.

Each is fetched once a process and kept in memory. Nothing that a command or a keyring says is repeated.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import signal
import subprocess
import threading
from abc import ABC, abstractmethod
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

from radar.errors import KeyRefused
from radar.net.key_headers import HiddenText

_COMMAND_SECONDS = 20.0
_KEYRING_SECONDS = 60.0
"""A keyring that is locked asks its owner for a password first."""
_LONGEST = 4096
_CHUNK = 65536
_FETCHED: list[HiddenText] = []


def fetched_keys() -> tuple[str, ...]:
    """Return every key that this process has fetched or noted so far, to be kept out of what it writes."""
    return tuple(_FETCHED)


def note_key(key: str) -> None:
    """Keep a key out of what this process writes too, which nobody fetched; an empty text is none."""
    if key and key not in _FETCHED:
        _FETCHED.append(HiddenText(key))


class KeySource(ABC):
    """Where a key is fetched from.

    Args:
        place: it in a sentence, behind "the key": "from `pass`".
        seconds: how long fetching may take.
    """

    def __init__(self, place: str, seconds: float) -> None:
        self.place = place
        self._seconds = seconds
        self._key: HiddenText | None = None
        self._lock = threading.Lock()

    def fetch(self) -> str:
        """Return the key, without white space around it; it may block as long as fetching takes.

        Raises:
            KeyRefused: there is none to be had; it says what to do, and nothing that was said there.
        """
        with self._lock:
            if self._key is None:
                self._key = HiddenText(self._read().strip())
                _FETCHED.append(self._key)
            return self._key

    async def key(self) -> str:
        """Return the key as `fetch` does, without holding up the event loop; a cancel ends it at once."""
        if self._key is not None:
            return self._key
        loop = asyncio.get_running_loop()
        coming: asyncio.Future[str] = loop.create_future()

        def settle(key: str, error: KeyRefused | None) -> None:
            if not coming.done():
                if error is None:
                    coming.set_result(key)
                else:
                    coming.set_exception(error)

        def work() -> None:
            key, failed = HiddenText(), None
            try:
                key = HiddenText(self.fetch())
            except KeyRefused as error:
                failed = error
            with suppress(RuntimeError):  # The loop is closed where nobody waits any longer.
                loop.call_soon_threadsafe(settle, key, failed)

        # A thread of its own: the end of the program waits for those of a pool, however long they block.
        threading.Thread(target=work, name="key", daemon=True).start()
        try:
            async with asyncio.timeout(self._seconds + 1):
                return await coming
        except TimeoutError:
            raise self._too_slow() from None
        finally:
            if coming.cancelled() or not coming.done():
                self._abandon()

    @abstractmethod
    def _read(self) -> str:
        """Return the key as it stands there; raises KeyRefused."""

    @abstractmethod
    def _too_slow(self) -> KeyRefused:
        """Return the error for a key that did not come in time."""

    @abstractmethod
    def _abandon(self) -> None:
        """End what is under way, since nobody waits for it."""


class CommandKey(KeySource):
    """The first line that a command writes, which is run without a shell and without input."""

    def __init__(self, command: str, seconds: float = _COMMAND_SECONDS) -> None:
        self._words = shlex.split(command)
        self._name = first_word(command)
        self._running: subprocess.Popen[bytes] | None = None
        self._ending = threading.Lock()
        super().__init__(f"from {self._name}", seconds)

    def _read(self) -> str:
        late = threading.Event()

        def end() -> None:
            late.set()
            self._abandon()

        with self._ending:
            self._running = process = self._started()
        timer = threading.Timer(self._seconds, end)
        timer.daemon = True
        timer.start()
        try:
            said = _first(process.stdout)
            with self._ending:
                self._running = None
            code = self._code(process, late)
        finally:
            timer.cancel()
            if process.stdout:
                process.stdout.close()
        return self._checked(said, code)

    def _started(self) -> subprocess.Popen[bytes]:
        program = os.path.expanduser(self._words[0])  # noqa: PTH111 - a bare name must stay one
        if shutil.which(program) is None:
            raise KeyRefused(
                f"the key_command {self._name} is not there, or may not be run",
                "Give its whole path in key_command",
            )
        try:
            # A group of its own, so that what the command starts ends with it.
            return subprocess.Popen(
                [program, *self._words[1:]],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it cannot be run"
            raise KeyRefused(
                f"the key_command {self._name} could not be started: {reason}", "Run it by hand to see why"
            ) from None

    def _code(self, process: subprocess.Popen[bytes], late: threading.Event) -> int:
        try:
            code = process.wait(0.0 if late.is_set() else self._seconds)
        except subprocess.TimeoutExpired:
            _kill(process)
            code = process.wait()
            late.set()
        if late.is_set():
            raise self._too_slow()
        return code

    def _checked(self, said: bytes, code: int) -> str:
        if code:
            raise KeyRefused(
                f"the key_command {self._name} failed (exit code {code})", "Run it by hand to see why"
            )
        line, ended, _ = said.partition(b"\n")
        if not ended and len(said) > _LONGEST:
            raise KeyRefused(
                f"the first line that the key_command {self._name} wrote is longer than {_LONGEST:,} bytes",
                "It should be the key, alone",
            )
        key = line.decode("utf-8", "replace").strip()
        if not key:
            raise KeyRefused(
                f"the key_command {self._name} wrote no key", "Its first line should be the key, alone"
            )
        return key

    def _too_slow(self) -> KeyRefused:
        return KeyRefused(
            f"the key_command {self._name} did not end within {self._seconds:g} s",
            "Run it by hand: it may wait for a password, which it cannot be given here",
        )

    def _abandon(self) -> None:
        with self._ending:
            if self._running is not None:
                _kill(self._running)


class KeyringKey(KeySource):
    """An entry of the system's keyring.

    Args:
        entry: SERVICE/USER; what stands behind the last slash is the user.
    """

    def __init__(self, entry: str, seconds: float = _KEYRING_SECONDS) -> None:
        self._service, _, self._user = entry.rpartition("/")
        self._entry = entry
        super().__init__("in the keyring", seconds)

    def _read(self) -> str:
        try:
            import keyring
        except ImportError:
            raise KeyRefused(
                "the key is in the keyring, and radar was installed without the means to read it",
                'Install radar\'s extra "keyring": pip install "research-radar[keyring]"',
            ) from None
        try:
            found = keyring.get_password(self._service, self._user)
        except Exception as error:  # noqa: BLE001
            # Keyrings are packages of others, and what they say may hold anything.
            raise KeyRefused(
                f"the keyring does not give the key {self._entry} ({type(error).__name__})",
                "Is it unlocked? python -m keyring diagnose tells which one is used",
            ) from None
        if not found or not found.strip():
            service, user = shlex.quote(self._service), shlex.quote(self._user)
            raise KeyRefused(
                f"the keyring has no key {self._entry}", f"Put it there: keyring set {service} {user}"
            )
        return found

    def _abandon(self) -> None:
        """A keyring cannot be told to stop; its thread ends with the program."""

    def _too_slow(self) -> KeyRefused:
        return KeyRefused(
            f"the keyring did not give the key {self._entry} within {self._seconds:g} s", "Is it locked?"
        )


@cache
def command_key(command: str) -> KeySource:
    """Return the source of a key that a command writes, the same one whenever it is asked for."""
    return CommandKey(command)


@cache
def keyring_key(entry: str) -> KeySource:
    """Return the source of a key in the keyring, the same one whenever it is asked for."""
    return KeyringKey(entry)


def first_word(command: str) -> str:
    """Return what a message may show of a command: the name of its program, in backticks."""
    return f"`{Path(shlex.split(command)[0]).name}`"


def _first(stream: IO[bytes] | None) -> bytes:
    """Return how the output begins, once it has ended; the rest is let go."""
    if stream is None:
        return b""
    begin = stream.read(_LONGEST + 1)
    while stream.read(_CHUNK):
        pass
    return begin


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
