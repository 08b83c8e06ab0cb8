from __future__ import annotations

import os
from pathlib import Path

from textual._ansi_sequences import SYNC_END, SYNC_START

from radar.tui.terminal.lasting_driver import Frames, screen_of


def test_the_screen_is_drawn_where_the_terminal_is(tmp_path: Path) -> None:
    handles = os.openpty()
    with (
        os.fdopen(handles[0], "w"),
        os.fdopen(handles[1], "w") as terminal,
        (tmp_path / "errors.txt").open("w") as file,
        (tmp_path / "output.txt").open("w") as other,
    ):
        assert screen_of(terminal, file) is terminal
        assert screen_of(terminal, terminal) is terminal
        assert screen_of(file, terminal) is terminal
        assert screen_of(file, other) is file
        assert screen_of(file, None) is file
        assert screen_of(None, terminal) is terminal


def test_a_frame_is_written_in_one_piece_and_all_else_at_once() -> None:
    frames = Frames()
    pieces = ("one", SYNC_START, "two", "three", SYNC_END, "four", SYNC_START, SYNC_END, "five")
    assert [frames.whole(piece) for piece in pieces] == [
        "one", "", "", "", f"{SYNC_START}twothree{SYNC_END}", "four", "", SYNC_START + SYNC_END, "five",
    ]  # fmt: skip
