from __future__ import annotations

from pathlib import Path

import pytest

from radar.papers.reader.query import Mark, Order, PaperQuery, PaperRow
from radar.papers.text.safe_text import clean
from radar.pipeline.radar import Radar
from radar.tui.widgets.paper_detail import PaperDetail
from radar.tui.widgets.paper_list import PaperList
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.shelf import ENDPOINT, HOSTILE, PAPERS, WITH_CODE

TITLES = [clean(paper.title) for paper in PAPERS]


async def test_the_papers_are_there_newest_first_with_the_cursor_on_the_first(radar: Radar) -> None:
    async with seated(radar) as seat:
        assert seat.titles() == TITLES
        assert isinstance(seat.app.focused, PaperList)
        lines = seat.lines()
        assert lines[0].startswith(" radar   12 new · 12 papers · 3 with code")
        assert "all · newest    12" in lines[1]
        assert lines[2].startswith("▌● C · #   Sorting Shells by Sound")


async def test_the_letters_of_vim_move_the_cursor(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "j", "k", "down")
        assert seat.title() == TITLES[2]
        await seat.press("G")
        assert seat.title() == TITLES[-1]
        await seat.press("up", "g")
        assert seat.title() == TITLES[0]
        await seat.press("ctrl+d")
        assert seat.screen.paper_list.cursor > 3
        await seat.press("pagedown", "pageup", "ctrl+u", "ctrl+u")
        assert seat.title() == TITLES[0]


