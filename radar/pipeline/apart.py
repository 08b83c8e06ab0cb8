"""Long acts on many papers in a process of their own: their work and their memory are not the screen's.

The process is told what to do on its standard input: a line of JSON, then the keys as eight bytes each. It
answers in lines of JSON: how far it is, what its commit comes to, then what it came to or what went wrong. It
ends when nobody listens any more; until its one transaction is committed, that leaves nothing behind.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from array import array
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import radar
from radar import errors
from radar.errors import RadarError
from radar.papers.text.safe_text import clean
from radar.pipeline.course import Course, Stopped

_SLICE = 65_536
"""Keys written at once."""
_LAST = 8_192
"""Bytes at the end of what it said that are looked at for its last line."""
Answer = dict[str, Any]


def do_apart(request: dict[str, Any], keys: Sequence[int], course: Course) -> Answer | None:
    """Have a process do something, and return its answer; None where it was stopped before it gave one.

    A process that is stopped may have done its work a moment before; what it foresaw of that is returned then
    as `foreseen`.

    Raises:
        RadarError: what went wrong there.
    """
    with _process() as (process, said):
        course.begin(process.terminate)
        with suppress(BrokenPipeError):
            _tell(process.stdin, request, keys)
        answer = _listen(process, course)
        if answer is not None and "foreseen" not in answer:
            # It tidies up behind itself.
            process.wait()
        elif not course.cancel_requested:
            raise RadarError(
                f"{course.label} ended unexpectedly: {_last_words(process, said)}", "Try it again"
            )
    if answer is not None and "error" in answer:
        kind = getattr(errors, str(answer["error"]), RadarError)
        raise kind(str(answer["message"]), str(answer["hint"]))
    return answer


@contextmanager
def _process() -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    """Start the process and yield it with what it says of trouble, which no reader need take from it."""
    home = str(Path(radar.__file__).parents[1])
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", "")))),
    }
    with ExitStack() as stack:
        try:
            said = stack.enter_context(TemporaryFile())
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "radar.pipeline.apart_process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                env=environment,
                start_new_session=True,
            )
        except OSError as error:
            raise RadarError(
                f"no process can be started: {error.strerror}", "Close other programs"
            ) from error
        try:
            yield process, said
        finally:
            process.terminate()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with suppress(BrokenPipeError):
                        stream.close()
            process.wait()


def _tell(stream: IO[bytes] | None, request: dict[str, Any], keys: Sequence[int]) -> None:
    if stream is None:
        return
    stream.write(json.dumps(request).encode() + b"\n")
    for start in range(0, len(keys), _SLICE):
        stream.write(array("q", keys[start : start + _SLICE]).tobytes())
    stream.close()


def _listen(process: subprocess.Popen[bytes], course: Course) -> Answer | None:
    foreseen: Answer | None = None
    for line in process.stdout or ():
        answer: Answer = json.loads(line)
        if "foreseen" in answer:
            foreseen = answer
        elif "done" not in answer:
            return answer
        else:
            with suppress(Stopped):
                # Whoever stopped it has ended the process; what it says last still counts.
                course.report(answer["done"], answer["total"])
    return foreseen


def _last_words(process: subprocess.Popen[bytes], said: IO[bytes]) -> str:
    code = process.wait()
    said.seek(max(0, said.seek(0, os.SEEK_END) - _LAST))
    lines = said.read().decode(errors="replace").splitlines()
    return clean(lines[-1]) if lines else f"exit code {code}"
