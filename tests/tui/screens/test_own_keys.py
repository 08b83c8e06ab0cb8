from __future__ import annotations

from radar.papers.reader.query import Mark, PaperQuery
from radar.papers.text.safe_text import clean
from radar.pipeline.radar import Radar
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.shelf import ENDPOINT, PAPERS

TITLES = [clean(paper.title) for paper in PAPERS]


async def test_the_readers_own_keys_take_the_place_of_ours(radar: Radar) -> None:
    async with seated(radar, keys={"paper.star": "f"}) as seat:
        await seat.press("s")
        assert _marks_of_the_first(radar) is Mark.NONE
        await seat.press("f")
        assert _marks_of_the_first(radar) is Mark.STARRED


async def test_a_key_is_taken_away_but_what_it_did_is_in_the_palette(radar: Radar) -> None:
    async with seated(radar, keys={"paper.star": "", "radar.quit": "", "list.down": ""}) as seat:
        await seat.press("s", "q", "j")
        assert seat.title() == TITLES[0] and _marks_of_the_first(radar) is Mark.NONE
        footer = seat.lines()[-2]
        assert "summarise" in footer and "star" not in footer and "no key" not in footer
        await seat.press("escape")
        assert seat.said() == 'this is the whole list; "Quit" in ctrl+p quits'
        await seat.press("question_mark")
        await seat.type("star this")
        assert "no key        Star, or take the star away" in seat.text()
        await seat.press("escape", "escape")
        await seat.until(lambda: seat.on_main_screen, "the end of the help")
        await seat.press("ctrl+p")
        await seat.type("star this")
        await seat.until(lambda: "Star this paper (no key)" in seat.text(), "the action in the palette")
        await seat.press("enter")
        await seat.until(lambda: _marks_of_the_first(radar) is Mark.STARRED, "the star")


async def test_that_there_is_one_summary_is_told_in_the_detail_too_with_the_key_that_asks(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(endpoint=ENDPOINT)
    async with seated(radar, (80, 24), keys={"paper.summarise": "f6"}) as seat:
        await seat.press("v")
        told = seat.said()
        assert told == "there is only this summary; f6 asks for another"
        await seat.press("enter")
        assert seat.said() == ""
        await seat.press("v")
        assert seat.said() == told


async def test_keys_in_the_way_of_each_other_are_told_at_the_start(radar: Radar) -> None:
    async with seated(radar, keys={"paper.browse": "b", "paper.code": "b", "paper.star": "y"}) as seat:
        told = (
            "[keys] gives b to both paper.browse and paper.code, and 1 more. "
            'In [keys], give one of the two another key, or none (""): radar settings --keys lists all'
        )
        await seat.until(lambda: seat.said() == told, "what is wrong with the keys")


async def test_the_footer_follows_each_of_two_keys_that_stand_together(radar: Radar) -> None:
    async with seated(radar, keys={"list.up": "f3"}) as seat:
        assert "j/f3 move" in seat.lines()[-2]
    async with seated(radar, keys={"list.down": "f2", "list.up": ""}) as seat:
        assert "f2 move" in seat.lines()[-2]


async def test_the_key_of_the_help_leaves_it_too(radar: Radar) -> None:
    async with seated(radar, keys={"help.show": "f1"}) as seat:
        await seat.press("f1")
        assert len(seat.app.screen_stack) == 2
        await seat.press("f1")
        assert seat.on_main_screen


def _marks_of_the_first(radar: Radar) -> Mark:
    (row,) = radar.reader.rows(radar.reader.keys(PaperQuery())[:1])
    assert row.title == TITLES[0]
    return row.marks


async def test_the_first_page_names_the_readers_own_key_of_the_help(make_radar: MakeRadar) -> None:
    async with seated(make_radar(()), keys={"help.show": "f1"}) as seat:
        await seat.until(lambda: "a click   f1 help" in seat.text(), "how to choose")
        offered = [command.title for command in seat.app.get_system_commands(seat.app.screen)]
        assert "Load the sample (d)" in offered and not [name for name in offered if "pasted" in name]
