"""The part of the screen that sets up an endpoint which asks the network and writes, off the event loop."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message import Message
from textual.screen import Screen

from radar.errors import RadarError, WrongAddress
from radar.papers.bases import replace
from radar.papers.text.safe_text import clean
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.errand import Errand
from radar.tui.words.endpoint_setup import EndpointSetup, Stage
from radar.tui.words.endpoint_words import Trying

if TYPE_CHECKING:
    from radar.pipeline.endpoint_desk import ModelsFound, TrialOutcome
    from radar.pipeline.trial_lines import TrialLine

    _Screen = Screen[EndpointInfo | None]
else:
    # A part of a screen, no screen: Textual looks through all that a class inherits for each that is one.
    _Screen = object

Result = TypeVar("Result")


class Came(Message):
    """Something came from a thread."""

    def __init__(self, take: Callable[[], object]) -> None:
        super().__init__()
        self.take = take


class EndpointErrands(_Screen):
    """Runs what takes long in threads, and ends it when nobody waits for it any more."""

    setup: EndpointSetup
    trying = Trying()
    writing = False
    """Whether it is being written."""
    _errands: tuple[Errand[Any], ...] = ()

    def open_stage(self) -> None:
        """Show the step that the reader is at."""
        raise NotImplementedError

    def show(self, *, anew: bool = False) -> None:
        """Paint what this step says now."""
        raise NotImplementedError

    def tell(self, line: str, *, failed: bool = False) -> None:
        """Say something below the step."""
        raise NotImplementedError

    def scroll_to_top(self) -> None:
        """Show the beginning of the report."""
        raise NotImplementedError

    # By its name and not by a decorator, which Textual looks for in screens only.
    def on_came(self, message: Came) -> None:
        """Take what came, on the screen's own loop."""
        message.stop()
        message.take()

    def end_errands(self) -> None:
        """End whatever is under way; nothing comes of it any more."""
        for errand in self._errands:
            errand.end()
        self._errands = ()
        self.trying = Trying(self.trying.sent)

    def look_who_listens(self) -> None:
        """Look which servers on this machine there are, to list them first."""
        desk = self.setup.desk

        async def look() -> frozenset[str]:
            return desk.listening()

        self._begin(look, self._take_listening, lambda _error: None)

    def begin_stage(self) -> None:
        """Begin what a step needs to know."""
        setup = self.setup
        if (
            setup.stage is Stage.MODEL
            and not (setup.found and setup.found.models)
            and not (setup.kind and setup.kind.place)
        ):
            # What such a service lists are models, and what it is asked for are deployments of them.
            self.tell(f"asking {clean(setup.desk.info(setup.draft).host)} for its models ...")
            draft = setup.draft
            self._begin(lambda: setup.desk.models(draft), self._take_models, self._no_models)
        if setup.stage is Stage.TRIAL:
            self.trying = Trying()
            self._begin(self._count, self._take_sent, self._not_counted)
            self.show()

    def begin_trial(self) -> None:
        """Have it summarise two papers."""
        if self.trying.running:
            return
        setup, draft = self.setup, self.setup.draft
        setup.outcome = None
        self.trying = Trying(self.trying.sent, running=True, told="trying it ...")
        self.tell("")
        self.show()

        async def work() -> TrialOutcome:
            return await setup.desk.trial(draft, self._wait_told, self._paper_done)

        self._begin(work, self._take_outcome, self._trial_refused)

    def cancel_trial(self) -> None:
        """End a try; what was sent is sent."""
        self.end_errands()
        self.tell("cancelled; nothing is written")
        self.show()

    def write(self) -> None:
        """Write it, and leave."""
        if self.writing:
            return
        setup, self.writing = self.setup, True
        draft, default = setup.draft, setup.default

        async def work() -> EndpointInfo:
            return setup.desk.write(draft, default=default)

        self._begin(work, self.dismiss, self._not_written)

    def _begin(
        self,
        make: Callable[[], Coroutine[Any, Any, Result]],
        take: Callable[[Result], object],
        fail: Callable[[RadarError], object],
    ) -> None:
        errand = Errand(make)
        self._errands = (*self._errands, errand)

        def work() -> None:
            try:
                result = errand.run()
            except RadarError as error:
                self._hand_over(errand, partial(fail, error))
            else:
                if result is not None:
                    self._hand_over(errand, partial(take, result))

        self.run_worker(work, group="endpoint", thread=True, exit_on_error=True)

    def _hand_over(self, errand: Errand[Any], take: Callable[[], object]) -> None:
        # It may have been ended after it was done, while this was on its way.
        self.post_message(Came(lambda: None if errand.ended else take()))

    async def _count(self) -> str:
        return self.setup.desk.sent(self.setup.draft)

    def _take_listening(self, found: frozenset[str]) -> None:
        if found != self.setup.listening:
            self.setup.listening = found
            if self.setup.stage is Stage.KIND:
                self.show()

    def _take_models(self, found: ModelsFound) -> None:
        self.setup.take_models(found)
        told = found.refused and f"{found.refused}; esc goes back to its key, or type the name of a model"
        if not told and found.moved:
            told = f"it answers at {clean(found.base_url)}, so that is taken"
        self.tell(told or ("" if found.models else "it lists no models: type the name of one"))
        self.show(anew=True)

    def _no_models(self, error: RadarError) -> None:
        if isinstance(error, WrongAddress):
            # Many that answer do not list what they have, and nobody has asked for a completion yet.
            self.tell("it lists no models: type the name of one, or esc goes back to its address")
            self.show(anew=True)
            return
        self.tell(f"no models could be listed: {error}. Type the name of one, or esc goes back", failed=True)

    def _take_sent(self, sent: str) -> None:
        self.trying = replace(self.trying, sent=sent)
        self.show()

    def _wait_told(self, told: str) -> None:
        self._tell_of_trial(lambda trying: replace(trying, told=told))

    def _paper_done(self, lines: tuple[TrialLine, ...]) -> None:
        self._tell_of_trial(
            lambda trying: replace(trying, lines=(*trying.lines, *lines), told="trying it ...")
        )

    def _tell_of_trial(self, change: Callable[[Trying], Trying]) -> None:
        def take() -> None:
            if self.trying.running:
                self.trying = change(self.trying)
                self.show()

        self.post_message(Came(take))

    def _take_outcome(self, outcome: TrialOutcome) -> None:
        self.trying = Trying(self.trying.sent)
        self.setup.outcome = outcome
        self.show()
        # What came of it stands at the top, and the reader may have scrolled down meanwhile.
        self.scroll_to_top()

    def _trial_refused(self, error: RadarError) -> None:
        from radar.pipeline.endpoint_desk import TrialOutcome

        self._take_outcome(TrialOutcome((), failure=str(error)))

    def _not_counted(self, error: RadarError) -> None:
        self._take_sent("What that sends cannot be counted.")
        self.tell(str(error), failed=True)

    def _not_written(self, error: RadarError) -> None:
        self.writing = False
        self.tell(str(error), failed=True)
