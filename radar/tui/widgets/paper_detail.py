"""The detail of one paper, drawn line by line, with the words its flags stand on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from radar.papers.reader.query import PaperEntry
from radar.tui.detail.selecting import selected_text
from radar.tui.keys.detail_keys import DETAIL
from radar.tui.keys.scrolling import Scrolling
from radar.tui.lines.cells import cell_len
from radar.tui.lines.wrapping import index_at
from radar.tui.looks.joined import Line as Painted
from radar.tui.looks.line_view import LineView
from radar.tui.looks.styles import Drawn, LookStyles

if TYPE_CHECKING:
    from radar.papers.search.nodes import Words
    from radar.tui.detail.blocks import Line
    from radar.tui.detail.text import Detail
    from radar.tui.detail.typography import Typography

TEXT_WIDTH = 90
"""Lines are at most this many cells wide, for the eye's sake."""
GUTTER = 2
"""Cells at the left edge, where a bar stands beside the evidence that the reader is at."""
_LOOKS: Mapping[str, Drawn] = {
    "text": ("foreground", "", ""),
    "title": ("", "", "bold"),
    "quiet": ("foreground-muted", "", ""),
    "label": ("text-accent", "", "bold"),
    "takeaway": ("foreground", "", ""),
    "strong": ("", "", "bold"),
    "warning": ("text-warning", "", "bold"),
    "link": ("text-primary", "", ""),
    "evidence": ("text-success", "", "underline"),
    "pointed": ("text-accent", "", "italic"),
    "opinion": ("foreground-muted", "", "italic"),
    "current": ("", "success-muted", "bold underline"),
    "found": ("text-warning", "", "reverse"),
}
"""How each look is drawn."""
_NOTHING = "The paper under the cursor is shown here."

_CSS = """
PaperDetail {
    background: $background;
    color: $foreground;
    padding: 0 1 0 0;
    overflow-x: hidden;
    scrollbar-gutter: stable;
    scrollbar-size-vertical: 1;
}
"""


