from __future__ import annotations

import pytest

from radar.pipeline.radar import Radar
from tests.tui.driving import seated


@pytest.mark.parametrize(
    ("key", "words"), [("question_mark", "To the next unread paper"), ("dollar_sign", "Nothing was spent")]
)
async def test_what_scrolls_is_shown_with_plain_letters_too(radar: Radar, key: str, words: str) -> None:
    async with seated(radar, (80, 24), ascii=True) as seat:
        await seat.press(key)
        await seat.until(lambda: words in seat.text(), "what the screen is for")
