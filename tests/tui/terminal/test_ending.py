"""A screen that has lost its terminal ends."""

from __future__ import annotations

import pytest

from radar.tui.terminal.ending import TerminalWatch


@pytest.mark.parametrize(
    ("waits", "gone", "done"),
    [
        ([False, False, True], [False, False], []),
        ([False, True], [True], ["leave"]),
        ([False, False, False], [False, True], ["leave", "abandon"]),
    ],
    ids=["left by a key", "left when the terminal is gone", "stuck"],
)
def test_a_screen_without_terminal_is_left_and_one_that_is_stuck_is_ended(
    waits: list[bool], gone: list[bool], done: list[str]
) -> None:
    acts: list[str] = []
    watch = TerminalWatch(
        lambda: gone.pop(0),
        lambda: acts.append("leave"),
        lambda: acts.append("abandon"),
        lambda seconds: waits.pop(0),
    )
    watch.run()
    assert acts == done
    assert waits == gone == []
