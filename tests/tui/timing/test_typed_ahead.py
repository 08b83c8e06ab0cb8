from __future__ import annotations

import pytest
from textual import events
from textual.widget import Widget

from radar.papers.reader.query import Mark, Order, PaperQuery
from radar.pipeline.radar import Radar
from radar.tui.app import RadarApp
from radar.tui.screens.action_palette import ActionPalette
from radar.tui.screens.help_screen import HelpScreen
from radar.tui.screens.welcome_screen import WelcomeScreen
from radar.tui.timing.typed_ahead import Typed, TypedAhead
from radar.tui.widgets.prompt_line import PromptText
from tests.tui.driving import Seat, seated

NAMED = {"\r": "enter", "\n": "ctrl+j", "\t": "tab", "\x1b": "escape", "/": "slash", "?": "question_mark"}


def type_at_once(app: RadarApp, text: str) -> None:
    """Type as into a terminal whose program is busy: all keys are there before the first is looked at."""
    for letter in text:
        app.post_message(events.Key(NAMED.get(letter, letter), letter))


async def test_the_letters_of_a_search_typed_at_once_are_no_commands(radar: Radar) -> None:
    async with seated(radar) as seat:
        type_at_once(seat.app, "/shells")
        await seat.until(lambda: seat.screen.search.value == "shells", "the words")
        await seat.settled()
        assert seat.title() == "Sorting Shells by Sound"
        assert radar.reader.counts().starred == 0
        assert seat.screen.search.has_focus


@pytest.mark.parametrize("words", ["spending", "zz", "jobsx"])
async def test_what_is_chosen_in_the_palette_is_what_was_typed_there(radar: Radar, words: str) -> None:
    async with seated(radar) as seat:
        seat.screen.action_add()
        await seat.until(lambda: isinstance(seat.app.screen, WelcomeScreen), "the welcome")
        seat.app.post_message(events.Key("ctrl+p", None))
        type_at_once(seat.app, f"{words}\r")
        # Nothing that this screen does is called so.
        await seat.until(lambda: "No matches found" in seat.text(), "that nothing was found")
        assert isinstance(seat.app.screen, ActionPalette)


async def test_what_is_typed_while_the_program_starts_is_obeyed_in_turn(radar: Radar) -> None:
    app = RadarApp(radar)
    type_at_once(app, "jjs/sand")
    async with app.run_test(size=(120, 36)) as pilot:
        seat = Seat(app, pilot)
        await seat.until(lambda: seat.screen.search.value == "sand", "the words")
        await seat.settled()
        third = tuple(radar.reader.keys(PaperQuery()))[2]
        (row,) = radar.reader.rows((third,))
        assert row.marks & Mark.STARRED
        assert radar.reader.counts().starred == 1


async def test_a_search_and_what_is_done_with_its_first_paper_can_be_typed_at_once(radar: Radar) -> None:
    async with seated(radar) as seat:
        type_at_once(seat.app, "/shells\rs")
        await seat.until(lambda: radar.reader.counts().starred == 1, "the star")
        assert seat.screen.search.value == "shells"
        assert seat.screen.paper_list.has_focus


async def test_an_enter_that_the_terminal_made_a_line_feed_of_is_an_enter(radar: Radar) -> None:
    app = RadarApp(radar, keys={"paper.star": "ctrl+j"})
    type_at_once(app, "/shells\ni")
    async with app.run_test(size=(120, 36)) as pilot:
        seat = Seat(app, pilot)
        await seat.until(lambda: seat.screen.prompt.purpose == "note", "the question for the note")
        assert seat.screen.search.value == "shells"


@pytest.mark.parametrize(("keys", "starred"), [({}, 0), ({"paper.star": "b,ctrl+j"}, 1)])
async def test_ctrl_j_is_enter_unless_the_reader_gave_it_to_an_action(
    radar: Radar, keys: dict[str, str], starred: int
) -> None:
    async with seated(radar, keys=keys) as seat:
        type_at_once(seat.app, "\n")
        await seat.until(lambda: seat.screen.detail.has_focus or radar.reader.counts().starred == 1, "a key")
        assert radar.reader.counts().starred == starred


async def test_a_line_feed_in_a_pasted_text_stays_what_it_is(radar: Radar) -> None:
    async with seated(radar) as seat:
        seat.screen.action_add()
        await seat.until(lambda: isinstance(seat.app.screen, WelcomeScreen), "the welcome")
        seat.app.post_message(events.Paste("one line\nand another"))
        await seat.until(lambda: "and another" in seat.text(), "the box")


async def test_what_is_pasted_behind_a_key_goes_where_the_key_led(radar: Radar) -> None:
    async with seated(radar) as seat:
        type_at_once(seat.app, "/")
        seat.app.post_message(events.Paste("shells"))
        await seat.until(lambda: seat.screen.search.value == "shells", "the words")


async def test_keys_behind_the_one_that_opens_a_screen_go_to_that_screen(radar: Radar) -> None:
    async with seated(radar) as seat:
        type_at_once(seat.app, "?star")
        await seat.until(lambda: isinstance(seat.app.screen, HelpScreen), "the help")
        await seat.until(lambda: getattr(seat.app.focused, "value", "") == "star", "the letters")
        assert radar.reader.counts().starred == 0


