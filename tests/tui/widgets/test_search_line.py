from __future__ import annotations

from radar.papers.query import PaperQuery
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
    async with seated(radar) as seat:
        await seat.press("slash")
        search = seat.screen.search
        await seat.press(*"crabs and shells " * 10)
        await seat.settled()
        far = search.scroll_x
        assert far > 0
        await seat.press(*["left"] * 6, *["delete"] * 5)
        await seat.settled()
        assert search.scroll_x == far - 5
        await seat.press("home")
        await seat.settled()
        assert search.scroll_x == 0


async def test_letters_follow_the_words_of_the_watch_that_was_chosen(radar: Radar) -> None:
    radar.library.add_watch("one", PaperQuery("shells"))
    radar.library.add_watch("other", PaperQuery("crabs and shells"))
    async with seated(radar) as seat:
        for keys, words in (
            ("12", "crabs and shells x"),
            ("012", "crabs and shells x"),
            ("2021", "shells x"),
        ):
            await seat.press(*keys, "slash", "space", "x")
            assert seat.screen.search.value == words
            await seat.press("escape")
            assert seat.screen.search.value == words.removesuffix(" x")
