"""Setting up an endpoint, one step after the other; nothing is written before the last of them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from radar.errors import RadarError
from radar.papers.text.safe_text import clean_layout
from radar.pipeline.endpoint_info import EndpointInfo
from radar.tui.lines.glyphs import UNICODE, Glyphs
from radar.tui.screens.endpoint_errands import EndpointErrands
from radar.tui.screens.opened_screen import OpenedScreen
from radar.tui.screens.scrolling_part import LINES, PAGES, ScrollArea, ScrollingPart
from radar.tui.terminal.clean_paste import CleanPaste
from radar.tui.widgets.choice_list import ChoiceList
from radar.tui.words.endpoint_choices import Choice, choices_of, more_models
from radar.tui.words.endpoint_setup import EndpointSetup, Stage
from radar.tui.words.endpoint_words import (
    about,
    keys_of,
    may_turn,
    so_far,
    title_of,
    trial_report,
    writing_report,
)

_REPORTED = (Stage.TRIAL, Stage.WRITE)
"""Steps in which nothing is typed."""
_LISTED = (Stage.KIND, Stage.KEY, Stage.MODEL)
_BESIDE = 3
"""Cells beside a line of the list: the padding of the screen, and of the list for its scroll bar."""
_SCROLL_BAR = 1
"""Cells beside a report, kept also where all of it fits: it would else be broken anew when it grows."""
_REST_OF_A_KEY = 1.0
"""So many seconds without a letter end a key that came in letters, as where pastes are not marked."""
_SCROLLING = frozenset({"lines", "half", "edge"})


class EndpointInput(CleanPaste, Input):
    """The line of a step, which is always the one that is typed into."""


class PickList(ChoiceList, can_focus=False):
    """What can be chosen; the line above keeps the keys."""


class EndpointScreen(ScrollingPart, EndpointErrands, OpenedScreen[EndpointInfo | None]):
    """Asks for an endpoint, tries it and writes it; comes back with it, or with None."""

    CSS_PATH = "endpoint_screen.tcss"
    # To mypy those of Textual are of an instance, which a class variable may not take the place of.
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (18, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "go on", id="setup.go_on", tooltip="Take it, and go on"),
        Binding("escape", "back", "back", id="setup.back", tooltip="One step back; what was typed stays"),
        Binding("down", "move(1)", "down", show=False, id="setup.down", tooltip="To the choice below"),
        Binding("up", "move(-1)", "up", show=False, id="setup.up", tooltip="To the choice above"),
        Binding(
            "pagedown", "move(8)", "on", show=False, id="setup.page_down", tooltip="Choices further down"
        ),
        Binding("pageup", "move(-8)", "back", show=False, id="setup.page_up", tooltip="Choices further up"),
        Binding(
            "ctrl+s", "skip", "all the same", show=False, id="setup.skip", tooltip="Go on in spite of the try"
        ),
        Binding(
            "tab", "turn", "default", show=False, id="setup.turn", tooltip="Whether later runs ask it too"
        ),
        *LINES,
        *PAGES,
    ]

    def __init__(self, setup: EndpointSetup, signs: Glyphs = UNICODE, file: str = "") -> None:
        """Go on where the reader left.

        Args:
            file: the settings file that is written into, for people; empty in a demo.
        """
        super().__init__()
        self.setup = setup
        self._signs = signs
        self._file = file
        self._choices: tuple[Choice, ...] = ()
        self._key_rest: Timer | None = None
        """Runs while more of a key that was refused may come."""

    def compose(self) -> ComposeResult:
        with Vertical(id="endpoint"):
            for part in ("title", "sofar", "about"):
                yield Static(id=f"endpoint-{part}", markup=False)
            yield EndpointInput(id="endpoint-text", compact=True, select_on_focus=False)
            yield PickList(id="endpoint-choices", compact=True, markup=False)
            with ScrollArea(id="endpoint-scroll"):
                yield Static(id="endpoint-report", markup=False)
            yield Static(id="endpoint-told", markup=False)
            yield Static(id="endpoint-foot", markup=False)

    def on_mount(self) -> None:
        self.open_stage()
        self.look_who_listens()

    def on_unmount(self) -> None:
        self.end_errands()
        super().on_unmount()

    def on_resize(self) -> None:
        self.once_painted(self.show)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Scroll only where there is a report; in a line the same keys are letters."""
        stage = self.setup.stage
        if action in _SCROLLING:
            return stage in _REPORTED
        if action in ("skip", "turn"):
            return stage is (Stage.TRIAL if action == "skip" else Stage.WRITE)
        return super().check_action(action, parameters)

    def open_stage(self) -> None:
        """Show the step that the reader is at, and begin what it needs."""
        line = self.query_one(EndpointInput)
        reported = self.setup.stage in _REPORTED
        line.display = not reported
        self.query_one(PickList).display = not reported
        self.scrolled.display = reported
        self._fill()
        self.set_focus(None if reported else line)
        self.scroll_to_top()
        self.tell("")
        self.show(anew=True)
        self.begin_stage()

    def show(self, *, anew: bool = False) -> None:
        """Paint what this step says now.

        Args:
            anew: whether the cursor of the list goes to the first choice, which is meant by what was typed.
        """
        setup, width = self.setup, max(12, self.app.size.width - 4 - _SCROLL_BAR)
        self._say("title", title_of(setup))
        told = so_far(setup, self._signs.dot)
        self._say("sofar", told)
        self.query_one("#endpoint-sofar").display = bool(told)
        self._say("about", about(setup))
        asked = self.query_one("#endpoint-about")
        asked.display = setup.stage not in _REPORTED
        asked.set_class(setup.stage in _LISTED, "-listed")
        self._say("foot", keys_of(setup, self.trying))
        if setup.stage is Stage.TRIAL:
            self.query_one("#endpoint-report", Static).update(trial_report(setup, self.trying, width))
        elif setup.stage is Stage.WRITE:
            self.query_one("#endpoint-report", Static).update(writing_report(setup, self._file, width))
        else:
            self._list(anew=anew)

    def _list(self, *, anew: bool) -> None:
        """List what can be chosen, with the cursor on the same choice where that is still there."""
        listed = self.query_one(PickList)
        before = self.setup.place if self.setup.stage is Stage.KEY else "" if anew else self.choice
        self._choices = choices_of(self.setup)
        width = max(8, self.app.size.width - 4 - _BESIDE)
        listed.clear_options()
        listed.add_options(Option(choice.row(width, self._signs.ellipsis)) for choice in self._choices)
        ids = [choice.id for choice in self._choices]
        listed.highlighted = (ids.index(before) if before in ids else 0) if ids else None
        if (more := more_models(self.setup)) and not self.query_one("#endpoint-told").display:
            self.tell(f"{more:,} more match: type more of the name")

    def scroll_to_top(self) -> None:
        """Show the beginning of the report."""
        self.scrolled.scroll_home(animate=False)

    @property
    def choice(self) -> str:
        """What the cursor is on; empty where nothing is listed."""
        at = self.query_one(PickList).highlighted
        return self._choices[at].id if at is not None and at < len(self._choices) else ""

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value == self.setup.text:
            return
        if self._key_rest is not None:
            self._key_rest.reset()
            self._fill()
            return
        by_letters = len(event.value) == len(self.setup.text) + 1
        refused = self.setup.type(event.value)
        self.tell(refused, failed=True)
        if refused:
            self._key_rest = self.set_timer(_REST_OF_A_KEY, self._key_has_come) if by_letters else None
            self._fill()
        self.show(anew=True)

    @property
    def key_comes(self) -> bool:
        """Whether letters are dropped as the rest of a key that was refused."""
        return self._key_rest is not None

    def _fill(self) -> None:
        """Show what is kept of this step, selected, so that the next letter takes its place."""
        line = self.query_one(EndpointInput)
        with self.prevent(Input.Changed):
            line.value = self.setup.text
        line.select_all()

    def _key_has_come(self) -> None:
        self._key_rest = None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not self.key_comes:
            # Behind a key that comes letter by letter stands its line end.
            self.action_go_on()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        event.stop()
        if self.setup.stage is Stage.KEY:
            self._place_key(self.choice)
        else:
            self.action_go_on()

    def action_go_on(self) -> None:
        """Take what was typed or chosen, and go to the next step."""
        stage = self.setup.stage
        if stage is Stage.WRITE:
            self.write()
        elif stage is Stage.TRIAL and (self.setup.outcome is None or self.setup.outcome.failure):
            self.begin_trial()
        else:
            self._forward()

    def action_skip(self) -> None:
        """Go on without a try, or in spite of it."""
        if not self.trying.running:
            self._forward()

    def action_back(self) -> None:
        """Go one step back; amid a try, end that first."""
        if self.writing:
            return
        if self.trying.running:
            self.cancel_trial()
        elif self.setup.back():
            self.end_errands()
            self.open_stage()
        else:
            self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Go to another choice; where a report stands, scroll."""
        listed = self.query_one(PickList)
        if self.setup.stage in _REPORTED:
            self.action_lines(step)
        elif self._choices and self.setup.stage in _LISTED:
            to = max(0, min(len(self._choices) - 1, (listed.highlighted or 0) + step))
            if self.setup.stage is Stage.KEY:
                self._place_key(self._choices[to].id)
            else:
                listed.highlighted = to

    def action_turn(self) -> None:
        """Have it asked by later runs too, or not."""
        if may_turn(self.setup):
            self.setup.default = not self.setup.default
            self.show()

    def tell(self, line: str, *, failed: bool = False) -> None:
        """Say something below the step."""
        told = self.query_one("#endpoint-told", Static)
        told.update(Content(clean_layout(line)))
        told.display = bool(line)
        told.set_class(failed, "-failed")

    def _forward(self) -> None:
        choice = self.choice if self.setup.stage in _LISTED else ""
        try:
            self.setup.go_on(choice)
        except RadarError as error:
            if self.setup.stage is Stage.KEY and self.query_one(EndpointInput).value != self.setup.text:
                self.query_one(EndpointInput).value = self.setup.text
            self.tell(str(error), failed=True)
        else:
            self.end_errands()
            self.open_stage()

    def _place_key(self, place: str) -> None:
        """Have the key come from somewhere else; what was typed for the other place is kept."""
        self.setup.place = place
        self._fill()
        self.tell("")
        self.show()

    def _say(self, where: str, text: str) -> None:
        self.query_one(f"#endpoint-{where}", Static).update(Content(text))
