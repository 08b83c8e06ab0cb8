"""Python's timing around a screen."""

from __future__ import annotations

import gc
import sys

import pytest

from radar.cli.screen_timing import timed_for_a_screen


def test_threads_take_turns_more_often_and_nothing_is_collected_unasked_while_a_screen_is_shown() -> None:
    before = sys.getswitchinterval()
    with timed_for_a_screen():
        assert not gc.isenabled()
        assert sys.getswitchinterval() < before
    assert gc.isenabled()
    assert sys.getswitchinterval() == before


def test_python_is_timed_as_before_whatever_ends_the_screen() -> None:
    before = sys.getswitchinterval()
    with pytest.raises(KeyboardInterrupt), timed_for_a_screen():
        raise KeyboardInterrupt
    assert gc.isenabled()
    assert sys.getswitchinterval() == before
