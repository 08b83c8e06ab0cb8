"""Starting and stopping the server of `server.py`."""

from __future__ import annotations

import contextlib
import json
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_SERVER = Path(__file__).with_name("server.py")
_START_SECONDS = 120


class ServerError(Exception):
    """The server did not start; the message is its own last line."""


@dataclass(frozen=True)
class Running:
    """A server that answers."""

    base_url: str
    process: subprocess.Popen[str]

    def kill(self) -> None:
        """End it as a crash would."""
        self.process.kill()
        self.process.wait()


@contextlib.contextmanager
def running(python: str, model_file: str, *options: str) -> Iterator[Running]:
    """Run a server for the time of the block.

    Args:
        python: the interpreter that has xllamacpp.
        model_file: a GGUF file.
        options: of `server.py`.

    Raises:
        ServerError: it did not start within two minutes.
    """
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            [python, str(_SERVER), model_file, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        with process:
            try:
                yield Running(_base_url(process), process)
            except _NotStarted:
                process.wait()
                log.seek(0)
                lines = [line for line in log.read().splitlines() if line.strip()]
                raise ServerError(lines[-1] if lines else "the server said nothing") from None
            finally:
                process.kill()


class _NotStarted(Exception):
    pass


def _base_url(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    giving_up = threading.Timer(_START_SECONDS, process.kill)
    giving_up.start()
    try:
        for line in process.stdout:
            with contextlib.suppress(ValueError):
                said = json.loads(line)
                if isinstance(said, dict) and "base_url" in said:
                    return str(said["base_url"])
    finally:
        giving_up.cancel()
    raise _NotStarted
