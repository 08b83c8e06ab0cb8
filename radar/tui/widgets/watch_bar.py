"""The side bar of watches: their numbers, names, and how many papers are new in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from radar.papers.reader.watch import Watch
from radar.tui.keys.keymap import WATCHES
from radar.tui.lines.glyphs import Glyphs
from radar.tui.lines.wrapping import cut, wrap
from radar.tui.terminal.terminal_cursor import cell_of

EVERYTHING = 0
"""Stands for the whole library, where else the number of a watch is."""
KEYS = 9
"""So many watches have a key; those behind them are reached in the bar."""
UNCOUNTED = -1
"""In the place of a count that could not be made."""
_BEFORE = 4
"""Cells before a name: cursor, sign, key and a space."""
_COUNT_ROOM = 4
"""Cells kept for a count and the space before it, so that the list stays where it is as counts come in."""
_HEAD = 1
"""Lines above the first row."""


class WatchBar(Widget, can_focus=True, inherit_bindings=False):
    """Lists everything and below it the watches, with a cursor of its own."""

    # Also where it stands on the screen, which the sheet of the screen would have every start read.
    SCOPED_CSS: ClassVar[bool] = False
    DEFAULT_CSS = """
    WatchBar {
        width: auto; min-width: 26; max-width: 100%; height: 1fr;
        color: $foreground; background: $background; padding-right: 1;
    }
    RadarScreen WatchBar { display: none; border-right: solid $border-blurred; }
    RadarScreen WatchBar:focus { border-right: solid $primary; }
    .-wide.-watches WatchBar { display: block; max-width: 33%; }
    .-narrow.-watching WatchBar {
        display: block; layer: above; width: 100%; border-right: none; background: $surface;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(WATCHES)
    watches: reactive[tuple[Watch, ...]] = reactive[tuple[Watch, ...]]((), layout=True)
    news: reactive[Mapping[int, int]] = reactive[Mapping[int, int]]({})
    """How many papers are new, by the number of the watch; none while they are being counted."""
    shown: reactive[int] = reactive(EVERYTHING)
    """Number of the watch whose papers are listed."""
    cursor: reactive[int] = reactive(0)
    """Line of the cursor; 0 is everything."""

    class Chosen(Message):
        """The reader wants the papers of a watch listed."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class Asked(Message):
        """The reader wants a watch renamed, removed or moved so many places."""

        def __init__(self, act: str, watch: Watch, step: int = 0) -> None:
            super().__init__()
            self.act = act
            self.watch = watch
            self.step = step

    class NoWatch(Message):
        """The reader wants the line of everything renamed, removed or moved."""

    class Left(Message):
        """The reader goes back to the papers."""

    def __init__(self, glyphs: Glyphs, key_of: Callable[[str], str], *, id: str | None = None) -> None:
        """Make the bar; `key_of` gives the key of an action by its id."""
        super().__init__(id=id)
        self._glyphs = glyphs
        self._key_of = key_of
        self._sign = ">" if glyphs.plain else "▸"
        self._top = 0
        self._laid_out = 0

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the name under the cursor begins."""
        return cell_of(self, _BEFORE, _HEAD + self.cursor - self._top)

    @property
    def under_cursor(self) -> Watch | None:
        """The watch under the cursor; None on the line of everything."""
        return self.watches[self.cursor - 1] if 0 < self.cursor <= len(self.watches) else None

    def go_to(self, number: int) -> None:
        """Put the cursor on a watch."""
        self.cursor = self._line_of(self.watches, number)

    def watch_watches(self, old: Sequence[Watch], new: Sequence[Watch]) -> None:
        number = old[self.cursor - 1].number if 0 < self.cursor <= len(old) else EVERYTHING
        line = self._line_of(new, number)
        # Where the watch is gone, the one that took its place.
        self.cursor = line if line or number == EVERYTHING else min(self.cursor, len(new))

    def watch_cursor(self) -> None:
        if self.has_focus:
            # What the footer offers depends on the line.
            self.screen.refresh_bindings()

    def watch_news(self) -> None:
        if self.is_attached and self._needed() != self._laid_out:
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return how wide the longest name and count are."""
        self._laid_out = self._needed()
        return self._laid_out

    def _needed(self) -> int:
        names = max((cell_len(watch.name) for watch in self.watches), default=0)
        counts = max((len(f"{count:,}") + 1 for count in self.news.values()), default=0)
        return _BEFORE + names + max(counts, _COUNT_ROOM)

    def render(self) -> Content:
        width, height = self.content_size.width, self.content_size.height
        lines = [self._line(EVERYTHING, "everything", 0, width)]
        for place, watch in enumerate(self.watches, 1):
            lines.append(self._line(watch.number, watch.name, place, width))
        if not self.watches:
            lines += [Content(""), *self._explained(width - 2)]
        room = max(1, height - _HEAD)
        self._top = max(0, min(self._top, self.cursor, len(lines) - room))
        self._top = max(self._top, self.cursor - room + 1)
        head = Content.styled(cut("  watches", width, self._glyphs.ellipsis), "bold $text-muted")
        return Content("\n").join([head, *lines[self._top : self._top + room]])

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y < _HEAD:
            return
        line = offset.y - _HEAD + self._top
        if line <= len(self.watches):
            self.cursor = line
            self.action_choose()

    def action_move(self, step: int) -> None:
        """Go some lines down, or up."""
        self.cursor = max(0, min(len(self.watches), self.cursor + step))

    def action_half(self, halves: int) -> None:
        """Go half pages down, or up."""
        self.action_move(halves * max(1, (self.content_size.height - _HEAD) // 2))

    def action_edge(self, bottom: bool) -> None:
        """Go to the line of everything, or to the last watch."""
        self.cursor = len(self.watches) if bottom else 0

    def action_choose(self) -> None:
        """List the papers of the watch under the cursor."""
        watch = self.under_cursor
        self.post_message(self.Chosen(EVERYTHING if watch is None else watch.number))

    def action_rename(self) -> None:
        """Ask for another name."""
        self._ask("rename")

    def action_remove(self) -> None:
        """Remove the watch under the cursor."""
        self._ask("remove")

    def action_place(self, step: int) -> None:
        """Move the watch under the cursor down, or up."""
        self._ask("move", step)

    def action_leave(self) -> None:
        """Go back to the papers."""
        self.post_message(self.Left())

    def _ask(self, act: str, step: int = 0) -> None:
        watch = self.under_cursor
        self.post_message(self.NoWatch() if watch is None else self.Asked(act, watch, step))

    def _line(self, number: int, name: str, place: int, width: int) -> Content:
        shown, under = number == self.shown, place == self.cursor and self.has_focus
        key = str(place) if place <= KEYS else " "
        before = f"{self._glyphs.cursor if under else ' '}{self._sign if shown else ' '}{key} "
        news = self.news.get(number, 0)
        count = "?" if news == UNCOUNTED else f"{news:,}" if news else ""
        room = max(1, width - cell_len(before) - (len(count) + 1 if count else 0))
        text = cut(name, room, self._glyphs.ellipsis)
        gap = " " * (width - cell_len(before) - cell_len(text) - len(count))
        line = Content.assemble(
            (before, "bold $row-primary"),
            (text, "bold" if shown else ""),
            gap,
            (count, "bold $row-primary" if news > 0 else "$text-error"),
        )
        return line.stylize("on $row-cursor") if under else line

    def _explained(self, width: int) -> list[Content]:
        text = f"no watches yet: search or filter, then {self._key_of('watch.save')} saves that as a watch"
        return [
            Content.styled(f"  {text[start:end]}", "$text-muted") for start, end in wrap(text, max(8, width))
        ]

    @staticmethod
    def _line_of(watches: Sequence[Watch], number: int) -> int:
        return next((line for line, watch in enumerate(watches, 1) if watch.number == number), 0)
