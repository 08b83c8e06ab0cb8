"""Processes that help: what comes while they are started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from radar.pipeline.workers import interrupts_held
from tests.cli.running import ROOT


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hold an interrupt back")
def test_an_interrupt_while_a_process_is_started_counts_afterwards() -> None:
    reached = []
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), interrupts_held():
        signal.raise_signal(signal.SIGINT)
        reached.append("the end")
    assert reached == ["the end"]
    assert signal.getsignal(signal.SIGINT) is before
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no hangups")
def test_all_that_help_end_without_a_word_where_the_terminal_of_all_is_closed() -> None:
    begun = subprocess.Popen(
        [sys.executable, "-m", "tests.pipeline.helped_work"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    )
    with begun:
        assert begun.stdout is not None
        assert begun.stdout.readline() == "begun\n"
        os.killpg(begun.pid, signal.SIGHUP)
        _, said = begun.communicate(timeout=60)
    assert (begun.returncode, said) == (128 + signal.SIGHUP, "")
