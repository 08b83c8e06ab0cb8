"""The part of the main screen that brings papers in: by hand, from the network, and by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from radar.abstracts.rules_version import RULES_VERSION
from radar.errors import RadarError
from radar.papers.text.safe_text import clean
from radar.tui.screens.watching_part import WatchingPart

if TYPE_CHECKING:
    from textual import events

    from radar.papers.jobs.job import Job
    from radar.pipeline.pasted import Pasted
    from radar.tui.flows.step import Step
    from radar.tui.listing.coming import Coming
    from radar.tui.screens.welcome_screen import WelcomeChoice
    from radar.tui.widgets.job_status import JobStatus

_FIRST_ASKED = 1.0
"""Seconds after the first papers are on screen until it is looked which sources should be asked."""
_ASKED_EVERY = 60.0
"""Seconds between two such looks, which cost a question to the library each."""


class BringingPart(WatchingPart):
    """Offers the ways to bring papers in, and has the sources asked whose time has come."""

    empty = False
    """Whether the library is known to hold no paper."""
    composed_at: int | None = None
    """The version of the library that the screen was put together by."""

    @cached_property
    def job_status(self) -> JobStatus:
        """Tells what the worker is at; made when it has something to tell, or behind the first papers."""
        from radar.tui.widgets.job_status import JobStatus

        return JobStatus(self.radar.reader, self._signs, self.radar.wake, since=self.composed_at)

    @property
    def active(self) -> tuple[Job, ...]:
        """The jobs that have not ended."""
        return self.job_status.active if "job_status" in self.__dict__ else ()

    def at_work(self) -> bool:
        """Return whether the worker has anything to do, or it cannot be said; note the state of the library.

        What is written from now on is told as a change.
        """
        reader = self.radar.reader
        try:
            self.composed_at = reader.data_version()
            return any(not job.state.ended for job in reader.jobs()) or reader.outdated(RULES_VERSION) > 0
        except RadarError:
            return True

    @cached_property
    def coming(self) -> Coming:
        """Waits for what the reader asked for by name."""
        from radar.tui.listing.coming import Coming

        return Coming(self.paper_list, lambda: self.paper_list.pages.keys, self.radar.reader.key_of)

    def begin_asking(self) -> None:
        """Look from now on which sources should be asked, soon and then every minute."""
        self.set_timer(_FIRST_ASKED, self._ask_what_is_due)
        self.set_interval(_ASKED_EVERY, self._ask_what_is_due)

    def _count(self) -> None:
        """Show how many papers there are, and what holds all the time."""
        raise NotImplementedError

    def _ask_what_is_due(self) -> None:
        """Have the sources asked whose time has come; whoever has no paper yet chooses first."""
        if self.empty:
            return
        asking = self.radar.asking
        followed = asking.sources
        self._told.asked(lambda: asking.refresh_due(datetime.now(UTC)), None)
        if asking.sources != followed or self._told.asked(lambda: self.radar.stranded, False):
            # The last line may tell of one that is out of the settings by now; or of work that nobody begins.
            self._count()

    def came(self, job: Job) -> bool:
        """Take the cursor to what a job brought, and return whether the reader is told of its end."""
        from radar.pipeline.source_requests import asked_quietly

        self.coming.ended(job)
        return bool(job.progress.new) or not asked_quietly(job)

    def action_add(self) -> None:
        """Offer the ways to bring papers in."""
        self._offer_papers()

    def on_paste(self, event: events.Paste) -> None:
        """Offer to add what is pasted over the list: ids or links, a listing, or the path of a file."""
        from radar.papers.listed.identity import are_ids

        event.stop()
        if are_ids(event.text):
            self.talk.attempt(partial(self._desk.bringing.start, event.text))
        elif event.text.strip():
            self._offer_papers(event.text)

    def _offer_papers(self, pasted: str = "") -> None:
        from radar.pipeline.pasted import look_at_pasted
        from radar.tui.flows.desk import in_home
        from radar.tui.screens.welcome_screen import WelcomeScreen
        from radar.tui.words.welcome_page import kept_in

        def look(text: str) -> Pasted:
            return look_at_pasted(text, self.radar.formats())

        welcome = WelcomeScreen(
            self.radar.sources,
            first=self.empty,
            pasted=pasted,
            look=look,
            help_key=self.key_of("help.show"),
            library=kept_in(clean(in_home(self.radar.path.absolute())), made=self.radar.library.made)
            if self.empty
            else "",
            endpoint=self._who_writes,
        )
        self.app.push_screen(welcome, self._added)

    def _who_writes(self) -> str:
        endpoint = self.radar.asked.endpoint
        return clean(endpoint.name) if endpoint and endpoint.model and not endpoint.lacks_key else ""

    def _added(self, choice: WelcomeChoice | None) -> None:
        if choice is not None and choice.kind == "name":
            self.talk.attempt(self._desk.bringing.start)
        elif choice is not None and choice.kind == "ids":
            self.talk.attempt(partial(self._desk.bringing.start, choice.text))
        elif choice is not None and choice.kind:
            self.talk.attempt(partial(self._take, choice))
        elif self.empty:
            self.app.exit()

    def _take(self, choice: WelcomeChoice) -> Step:
        from radar.pipeline.feed_lists import names_feeds
        from radar.tui.flows.adding import add_papers

        if choice.kind == "feeds":
            return self._desk.feed_lists.of_text(choice.text)
        if choice.kind == "import" and names_feeds(path := Path(choice.text)):
            return self._desk.feed_lists.of_file(path)
        return add_papers(self.radar, choice.kind, choice.text)
