from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable

from radar.pipeline.radar import Radar
from radar.tui.app import RadarApp
from radar.tui.timing.collecting import Collecting
from tests.tui.driving import Seat


class Hall:
    """A clock to be set by hand, and a note of what was collected."""

    def __init__(self) -> None:
        self.now = 0.0
        self.collected: list[int | str] = []
        self.new = 0
        self.later: list[tuple[float, Callable[[], None]]] = []
        self.collecting = Collecting(
            lambda: self.now,
            self.collected.append,
            lambda: self.new,
            lambda seconds, act: self.later.append((seconds, act)),
            lambda: self.collected.append("set aside"),
        )

    def look_at(self, now: float, *, lasts: bool = True) -> list[int | str]:
        self.now = now
        self.collected.clear()
        self.collecting.look(lasts=lasts)
        return list(self.collected)

    def go_on(self) -> list[int | str]:
        """Do what was put off, which is one thing."""
        ((seconds, act),) = self.later
        assert seconds > 0
        self.later.clear()
        self.collected.clear()
        act()
        return list(self.collected)


def test_nothing_is_collected_while_somebody_types() -> None:
    hall = Hall()
    hall.now = 5.0
    hall.collecting.key_pressed()
    assert hall.look_at(6.5) == []


def test_what_is_new_is_collected_soon_and_all_only_once_after_a_rest() -> None:
    hall = Hall()
    assert hall.look_at(3.0) == [0]
    assert hall.look_at(11.0) == [2, "set aside"]
    assert hall.look_at(13.0) == [0]
    hall.collecting.key_pressed()
    assert hall.look_at(24.0) == [2, "set aside"]


def test_what_will_be_left_again_is_not_set_aside() -> None:
    hall = Hall()
    assert hall.look_at(11.0, lasts=False) == [2]


def test_what_a_key_made_is_looked_through_behind_it_where_it_is_much() -> None:
    hall = Hall()
    hall.collecting.key_pressed()
    hall.collecting.key_pressed()
    hall.new = 7_999
    assert hall.collected == []
    assert hall.go_on() == []
    assert not hall.later, "the next key looks again"
    hall.collecting.key_pressed()
    hall.new = 8_000
    assert hall.go_on() == [0]
    hall.new = 9_000
    assert hall.go_on() == [0], "the same key goes on making more"
    hall.new = 10
    assert hall.go_on() == []
    assert not hall.later


def test_a_screen_that_was_left_is_collected_when_it_is_gone_and_no_other_is_open() -> None:
    hall = Hall()
    open_screens = 1
    hall.collecting.screen_left(lambda: not open_screens)
    hall.now = 0.3
    assert hall.go_on() == [], "the next one would be kept"
    assert not hall.later, "it is that one's turn when it is left"
    open_screens = 0
    hall.collecting.screen_left(lambda: not open_screens)
    hall.now = 0.4
    assert hall.go_on() == [], "parts of it are in use still"
    hall.now = 0.7
    assert hall.go_on() == [1]
    assert not hall.later


def test_for_screens_that_follow_each_other_everything_is_collected_now_and_then() -> None:
    hall = Hall()
    for _ in range(7):
        hall.collecting.screen_left(lambda: False)
    assert hall.go_on() == []
    hall.collecting.screen_left(lambda: False)
    assert hall.go_on() == [2]
    assert not hall.later


async def test_a_screen_that_is_left_is_noted(radar: Radar) -> None:
    hall = Hall()
    app = RadarApp(radar, collecting=hall.collecting)
    async with app.run_test() as pilot:
        seat = Seat(app, pilot)
        await seat.settled()
        await seat.press("question_mark")
        hall.later.clear()
        await seat.press("escape")
        await seat.until(lambda: len(app.screen_stack) == 1, "the main screen")
        assert max(seconds for seconds, _act in hall.later) == 0.3


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
        assert hall.collected == ["set aside"]
        Collecting().first_painted()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


def test_other_threads_make_tuples_while_what_is_new_is_counted() -> None:
    later: list[Callable[[], None]] = []
    collecting = Collecting(collect=lambda _generation: None, later=lambda _seconds, act: later.append(act))
    kept = [[number] for number in range(20_000)]
    broken: list[SystemError] = []

    def make() -> None:
        try:
            for _ in range(20_000):
                tuple(number for number in range(60))
        except SystemError as error:
            broken.append(error)

    making = threading.Thread(target=make)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        making.start()
        while making.is_alive():
            collecting.key_pressed()
            later.pop()()
    finally:
        sys.setswitchinterval(interval)
        making.join()
    assert len(kept) == 20_000
    assert not broken
