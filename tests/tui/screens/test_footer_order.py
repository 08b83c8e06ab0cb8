"""What the footer names first, where there is no room for all."""

from __future__ import annotations

import pytest

from radar.pipeline.radar import Radar
from tests.tui.driving import seated


@pytest.mark.parametrize(
    ("size", "listed", "read"),
    [
        (
            (80, 24),
            "j/k move  enter read  / search  c code  r claims  m summarise  ? help",
            "tab evidence  esc back  ] next  o open  s star  y copy  m summarise  ? help",
        ),
        (
            (120, 36),
            "j/k move  enter read  / search  c code  r claims  m summarise  o open  s star  y copy  w watches"
            "  ? help",
            "tab evidence  esc back  ] next  o open  s star  y copy  m summarise  / search  c code  r claims"
            "  w watches  ? help",
        ),
    ],
)
async def test_the_footer_begins_with_what_is_done_most_in_the_list_and_in_a_paper(
    radar: Radar, size: tuple[int, int], listed: str, read: str
) -> None:
    async with seated(radar, size) as seat:
        for keys, footer in (((), listed), (("enter",), read), (("escape",), listed)):
            await seat.press(*keys)
            assert seat.lines()[-2].strip() == footer
