"""The screen when its terminal vanishes and no signal says so."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from radar.tui.terminal.lasting_driver import Dropping
from tests.cli.test_first_page import _leave_a_record, _taken, library
from tests.terminal import Terminal

__all__ = ["library"]


@pytest.mark.parametrize("with_first_page", [False, True])
def test_the_screen_leaves_when_its_terminal_is_gone(library: Path, *, with_first_page: bool) -> None:
    if with_first_page:
        _leave_a_record()
    with Terminal([]) as terminal:
        terminal.wait_for(lambda text: _taken(terminal) and "titles, abstracts" in text)
        # No terminal controls its session, so that nobody tells it.
        terminal.hang_up()
        assert terminal.wait_unseen() == 129


def test_a_terminal_that_is_gone_takes_everything() -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(5, os.strerror(5))

    file = Dropping(Gone())
    for _ in range(100):
        file.write("frame")
        file.flush()


def test_what_a_terminal_that_is_gone_did_not_take_is_dropped_when_the_file_is_closed() -> None:
    ours, theirs = os.openpty()
    end = io.TextIOWrapper(os.fdopen(theirs, "wb"))
    file = Dropping(end)
    os.close(ours)
    file.write("frame")
    file.flush()
    end.write("the rest")
    end.close()
