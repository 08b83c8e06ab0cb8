from __future__ import annotations

import pytest

from radar.papers.bases import replace
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.flags import CodeStatus
from radar.papers.summaries.summary import (
    Agreement,
    Provenance,
    Summary,
    Takeaway,
    TakeawayOrigin,
    Verdict,
    Verdicts,
)
from radar.pipeline.radar import Radar
from radar.tui.detail.typography import ASCII, UNICODE
from radar.tui.screens.comparison_screen import ComparisonScreen, SummaryCards
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.invented import FLAGS, PAPER, WHEN, by_model, entry, offline
from tests.tui.screens.alone import Alone, text_of
from tests.tui.shelf import ENDPOINT, PAPERS


def _three(shown: int = 0) -> PaperEntry:
    other = by_model("Another way to say it.", flags=replace(FLAGS, code=CodeStatus()))
    return entry(summaries=(offline(), by_model(), other), shown=shown)


def _screen(shown: PaperEntry) -> tuple[Alone[int | None], ComparisonScreen]:
    screen = ComparisonScreen(shown, UNICODE)
    return Alone(screen), screen


def _cards(screen: ComparisonScreen) -> list[str]:
    return text_of(screen.query_one(SummaryCards)).splitlines()


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50), (44, 16)])
async def test_all_summaries_and_the_abstract_are_there(size: tuple[int, int]) -> None:
    app, screen = _screen(_three())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        told = " ".join(" ".join(_cards(screen)).split())
        for place, name in enumerate(("offline", "tiny-writer", "tiny-writer"), 1):
            assert f"{place} {name}" in told
        assert "Mistakes are rare and gentle." in told
        assert "≠ where their flags" in text_of(screen.query_one("#comparison-told"))


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (Verdict(Agreement.BOTH, "released"), "2 summaries; their flags are the same"),
        (
            Verdict(Agreement.RULE, "none"),
            "2 summaries; their flags are the same, though a model says otherwise",
        ),
    ],
    ids=["agreeing", "outvoted"],
)
async def test_flags_that_are_the_same_against_the_word_of_a_model_are_told_as_that(
    verdict: Verdict, told: str
) -> None:
    model = replace(by_model(), verdicts=Verdicts(code=verdict))
    app, screen = _screen(entry(summaries=(offline(), model)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = text_of(screen.query_one("#comparison-told")).splitlines()
        assert told in [line.strip() for line in lines]


async def test_the_way_out_is_told_on_a_narrow_terminal_too() -> None:
    app, screen = _screen(_three())
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.pause()
        assert "esc leaves" in text_of(screen.query_one("#comparison-foot"))


async def test_they_stand_side_by_side_where_there_is_room() -> None:
    app, screen = _screen(_three())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert [_cards(screen)[0].count(name) for name in ("1  offline", "2  tiny", "3  tiny")] == [1, 1, 1]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "2  tiny" not in _cards(screen)[0]


async def test_a_bar_marks_the_one_that_the_keys_move_to() -> None:
    app, screen = _screen(_three(shown=1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        barred = [line for line in _cards(screen) if line.startswith(UNICODE.bar)]
        assert "2  tiny-writer · shown in the list" in barred[0]
        await pilot.press("j", "j", "j")
        await pilot.pause()
        barred = [line for line in _cards(screen) if line.startswith(UNICODE.bar)]
        assert "3  tiny-writer" in barred[0]
        assert screen.query_one("#comparison-scroll").scroll_y > 0
        await pilot.press("h", "up", "k")
        assert screen.query_one(SummaryCards).cursor == 0


@pytest.mark.parametrize(
    ("keys", "chosen"), [("l enter", 1), ("down down v", 2), ("l escape", None), ("V", None), ("q", None)]
)
async def test_enter_comes_back_with_the_chosen_one_and_leaving_with_none(
    keys: str, chosen: int | None
) -> None:
    app, _screen_shown = _screen(_three())
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()
    assert app.results == [chosen]


async def test_page_keys_scroll() -> None:
    app, screen = _screen(_three())
    async with app.run_test(size=(80, 16)) as pilot:
        scroll = screen.query_one("#comparison-scroll")
        await pilot.press("pagedown")
        await pilot.pause()
        assert scroll.scroll_y > 5
        await pilot.press("pageup")
        await pilot.pause()
        assert scroll.scroll_y == 0


async def test_the_other_keys_that_move_in_the_list_by_more_than_one_scroll_too() -> None:
    app, screen = _screen(_three())
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.pause()
        scroll = screen.query_one("#comparison-scroll")
        end, places = scroll.max_scroll_y, []
        for key in ("G", "g", "end", "home", "ctrl+d", "ctrl+u", "space"):
            await pilot.press(key)
            places.append(scroll.scroll_target_y)
        half = scroll.size.height // 2
        assert places == [end, 0, end, 0, half, 0, 2 * half]
        assert end > 2 * half
        assert screen.query_one(SummaryCards).cursor == 0


async def test_o1_o2_hostile_text_is_shown_and_not_interpreted() -> None:
    bad = replace(PAPER, title="A [/] [@click=app.quit]title[/]")
    app, screen = _screen(entry(paper=bad, summaries=(offline("A [b] line [/x]."), by_model())))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "[@click=app.quit]" in text_of(screen.query_one("#comparison-title"))
        assert "A [b] line [/x]." in "\n".join(_cards(screen))


async def test_plain_signs_are_plain() -> None:
    screen = ComparisonScreen(_three(), ASCII)
    app: Alone[int | None] = Alone(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "!= where their flags differ" in text_of(screen.query_one("#comparison-told"))
        assert "\n".join(_cards(screen)).isascii()


def _by_a_model(radar: Radar, words: str) -> None:
    takeaway = Takeaway(words, TakeawayOrigin.MODEL)
    made = Provenance("endpoint", WHEN, "tiny-writer", words)
    radar.library.save_summaries([Summary(PAPERS[0].id, takeaway, FLAGS, made)])


async def test_v_in_capitals_opens_it_and_what_is_chosen_is_shown_in_the_list(radar: Radar) -> None:
    _by_a_model(radar, "First words.")
    _by_a_model(radar, "Second words.")
    async with seated(radar, (80, 24)) as seat:
        await seat.until(lambda: "Second words." in seat.text(), "the newest summary")
        await seat.press("V")
        await seat.until(lambda: isinstance(seat.app.screen, ComparisonScreen), "the comparison")
        await seat.pilot.press("k", "enter")
        await seat.until(lambda: "First words." in seat.text() and seat.on_main_screen, "the chosen one")
        assert "Second words." not in seat.text()
        found = radar.reader.entry(seat.screen.paper_list.key or 0)
        assert found is not None
        assert found.shown == 1


async def test_what_is_chosen_is_shown_though_another_was_made_anew_meanwhile(radar: Radar) -> None:
    for words in ("First words.", "Second words.", "Third words."):
        _by_a_model(radar, words)
    async with seated(radar, (80, 24)) as seat:
        await seat.until(lambda: "Third words." in seat.text(), "the newest summary")
        await seat.press("V")
        await seat.until(lambda: isinstance(seat.app.screen, ComparisonScreen), "the comparison")
        _by_a_model(radar, "First words.")
        await seat.pilot.press("k", "enter")
        await seat.until(lambda: "Second words." in seat.text() and seat.on_main_screen, "the chosen one")
        found = radar.reader.entry(seat.screen.paper_list.key or 0)
        assert found is not None
        assert found.summary.takeaway.text == "Second words."


async def test_it_opens_from_the_detail_too(radar: Radar) -> None:
    _by_a_model(radar, "First words.")
    async with seated(radar) as seat:
        await seat.press("enter", "V")
        await seat.until(lambda: isinstance(seat.app.screen, ComparisonScreen), "the comparison")
        await seat.press("escape")
        assert seat.on_main_screen
        assert seat.screen.detail.has_focus


async def test_with_a_single_summary_it_says_how_to_get_another(make_radar: MakeRadar) -> None:
    async with seated(make_radar(endpoint=ENDPOINT)) as seat:
        await seat.press("V")
        assert seat.on_main_screen
        assert "there is only this summary; m asks for another" in seat.said()


async def test_where_no_paper_is_listed_it_says_so(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("slash")
        await seat.type("zeppelin")
        await seat.press("enter", "V")
        assert seat.on_main_screen
        assert "no paper is listed here" in seat.said()


@pytest.mark.parametrize("key", ["v", "V"])
async def test_no_key_is_said_to_ask_for_another_where_nobody_can_be_asked(radar: Radar, key: str) -> None:
    async with seated(radar) as seat:
        await seat.press(key)
        assert seat.said() == "there is only this summary, and no endpoint is set up that could write another"