async def test_keys_behind_the_one_that_closes_a_screen_go_to_the_list(radar: Radar) -> None:
    async with seated(radar) as seat:
        type_at_once(seat.app, "J\x1bs")
        await seat.until(lambda: radar.reader.counts().starred == 1, "the star")
        assert seat.on_main_screen


async def test_the_answer_to_a_question_can_be_typed_at_once(radar: Radar) -> None:
    async with seated(radar) as seat:
        type_at_once(seat.app, "Es")
        await seat.until(lambda: radar.reader.counts().starred == 12, "the stars")


async def test_keys_that_lead_nowhere_are_waited_for_by_none_and_others_are(radar: Radar) -> None:
    handed: list[str] = []

    async def hand_on(typed: Typed) -> None:
        handed.append(typed.key if isinstance(typed, events.Key) else "")

    async with seated(radar) as seat:
        ahead = TypedAhead(
            seat.app, hand_on, lambda typed: isinstance(typed, events.Key) and typed.key == "j"
        )
        for key in "jjsjj":
            await ahead.take(events.Key(key, key))
        assert handed == ["j", "j", "s"]
        await seat.until(lambda: handed == ["j", "j", "s", "j", "j"], "the keys behind")


async def test_keys_to_unread_papers_are_obeyed_at_once_one_behind_the_other(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "space", "space", "g")
        for key, place in (("n", 3), ("n", 4), ("p", 3), ("p", 0)):
            await seat.app.on_event(events.Key(key, key))
            assert seat.screen.paper_list.cursor == place
        await seat.press("p")
        assert seat.said() == "no unread paper above; n looks the other way"


async def test_a_search_behind_moves_can_be_typed_at_once(radar: Radar) -> None:
    async with seated(radar) as seat:
        type_at_once(seat.app, "jjj/shells\rs")
        await seat.until(lambda: radar.reader.counts().starred == 1, "the star")
        assert seat.screen.search.value == "shells"


@pytest.mark.parametrize(("keys", "asked"), [("LLj", False), ("LEj", True), ("Esj", True)])
async def test_an_order_that_was_typed_already_is_not_asked_for_and_all_else_is(
    radar: Radar, keys: str, asked: bool
) -> None:
    async with seated(radar) as seat:
        focused: list[Widget | None] = []
        seat.app.watch(seat.screen, "focused", lambda widget: focused.append(widget), init=False)
        type_at_once(seat.app, keys)
        await seat.until(lambda: seat.screen.paper_list.cursor == 1 or seat.screen.prompt.purpose != "", "j")
        await seat.settled()
        assert (seat.screen.prompt in focused) is asked
        assert (seat.screen.listing.query.order is Order.ADDED) is (keys == "LLj")


async def test_a_question_and_its_answer_can_be_typed_while_the_program_starts(radar: Radar) -> None:
    app = RadarApp(radar)
    type_at_once(app, "LL")
    async with app.run_test(size=(120, 36)) as pilot:
        seat = Seat(app, pilot)
        await seat.until(lambda: seat.screen.listing.query.order is not Order.NEWEST, "another order")
        assert seat.screen.prompt.purpose == ""


async def test_a_screen_asked_for_while_the_program_starts_opens(radar: Radar) -> None:
    app = RadarApp(radar)
    type_at_once(app, "?")
    async with app.run_test(size=(80, 24)) as pilot:
        await Seat(app, pilot).until(lambda: isinstance(app.screen, HelpScreen), "the help")


async def test_a_click_before_all_of_the_screen_is_there_does_nothing(radar: Radar) -> None:
    async with seated(radar) as seat:

        async def click() -> None:
            for kind in (events.MouseDown, events.MouseUp):
                seat.app.post_message(kind(None, 5, 6, 0, 0, 1, False, False, False, 5, 6))
            await seat.settled()

        seat.app._typed_ahead.waits = True
        await click()
        assert seat.screen.paper_list.cursor == 0
        seat.app._typed_ahead.waits = False
        await click()
        assert seat.screen.paper_list.cursor == 2


async def test_an_answer_that_is_asked_for_once_more_takes_the_keys_behind_it(radar: Radar) -> None:
    async with seated(radar) as seat:
        seat.app.post_message(events.Key("ctrl+p", None))
        await seat.until(lambda: isinstance(seat.app.screen, ActionPalette), "the palette")
        await seat.until(lambda: "add a paper" in seat.text().lower(), "what it offers first")
        type_at_once(seat.app, "\rxundo\r1")
        text = seat.screen.query_one(PromptText)
        await seat.until(lambda: text.value == "xundo1", "the keys behind the choice and the answer")
        await seat.until(lambda: "Once more" in seat.text(), "the question")
        assert text.has_focus


async def test_a_key_is_not_given_back_to_an_answer_that_nobody_waits_for(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("i", "escape")
        seat.screen.set_focus(seat.screen.query_one(PromptText))
        type_at_once(seat.app, "?")
        await seat.until(lambda: isinstance(seat.app.screen, HelpScreen), "the help")
        assert seat.screen.query_one(PromptText).value == ""
