"""The last line: what just happened, or what holds all the time."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from radar.tui.lines.live_lines import without_stub
from radar.tui.lines.wrapping import shortened

_SHARE = 3
"""The part of the width that what is wrong with a search has beside it at least."""


class NoticeLine(Widget):
    """Says things in plain text, never markup, to their end; what is shown all the time has one line."""

    SHOWN_FOR: ClassVar[float] = 12.0
    """Seconds that a message stays, unless another one comes."""
    DEFAULT_CSS = """
    NoticeLine { height: 1; width: 1fr; padding: 0 1; color: $text-muted; }
    NoticeLine.-hinted { color: $text-warning; }
    NoticeLine.-said { color: $foreground; }
    NoticeLine.-failed { color: $text-error; text-style: bold; }
    NoticeLine.-long { height: auto; max-height: 4; }
    NoticeLine.-lines { max-height: 8; }
    """
    text: reactive[str] = reactive("")
    """What was said last; empty when its time is over."""
    hint: reactive[str] = reactive("")
    """What helps with what is being typed; it stands before what is shown otherwise."""
    standing: reactive[str] = reactive("")
    """What is shown while nothing is said."""
    shorter: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    """The same in fewer and fewer words, for the width that it has."""

    def __init__(self, ellipsis: str = "…", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._ellipsis = ellipsis
        self._timer: Timer | None = None
        self._passing = False
        self._lasting = False

    def say(self, text: str, *, failed: bool = False, passing: bool = False, lasting: bool = False) -> None:
        """Show a message.

        Args:
            failed: something went wrong.
            passing: the next key outdates it.
            lasting: it stays over its time, until a key says that somebody is there.
        """
        self.text = text
        self._passing, self._lasting = passing, lasting
        self.set_class(bool(text) and not failed, "-said")
        self.set_class(bool(text) and failed, "-failed")
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(self.SHOWN_FOR, self._fade) if text else None
        self._fit()

    def advise(self, hint: str, wrong: bool) -> None:
        """Show what helps with what is being typed, to its end; empty for nothing.

        Args:
            hint: where it is in two parts, "what is wrong; what helps", the first one stands beside the
                search too, and goes where there is no room for it in a line.
            wrong: something typed is a mistake, not only unfinished.
        """
        if hint and hint != self.hint and not self.has_class("-failed"):
            # What was said answered an act before what is being typed.
            self.say("")
        self.hint = hint
        self.set_class(wrong, "-hinted")
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def render(self) -> Content:
        width = self.content_size.width
        line = Content(self.text or self._hint_in(width) or self._standing_in(width))
        return line if self.has_class("-long") else shortened(line, width, self._ellipsis)

    def go_on(self) -> None:
        """Drop a message that answered the key before this one."""
        if self._passing:
            self.say("")

    def _fit(self) -> None:
        """Take more lines than one only for what has no room in one, so that the list seldom gives way."""
        width = self.content_size.width
        lines = "\n" in self.text
        self.set_class(lines, "-lines")
        long = lines or (width > 0 and cell_len(self.text or self._hint_in(width)) > width)
        if long or self.has_class("-long"):
            self.set_class(long, "-long")
            self.refresh(layout=True)

    def _hint_in(self, width: int) -> str:
        what, gap, helps = self.hint.rpartition("; ")
        fits = cell_len(self.hint) <= width
        return helps if gap and not fits and cell_len(what) <= width // _SHARE else self.hint

    def _standing_in(self, width: int) -> str:
        if not self.shorter:
            return without_stub(self.standing, width)
        lines = (self.standing, *self.shorter)
        return next((line for line in lines if cell_len(line) <= width), lines[-1])

    def _fade(self) -> None:
        if self._lasting:
            self._passing = True
        else:
            self.say("")
