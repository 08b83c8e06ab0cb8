"""The pseudo-terminal that tests and benchmarks drive programs in."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pyte
import pytest

from tests.terminal import ROOT, Screen

_HARNESS = """
import time
from tests.benchmarks.timed_terminal import TimedTerminal
with TimedTerminal("timeit", ["-n", "1", "-r", "1", "import time; time.sleep(600)"], {}) as terminal:
    print(terminal.process, flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux for the state of a process")
def test_a_benchmark_that_is_killed_takes_what_it_runs_with_it() -> None:
    harness = subprocess.Popen([sys.executable, "-c", _HARNESS], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert harness.stdout is not None
    process = int(harness.stdout.readline())
    assert _runs(process)
    harness.kill()
    harness.wait()
    harness.stdout.close()
    until = time.monotonic() + 30
    while _runs(process) and time.monotonic() < until:
        time.sleep(0.05)
    ended = not _runs(process)
    if not ended:
        os.kill(process, 9)
    assert ended


def _runs(process: int) -> bool:
    """Say whether a process is there and no mere entry that nobody has taken note of."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def test_half_of_a_wide_letter_that_is_written_over_is_blank() -> None:
    screen = Screen(8, 1)
    stream = pyte.ByteStream(screen)
    stream.feed("ab海鳥".encode())
    assert screen.display == ["ab海鳥  "]
    stream.feed(b"\rabc")
    assert screen.display == ["abc 鳥  "]
