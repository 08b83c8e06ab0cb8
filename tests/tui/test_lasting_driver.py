from __future__ import annotations

from textual._ansi_sequences import SYNC_END, SYNC_START

from radar.tui.lasting_driver import Frames


def test_a_frame_is_written_in_one_piece_and_all_else_at_once() -> None:
    frames = Frames()
    pieces = ("one", SYNC_START, "two", "three", SYNC_END, "four", SYNC_START, SYNC_END, "five")
    assert [frames.whole(piece) for piece in pieces] == [
        "one", "", "", "", f"{SYNC_START}twothree{SYNC_END}", "four", "", SYNC_START + SYNC_END, "five",
    ]  # fmt: skip
