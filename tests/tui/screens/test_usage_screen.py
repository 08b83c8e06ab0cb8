"""The screen of spending: sums, budgets, and what it is for while there is nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from textual import events
from textual.geometry import Size

from radar.errors import LibraryError
from radar.papers.jobs.spending import Budgets, Limits, Spending, SpendingBy, Totals
from radar.pipeline.radar import Radar
from radar.tui.lines.glyphs import ASCII
from radar.tui.screens.usage_screen import SpendingTable, UsageScreen
from tests.tui.driving import seated
from tests.tui.screens.alone import Alone, text_of, until

DAYS = tuple(
    Spending(
        f"2026-03-{day:02}", requests=day, papers=day, tokens_in=1000 * day, tokens_out=80, cost=0.01 * day
    )
    for day in range(30, 0, -1)
)
MODELS = (
    Spending(model="openai/gpt-oss-20b", requests=1_234, papers=1_200, cached=7, tokens_in=12_345_678,
             tokens_out=987_654, reasoning=123_456, reused=400_000, cost=12.5, estimated=3,
             estimated_cost=0.2),
    Spending(model="[/x] [@click=app.quit]q[/] 石" + "m" * 90, requests=5, tokens_in=10, unpriced=5),
    Spending(model="at-home", requests=5, tokens_in=10),
)  # fmt: skip


@dataclass
class Spender:
    """What was spent, with the face of the library's reader and of radar."""

    spent: dict[SpendingBy, tuple[Spending, ...]] = field(default_factory=dict)
    budgets: Budgets = field(default_factory=Budgets)
    today: Totals = field(default_factory=Totals)
    error: LibraryError | None = None
    asked: list[int] = field(default_factory=list)

    @property
    def reader(self) -> Spender:
        return self

    def spending(self, by: SpendingBy, days: int = 30) -> tuple[Spending, ...]:
        if self.error is not None:
            raise self.error
        self.asked.append(days)
        return self.spent.get(by, ())

    def spent_today(self) -> Totals:
        return self.today


def shown(app: Alone[None]) -> str:
    parts = [app.shown.query_one(f"#usage-{name}") for name in ("title", "budgets", "table", "notes", "foot")]
    return "\n".join(map(text_of, parts))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50), (44, 24)])
async def test_spending_is_summed_by_day_model_and_endpoint(size: tuple[int, int]) -> None:
    app = Alone(UsageScreen(Spender({SpendingBy.DAY: DAYS, SpendingBy.MODEL: MODELS})))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Spending by day, the last 30 days" in shown(app)
        assert "2026-03-30" in shown(app)
        assert "$4.65" in shown(app), "the sum stands above, where it is seen"
        await pilot.press("tab")
        await pilot.pause()
        text = shown(app)
        assert "Spending by model" in text
        assert "12,345,678" in text
        assert "~$12.50" in text
        assert "free" in text
        assert "no price is known for 5 requests" in " ".join(text.split())
        assert max(map(len, text.splitlines())) <= size[0]


@pytest.mark.parametrize("budgets", [Budgets(), Budgets(Limits(1.0), Limits(2.0, 1000, 5))])
async def test_on_few_lines_there_are_rows_below_the_head_of_the_table(budgets: Budgets) -> None:
    app = Alone(UsageScreen(Spender({SpendingBy.DAY: DAYS}, budgets)))
    async with app.run_test(size=(40, 10)) as pilot:
        await until(pilot, lambda: "2026-03-30" in shown(app), "the rows")
        seen = app.shown.query_one("#usage-scroll").size.height
        assert seen >= 2, "the head, and the sum at least"


async def test_where_there_is_room_reasoning_and_reuse_are_shown_too() -> None:
    app = Alone(UsageScreen(Spender({SpendingBy.MODEL: MODELS})))
    for width, columns in ((80, 0), (120, 2)):
        async with app.run_test(size=(width, 30)) as pilot:
            await pilot.press("tab")
            await pilot.pause()
            assert sum(word in shown(app) for word in ("123,456", "400,000")) == columns
        app = Alone(UsageScreen(Spender({SpendingBy.MODEL: MODELS})))


