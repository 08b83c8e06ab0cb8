"""A screen that talks with the reader in its last lines."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.reactive import Reactive

from radar.papers.text.safe_text import clean

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    from radar.tui.flows.clipboard import Clipboard
    from radar.tui.flows.desk import Desk
    from radar.tui.flows.step import Say
    from radar.tui.screens.conversation import Conversation
    from radar.tui.widgets.footer_line import FooterLine
    from radar.tui.widgets.notice_line import NoticeLine
    from radar.tui.widgets.prompt_line import PromptLine

    _Screen = Screen[None]
else:
    # A part of a screen, no screen: Textual looks through all that a class inherits for each that is one.
    _Screen = object


class TalkingScreen(_Screen):
    """The part of a screen that hands answers to the conversation that asked for them."""

    notice: NoticeLine
    footer: FooterLine
    # What has the focus, and what had it, paint themselves; the rest of the screen looks as before.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, key_of: Callable[[str], str]) -> None:
        """Make the screen; `key_of` gives the key of an action by its id."""
        super().__init__()
        self.key_of = key_of
        self.typed_already: Callable[[Collection[str]], str] = lambda _choices: ""
        """Takes the key that was typed behind the one that is being obeyed, if it is one of these."""
        self.ready: Callable[[], object] = lambda: None
        """To be called when all of the screen is there, and can be typed to."""
        self.warnings: Callable[[], tuple[str, ...]] = tuple
        """Gives what the reader is to know of the settings, once the screen is there."""

    @cached_property
    def talk(self) -> Conversation:
        """Asks and tells the reader."""
        from radar.tui.screens.conversation import Conversation

        return Conversation(self, self.notice, self.prompt, self._show_change)

    @cached_property
    def clipboard(self) -> Clipboard:
        """Takes texts to the clipboard."""
        from radar.tui.flows.clipboard import Clipboard

        return Clipboard(lambda text: self.app.copy_to_clipboard(text))

    @cached_property
    def prompt(self) -> PromptLine:
        """Asks a question in the last lines."""
        from radar.tui.widgets.prompt_line import PromptLine

        return PromptLine((self.notice, self.footer))

    @property
    def _desk(self) -> Desk:
        raise NotImplementedError

    def _show_change(self, said: Say) -> None:
        raise NotImplementedError

    def on_unmount(self) -> None:
        if "talk" in self.__dict__:
            self.talk.leave()

    def action_copy_text(self) -> None:
        """Copy what the mouse selected."""
        from textual.widgets import Input

        if text := (self.get_selected_text() or "").strip():
            self.talk.attempt(partial(self.clipboard.copy, text, clean(text.splitlines()[0]), "selection"))
        else:
            # Where a text is typed, the short key is a letter of it.
            quits = "radar.quit_always" if isinstance(self.focused, Input) else "radar.quit"
            self.talk.say(f"nothing is selected to copy; {self.key_of(quits)} quits")

    def on_paper_detail_people_whole(self) -> None:
        self.talk.say("nothing to unfold: all authors known are shown")

    def on_paper_detail_no_evidence(self) -> None:
        self.talk.say(f"no flag rests on words here; {self.key_of('detail.leave')} goes back to the list")

    def on_prompt_line_answered(self, message: PromptLine.Answered) -> None:
        self.talk.take_reply(message.reply, message.text)

    def on_prompt_line_cancelled(self, message: PromptLine.Cancelled) -> None:
        if message.left is not None:
            self.talk.take_reply(message.left, message.text)
