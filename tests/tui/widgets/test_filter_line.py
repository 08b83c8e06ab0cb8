from __future__ import annotations

from datetime import UTC, datetime

import pytest
from textual.app import App, ComposeResult

from radar.papers.bases import replace
from radar.papers.reader.query import CodeFilter, Order, PaperQuery
from radar.papers.reader.watch import Watch
from radar.tui.flows.watching import suggested_name
from radar.tui.widgets.filter_line import FilterLine
from tests.tui.screens.alone import text_of

SEEN = datetime(2026, 2, 3, tzinfo=UTC)
QUERY = PaperQuery("tides", CodeFilter.RELEASED, unread=True)
WATCH = Watch(3, "tides [/] and what they bring", QUERY, SEEN)


class Strip(App[None]):
    """Nothing but the line."""

    CSS = "FilterLine { width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.line = FilterLine(" · ")

    def compose(self) -> ComposeResult:
        yield self.line


async def test_the_filters_give_way_to_the_count() -> None:
    app = Strip()
    async with app.run_test(size=(40, 1)) as pilot:
        app.line.papers, app.line.found, app.line.query_shown = 100_000, 3_764, replace(QUERY, starred=True)
        await pilot.pause()
        assert text_of(app.line).strip() == "code · unread · s…    3,764 of 100,000"


@pytest.mark.parametrize(
    ("width", "mistake", "shown"),
    [
        (80, "there is no has:foo", "there is no has:foo    3,764 of 100,000"),
        (36, "there is no has:foo", "there is no has:foo    3,764"),
        (28, "there is no has:foo", "there is no has:…    3,764"),
        (26, "", "code · unread …    3,764"),
        (16, "", "code…    3,764"),
        (10, "", "3,764"),
        (5, "", "…"),
    ],
)
async def test_what_is_cut_is_seen_to_be_cut_and_never_the_number_of_papers(
    width: int, mistake: str, shown: str
) -> None:
    app = Strip()
    async with app.run_test(size=(width, 1)) as pilot:
        app.line.papers, app.line.found, app.line.query_shown = 100_000, 3_764, replace(QUERY, starred=True)
        app.line.mistake = mistake
        await pilot.pause()
        assert text_of(app.line).strip() == shown


@pytest.mark.parametrize(
    ("width", "query", "shown"),
    [
        (90, QUERY, "tides [/] and what they bring · newest    7 of 12"),
        (60, QUERY, "tides [/] and what they bring · newest    7 of 12"),
        (50, replace(QUERY, added_after=SEEN), "tides [/] and what th… · new · newest    7 of 12"),
        (50, replace(QUERY, order=Order.TITLE), "tides [/] and wh…, changed · by title    7 of 12"),
        (90, replace(QUERY, added_after=SEEN), "tides [/] and what they bring · new · newest    7 of 12"),
        (
            70,
            replace(QUERY, unread=False),
            "tides [/] and what they bring, changed · code · newest    7 of 12",
        ),
        (60, replace(QUERY, unread=False), "tides [/] and what th…, changed · code · newest    7 of 12"),
    ],
)
async def test_the_watch_that_is_listed_leaves_room_for_the_count(
    width: int, query: PaperQuery, shown: str
) -> None:
    app = Strip()
    async with app.run_test(size=(width, 1)) as pilot:
        app.line.papers, app.line.found = 12, 7
        app.line.watch_listed, app.line.query_shown = WATCH, query
        await pilot.pause()
        assert text_of(app.line).strip() == shown


async def test_a_watch_that_is_named_after_its_filters_tells_them_once_until_they_are_changed() -> None:
    app = Strip()
    async with app.run_test(size=(90, 1)) as pilot:
        query = PaperQuery(code=CodeFilter.RELEASED, starred=True)
        app.line.papers, app.line.found = 12, 7
        app.line.watch_listed, app.line.query_shown = Watch(1, suggested_name(query), query, SEEN), query
        await pilot.pause()
        assert text_of(app.line).strip() == "code, starred · newest    7 of 12"
        app.line.query_shown = replace(query, starred=False)
        await pilot.pause()
        assert text_of(app.line).strip() == "code, starred, changed · code · newest    7 of 12"
