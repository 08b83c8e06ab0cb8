from __future__ import annotations

import pytest
from textual import events

from radar.papers.reader.query import PaperQuery
from radar.pipeline.radar import Radar
from tests.tui.driving import seated


async def test_a_letter_of_a_search_lays_nothing_out(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("slash")
        search = seat.screen.search
        search.insert_text_at_cursor("s")
        assert search.virtual_size.width == 2
        assert not search._layout_required
        await seat.settled()


async def test_words_longer_than_the_line_scroll_with_the_cursor_and_back(radar: Radar) -> None:
    async with seated(radar, (60, 24)) as seat:
        await seat.press("slash")
        search = seat.screen.search
        await seat.press(*"crabs and shells " * 3)
        await seat.settled()
        far = search.scroll_x
        assert far > 0
        await seat.press(*["left"] * 6, *["delete"] * 5)
        await seat.settled()
        assert search.scroll_x == far - 5
        await seat.press("home")
        await seat.settled()
        assert search.scroll_x == 0


async def test_letters_at_the_end_follow_the_words_of_the_watch_that_was_chosen(radar: Radar) -> None:
    radar.library.add_watch("one", PaperQuery("shells"))
    radar.library.add_watch("other", PaperQuery("crabs and shells"))
    async with seated(radar) as seat:
        for keys, words in (
            ("12", "crabs and shells x"),
            ("012", "crabs and shells x"),
            ("2021", "shells x"),
        ):
            await seat.press(*keys, "slash", "end", "space", "x")
            assert seat.screen.search.value == words
            await seat.press("escape")
            assert seat.screen.search.value == words.removesuffix(" x")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["c", "l", "i", "m", "b"], "climb"),
        (["end", "x"], "crabsx"),
        (["right", "x"], "crabsx"),
        (["left", "x"], "xcrabs"),
        (["home", "x"], "xcrabs"),
        (["backspace"], ""),
    ],
)
async def test_a_letter_of_the_next_search_replaces_the_words_and_an_arrow_keeps_them(
    radar: Radar, keys: list[str], words: str
) -> None:
    async with seated(radar) as seat:
        await seat.press("slash", *"crabs", "enter", "slash", *keys)
        assert seat.screen.search.value == words
        assert seat.screen.listing.query.text == words


async def test_what_is_pasted_replaces_the_words_too(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("slash", *"crabs", "enter", "slash")
        seat.app.post_message(events.Paste("shells"))
        await seat.settled()
        assert seat.screen.search.value == "shells"


async def test_a_look_at_the_search_changes_nothing(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("slash", *"shells", "space", "enter", "j")
        listed, title, asked = seat.titles(), seat.title(), seat.screen.listing.query
        assert len(listed) > 1
        for leave in ("enter", "tab", "enter"):
            await seat.press("slash")
            assert seat.screen.search.has_focus
            await seat.press(leave)
            assert seat.screen.paper_list.has_focus
            assert (seat.titles(), seat.title()) == (listed, title)
            assert seat.screen.listing.query == asked
            assert seat.screen.search.value == "shells "


async def test_a_click_puts_the_cursor_where_it_was_and_selects_nothing(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("slash", *"crabs", "enter")
        await seat.pilot.click(seat.screen.search, offset=(2, 0))
        await seat.press("x")
        assert seat.screen.search.value == "crxabs"


@pytest.mark.parametrize("theme", ["dark", "light", "plain", "ansi-dark", "nord"])
async def test_words_that_the_next_letter_replaces_look_so(radar: Radar, theme: str) -> None:
    async with seated(radar, theme=theme) as seat:
        await seat.press("slash", *"crabs")
        looks = []
        for key in ("left", "enter", "slash"):
            await seat.press(key)
            strip = seat.screen.search.render_line(0)
            looks.append(next(segment.style for segment in strip if "crab" in segment.text))
        typed, left, opened = looks
        assert typed == left != opened


async def test_without_colour_the_cursor_and_the_words_to_be_replaced_are_reversed(
    radar: Radar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with seated(radar) as seat:
        await seat.press("slash", *"crabs", "enter", "slash")
        strip = seat.screen.search.render_line(0)
        reversed_text = "".join(one.text for one in strip if one.style and one.style.reverse)
        assert reversed_text == "crabs "
