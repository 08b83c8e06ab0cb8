"""What summaries cost, by day, model and endpoint, and what is left of the budgets."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import ClassVar, Protocol

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from radar.errors import RadarError
from radar.papers.jobs.spending import Budgets, Spending, SpendingBy, Totals
from radar.pipeline.usage_table import EMPTY, Table, budget_lines, table
from radar.tui.lines.glyphs import UNICODE, Glyphs
from radar.tui.lines.wrapping import cut, wrap
from radar.tui.screens.opened_screen import OpenedScreen
from radar.tui.screens.scrolling_part import LINES, PAGES, ScrollArea, ScrollingPart

_QUIET = "$foreground-muted"
_SPANS = (1, 7, 30, 90, 365)
"""Days that are shown."""
_GAP = 2
_WIDEST = 110
"""Cells that the table takes at most: beyond, the eye loses the row."""
_FOOT = "tab other view   [ ] fewer, more days   j/k scroll   esc leaves"


class SpendingReader(Protocol):
    """Where spending is read; the library's reader is one."""

    def spending(self, by: SpendingBy, days: int = 30) -> tuple[Spending, ...]:
        """Return what was spent in the last days."""
        ...

    def spent_today(self) -> Totals:
        """Return what today comes to."""
        ...


class Spender(Protocol):
    """What the screen needs of radar."""

    @property
    def reader(self) -> SpendingReader:
        """Where spending is read."""
        ...

    @property
    def budgets(self) -> Budgets:
        """How much may be spent."""
        ...


class SpendingTable(Widget):
    """Draws rows and their sum; its width decides how many columns there are."""

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._spent: tuple[Spending, ...] = ()
        self._by = SpendingBy.DAY

    def show(self, spent: tuple[Spending, ...], by: SpendingBy) -> None:
        """Show other rows."""
        self._spent, self._by = spent, by
        self.refresh(layout=True)

    @property
    def notes(self) -> tuple[str, ...]:
        """What signs in the table mean."""
        return table(self._spent, self._by, self._room).notes if self._spent else ()

    @property
    def _room(self) -> int:
        return max(20, min(_WIDEST, self.size.width or _WIDEST))

    def render(self) -> Content:
        if not self._spent:
            room = max(20, min(80, self.size.width))
            return Content("\n".join(EMPTY[start:end] for start, end in wrap(EMPTY, room)))
        shown = table(self._spent, self._by, self._room)
        *rows, total = shown.rows
        lines = [self._line(shown, shown.head, _QUIET), self._line(shown, total, "bold")]
        lines += [self._line(shown, cells, "") for cells in rows]
        return Content("\n").join(lines)

    def on_resize(self) -> None:
        self.refresh(layout=True)

    def _line(self, shown: Table, cells: tuple[str, ...], style: str) -> Content:
        name = cut(cells[0], shown.name, self._glyphs.ellipsis)
        figures = (
            " " * (_GAP + width - cell_len(text)) + text
            for width, text in zip(shown.widths, cells[1:], strict=True)
        )
        return Content.styled(name + " " * (shown.name - cell_len(name)) + "".join(figures), style)


class UsageScreen(ScrollingPart, OpenedScreen[None]):
    """Shows spending; `escape` leaves."""

    INTERVAL: ClassVar[float] = 1.0
    """Seconds between two looks at the ledger."""
    CSS_PATH = "usage_screen.tcss"
    # To mypy those of Textual are of an instance, which a class variable may not take the place of.
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (16, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", "other view", id="usage.next", tooltip="By day, by model, by endpoint"),
        Binding("shift+tab", "turn(-1)", "view before", show=False, id="usage.previous", tooltip="Back"),
        Binding("left_square_bracket", "span(-1)", "fewer days", id="usage.fewer", tooltip="Fewer days"),
        Binding("right_square_bracket", "span(1)", "more days", id="usage.more", tooltip="More days"),
        *LINES,
        *PAGES,
        Binding("escape,q,dollar_sign", "leave", "leave", id="usage.leave", tooltip="Back to the list"),
    ]

    def __init__(self, radar: Spender, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self._radar = radar
        self._glyphs = glyphs
        self._by = SpendingBy.DAY
        self._span = _SPANS.index(30)

    def compose(self) -> ComposeResult:
        yield Static(id="usage-title", markup=False)
        yield Static(id="usage-budgets", markup=False)
        with ScrollArea(id="usage-scroll"):
            yield SpendingTable(self._glyphs, id="usage-table")
        yield Static(id="usage-notes", markup=False)
        yield Static(_FOOT, id="usage-foot", markup=False)

    def on_mount(self) -> None:
        self._look()
        self.set_interval(self.INTERVAL, self._look)

    def on_resize(self) -> None:
        self.once_painted(self._look)

    def action_turn(self, step: int) -> None:
        """Sum by something else."""
        views = list(SpendingBy)
        self._by = views[(views.index(self._by) + step) % len(views)]
        self._look()

    def action_span(self, step: int) -> None:
        """Look at more or fewer days."""
        self._span = max(0, min(len(_SPANS) - 1, self._span + step))
        self._look()

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)

    def _look(self) -> None:
        days = _SPANS[self._span]
        shown = self.query_one(SpendingTable)
        try:
            settled = self._radar.reader.spending(SpendingBy.DAY, 1)
            today = self._radar.reader.spent_today()
            spent = self._radar.reader.spending(self._by, days)
        except RadarError as error:
            self._say("notes", str(error))
            return
        shown.show(spent, self._by)
        span = "today" if days == 1 else f"the last {days} days"
        self._say("title", f"Spending by {self._by}, {span}")
        told = budget_lines(self._radar.budgets, today, datetime.now(UTC), settled)
        self._say("budgets", "\n".join(told))
        self._say("notes", "\n".join(shown.notes))

    def _say(self, where: str, text: str) -> None:
        self.query_one(f"#usage-{where}", Static).update(Content(text))
