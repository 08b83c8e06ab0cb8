"""What the screen writes down for the next start."""

from __future__ import annotations

from pathlib import Path

from radar.pipeline.radar import Radar
from radar.tui.early.memory import Memory
from radar.tui.early.record import parsed
from radar.tui.early.remembering import Remembering
from radar.tui.lines.cells import cell_len
from tests.tui.driving import seated


async def test_counts_as_wide_as_the_screen_are_left_and_nothing_reaches_beyond_its_edge(
    radar: Radar, tmp_path: Path
) -> None:
    memory = Memory(tmp_path, "narrow", "0", tmp_path / "library", tmp_path / "settings")
    async with seated(radar, (40, 12)) as seat:
        seat.screen.counts.show(36_836_836, 83_683, 530)
        await seat.pilot.pause()
        assert seat.screen.job_status.region.x >= 40, "what the worker is at has no room"
        Remembering(memory).look(seat.screen)
    record = parsed(memory.file(40, 12).read_text())
    assert {y for y, *_ in record.runs} <= set(range(12))
    assert all(x + cell_len(text) <= 40 for _y, x, _style, text in record.runs)


async def test_colours_that_hold_until_the_screen_is_left_are_not_those_of_the_next_start(
    radar: Radar, tmp_path: Path
) -> None:
    memory = Memory(tmp_path, "light", "0", tmp_path / "library", tmp_path / "settings")
    async with seated(radar, (80, 24)) as seat:
        remembering = Remembering(memory)
        seat.app.theme = "radar-light"
        await seat.pilot.pause()
        remembering.look(seat.screen)
        assert not memory.file(80, 24).exists()
        seat.app.theme = seat.app.theme_at_start
        await seat.pilot.pause()
        remembering.look(seat.screen)
        assert parsed(memory.file(80, 24).read_text()).width == 80
