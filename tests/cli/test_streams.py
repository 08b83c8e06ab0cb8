"""Pipes that another program has switched to not waiting."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import IO

import pytest

from tests.cli.running import ROOT, command, radar
from tests.cli.seeding import seed

_LINE = {"title": "Kites in the Wind", "abstract": "We fly kites in the wind. They rise by 5 %."}


def _unwaiting_pipe() -> tuple[IO[bytes], IO[bytes]]:
    reading, writing = os.pipe()
    for end in (reading, writing):
        os.set_blocking(end, False)
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb", buffering=0)


def _is_held_up(process: subprocess.Popen[bytes], reading: IO[bytes]) -> bool:
    """Say whether bytes wait in the pipe and whoever writes them sleeps, or is gone."""
    if process.poll() is not None:
        return True
    waiting = int.from_bytes(fcntl.ioctl(reading, termios.FIONREAD, bytes(4)), sys.byteorder)
    state = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    return waiting > 0 and state == "S"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a pipe of a size")
def test_nothing_is_lost_where_the_other_side_reads_slowly() -> None:
    seed()
    whole = radar("list", "--json").stdout.encode()
    reading, writing = _unwaiting_pipe()
    assert len(whole) > fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    with reading, subprocess.Popen(command("list", "--json"), cwd=ROOT, stdout=writing) as process:
        writing.close()
        while not _is_held_up(process, reading):
            time.sleep(0.01)
        os.set_blocking(reading.fileno(), True)
        assert reading.read() == whole
    assert process.returncode == 0


def test_what_comes_slowly_is_waited_for() -> None:
    reading, writing = _unwaiting_pipe()
    with reading:
        with writing:
            writing.write(json.dumps({"id": "1", **_LINE}).encode() + b"\n")
        done = subprocess.run(command("read", "-"), cwd=ROOT, stdin=reading, capture_output=True, check=True)
        assert json.loads(done.stdout)["id"] == "1"
        # Whoever shares the pipe sees how it was left.
        assert os.get_blocking(reading.fileno())
