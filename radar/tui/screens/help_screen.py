"""Every key, what each sign means, and where the settings are; typing searches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from radar.tui.screens.opened_screen import OpenedScreen
from radar.tui.screens.scrolling_part import LINES, PAGES, ScrollArea, ScrollingPart
from radar.tui.terminal.clean_paste import CleanPaste
from radar.tui.words.help_text import (
    KEY_WIDTH,
    HelpKey,
    HelpLine,
    HelpSection,
    column_width,
    help_lines,
    matching,
    section_of,
)

_GAP = " " * 4
_FOOT = "arrows and page keys scroll"


class HelpSearch(CleanPaste, Input):
    """Searches what is typed, but leaves `?` and `q` to the screen while nothing is."""

    LEAVING: ClassVar[frozenset[str]] = frozenset({"q", "question_mark"})

    _OF_TEXT: ClassVar[frozenset[str]] = frozenset({"home", "end", "delete_right", "delete_left_all"})
    """What does nothing without a text, by keys that scroll the help then."""

    searching = False
    """Whether the reader has begun to search."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take printable keys, unless they leave the help."""
        if not self.searching and key in self.LEAVING:
            return False
        return super().check_consume_key(key, character)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what edits the text where there is one."""
        return (self.value != "" or action not in self._OF_TEXT) and super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Let the keys that leave pass, and `/` begin the search."""
        if self.searching:
            return
        if event.key in self.LEAVING:
            event.prevent_default()
        elif event.key == "slash":
            self.searching = True
            event.stop()
            event.prevent_default()
        else:
            self.searching = event.is_printable

    def drop(self) -> bool:
        """Forget what was searched for; return whether there was anything to forget."""
        searched, self.searching = self.searching, False
        self.value = ""
        return searched


def _beside_text(bindings: Iterable[Binding]) -> Iterator[Binding]:
    """Yield bindings with those of their keys that write nothing into the search."""
    for binding in bindings:
        keys = [key for key in binding.key.split(",") if len(key) > 1 and key != "space"]
        yield binding.with_key(",".join(keys))


class HelpScreen(ScrollingPart, OpenedScreen[None]):
    """Shows the keys of each area; `escape` leaves."""

    CSS_PATH = "help_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "leave", id="help.back", tooltip="Drop the search, or leave the help"),
        Binding("q,question_mark", "leave", "leave", show=False, id="help.leave", tooltip="Leave the help"),
        Binding("slash", "search", "search", show=False, id="help.search", tooltip="Search the help"),
        *_beside_text((*LINES, *PAGES)),
    ]

    def __init__(
        self,
        sections: Sequence[HelpSection],
        legend: Sequence[tuple[str, str]] = (),
        settings_path: str = "",
    ) -> None:
        """Show help.

        Args:
            sections: the keys of each area, made by `section_of`.
            legend: each sign of the list with what it means.
            settings_path: where the settings file is, or would be.
        """
        super().__init__()
        signs = HelpSection("Signs in the list", tuple(HelpKey(sign, text) for sign, text in legend))
        own = section_of("This help", (binding for binding in self.BINDINGS if isinstance(binding, Binding)))
        self._sections = (*sections, *([signs] if legend else []), own)
        self._settings_path = settings_path

    def compose(self) -> ComposeResult:
        yield HelpSearch(placeholder="type to search the keys", id="help-search", compact=True)
        with ScrollArea(id="help-scroll"):
            yield Static(id="help-body", markup=False)
        yield Static(f"esc leaves   {_FOOT}", id="help-foot", markup=False)

    def on_mount(self) -> None:
        self.query_one(HelpSearch).focus()

    def on_resize(self) -> None:
        self._draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one("#help-scroll").scroll_to(y=0, animate=False)
        self._draw()

    def action_back(self) -> None:
        """Drop the search; where there is none, leave."""
        if not self.query_one(HelpSearch).drop():
            self.action_leave()

    def action_leave(self) -> None:
        """Leave the help."""
        self.dismiss(None)

    def action_search(self) -> None:
        """Go to the search."""
        search = self.query_one(HelpSearch)
        search.searching = True
        search.focus()

    def _draw(self) -> None:
        width = self.query_one("#help-scroll").scrollable_content_region.width or self.size.width - 4
        words = self.query_one(HelpSearch).value
        shown = matching(self._sections, words)
        if not shown:
            body = Content(f"No key for {words!r}. Esc drops the search.")
        else:
            lines = [_line(row, column_width(width)) for row in help_lines(shown, width)]
            if self._settings_path and not words:
                lines.append(Content(f"Settings: {self._settings_path}"))
            body = Content("\n").join(lines)
        self.query_one("#help-body", Static).update(body)
        self.query_one("#help-foot", Static).update(
            f"esc {'drops the search' if words else 'leaves'}   {_FOOT}"
        )


def _line(row: Sequence[HelpLine], width: int) -> Content:
    return Content(_GAP).join([_cell(line, width) for line in row])


def _cell(line: HelpLine, width: int) -> Content:
    if line.heading:
        cell = Content.styled(line.text, "bold $text-accent")
    else:
        keys = Content.styled(line.keys, "bold")
        cell = keys.pad_right(max(0, KEY_WIDTH - keys.cell_length)) + Content(line.text)
    return cell.pad_right(max(0, width - cell.cell_length))
