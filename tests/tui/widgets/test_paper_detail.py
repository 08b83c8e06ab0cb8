from collections.abc import Iterator

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from radar.papers.bases import replace
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Flags
from radar.tui.widgets.paper_detail import PaperDetail
from tests.tui.detail.shown import sought
from tests.tui.invented import ABSTRACT, CODE, PAPER, by_model, entry, offline

HOSTILE = "[/] [@click=app.quit]press[/] [link=http://evil.example]x 石の\u0301 [Experiment & Benchmark]"


class Alone(App[None]):
    """One detail and nothing else."""

    CSS = "PaperDetail { height: 1fr; }"

    def __init__(self, ascii_only: bool = False) -> None:
        super().__init__()
        self.detail = PaperDetail(ascii_only=ascii_only)
        self.told: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.detail

    def on_mount(self) -> None:
        self.detail.focus()

    def on_paper_detail_summary_chosen(self, message: PaperDetail.SummaryChosen) -> None:
        self.told.append(message)

    def on_paper_detail_link_chosen(self, message: PaperDetail.LinkChosen) -> None:
        self.told.append(message)

    def on_paper_detail_left(self, message: PaperDetail.Left) -> None:
        self.told.append(message)


def told(pilot: Pilot[None]) -> list[Message]:
    assert isinstance(pilot.app, Alone)
    return pilot.app.told


async def show(pilot: Pilot[None], shown: PaperEntry | None) -> PaperDetail:
    detail = pilot.app.query_one(PaperDetail)
    detail.entry = shown
    await pilot.pause()
    return detail


def screen(detail: PaperDetail) -> Iterator[str]:
    return (detail.render_line(y).text.rstrip() for y in range(detail.size.height))


LONG = entry(replace(PAPER, abstract=f"{ABSTRACT} " * 8))


async def test_without_a_paper_there_is_a_quiet_line() -> None:
    async with Alone().run_test() as pilot:
        detail = await show(pilot, None)
        await show(pilot, entry())
        await show(pilot, None)
        assert detail.text_lines == ("The paper under the cursor is shown here.",)


@pytest.mark.parametrize("size", [(80, 24), (58, 34), (24, 10), (200, 50)])
async def test_a_paper_fits_every_width(size: tuple[int, int]) -> None:
    async with Alone().run_test(size=size) as pilot:
        detail = await show(pilot, entry(tags=("robots",)))
        assert next(screen(detail)).strip().startswith("Pebbler: Sorting")
        assert all(len(line) <= min(90, size[0]) for line in detail.text_lines)


@pytest.mark.parametrize("width", [58, 59, 60, 61, 80])
async def test_no_word_is_cut_at_the_right_edge(width: int) -> None:
    async with Alone().run_test(size=(width, 14)) as pilot:
        detail = await show(pilot, LONG)
        assert detail.show_vertical_scrollbar
        room = detail.scrollable_content_region.width
        assert max(map(len, detail.text_lines)) + 2 <= room == width - 2


async def test_a_resized_detail_is_folded_anew() -> None:
    async with Alone().run_test(size=(120, 30)) as pilot:
        detail = await show(pilot, entry())
        before = len(detail.text_lines)
        await pilot.resize_terminal(50, 30)
        await pilot.pause()
        assert len(detail.text_lines) > before


async def test_hostile_text_is_shown_as_it_is() -> None:
    paper = replace(
        PAPER, title=HOSTILE, authors=(HOSTILE,), abstract=HOSTILE, comment=HOSTILE, venue=HOSTILE
    )
    async with Alone().run_test(size=(120, 40)) as pilot:
        shown = entry(paper, (offline(HOSTILE, Flags()),), tags=(HOSTILE,), error=HOSTILE)
        detail = await show(pilot, shown)
        assert "\n".join(screen(detail)).count("[@click=app.quit]press[/]") == 8
        for y, line in enumerate(detail.text_lines[: detail.size.height]):
            if "press" in line:
                await pilot.click(detail, offset=(line.index("press") + 3, y))
        assert pilot.app.is_running
        assert not told(pilot)


async def test_tab_walks_along_the_evidence_and_leaves_behind_the_last() -> None:
    async with Alone().run_test() as pilot:
        detail = await show(pilot, entry())
        walked = []
        for _ in range(5):
            await pilot.press("tab")
            walked.append(detail.current)
        assert walked == [0, 1, 2, 3, -1]
        assert [type(message) for message in told(pilot)] == [PaperDetail.Left]


async def test_shift_tab_walks_back_and_leaves_before_the_first() -> None:
    async with Alone().run_test() as pilot:
        detail = await show(pilot, entry())
        await pilot.press("tab", "tab", "shift+tab")
        assert detail.current == 0
        await pilot.press("shift+tab")
        assert [type(message) for message in told(pilot)] == [PaperDetail.Left]


async def test_the_abstract_is_scrolled_to_the_evidence_which_a_bar_marks() -> None:
    last = replace(CODE, evidence=Evidence(TextField.ABSTRACT, 3000, 3060))
    shown = entry(LONG.paper, (offline(flags=Flags(code=last)),))
    async with Alone().run_test(size=(60, 14)) as pilot:
        detail = await show(pilot, shown)
        await pilot.press("tab")
        await pilot.pause()
        assert detail.scroll_offset.y > 10
        assert any(line.startswith("▌") for line in screen(detail))


async def test_keys_scroll() -> None:
    async with Alone().run_test(size=(60, 14)) as pilot:
        detail = await show(pilot, LONG)
        places = []
        for key in ("j", "k", "ctrl+d", "ctrl+u", "pagedown", "pageup", "G", "g", "down", "end", "home"):
            await pilot.press(key)
            places.append(int(detail.scroll_target_y))
        bottom = detail.max_scroll_y
        assert places == [1, 0, 7, 0, 14, 0, bottom, 0, 1, bottom, 0]