async def test_without_spending_it_says_what_it_is_for() -> None:
    app = Alone(UsageScreen(Spender()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "each request is written down" in " ".join(shown(app).split())


async def test_budgets_of_today_are_shown_with_what_is_left() -> None:
    budgets = Budgets(Limits(tokens=5_000), Limits(cost=2.0))
    app = Alone(UsageScreen(Spender(budgets=budgets, today=Totals(0.5, 1_000, 3))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "today (UTC): 3 requests, 1,000 tokens, $0.50" in shown(app)
        assert "budget of the day: $1.50 left of $2.00" in shown(app)
        assert "budget of a run: 5,000 tokens" in shown(app)


async def test_fewer_and_more_days_are_asked_for_and_the_ends_hold() -> None:
    spender = Spender({SpendingBy.DAY: DAYS})
    app = Alone(UsageScreen(spender))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("]", "]", "]")
        assert spender.asked[-1] == 365
        await pilot.press(*"[[[[[[")
        assert spender.asked[-1] == 1
        await pilot.pause()
        assert "Spending by day, today" in shown(app)


async def test_a_long_table_scrolls() -> None:
    app = Alone(UsageScreen(Spender({SpendingBy.DAY: DAYS})))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("j", "j", "j")
        assert app.shown.query_one("#usage-scroll").scroll_y == 3
        await pilot.press("k")
        assert app.shown.query_one("#usage-scroll").scroll_y == 2


async def test_the_keys_that_move_in_the_list_scroll_a_long_table() -> None:
    app = Alone(UsageScreen(Spender({SpendingBy.DAY: DAYS})))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        scroll = app.shown.query_one("#usage-scroll")
        page, end = scroll.size.height // 2 * 2, scroll.max_scroll_y
        places = []
        for key in ("pagedown", "pageup", "space", "g", "ctrl+d", "ctrl+u", "G", "home", "end", "up"):
            await pilot.press(key)
            places.append(scroll.scroll_target_y)
        assert places == [page, 0, page, 0, page // 2, 0, end, 0, end, end - 1]
        assert end > page


async def test_a_ledger_that_cannot_be_read_is_said() -> None:
    app = Alone(UsageScreen(Spender(error=LibraryError("The library is [/] gone"))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "The library is [/] gone" in shown(app)


async def test_new_spending_shows_up_by_itself() -> None:
    spender = Spender()
    app = Alone(UsageScreen(spender))
    async with app.run_test(size=(80, 24)) as pilot:
        spender.spent[SpendingBy.DAY] = DAYS[:1]
        await until(pilot, lambda: "2026-03-30" in shown(app), "the new day")


@pytest.mark.parametrize("key", ["escape", "q", "dollar_sign"])
async def test_it_is_left_by_a_key(key: str) -> None:
    app = Alone(UsageScreen(Spender()))
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.results == [None]


async def test_plain_letters_are_all_that_is_drawn_with_ascii() -> None:
    app = Alone(UsageScreen(Spender({SpendingBy.DAY: DAYS}), ASCII))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert text_of(app.shown.query_one(SpendingTable)).isascii()


async def test_a_key_opens_it_from_the_list(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.pilot.press("dollar_sign")
        await seat.until(lambda: isinstance(seat.app.screen, UsageScreen), "the spending screen")
        await seat.pilot.press("escape")
        await seat.until(lambda: seat.on_main_screen, "the list")


async def test_a_window_may_change_its_size_while_it_opens_and_closes(radar: Radar) -> None:
    async with seated(radar) as seat:
        for size in (Size(100, 30), Size(90, 28)):
            seat.app.action_usage()
            seat.app.post_message(events.Resize(size, size))
            seat.app.post_message(events.Key("escape", None))
            await seat.until(lambda: seat.on_main_screen, "the list")
            for _ in range(5):
                await seat.pilot.pause()
        assert seat.app.is_running
