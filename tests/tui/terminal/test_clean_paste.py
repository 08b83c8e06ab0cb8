"""What is pasted into a line stays one line, with all that stands on the lines of the clipboard."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from radar.papers.reader.query import PaperQuery
from radar.pipeline.radar import Radar
from tests.tui.driving import seated

PASTED = "Retrieval for very\nlong\r\n\tdocuments\x1b[31m \x07\n"


@pytest.mark.parametrize("key", ["/", "i", "question_mark"])
async def test_all_lines_of_what_is_pasted_follow_each_other(radar: Radar, key: str) -> None:
    async with seated(radar) as seat:
        await seat.press(key)
        seat.app.post_message(events.Paste(PASTED))
        await seat.settled()
        line = seat.app.focused
        assert isinstance(line, Input)
        assert line.value == "Retrieval for very long documents"


@pytest.mark.parametrize("key", ["/", "i", "question_mark"])
async def test_of_a_long_text_that_is_the_first_one_of_a_line_the_end_is_seen(radar: Radar, key: str) -> None:
    async with seated(radar) as seat:
        await seat.press(key)
        seat.app.post_message(events.Paste("shells and crabs " * 20))
        await seat.settled()
        line = seat.app.focused
        assert isinstance(line, Input)
        assert line.scroll_x == line.max_scroll_x > 0


async def test_of_a_long_note_that_is_asked_for_first_the_end_is_seen(radar: Radar) -> None:
    radar.library.set_note(radar.reader.keys(PaperQuery())[0], "shells and crabs " * 20)
    async with seated(radar) as seat:
        await seat.press("i")
        await seat.settled()
        line = seat.app.focused
        assert isinstance(line, Input)
        assert line.scroll_x == line.max_scroll_x > 0