async def test_another_paper_begins_at_the_top_and_the_same_one_keeps_the_place() -> None:
    async with Alone().run_test(size=(60, 14)) as pilot:
        detail = await show(pilot, LONG)
        await pilot.press("tab", "G")
        place = detail.scroll_offset.y
        await show(pilot, replace(LONG, tags=("robots",)))
        assert (detail.scroll_offset.y, detail.current) == (place, 0)
        await show(pilot, replace(LONG, key=2))
        assert (detail.scroll_offset.y, detail.current) == (0, -1)


async def test_v_asks_for_the_next_summary() -> None:
    async with Alone().run_test() as pilot:
        await show(pilot, entry(summaries=(offline(), by_model()), shown=1, key=7))
        await pilot.press("v")
        [message] = told(pilot)
        assert isinstance(message, PaperDetail.SummaryChosen)
        assert (message.key, message.number) == (7, 0)


async def test_v_does_nothing_where_there_is_one_summary() -> None:
    async with Alone().run_test() as pilot:
        await show(pilot, entry())
        await pilot.press("v")
        assert not told(pilot)


async def test_a_click_on_a_link_asks_to_open_it() -> None:
    async with Alone().run_test() as pilot:
        detail = await show(pilot, entry())
        y = next(number for number, line in enumerate(detail.text_lines) if line.startswith("pdf"))
        await pilot.click(detail, offset=(20, y))
        await pilot.click(detail, offset=(60, y))
        await pilot.click(detail, offset=(3, y))
        [message] = told(pilot)
        assert isinstance(message, PaperDetail.LinkChosen)
        assert message.url == "https://arxiv.org/pdf/2602.00017"


async def test_a_and_a_click_unfold_the_authors() -> None:
    people = tuple(f"Author{number}" for number in range(20))
    async with Alone().run_test() as pilot:
        detail = await show(pilot, entry(replace(PAPER, authors=people)))
        y, line = next((y, line) for y, line in enumerate(detail.text_lines) if "10 more" in line)
        await pilot.click(detail, offset=(2 + line.index("10 more"), y))
        assert "Author19" in " ".join(detail.text_lines)
        await pilot.press("a")
        assert "Author19" not in " ".join(detail.text_lines)


async def test_words_found_are_painted() -> None:
    async with Alone().run_test() as pilot:
        detail = await show(pilot, entry())
        detail.words = sought("glance")
        await pilot.pause()
        painted = [
            segment.text for segment in detail.render_line(0) if segment.style and segment.style.reverse
        ]
        assert painted == ["Glance"]


async def test_evidence_is_told_from_plain_text_without_colour() -> None:
    async with Alone().run_test(size=(80, 40)) as pilot:
        detail = await show(pilot, entry())
        underlined = "".join(
            segment.text
            for y in range(detail.size.height)
            for segment in detail.render_line(y)
            if segment.style and segment.style.underline
        )
        assert "the new state of the art" in underlined
        assert "Sorting pebbles by hand" not in underlined


async def test_a_plain_terminal_gets_a_plain_bar() -> None:
    async with Alone(ascii_only=True).run_test(size=(80, 40)) as pilot:
        detail = await show(pilot, entry())
        await pilot.press("tab")
        assert any(line.startswith("|") for line in screen(detail))


async def select(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> str | None:
    """Select with the mouse, from one cell to another, and return the text."""
    detail = pilot.app.query_one(PaperDetail)
    await pilot.mouse_down(detail, offset=start)
    await pilot.hover(detail, offset=end)
    await pilot.mouse_up(detail, offset=end)
    await pilot.pause()
    return pilot.app.screen.get_selected_text()


def is_highlighted(detail: PaperDetail) -> bool:
    ground = detail.screen.get_component_rich_style("screen--selection").bgcolor
    return any(
        segment.style is not None and segment.style.bgcolor == ground
        for y in range(detail.size.height)
        for segment in detail.render_line(y)
    )


async def test_text_can_be_selected_with_the_mouse() -> None:
    async with Alone().run_test() as pilot:
        detail = await show(pilot, entry())
        assert await select(pilot, (2, 0), (8, 0)) == "Pebbler"
        assert is_highlighted(detail)


async def test_what_is_selected_has_no_breaks_of_the_screen_and_plain_blanks() -> None:
    async with Alone().run_test(size=(50, 40)) as pilot:
        detail = await show(pilot, LONG)
        lines = detail.text_lines
        assert any("\xa0" in line for line in lines)
        text = await select(pilot, (2, 0), (49, 39))
        assert text is not None
        assert "\xa0" not in text
        assert f"{LONG.paper.title}\n" in text
        assert f"{ABSTRACT} {ABSTRACT}"[:200] in text


async def test_another_paper_or_another_fold_of_it_drops_the_selection() -> None:
    async with Alone().run_test(size=(100, 30)) as pilot:
        detail = await show(pilot, entry())

        async def other_paper() -> None:
            await show(pilot, replace(LONG, key=2))

        async def narrower() -> None:
            await pilot.resize_terminal(60, 30)

        for change in (other_paper, narrower):
            assert await select(pilot, (2, 0), (8, 0))
            await change()
            await pilot.pause()
            assert not pilot.app.screen.get_selected_text()
            assert not is_highlighted(detail)


async def test_a_new_state_of_the_same_text_keeps_the_selection() -> None:
    async with Alone().run_test() as pilot:
        detail = await show(pilot, entry())
        await select(pilot, (2, 0), (8, 0))
        await show(pilot, entry())
        await pilot.resize_terminal(80, 20)
        await pilot.pause()
        assert pilot.app.screen.get_selected_text() == "Pebbler"
        assert is_highlighted(detail)