class PaperDetail(Scrolling, LineView, ScrollView, can_focus=True, inherit_bindings=False):
    """Everything radar holds of one paper; says where each flag comes from."""

    DEFAULT_CSS = _CSS
    BAR_FADES = True
    BEFORE = GUTTER
    BINDINGS: ClassVar[list[BindingType]] = list(DETAIL)

    entry: reactive[PaperEntry | None] = reactive(None, init=False)
    """The paper shown; a new state of the same paper keeps the place."""
    words: reactive[tuple[Words, ...]] = reactive((), init=False)
    """What was searched for."""
    current: reactive[int] = reactive(-1, init=False)
    """Number of the evidence the reader is at; negative for none."""

    class SummaryChosen(Message):
        """The reader wants another summary of the paper shown."""

        def __init__(self, key: int, number: int) -> None:
            super().__init__()
            self.key = key
            self.number = number
            """Which one it is, of `PaperEntry.numbers`."""

    class LinkChosen(Message):
        """The reader clicked a link."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    class PeopleWhole(Message):
        """The reader wants all authors, and there are no more than are shown."""

    class NoEvidence(Message):
        """The reader wants to walk along the evidence, and there is none."""

    class Left(Message):
        """The reader walked past the first or the last evidence, towards the list beside it."""

    def __init__(
        self,
        *,
        ascii_only: bool = False,
        waits: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Make the detail; `waits` leaves it blank until `begin`, or until it has a paper."""
        super().__init__(id=id, classes=classes)
        self._ascii = ascii_only
        self._waits = waits
        self._all_people = False
        self._detail: Detail | None = None
        self._lines: tuple[Line, ...] = ()
        self._folded_to = 0
        self._strips: dict[int, Strip] = {}
        self._whole: dict[int, Strip] = {}
        self._looks: dict[tuple[str, ...], Style] = {}
        self._drawn: LookStyles | None = None
        self._selection: Selection | None = None
        self._pointed = False

    @property
    def evidence_count(self) -> int:
        """How many spans of evidence there are to walk through."""
        return self._detail.evidence if self._detail is not None else 0

    @property
    def _width(self) -> int:
        """Cells of a line, without padding and scroll bar."""
        return self.scrollable_content_region.width

    @property
    def text_lines(self) -> tuple[str, ...]:
        """The lines as plain text."""
        return _texts(self._lines)

    def watch_entry(self, old: PaperEntry | None, new: PaperEntry | None) -> None:
        if old is None or new is None or old.key != new.key:
            self._all_people = False
            self.set_reactive(PaperDetail.current, -1)
            if self.scroll_y:
                self.scroll_to(y=0, animate=False)
        self._write()

    def watch_words(self) -> None:
        self._write()

    def watch_current(self) -> None:
        self._paint_anew()
        self.refresh()
        self._show_current()

    def on_resize(self) -> None:
        self._fold()

    def on_enter(self) -> None:
        self._point(True)

    def on_leave(self) -> None:
        self._point(self._selection is not None)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._paint_anew()
        self._looks.clear()
        self._drawn = None

    def action_evidence(self, step: int) -> None:
        """Go to the next evidence or the one before; at the end to the list, or round where it is hidden."""
        number, count = self.current + step, self.evidence_count
        if count == 0:
            self.post_message(self.NoEvidence())
        elif 0 <= number < count:
            self.current = number
        elif self.screen.has_class("-narrow"):
            self.current = 0 if step > 0 else count - 1
            self._show_current()
        else:
            self.current = -1
            self.post_message(self.Left())

    def action_switch(self) -> None:
        """Ask for the next of several summaries; where there is one, the screen says so as in the list."""
        if self.entry is None or len(self.entry.summaries) < 2:
            raise SkipAction
        index = (self.entry.shown + 1) % len(self.entry.summaries)
        self.post_message(self.SummaryChosen(self.entry.key, self.entry.numbers[index]))

    def action_people(self) -> None:
        """Show all authors, or fold them again; where they are too few for that, the screen says so."""
        if not _folds_people(self.entry):
            self.post_message(self.PeopleWhole())
            return
        self._all_people = not self._all_people
        self._write()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self._selection is not None:
            return
        from radar.tui.detail.head import SHOW_PEOPLE
        from radar.tui.detail.takeaway import SWITCH

        target = _target_at(self._lines, offset.x, offset.y + self.scroll_offset.y)
        if target == SHOW_PEOPLE:
            self.action_people()
        elif target == SWITCH:
            self.action_switch()
        elif target:
            self.post_message(self.LinkChosen(target))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selected_text(self._lines, selection), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self._selection = selection
        self._paint_anew()
        self.refresh()

    def whole_lines(self, lines: Sequence[int]) -> Sequence[Strip]:
        above, end = self.scroll_offset.y, len(self._lines)
        numbers = [min(y + above, end) for y in lines]
        for number in numbers:
            if number not in self._whole:
                self._whole[number] = self.framed(self._line(number), self._folded_to)
        return [self._whole[number] for number in numbers]

    def render_line(self, y: int) -> Strip:
        return self._line(y + self.scroll_offset.y)

    def _line(self, number: int) -> Strip:
        if number >= len(self._lines):
            return Strip.blank(self._folded_to, self._look(()))
        if number not in self._strips:
            self._strips[number] = self._paint(number)
        return self._strips[number]

    def begin(self) -> None:
        """Show what there is to show."""
        self._waits = False
        self._write()

    def _paint_anew(self) -> None:
        self._strips, self._whole = {}, {}

    def _write(self) -> None:
        had_evidence = self.evidence_count > 0
        self._detail = _detail_of(self.entry, self.words, _signs(self._ascii), self._all_people)
        if self.current >= self.evidence_count:
            self.set_reactive(PaperDetail.current, -1)
        if self.has_focus and had_evidence is not (self.evidence_count > 0):
            # Passed by, with the focus on the list, a paper changes no key of the footer.
            self.screen.refresh_bindings()
        self._fold()

    def _fold(self) -> None:
        width = self._width
        if width <= 0 or (self._waits and self._detail is None):
            return
        from radar.tui.detail.blocks import Block, Role, lay_out

        self._folded_to = width
        blocks = self._detail.blocks if self._detail is not None else (Block(_NOTHING, role=Role.QUIET),)
        before, self._lines = self._lines, lay_out(blocks, min(TEXT_WIDTH, width - GUTTER))
        if self._selection is not None and _texts(before) != self.text_lines:
            self._selection = None
            self.screen.clear_selection()
        self._paint_anew()
        self.fit(Size(width, len(self._lines)))
        self.refresh()

    def _show_current(self) -> None:
        shown = [number for number, line in enumerate(self._lines) if line.shows(self.current)]
        if self.current < 0 or not shown:
            return
        place = next((number for number in shown if self._lines[number].block.origin), shown[0])
        height = self.size.height
        if not self.scroll_offset.y <= place < self.scroll_offset.y + height - 1:
            self.scroll_to(y=place - height // 3, animate=False)

    def _point(self, pointed: bool) -> None:
        """Note whether the mouse is here: only then are lines painted so that it can select."""
        if pointed is not self._pointed:
            self._pointed = pointed
            self._paint_anew()
            self.refresh()

    def _paint(self, number: int) -> Strip:
        from radar.tui.detail.painting import pieces

        line = self._lines[number]
        bar = self.current >= 0 and line.shows(self.current)
        gutter = Segment((_signs(self._ascii).bar if bar else "").ljust(GUTTER), self._look(()))
        painted = [Segment(text, self._look(looks)) for text, looks in pieces(line, self.current) if text]
        if self._pointed:
            painted = _with_selection(self, self._selection, painted, number)
        used, width = GUTTER + sum(cell_len(segment.text) for segment in painted), self._folded_to
        rest = Segment(" " * max(0, width - used), self._look(()))
        return Painted([gutter, *painted, rest], max(used, width))

    def _look(self, names: tuple[str, ...]) -> Style:
        if self._drawn is None:
            self._drawn = LookStyles(_LOOKS, self.app.theme_variables)
        if names not in self._looks:
            self._looks[names] = sum((self._drawn[name] for name in names), self.rich_style)
        return self._looks[names]


def _texts(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the lines as plain text: a selection names places in them, and holds as long as they do."""
    return tuple(line.plain.rstrip() for line in lines)


def _folds_people(entry: PaperEntry | None) -> bool:
    from radar.tui.detail.head import PEOPLE_SHOWN

    return entry is not None and len(entry.paper.authors) > PEOPLE_SHOWN


def _detail_of(
    entry: PaperEntry | None, words: tuple[Words, ...], signs: Typography, all_people: bool
) -> Detail | None:
    from radar.tui.detail.text import detail_of

    return None if entry is None else detail_of(entry, words, signs, all_people)


def _target_at(lines: Sequence[Line], x: int, number: int) -> str:
    """Return what a click on a cell of a line means; empty where it means nothing."""
    if not 0 <= number < len(lines):
        return ""
    line = lines[number]
    cell = x - GUTTER - len(line.indent)
    if cell < 0:
        return ""
    index = index_at(line.text, cell)
    return line.target_at(line.start + index) if index < len(line.text) else ""


def _with_selection(
    detail: PaperDetail, selection: Selection | None, segments: list[Segment], number: int
) -> list[Segment]:
    """Show what is selected, and note for the mouse which characters the segments hold."""
    span = selection.get_span(number) if selection is not None else None
    if span is not None:
        text = Text.assemble(*((segment.text, segment.style or "") for segment in segments), end="")
        style = detail.screen.get_component_rich_style("screen--selection")
        text.stylize(style, span[0], len(text) if span[1] == -1 else span[1])
        segments = list(text.render(detail.app.console))
    return list(Strip(segments).apply_offsets(0, number))


def _signs(ascii_only: bool) -> Typography:
    from radar.tui.detail.typography import ASCII, UNICODE

    return ASCII if ascii_only else UNICODE
