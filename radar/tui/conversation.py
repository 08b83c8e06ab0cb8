"""Leads a flow from step to step: asks in the prompt line, says in the notice line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.widget import Widget

from radar.errors import RadarError
from radar.tui.told import in_words
from radar.tui.widgets.notice_line import NoticeLine
from radar.tui.widgets.prompt_line import PromptLine

if TYPE_CHECKING:
    from radar.tui.flows.step import Say, Step, Work

ASKING = "-asking"
"""Class of the screen while a question is open."""


class Conversation:
    """What the screen and the reader say to each other at the bottom."""

    def __init__(
        self,
        screen: Screen[None],
        notice: NoticeLine,
        prompt: PromptLine,
        replies: Callable[[], Mapping[str, Callable[[str, str], Step]]],
        done: Callable[[Say], None],
    ) -> None:
        """Begin with nothing said.

        Args:
            replies: gives who takes the answers, by the first word of a question's purpose.
            done: called with what happened, so that the screen can show it.
        """
        self._screen = screen
        self._notice = notice
        self._prompt = prompt
        self._replies = replies
        self._done = done

    def attempt(self, step: Callable[[], Step | None]) -> None:
        """Take one step of a flow; what goes wrong is said in a line."""
        try:
            self._follow(step())
        except RadarError as error:
            self.say(in_words(error), failed=True)

    def say(self, text: str, *, failed: bool = False) -> None:
        """Answer a key in a line; the next one drops it, unless it tells of a failure."""
        self._notice.say(text, failed=failed, passing=not failed)

    def take_reply(self, purpose: str, text: str) -> None:
        """Go on with the answer to a question."""
        self._screen.remove_class(ASKING)
        self.attempt(partial(self._replies()[purpose.split(".")[0]], purpose, text))

    def leave_question(self) -> None:
        """Go on without an answer."""
        self._screen.remove_class(ASKING)

    def _follow(self, step: Step | None) -> None:
        from radar.tui.flows.step import Ask, Work

        if isinstance(step, Ask):
            self._screen.add_class(ASKING)
            self._prompt.ask(step.purpose, step.question, value=step.value, choices=step.choices)
        elif isinstance(step, Work):
            self.say(step.text)
            self._screen.run_worker(
                partial(self._work, step, self._screen.focused),
                group="work",
                exclusive=True,
                thread=True,
                exit_on_error=True,
            )
        elif step is not None:
            self.say(step.text, failed=step.failed)
            self._done(step)

    def _work(self, step: Work, focused: Widget | None) -> None:
        try:
            said = step.run()
        except RadarError as error:
            from radar.tui.flows.step import Say

            said = Say(in_words(error), failed=True)
        end = partial(self._end_work, said) if said else partial(self._go_on, step, focused)
        self._screen.app.call_from_thread(end)

    def _go_on(self, step: Work, focused: Widget | None) -> None:
        if step.then is None:
            return
        if self._screen.focused is focused and self._screen.is_current:
            self.attempt(step.then)
        else:
            # The reader is at something else: a question would take the keys meant for that.
            self._notice.say(f"{step.text}: done, ask again")

    def _end_work(self, said: Say) -> None:
        # It comes while the reader may be at other things, so that no key drops it.
        self._notice.say(said.text, failed=said.failed)
        self._done(said)