async def test_c_leaves_the_papers_with_released_code_and_again_all(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("c")
        assert seat.titles() == list(WITH_CODE)
        assert "code · newest    3 of 12" in seat.lines()[1]
        await seat.press("c")
        assert seat.titles() == TITLES


async def test_a_filter_leaves_the_cursor_on_its_paper(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "j", "j", "j", "j")
        assert seat.title() == "Counting Gulls Without Looking"
        await seat.press("c")
        assert seat.title() == "Counting Gulls Without Looking"
        await seat.press("L", "o")
        assert seat.screen.listing.query.order is Order.OLDEST
        assert seat.title() == "Counting Gulls Without Looking"
        assert seat.titles() == list(reversed(WITH_CODE))


async def test_search_lists_what_is_found_while_it_is_typed_and_escape_drops_it(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "j", "slash")
        await seat.type("gull")
        assert seat.titles() == ["Counting Gulls Without Looking"]
        assert "1 of 12" in seat.lines()[1]
        await seat.press("escape")
        assert seat.titles() == TITLES
        assert seat.title() == TITLES[2]
        assert isinstance(seat.app.focused, PaperList)


async def test_results_stand_there_in_the_handling_of_the_letter_itself(radar: Radar) -> None:
    async with seated(radar) as seat:
        seat.screen.search.value = "gull"
        assert seat.titles() == ["Counting Gulls Without Looking"]


async def test_enter_keeps_the_words_and_the_keys_work_on_what_was_found(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("slash")
        await seat.type("shells")
        await seat.press("down", "enter")
        found = seat.titles()
        await seat.press("j")
        assert seat.screen.listing.query.text == "shells"
        assert seat.title() == found[2]


async def test_escape_goes_back_step_by_step_and_never_quits(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("c", "slash")
        await seat.type("of")
        await seat.press("enter", "enter")
        assert seat.screen.detail.has_focus
        await seat.press("escape")
        assert seat.screen.paper_list.has_focus
        assert seat.screen.listing.query.text == "of"
        await seat.press("escape")
        assert seat.screen.listing.query.text == ""
        assert len(seat.titles()) == 3
        await seat.press("escape")
        assert seat.screen.listing.query == PaperQuery()
        await seat.press("escape", "escape")
        assert seat.said() == "this is the whole list; q quits"
        assert seat.app.is_running


async def test_on_a_narrow_terminal_the_detail_covers_the_list_and_escape_returns_to_the_row(
    radar: Radar,
) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("j", "j", "j", "j")
        assert not seat.screen.detail.display
        await seat.press("enter")
        assert seat.screen.detail.has_focus
        assert not seat.screen.paper_list.display
        assert "A Survey of Tides" in seat.text()
        await seat.press("escape")
        assert seat.screen.paper_list.display
        assert seat.title() == "A Survey of Tides"


async def test_on_a_wide_terminal_the_detail_follows_the_cursor(radar: Radar) -> None:
    async with seated(radar, (120, 36)) as seat:
        await seat.press("j")
        assert seat.screen.detail.entry is not None
        assert seat.screen.detail.entry.paper.title == TITLES[1]


async def test_a_terminal_that_grows_or_shrinks_keeps_paper_and_place(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("j", "j", "j", "j")
        await seat.pilot.resize_terminal(130, 30)
        await seat.until(lambda: "released" in seat.text() or "TAKEAWAY" in seat.text(), "the detail")
        assert seat.screen.detail.entry is not None
        assert seat.screen.detail.entry.paper.title == "A Survey of Tides"
        await seat.pilot.click(PaperDetail, offset=(10, 5))
        await seat.pilot.resize_terminal(80, 24)
        await seat.until(lambda: not seat.screen.paper_list.display, "the detail alone")
        await seat.press("escape")
        assert seat.screen.paper_list.display
        assert seat.title() == "A Survey of Tides"


async def test_a_terminal_too_small_says_so_and_nothing_else(radar: Radar) -> None:
    async with seated(radar, (38, 9)) as seat:
        assert " ".join(seat.text().split()) == "too small: radar needs 40 columns and 10 lines"


@pytest.mark.parametrize("reading", [False, True])
async def test_a_terminal_that_grew_back_takes_keys_where_it_took_them_before(
    radar: Radar, reading: bool
) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("j", *(["enter"] if reading else []))
        await seat.pilot.resize_terminal(20, 5)
        await seat.until(lambda: seat.app.focused is None, "the loss of the focus")
        await seat.pilot.resize_terminal(80, 24)
        await seat.until(lambda: seat.app.focused is not None, "the focus")
        await seat.press("escape" if reading else "j")
        assert seat.title() == TITLES[1 if reading else 2]


async def test_what_is_read_is_not_counted_as_new_and_what_is_taken_back_is(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("space", "enter", "escape")
        assert seat.lines()[0].startswith(" radar   10 new")
        await seat.press("U")
        assert seat.lines()[0].startswith(" radar   11 new")


async def test_opening_marks_read_and_looking_does_not(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j")
        assert _marks(seat.screen.radar, TITLES[1]) is Mark.NONE
        await seat.press("enter", "escape")
        assert _marks(seat.screen.radar, TITLES[1]) is Mark.READ
        await seat.press("U")
        assert _marks(seat.screen.radar, TITLES[1]) is Mark.NONE


async def test_space_marks_read_and_goes_on_and_undo_goes_back_to_the_paper(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("space", "space")
        assert seat.title() == TITLES[2]
        assert _marks(radar, TITLES[0]) is Mark.READ
        assert _marks(radar, TITLES[1]) is Mark.READ
        await seat.press("U")
        assert _marks(radar, TITLES[1]) is Mark.NONE
        assert seat.title() == TITLES[1]
        await seat.press("k", "space")
        assert _marks(radar, TITLES[0]) is Mark.NONE
        assert seat.title() == TITLES[0]


async def test_a_star_is_painted_and_can_be_taken_back(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("s")
        assert seat.lines()[2].startswith("▌★ C")
        await seat.press("asterisk")
        assert seat.titles() == TITLES[:1]
        await seat.press("asterisk", "U")
        assert seat.lines()[2].startswith("▌● C")
        await seat.press("U")
        assert seat.said() == "nothing to take back"


async def test_n_and_p_go_to_unread_papers(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "space", "space", "g", "n")
        assert seat.title() == TITLES[3]
        await seat.press("p")
        assert seat.title() == TITLES[0]
        await seat.press("p")
        assert seat.said() == "no unread paper above; n looks the other way"
        await seat.press("E", "r", "n")
        await seat.until(lambda: seat.said() == "no other unread paper is listed", "that all are read")


async def test_n_in_the_detail_reads_on(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("enter", "n")
        assert seat.screen.detail.entry is not None
        assert seat.screen.detail.entry.paper.title == TITLES[1]
        assert _marks(radar, TITLES[1]) is Mark.READ


async def test_copying_asks_for_the_form(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("y", "t")
        assert seat.app.clipboard == TITLES[0]
        await seat.press("y", "l")
        assert seat.app.clipboard == "https://arxiv.org/abs/2602.00001"
        await seat.press("y", "b")
        assert seat.app.clipboard.startswith("@")
        assert "BibTeX handed to the terminal: @" in seat.said()


async def test_export_asks_for_format_and_file_and_writes_what_is_in_view(
    radar: Radar, tmp_path: Path
) -> None:
    async with seated(radar) as seat:
        await seat.press("c", "e", "v", "ctrl+u")
        await seat.type("out.csv")
        seat.screen.prompt.query_one("#prompt-text").value = str(tmp_path / "out.csv")  # type: ignore[attr-defined]
        await seat.press("enter")
        await seat.until(lambda: "written" in seat.said(), "the export")
        text = (tmp_path / "out.csv").read_text(encoding="utf-8")
        assert all(title in text for title in WITH_CODE)
        assert "A Survey of Tides" not in text


async def test_where_nothing_matches_the_filter_to_drop_is_named_with_its_key(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("c", "slash")
        await seat.type("limpets")
        text = seat.text()
        assert "nothing matches" in text
        assert "1 without `code`: c drops it" in text
        assert "3 without the words searched for: esc drops them" in text


async def test_hostile_and_wide_titles_are_painted_as_they_are(radar: Radar) -> None:
    async with seated(radar, (100, 30)) as seat:
        await seat.press("j", "j", "s", "enter", "escape", "y", "t")
        assert HOSTILE in seat.said()
        assert HOSTILE in seat.text()
        assert all(len(line) <= 100 for line in seat.lines())
        await seat.press("slash")
        await seat.type("[/] [@click=app.quit]")
        await seat.press("escape")
        assert seat.app.is_running


async def test_asking_for_a_summary_without_an_endpoint_says_what_to_set(radar: Radar) -> None:
    async with seated(radar, (200, 30)) as seat:
        for key in ("m", "M"):
            await seat.press(key)
            assert "no endpoint is set" in seat.said()
            assert "base_url and model in" in seat.said()
            assert "radar.toml" in seat.said()
            assert "start it again" in seat.said()
        assert radar.reader.jobs() == ()


async def test_refreshing_without_a_source_says_what_to_set(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("R")
        assert "no source is set" in seat.said()


async def test_what_is_not_possible_now_says_why(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT)
    async with seated(radar) as seat:
        await seat.press("x")
        assert seat.said() == "no job is running"
        await seat.press("v")
        assert seat.said() == "there is only this summary; m asks for another"
        await seat.press("j", "O")
        assert "code" in seat.said()
        await seat.press("slash")
        await seat.type("zzz")
        await seat.press("enter")
        for key in ("s", "space", "t", "o", "y", "enter", "n", "p"):
            await seat.press(key)
            assert seat.said() == "no paper is listed here"
        for key in ("e",):
            await seat.press(key)
            assert seat.said() == "no paper in view to export"


async def test_leaving_notes_when_the_reader_looked(make_radar: MakeRadar) -> None:
    radar = make_radar()
    assert radar.reader.since is None
    async with seated(radar) as seat:
        await seat.press("q")
    with_since = type(radar.reader).open(radar.path)
    assert with_since.since is not None
    assert with_since.counts().new == 0
    with_since.close()


@pytest.mark.parametrize("theme", ["dark", "light", "plain", "nord", "no such theme"])
async def test_every_theme_paints(radar: Radar, theme: str) -> None:
    async with seated(radar, theme=theme) as seat:
        assert "Sorting Shells by Sound" in seat.text()


@pytest.mark.parametrize("size", [(130, 30), (60, 15)])
@pytest.mark.parametrize(
    "keys", ["j", "enter", "question_mark", "dollar_sign", "J", "I", "y", "e", "ctrl+p", "slash"], ids=str
)
async def test_ascii_draws_with_ascii_only(radar: Radar, size: tuple[int, int], keys: str) -> None:
    async with seated(radar, size, ascii=True) as seat:
        await seat.press(keys)
        own = [line for line in seat.lines() if "海" not in line]
        assert [line for line in own if not line.isascii()] == []


def _marks(radar: Radar, title: str) -> Mark:
    return _row(radar, title).marks


def _row(radar: Radar, title: str) -> PaperRow:
    rows = radar.reader.rows(radar.reader.keys(PaperQuery()))
    return next(row for row in rows if row.title == title)
