from __future__ import annotations

import asyncio

from radar.papers.query import PaperEntry
from radar.tui.following import Following
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
        self.following = Following(self, self, self._read, lambda: self.visible, lambda: self.now)

    def _read(self, key: int) -> PaperEntry:
        self.read.append(key)
        return entry()


def test_a_paper_is_shown_in_the_handling_of_its_key() -> None:
    desk = Desk()
    assert desk.following.at_once()
    assert desk.entry is not None


def test_of_keys_that_have_piled_up_only_the_last_is_followed() -> None:
    desk = Desk()
    desk.following.at_once()
    desk.key = 2
    assert not desk.following.at_once()
    desk.key = 3
    desk.following.again()
    assert desk.read == [1, 3]


def test_keys_at_the_rate_of_a_screen_are_all_followed() -> None:
    desk = Desk()
    for turn in range(5):
        desk.now = turn / 60
        assert desk.following.at_once()


def test_a_detail_that_is_not_on_screen_reads_nothing() -> None:
    desk = Desk()
    desk.visible = False
    desk.following.at_once()
    desk.following.again()
    assert desk.read == []


def test_without_a_paper_nothing_is_shown() -> None:
    desk = Desk()
    desk.following.again()
    desk.key = None
    desk.following.again()
    assert desk.entry is None


async def test_list_and_detail_change_in_one_frame(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        # Long enough for the papers shown at the start not to count as keys that have piled up.
        await asyncio.sleep(0.05)
        seat.screen.paper_list.action_move(1)
        shown = seat.screen.detail.entry
        assert shown is not None and shown.key == seat.screen.paper_list.key


async def test_behind_a_burst_of_keys_the_detail_shows_the_last_paper(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        for _ in range(6):
            seat.screen.paper_list.action_move(1)
        await seat.settled()
        shown = seat.screen.detail.entry
        assert seat.screen.paper_list.cursor == 6
        assert shown is not None and shown.key == seat.screen.paper_list.key
