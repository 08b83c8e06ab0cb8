"""Ctrl-C at a start, and while a library is brought up to date."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator

import pytest

from radar.cli.opening import migration_shown
from radar.cli.output import Output
from radar.tui.early.ending import end_at_once, interrupts_end


@pytest.fixture
def output() -> Output:
    return Output(io.StringIO(), io.StringIO(), {})


@pytest.fixture
def starting() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    undo = interrupts_end()
    yield
    undo()
    assert signal.getsignal(signal.SIGINT) == signal.default_int_handler
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("starting")
def test_ctrl_c_raises_once_there_is_something_to_tidy_up_and_ends_at_once_before_and_behind_it(
    output: Output,
) -> None:
    with pytest.raises(KeyboardInterrupt), migration_shown(output) as report:
        assert signal.getsignal(signal.SIGINT) == end_at_once
        report("index", 1, 2)
        report("index", 2, 2)
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) == end_at_once


def test_who_ignores_ctrl_c_goes_on_doing_so(output: Output) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        undo = interrupts_end()
        with migration_shown(output) as report:
            report("index", 1, 2)
            assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
        undo()
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
