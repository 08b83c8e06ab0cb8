"""Leads a flow from step to step: asks in the prompt line, says in the notice line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.widget import Widget

from radar.errors import LibraryBusy, RadarError
from radar.papers.bases import Mutable
from radar.pipeline.course import Course, Stopped
from radar.tui.widgets.job_status import JobStatus
from radar.tui.widgets.notice_line import NoticeLine
from radar.tui.widgets.prompt_line import PromptLine
from radar.tui.words.told import in_words

_TRY_EVERY = 0.05
"""Seconds between two looks whether the library can be written again."""
if TYPE_CHECKING:
    from radar.tui.flows.step import Ask, Later, Say, Step, Work
    from radar.tui.screens.talking_screen import TalkingScreen


class _Waiting(Mutable):
    """What waits for its turn to write to the library."""

    run: Callable[[], Step | None]
    focused: Widget | None
    """What had the focus when it was asked for."""
    starts: str
    """The run that it starts; empty where it is a change that is done by itself."""


class Conversation:
    """What the screen and the reader say to each other at the bottom."""

    def __init__(
        self,
        screen: TalkingScreen,
        notice: NoticeLine,
        prompt: PromptLine,
        done: Callable[[Say], None],
    ) -> None:
        """Begin with nothing said.

        Args:
            done: called with what happened, so that the screen can show it.
        """
        self._screen = screen
        self._notice = notice
        self._prompt = prompt
        self._done = done
        self._courses: list[Course] = []
        self._later: list[_Waiting] = []
        self._trying: Timer | None = None
        self._left = False

    @property
    def unfinished(self) -> str:
        """What would be lost if the reader left now; empty where nothing."""
        if self._courses:
            return self._courses[-1].label
        return "what waits for the library" if self._later else ""

    def leave_half_typed(self) -> None:
        """Leave a question with a text that is worth keeping, so that whoever asked keeps it."""
        if self._prompt.half_typed:
            self.take_reply(*self._prompt.give_up())

    def attempt(self, step: Callable[[], Step | None]) -> None:
        """Take one step of a flow; what goes wrong is said in a line.

        While another program writes to the library, what is to be written waits, in the order in which it
        was asked for, and no key waits for that.
        """
        with self._telling():
            self._follow(step())

    def stop_work(self) -> str:
        """Have the long work end that was begun last, and return what it is; empty where there is none."""
        for course in reversed(self._courses):
            if not course.cancel_requested:
                course.stop()
                return course.label
        return ""

    def leave(self) -> None:
        """Give up what is under way, or waits: the program ends."""
        self._left = True
        self._later.clear()
        for course in self._courses:
            course.stop()

    def say(self, text: str, *, failed: bool = False) -> None:
        """Answer a key in a line; the next one drops it, unless it tells of a failure."""
        self._notice.say(text, failed=failed, passing=not failed)

    def take_reply(self, reply: Callable[[str], Step | None], text: str) -> None:
        """Go on with the answer to a question, which is taken by whoever asked it."""
        self.attempt(partial(reply, text))

    def _follow(self, step: Step | None) -> None:
        from radar.tui.flows.step import Ask, CallOff, Later, Work, Write

        if isinstance(step, Ask):
            self._ask(step)
        elif isinstance(step, CallOff):
            self.say(self._call_off() or step.otherwise)
        elif isinstance(step, Write):
            self._put_in_turn(step.run, step.starts)
        elif isinstance(step, Work):
            if self._later and step.course is not None:
                # It may change the same papers, or take what is to be written before it to a file.
                self._put_in_turn(partial(self._begin, step), step.course.label)
            else:
                self._begin(step)
        elif isinstance(step, Later):
            self.say(step.text)
            step.when(partial(self._go_on, step, self._screen.focused))
        elif step is not None:
            self.say(step.text, failed=step.failed)
            self._show(step)

    def _ask(self, step: Ask) -> None:
        if step.ahead and (typed := self._screen.typed_already(step.choices or ())):
            self.take_reply(step.reply, typed)
            return
        self._prompt.ask(
            step.purpose,
            step.question,
            step.reply,
            value=step.value,
            offered=step.offered,
            replaced=step.replaced,
            choices=step.choices,
            left=step.left,
        )

    def _begin(self, step: Work) -> None:
        self.say(step.text)
        if step.course is not None:
            self._courses.append(step.course)
            self._show_work()
        self._screen.run_worker(
            partial(self._work, step, self._screen.focused),
            group="work" if step.course is None else "course",
            exclusive=step.course is None,
            thread=True,
            exit_on_error=True,
        )

    def _work(self, step: Work, focused: Widget | None) -> None:
        try:
            said = step.run()
        except RadarError as error:
            from radar.tui.flows.step import Say

            said = Say(in_words(error), failed=not isinstance(error, Stopped))
        end = partial(self._end_work, step, said) if said else partial(self._go_on, step, focused)
        if not self._left:
            self._screen.app.call_from_thread(end)

    def _put_in_turn(self, run: Callable[[], Step | None], starts: str) -> None:
        self._later.append(_Waiting(run, self._screen.focused, starts))
        self._take_turns()
        if self._later and not self._left:
            self.say("the library is being written; this follows as soon as it is free")
            if self._trying is None:
                self._trying = self._screen.set_interval(_TRY_EVERY, self._take_turns)

    def _call_off(self) -> str:
        """Forget the run that was asked for last and waits, and say so; empty where none does."""
        for waiting in reversed(self._later):
            if waiting.starts:
                self._later.remove(waiting)
                self._take_turns()
                return f"called off: {waiting.starts}, which had not begun"
        return ""

    def _take_turns(self) -> None:
        """Do what waits, in turn, as far as the library is free."""
        from radar.tui.flows.step import Ask, Write

        while self._later:
            waiting = self._later[0]
            try:
                step = waiting.run()
            except LibraryBusy:
                return
            except RadarError as error:
                del self._later[0]
                self._fail(error)
                continue
            if isinstance(step, Write):
                # Whom it is about is known now, and is not looked for again.
                waiting.run, waiting.starts = step.run, step.starts
                continue
            del self._later[0]
            if isinstance(step, Ask) and not self._is_at(waiting.focused):
                self._notice.say("the library is free again: ask again")
            else:
                with self._telling():
                    self._follow(step)
        if self._trying is not None:
            self._trying.stop()
            self._trying = None

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Say in a line what goes wrong."""
        try:
            yield
        except RadarError as error:
            self._fail(error)

    def _fail(self, error: RadarError) -> None:
        self.say(in_words(error), failed=True)

    def _is_at(self, focused: Widget | None) -> bool:
        """Whether the reader is where something was asked for: a question elsewhere would take other keys."""
        return self._screen.focused is focused and self._screen.is_current

    def _go_on(self, step: Work | Later, focused: Widget | None) -> None:
        if step.then is None:
            return
        if self._is_at(focused):
            self.attempt(step.then)
        else:
            self._notice.say(f"{step.text}: done, ask again")

    def _end_work(self, step: Work, said: Say) -> None:
        if step.course is not None:
            self._courses.remove(step.course)
            self._show_work()
        # It comes while the reader may be at other things, so that no key drops it.
        self._notice.say(said.text, failed=said.failed)
        self._show(said)

    def _show(self, said: Say) -> None:
        self._done(said)
        if said.everything:
            self._screen.query_one(JobStatus).look()

    def _show_work(self) -> None:
        self._screen.query_one(JobStatus).own = self._courses[-1] if self._courses else None
