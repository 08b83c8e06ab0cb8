from __future__ import annotations

import gc
from collections.abc import Callable

from radar.pipeline.radar import Radar
from radar.tui.app import RadarApp
from radar.tui.collecting import Collecting
from tests.tui.driving import Seat


class Hall:
    """A clock to be set by hand, and a note of what was collected."""

    def __init__(self) -> None:
        self.now = 0.0
        self.collected: list[int] = []
        self.new = 0
        self.later: list[tuple[float, Callable[[], None]]] = []
        self.collecting = Collecting(
            lambda: self.now,
            self.collected.append,
            lambda: self.new,
            lambda seconds, act: self.later.append((seconds, act)),
        )

    def look_at(self, now: float) -> list[int]:
        self.now = now
        self.collected.clear()
        self.collecting.look()
        return list(self.collected)


def test_nothing_is_collected_while_somebody_types() -> None:
    hall = Hall()
    hall.now = 5.0
    hall.collecting.key_pressed()
    assert hall.look_at(6.5) == []


def test_young_objects_are_collected_soon_and_all_only_once_after_a_rest() -> None:
    hall = Hall()
    assert hall.look_at(3.0) == [0]
    assert hall.look_at(11.0) == [2]
    assert hall.look_at(13.0) == [0]
    hall.collecting.key_pressed()
    assert hall.look_at(24.0) == [2]


def test_what_many_keys_made_is_looked_through_behind_one_of_them() -> None:
    hall = Hall()
    hall.new = 7_999
    hall.collecting.key_pressed()
    assert not hall.later
    hall.new = 8_000
    hall.collecting.key_pressed()
    hall.collecting.key_pressed()
    ((seconds, act),) = hall.later
    assert seconds > 0
    assert hall.collected == []
    act()
    assert hall.collected == [0]
    hall.collecting.key_pressed()
    assert len(hall.later) == 2


async def test_every_key_counts_also_one_that_a_widget_takes(radar: Radar) -> None:
    hall = Hall()
    app = RadarApp(radar, collecting=hall.collecting)
    try:
        async with app.run_test() as pilot:
            await Seat(app, pilot).settled()
            hall.now = 60.0
            await pilot.press("j")
            assert hall.look_at(61.0) == []
            hall.now = 90.0
            await pilot.press("slash", "x")
            assert hall.look_at(91.0) == []
    finally:
        gc.unfreeze()


def test_the_first_key_does_not_wait_for_what_the_start_left_behind() -> None:
    hall = Hall()
    before = gc.get_freeze_count()
    try:
        hall.collecting.first_painted()
        assert hall.collected == []
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
