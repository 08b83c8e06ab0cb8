"""Processes that help: what comes while they are started."""

from __future__ import annotations

import signal
import sys

import pytest

from radar.pipeline.workers import interrupts_held


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
