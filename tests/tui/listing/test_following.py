from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from textual import events

from radar.papers.reader.query import PaperEntry
from radar.tui.listing.following import BETWEEN, HELD, LATE, REST, Following
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.invented import entry


class Desk:
    """A list, a detail and a clock to be set by hand."""

    def __init__(self) -> None:
        self.key: int | None = 1
        self.entry: PaperEntry | None = None
        self.read: list[int] = []
        self.visible = True
        self.now = 0.0
        self.rested: list[Callable[[], object]] = []
        self.following = Following(
            self, self, self._read, lambda: self.visible, self.rested.append, lambda: self.now
        )

    def _read(self, key: int) -> PaperEntry:
        self.read.append(key)
        return entry()

    def move_to(self, key: int, after: float) -> None:
        """Come to a paper some seconds after the one before."""
        self.now += after
        self.key = key
        self.following.moved()

    async def rest(self, seconds: float = REST) -> None:
        """Let time pass until the timer has looked."""
        self.now += seconds
        await asyncio.sleep(2 * REST)


async def test_a_paper_is_shown_in_the_handling_of_its_key() -> None:
    desk = Desk()
    desk.move_to(1, 0)
    assert desk.entry is not None
    desk.move_to(2, HELD)
    assert desk.read == [1, 2]


async def test_of_a_key_that_is_held_only_the_first_and_the_last_paper_are_shown() -> None:
    desk = Desk()
    for key in range(1, 9):
        desk.move_to(key, 1 / 60)
    assert desk.read == [1]
    await desk.rest()
    (show,) = desk.rested
    show()
    assert desk.read == [1, 8]


async def test_a_key_that_leaves_the_time_has_its_paper_shown_before_the_next_one() -> None:
    desk = Desk()
    for key in range(1, 4):
        desk.move_to(key, 1 / 30)
    await desk.rest(BETWEEN)
    (show,) = desk.rested
    show()
    assert desk.read[-1] == 3


async def test_a_key_that_is_held_and_comes_late_is_held_still() -> None:
    desk = Desk()
    for key in range(1, 4):
        desk.move_to(key, 1 / 30)
    desk.move_to(4, 0.9 * LATE)
    assert desk.read == [1]
    await desk.rest(BETWEEN)
    desk.rested[-1]()
    assert desk.read == [1, 4]
    desk.move_to(5, 0.9 * LATE)
    assert desk.read == [1, 4, 5], "two that are late are none that are held"


@pytest.mark.parametrize("late", [0, 0.012])
async def test_a_key_that_leaves_no_time_has_not_though_it_was_late_itself(late: float) -> None:
    desk = Desk()
    for key in range(1, 4):
        desk.move_to(key, 1 / 60)
    desk.move_to(4, 1 / 60 + late)
    await desk.rest(1 / 60)
    assert desk.rested == []


async def test_a_key_that_comes_while_the_last_paper_is_about_to_be_shown_puts_it_off() -> None:
    desk = Desk()
    desk.move_to(1, 0)
    desk.move_to(2, 1 / 60)
    await desk.rest()
    desk.move_to(3, 0)
    desk.rested[0]()
    assert desk.read == [1]
    await desk.rest()
    desk.rested[1]()
    assert desk.read == [1, 3]


async def test_what_was_put_off_is_shown_at_once_where_that_is_asked_for() -> None:
    desk = Desk()
    desk.move_to(1, 0)
    desk.following.catch_up()
    assert desk.read == [1]
    desk.move_to(2, 1 / 60)
    desk.following.catch_up()
    assert desk.read == [1, 2]
    await desk.rest()
    assert desk.rested == []


async def test_what_is_left_for_a_turn_of_its_own_is_shown_in_that_turn() -> None:
    desk = Desk()
    with desk.following.behind():
        desk.move_to(2, 1)
        assert desk.read == []
    (show,) = desk.rested
    show()
    assert desk.read == [2]
    desk.move_to(3, 1)
    assert desk.read == [2, 3]


async def test_a_detail_that_is_not_on_screen_reads_nothing() -> None:
    desk = Desk()
    desk.visible = False
    desk.following.moved()
    desk.following.again()
    assert desk.read == []


async def test_without_a_paper_nothing_is_shown() -> None:
    desk = Desk()
    desk.following.again()
    desk.key = None
    desk.following.again()
    assert desk.entry is None


async def test_list_and_detail_change_in_one_frame(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        # Long enough for the papers shown at the start not to count as a key that is held.
        await asyncio.sleep(2 * HELD)
        seat.screen.paper_list.action_move(1)
        shown = seat.screen.detail.entry
        assert shown is not None and shown.key == seat.screen.paper_list.key


async def test_behind_a_burst_of_keys_the_detail_shows_the_last_paper(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        for _ in range(6):
            seat.screen.paper_list.action_move(1)

        def caught_up() -> bool:
            shown = seat.screen.detail.entry
            return shown is not None and shown.key == seat.screen.paper_list.key

        await seat.until(caught_up, "the last paper")
        assert seat.screen.paper_list.cursor == 6


async def test_a_key_behind_a_burst_finds_the_paper_under_the_cursor_in_the_detail(
    make_radar: MakeRadar,
) -> None:
    async with seated(make_radar()) as seat:
        for key in ("j", "j", "j", "tab"):
            seat.app.post_message(events.Key(key, None))
        await seat.until(lambda: seat.screen.detail.has_focus, "the detail")
        shown = seat.screen.detail.entry
        assert shown is not None and shown.key == seat.screen.paper_list.key
        assert seat.screen.paper_list.cursor == 3


async def test_a_letter_of_a_search_leaves_the_detail_for_a_turn_of_its_own(make_radar: MakeRadar) -> None:
    radar = make_radar()
    async with seated(radar) as seat:
        listed, detail = seat.screen.paper_list, seat.screen.detail
        await asyncio.sleep(2 * HELD)
        before, last = detail.entry, listed.pages.keys[-1]
        title = radar.reader.papers([last])[last].title
        seat.screen.search.value = f'"{title}"'
        assert listed.key == last
        assert detail.entry is before
        await seat.until(lambda: detail.entry is not None and detail.entry.key == last, "the paper found")
