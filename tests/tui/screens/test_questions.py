"""What a question at the bottom does to the rest of the screen: nothing, for all of that would be painted."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from radar.pipeline.radar import Radar
from radar.tui.screens.conversation import Conversation
from radar.tui.screens.talking_screen import TalkingScreen
from radar.tui.widgets.notice_line import NoticeLine
from radar.tui.widgets.prompt_line import PromptLine
from tests.tui.driving import Seat, seated, until


def places(seat: Seat) -> dict[str, object]:
    """Where everything above the last lines stands, and before what."""
    bottom = seat.screen.query_one("#bottom")
    return {
        repr(widget): geometry
        for widget, geometry in seat.screen._compositor.full_map.items()
        if bottom not in widget.ancestors_with_self
    }


async def test_a_question_of_two_lines_stands_in_place_of_the_keys_and_leaves_all_else_as_it_was(
    radar: Radar,
) -> None:
    async with seated(radar, (120, 36)) as seat:
        before = places(seat)
        await seat.press("L")
        assert seat.screen.prompt.size.height == 2
        assert places(seat) == before
        assert not seat.screen.footer.display
        assert not seat.screen.notice.display
        await seat.press("escape")
        assert places(seat) == before
        assert seat.screen.footer.display
        assert seat.screen.notice.display


async def test_the_keys_stay_beside_a_question_of_one_line(radar: Radar) -> None:
    async with seated(radar, (200, 50)) as seat:
        before = places(seat)
        await seat.press("L")
        assert seat.screen.prompt.size.height == 1
        assert places(seat) == before
        assert seat.screen.footer.display


async def test_a_long_question_is_read_whole_in_a_narrow_terminal(radar: Radar) -> None:
    async with seated(radar, (60, 24)) as seat:
        await seat.press("L")
        assert seat.screen.prompt.size.height == 3
        assert seat.lines()[-3].startswith(" newest now; list by")
        assert "esc" in seat.text()


async def test_a_question_that_is_folded_anew_gives_the_keys_their_line_back(radar: Radar) -> None:
    async with seated(radar, (120, 36)) as seat:
        await seat.press("L")
        assert not seat.screen.footer.display
        await seat.pilot.resize_terminal(200, 36)
        await seat.settled()
        assert seat.screen.prompt.size.height == 1
        assert seat.screen.footer.display
        assert not seat.screen.notice.display
        await seat.press("escape")
        assert seat.screen.notice.display


class Field(Static, can_focus=True):
    """May have the focus."""


class Two(TalkingScreen, Screen[None]):
    """Two fields."""

    def __init__(self) -> None:
        super().__init__(lambda _: "")
        self.talk = Conversation(self, NoticeLine(), PromptLine(), lambda _said: None)

    def compose(self) -> ComposeResult:
        yield Field("one", id="one")
        yield Field("two", id="two")


async def test_the_screen_is_not_painted_anew_when_the_focus_moves() -> None:
    screen = Two()

    class Asking(App[None]):
        def get_default_screen(self) -> Two:
            return screen

    app = Asking()
    async with app.run_test() as pilot:
        screen.query_one("#one").focus()
        await until(pilot, lambda: not screen._repaint_required, "the first picture")
        screen.set_focus(screen.query_one("#two"))
        assert screen.focused is screen.query_one("#two")
        assert not screen._repaint_required
