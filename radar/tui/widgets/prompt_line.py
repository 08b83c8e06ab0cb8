"""A question on one line at the bottom, where other programs open a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content, Span
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from radar.tui.lines.cells import cell_len
from radar.tui.lines.wrapping import index_at, wrap
from radar.tui.terminal.clean_paste import CleanPaste
from radar.tui.terminal.terminal_cursor import cell_of
from radar.tui.timing.typed_ahead import chosen

if TYPE_CHECKING:
    from radar.tui.flows.step import Step

    Reply = Callable[[str], Step | None]
    """Takes a text, and returns what comes of it."""

CANCEL = "escape"
_NO = "n"
_LEAST_TEXT = 32
"""Cells beside a question that a text of an answer needs; an address is seen to its end in few less."""


class PromptText(CleanPaste, Input):
    """The text of an answer; what is typed behind its end is given back, for it is no part of it."""

    def __init__(self, answered: Callable[[str], None], *, id: str | None = None) -> None:
        """Make the line; `answered` takes its text."""
        super().__init__(id=id, compact=True, select_on_focus=False)
        self._answered = answered
        self.asked = False
        """Whether an answer is waited for."""

    def on_key(self, event: events.Key) -> None:
        """Answer at once, for a binding or a message would come behind the keys that are on their way.

        Those came for something else, and are given back.
        """
        if self.asked and event.key != "enter":
            return
        event.stop()
        event.prevent_default()
        if self.asked:
            self._answered(self.value)
        else:
            if self.screen.focused is self:
                self.screen.set_focus(None)  # else it would come here again, and for ever
            self.app.post_message(events.Key(event.key, event.character))


class PromptLine(Widget, can_focus=True):
    """Asks for a text or for one of a few keys; not there while it asks nothing."""

    DEFAULT_CSS = """
    PromptLine {
        display: none;
        layout: horizontal;
        height: auto;
        max-height: 5;
        background: $panel;
        color: $foreground;
        & > #prompt-question { width: auto; max-width: 100%; height: auto; padding: 0 1; }
        & > #prompt-text { width: 1fr; min-width: 12; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(CANCEL, "cancel", "cancel", id="prompt.cancel", tooltip="Leave the question unanswered"),
    ]

    class Answered(Message):
        """The reader answered: a text, or the key of a choice."""

        def __init__(self, reply: Reply, text: str) -> None:
            super().__init__()
            self.reply = reply
            self.text = text

    class Cancelled(Message):
        """The reader left the question unanswered."""

        def __init__(self, left: Reply | None, text: str) -> None:
            super().__init__()
            self.left = left
            """Takes what was typed; None where nobody wants it."""
            self.text = text
            """What stood on the line."""

    def __init__(self, in_place_of: Sequence[Widget] = (), *, id: str | None = None) -> None:
        """Make the line.

        Args:
            in_place_of: lines that give room to as many lines of a question, so that what stands above them
                keeps its place.
        """
        super().__init__(id=id)
        self._in_place_of = tuple(in_place_of)
        self._drawn_to = 0
        self.purpose = ""
        """What is being asked for; empty while nothing is."""
        self._reply: Reply | None = None
        self._left: Reply | None = None
        self._choices: Mapping[str, str] = {}
        self._question = Content("")
        self._spots: tuple[tuple[int, int, str], ...] = ()
        self._lines: tuple[tuple[int, int], ...] = ()
        self._before: Widget | None = None
        self._begun_with = ""

    @property
    def half_typed(self) -> bool:
        """Whether there is a text that would be kept if the reader went elsewhere now."""
        text = self.query_one("#prompt-text", PromptText).value
        return self._left is not None and text.strip() not in ("", self._begun_with)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the question begins."""
        return cell_of(self, 1, 0)

    def compose(self) -> ComposeResult:
        yield Static(id="prompt-question", markup=False)
        yield PromptText(self._answer, id="prompt-text")

    def ask(
        self,
        purpose: str,
        question: str,
        reply: Reply,
        *,
        value: str = "",
        offered: str | None = None,
        replaced: bool = False,
        choices: Mapping[str, str] | None = None,
        left: Reply | None = None,
    ) -> None:
        """Ask, and take the keys until there is an answer; a question still open is cancelled.

        Args:
            purpose: what is asked for.
            question: shown as it is, never as markup.
            reply: takes the answer, and comes back with it: by then another question may be open.
            value: the text to begin with.
            offered: what stood there by itself, where that is another one.
            replaced: whether the first letter takes its place; an arrow or `end` keeps it.
            choices: what can be chosen, by key; without them a text is asked for.
            left: comes back with what was typed where the question is left unanswered.
        """
        if self.purpose:
            self.post_message(self._cancelled())
        else:
            self._before = self.screen.focused
        self.purpose = purpose
        self._reply, self._left = reply, left
        self._choices = dict(choices or {})
        self._question, self._spots = _with_choices(question, self._choices)
        self._draw()
        self._begun_with = (value if offered is None else offered).strip()
        self._open(value, replaced=replaced)

    def _open(self, value: str, *, replaced: bool) -> None:
        text = self.query_one("#prompt-text", PromptText)
        # Not by a class, which would be looked up in every style sheet for all that is inside.
        self.display, text.display = True, not self._choices
        text.asked = not self._choices
        self._place_text()
        text.value = value
        text.selection = Selection(0 if replaced else len(value), len(value))
        # At once, unlike `focus`: what left the line just before would else take it for left.
        self.screen.set_focus(self if self._choices else text)

    def action_cancel(self) -> None:
        """Leave the question unanswered; where it may be answered by no, that is what is meant."""
        if _NO in self._choices:
            self._answer(_NO)
        elif self.purpose:
            self._end(self._cancelled())

    def on_key(self, event: events.Key) -> None:
        """Take a choice; no other key but those that cancel gets past an open choice."""
        if not self._choices or event.key == CANCEL:
            return
        event.stop()
        event.prevent_default()
        if name := chosen(event, self._choices):
            self._answer(name)
        elif event.character == _NO:
            self.action_cancel()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self.query_one("#prompt-question", Static))
        if offset is None or not 0 <= offset.y < len(self._lines):
            return
        start, end = self._lines[offset.y]
        index = start + index_at(self._question.plain[start:end], offset.x)
        for first, last, key in self._spots:
            if first <= index < min(last, end):
                self.action_cancel() if key == CANCEL else self._answer(key)
                return

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Look the same: to go through every style sheet for it would take a third of a frame, twice."""

    def on_resize(self) -> None:
        if self.screen.size.width != self._drawn_to:
            self._draw()
            if self.purpose:
                self._place_text()
            else:
                self._make_room(0)

    def on_blur(self) -> None:
        self.call_after_refresh(self._cancel_when_left)

    def on_descendant_blur(self) -> None:
        self.call_after_refresh(self._cancel_when_left)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()

    def _answer(self, text: str) -> None:
        if self._reply is not None:
            self._end(self.Answered(self._reply, text))

    def _cancelled(self) -> Cancelled:
        return self.Cancelled(self._left, self.query_one("#prompt-text", PromptText).value)

    def give_up(self) -> tuple[Reply, str]:
        """Leave the question unanswered, and return who takes what was typed, and that."""
        message = self._cancelled()
        self._leave()
        return message.left or (lambda _text: None), message.text

    def _end(self, message: Message) -> None:
        self._leave()
        # Not through all that is around the line: what was asked for comes with the frame that takes it away.
        self.screen.post_message(message)

    def _leave(self) -> None:
        before, self._before = self._before, None
        self._close()
        if before is not None and not (before.is_attached and before.focusable):
            before = None
        # At once, unlike `focus`: the key after the answer is no letter of it.
        self.screen.set_focus(before)

    def _close(self) -> None:
        self.purpose = ""
        self._reply = self._left = None
        self._choices = {}
        self._spots = ()
        self.query_one("#prompt-text", PromptText).asked = False
        self.display = False
        self._make_room(0)

    def _place_text(self) -> None:
        """Put the answer beside the question where it fits there, else below it, and make room for both."""
        ends = cell_len(self._question.plain) if len(self._lines) == 1 else self._drawn_to
        below = not self._choices and self._drawn_to - ends < _LEAST_TEXT
        self.styles.layout = "vertical" if below else "horizontal"
        self.query_one("#prompt-text").styles.margin = (0, 1) if below else 0
        self._make_room(len(self._lines) + below)

    def _make_room(self, lines: int) -> None:
        for place, line in enumerate(self._in_place_of):
            line.styles.display = "none" if place < lines else None

    def _cancel_when_left(self) -> None:
        """Cancel when the focus went elsewhere, but not when only the terminal lost it."""
        if self.purpose and self.app.app_focus and not self.has_focus_within:
            message = self._cancelled()
            self._close()
            self.post_message(message)

    def _draw(self) -> None:
        # It is as wide as the screen, also while it is not there and has no size.
        self._drawn_to = self.screen.size.width
        width = self._drawn_to - 2
        if width <= 0:
            return
        self._lines = wrap(self._question.plain, width)
        # The no-break spaces have done their work now that the text is folded.
        shown = Content(self._question.plain.replace("\u00a0", " "), spans=list(self._question.spans))
        lines = [shown[start:end] for start, end in self._lines]
        self.query_one("#prompt-question", Static).update(Content("\n").join(lines))


def _with_choices(
    question: str, choices: Mapping[str, str]
) -> tuple[Content, tuple[tuple[int, int, str], ...]]:
    """Return the line, and start, end and key of each choice in it."""
    text = question
    spans: list[Span] = []
    spots: list[tuple[int, int, str]] = []
    for key, meaning in (*choices.items(), (CANCEL, "cancel")) if choices else ():
        text += "   "
        name = "esc" if key == CANCEL else key
        start = len(text)
        spans.append(Span(start, start + len(name), "bold $text-accent"))
        text += f"{name}\u00a0" + meaning.replace(" ", "\u00a0")
        spots.append((start, len(text), key))
    return Content(text, spans=spans), tuple(spots)
