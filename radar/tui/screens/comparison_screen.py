"""All summaries of one paper under or beside each other; one of them can be chosen for the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from radar.errors import RadarError
from radar.papers.reader.query import PaperEntry
from radar.tui.detail.blocks import Line, Role
from radar.tui.detail.comparison import DIFFERS, DIFFERS_PLAIN, GAP, Row, cards, differing, outvoted
from radar.tui.detail.painting import pieces
from radar.tui.detail.readable import readable
from radar.tui.detail.typography import ASCII, UNICODE, Typography
from radar.tui.lines.wrapping import wrap
from radar.tui.screens.opened_screen import OpenedScreen
from radar.tui.screens.scrolling_part import PAGES, ScrollArea, ScrollingPart
from radar.tui.terminal.terminal_cursor import cell_of
from radar.tui.widgets.paper_detail import PaperDetail
from radar.tui.words.states import no_other_summary
from radar.tui.words.told import in_words

if TYPE_CHECKING:
    from radar.tui.screens.radar_screen import RadarScreen

_LOOKS: dict[str, str] = {
    Role.LABEL: "bold $text-accent",
    Role.QUIET: "$foreground-muted",
    Role.STRONG: "bold",
    Role.WARNING: "bold $text-warning",
}
_PROSE = 90
"""Lines of running text are at most so many cells wide."""


class SummaryCards(Widget, can_focus=True):
    """Draws the summaries and a bar beside the one that the reader is at."""

    cursor: reactive[int] = reactive(0)
    """Place of that summary among those of the paper."""

    class Moved(Message):
        """The reader went to another summary."""

    def __init__(self, entry: PaperEntry, signs: Typography, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entry = entry
        self._signs = signs
        self._rows: tuple[Row, ...] = ()
        self.set_reactive(SummaryCards.cursor, entry.shown)

    def watch_cursor(self) -> None:
        self.post_message(self.Moved())

    def move(self, step: int) -> None:
        """Go to the summary behind, or before; not beyond the ends."""
        self.cursor = max(0, min(len(self._entry.summaries) - 1, self.cursor + step))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the card that the reader is at begins."""
        for row in self._rows:
            if (column := self.cursor - row.first) in range(len(row.columns)):
                beside = column * (GAP + row.width + 1)
                return cell_of(self, beside + GAP, self.place.y)
        return cell_of(self, 0, 0)

    @property
    def place(self) -> Region:
        """Where the summary that the reader is at is drawn."""
        top = 0
        for row in self._rows:
            if row.first <= self.cursor < row.first + len(row.columns):
                return Region(0, top, max(1, self.size.width), row.height)
            top += row.height
        return Region(0, 0, 1, 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._rows = cards(self._entry, width, self._signs)
        return sum(row.height for row in self._rows) + len(self._abstract(width))

    def render(self) -> Content:
        width = self.size.width
        self._rows = cards(self._entry, width, self._signs)
        lines = [self._line(row, parts) for row in self._rows for parts in row.lines]
        return Content("\n").join([*lines, *self._abstract(width)])

    def _line(self, row: Row, parts: tuple[Line | None, ...]) -> Content:
        drawn = Content("")
        for column, line in enumerate(parts):
            here = line is not None and row.first + column == self.cursor
            bar = Content.styled((self._signs.bar if here else "").ljust(GAP), "bold $text-accent")
            card = Content.assemble(*_painted(line)) if line is not None else Content("")
            gap = len(parts) > 1
            drawn += bar + card.pad_right(max(0, row.width + gap - card.cell_length))
        return drawn

    def _abstract(self, width: int) -> list[Content]:
        """Return what the summaries are of, to see who is right."""
        text = readable(self._entry.paper.abstract).text
        spans = wrap(text, min(_PROSE, max(20, width - 2 * GAP))) if text else ()
        indent = " " * GAP
        return [Content(indent + text[start:end]) for start, end in spans]


class ComparisonScreen(ScrollingPart, OpenedScreen[int | None]):
    """Shows the summaries of a paper; comes back with the place of the one to show, or with None."""

    CSS_PATH = "comparison_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,v", "choose", "show in the list", id="comparison.choose", tooltip="Show it in the list"
        ),
        Binding(
            "j,l,down,right", "move(1)", "next", show=False, id="comparison.next", tooltip="The next summary"
        ),
        Binding(
            "k,h,up,left", "move(-1)", "back", show=False, id="comparison.back", tooltip="The summary before"
        ),
        *PAGES,
        Binding("escape,q,V", "leave", "leave", id="comparison.leave", tooltip="Back, nothing changed"),
    ]

    def __init__(self, entry: PaperEntry, signs: Typography) -> None:
        """Show the summaries of a paper.

        Args:
            entry: the paper.
            signs: the signs between words.
        """
        super().__init__()
        self._entry = entry
        self._signs = signs

    def compose(self) -> ComposeResult:
        title = readable(self._entry.paper.title).text or self._entry.paper.id
        yield Static(Content(title), id="comparison-title", markup=False)
        yield Static(Content(self._told()), id="comparison-told", markup=False)
        with ScrollArea(id="comparison-scroll"):
            yield SummaryCards(self._entry, self._signs, id="comparison-cards")
        foot = "j/k move   enter shows it in the list   esc leaves   page keys scroll"
        yield Static(foot, id="comparison-foot", markup=False)

    def on_mount(self) -> None:
        self.query_one(SummaryCards).focus()
        self.once_painted(self.on_summary_cards_moved)

    def on_summary_cards_moved(self) -> None:
        place = self.query_one(SummaryCards).place
        self.query_one("#comparison-scroll").scroll_to_region(place, animate=False)

    def action_move(self, step: int) -> None:
        """Go to another summary."""
        self.query_one(SummaryCards).move(step)

    def action_choose(self) -> None:
        """Show the summary in the list from here on."""
        self.dismiss(self.query_one(SummaryCards).cursor)

    def action_leave(self) -> None:
        """Leave; nothing changes."""
        self.dismiss(None)

    def _told(self) -> str:
        count = f"{len(self._entry.summaries)} summaries"
        if not differing(self._entry):
            doubt = ", though a model says otherwise" if outvoted(self._entry) else ""
            return f"{count}; their flags are the same{doubt}"
        return f"{count}; {DIFFERS_PLAIN if self._signs.plain else DIFFERS} where their flags differ"


def show_comparison(screen: RadarScreen, *, ascii_only: bool) -> None:
    """Show the summaries of the paper under the cursor, and in the list the one that the reader chooses."""
    key = screen.paper_list.key
    try:
        entry = None if key is None else screen.radar.reader.entry(key)
    except RadarError as error:
        screen.notice.say(in_words(error), failed=True)
        return
    if entry is None:
        screen.talk.say("no paper is listed here")
        return
    if len(entry.summaries) < 2:
        screen.talk.say(no_other_summary(screen.radar, screen.key_of))
        return

    def chosen(index: int | None) -> None:
        if index is not None:
            screen.post_message(PaperDetail.SummaryChosen(entry.key, entry.numbers[index]))

    screen.app.push_screen(ComparisonScreen(entry, ASCII if ascii_only else UNICODE), chosen)


def _painted(line: Line) -> Iterator[Content | tuple[str, str]]:
    for text, names in pieces(line, -1):
        looks = [_LOOKS[name] for name in names if name in _LOOKS]
        yield (text, " ".join(looks[-1:])) if looks else Content(text)
