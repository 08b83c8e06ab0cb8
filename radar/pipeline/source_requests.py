"""What a screen asks of sources: jobs for the worker, and answers that need no network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from radar.errors import LibraryBusy, SettingsError
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind
from radar.papers.text.safe_text import clean
from radar.pipeline.job_arguments import arguments_in
from radar.pipeline.source_standing import (
    STARRED,
    SourceStanding,
    again_line,
    due,
    out_of_reach,
    whole_standing,
)

if TYPE_CHECKING:
    from radar.library.jobs.job_queue import JobQueue
    from radar.library.reader import LibraryReader
    from radar.papers.jobs.source_state import SourceState
    from radar.pipeline.feed_lists import SortedFeed
    from radar.pipeline.source_desk import NamedSource, SourceDesk
    from radar.pipeline.surroundings import Surroundings
    from radar.sources.feeds.opml import Feed

_SOONEST = timedelta(minutes=10)
"""Before a source is asked by itself again whose standing is not known under the name of the settings."""
_NAMED = 3
_JOBS_LOOKED_AT = 50

Request = Callable[..., Job]
"""Queues a job, given its kind, its label, its arguments and whether it is urgent."""


class SourceRequests:
    """Queues what asks sites; loads neither the network nor a site before it is asked about one."""

    def __init__(
        self,
        own: Surroundings,
        reader: LibraryReader,
        jobs: JobQueue,
        request: Request,
        start: Callable[[], object] = lambda: None,
    ) -> None:
        """Make the requests of one radar.

        Args:
            request: queues a job and has a worker started.
            start: has a worker started where none is at work.
        """
        self.sources = own.sources
        """What a refresh asks."""
        self._unnamed = own.unnamed_sources
        self._own = own
        self._reader = reader
        self._jobs = jobs
        self._request = request
        self._start = start
        self._asked: dict[str, datetime] = {}
        self._for_now: tuple[str, ...] = ()
        """What is followed by a demo alone."""

    def refresh(self, names: Sequence[str] = ()) -> Job:
        """Queue a question for what is new, unless the same one is under way, whose job is then returned.

        Args:
            names: of sources; all of the settings, as they stand now, where none is named.

        Raises:
            SettingsError: no source is set, or the settings cannot be read any more.
        """
        if not names:
            self._look_again()
        if not (names or self.sources):
            raise SettingsError("no source is set", "Add one, such as hf:daily: radar sources add hf:daily")
        return self._refresh(tuple(names) or self.sources, quiet=False, starred=not names)

    def refresh_due(self, now: datetime) -> Job | None:
        """Queue a question to the sources whose time has come; None where there are none.

        A source that the reader has neither named nor asked for is left alone. It costs so little that it
        can be called every minute; while another program writes, nothing is asked before the next call.
        """
        if self._own.throwaway or not self._own.refresh_every:
            return None
        # What is wrong with the settings is told where the reader asks for a refresh.
        with suppress(SettingsError):
            self._look_again()
        if not self.sources:
            return None
        states: tuple[SourceState, ...] = self._reader.source_states()
        names = due(self._chosen(states), states, self._own.refresh_every, now)
        # One that was asked ahead of now was asked before the clock was set back.
        lately = {name for name, asked in self._asked.items() if now - _SOONEST < asked <= now}
        names = tuple(name for name in names if name not in lately)
        under_way = {name for job in self._active() for name in _sources_of(job)}
        names = tuple(name for name in names if name not in under_way)
        if not names:
            return None
        try:
            job = self._refresh(names, quiet=True, starred=True)
        except LibraryBusy:
            return None
        self._asked |= dict.fromkeys(names, now)
        return job

    @property
    def unchosen(self) -> tuple[str, ...]:
        """What a refresh would ask where the reader has chosen none of it yet; else nothing."""
        if self._own.throwaway or not self._own.refresh_every or self._chosen(self._reader.source_states()):
            return ()
        return self.sources

    def standings(self, now: datetime) -> tuple[SourceStanding, ...]:
        """Return how each source stands, and last what is asked beside them: the code of starred papers."""
        states = {state.name.casefold(): state for state in self._reader.source_states()}
        beside = (STARRED,) if self._own.follow_starred and STARRED in states else ()
        names = (*self.sources, *beside)
        if self._own.throwaway:
            # By itself it asks none; how those stand that the reader asked is told.
            names = tuple(name for name in names if name.casefold() in states)
        every = self._own.refresh_every
        return tuple(whole_standing(name, states.get(name.casefold()), every, now) for name in names)

    def trouble(self, now: datetime, told_by: str = "radar sources") -> str:
        """Return which sources failed when last asked, why and when it goes on; empty if none did.

        Args:
            told_by: the command, or the key, that tells all of it.
        """
        if self._own.throwaway:
            return ""
        states = {state.name.casefold(): state for state in self._reader.source_states()}
        followed = [states[name.casefold()] for name in self.sources if name.casefold() in states]
        failed = [state for state in followed if state.error]
        if not failed:
            return ""
        again = again_line(min((state.again for state in failed if state.again), default=None), now)
        if len(failed) == len(self.sources) and all(map(out_of_reach, failed)):
            return f"offline, sources {again}" if again else "offline"
        what, why = f"{failed[0].name} failed", f"; {told_by} tells more: {failed[0].error}"
        if len(failed) > 1:
            what, why = f"{len(failed)} of {len(self.sources)} sources failed", f"; {told_by} tells why"
        # Why comes last, behind what tells it to its end: a narrow line ends there.
        return ", ".join(part for part in (what, again) if part) + why

    def add(self, texts: Sequence[str]) -> Job:
        """Queue the papers that ids, links or DOIs name, before anything else that waits."""
        what = texts[0] if len(texts) == 1 else f"{len(texts):,} papers"
        return self._request(JobKind.ADD, clean(f"add {what}"), {"texts": list(texts)}, urgent=True)

    def papers_of(self, text: str) -> tuple[str, ...]:
        """Return the sources that bring the paper of a text; none where it names no paper."""
        return tuple(self._own.source_desk.papers(text)) if self._own.source_desk else ()

    def source_of(self, text: str) -> NamedSource:
        """Return the source that a text names.

        Raises:
            SettingsError: it names none; the hint says the nearest.
        """
        if self._own.source_desk is None:
            raise SettingsError(f"{clean(text)} names no source")
        return self._own.source_desk.source(text)

    def follows(self, source: NamedSource) -> bool:
        """Return whether a refresh asks a source."""
        return source.name.casefold() in {name.casefold() for name in self.sources}

    def written_along(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return what is written into the settings beside sources that are followed: what was asked so far
        though none is named."""
        # What is wrong with the settings is told when they are written to.
        with suppress(SettingsError):
            self._look_again()
        named = {name.casefold() for name in names}
        asked = {state.name.casefold() for state in self._reader.source_states()} - named
        return tuple(name for name in self._unnamed if name.casefold() in asked)

    def follow(self, source: NamedSource) -> None:
        """Write a source into the settings, and ask it from now on; a demo leaves the settings alone.

        Raises:
            SettingsError: it cannot be written; the hint says what to write by hand.
        """
        if self._own.source_desk is not None and not self._own.throwaway:
            self._own.source_desk.follow(source)
        self._ask_too((source.name,))

    def sort_feeds(self, feeds: Sequence[Feed]) -> tuple[SortedFeed, ...]:
        """Return what feeds are to the reader: new, known, or refused; may take a while."""
        found = self._desk.sort_feeds(feeds)
        followed = {name.casefold() for name in self._for_now}
        return tuple(
            replace(feed, known=True) if feed.new and feed.source.casefold() in followed else feed
            for feed in found
        )

    def follow_feeds(self, feeds: Sequence[SortedFeed]) -> tuple[str, ...]:
        """Write the new ones into the settings, ask them from now on, and return the names of their sources;
        a demo leaves the settings alone.

        Raises:
            SettingsError: they cannot be written; the hint says what to write by hand.
        """
        if self._own.throwaway:
            followed = {name.casefold() for name in self.sources}
            new = (feed.source for feed in feeds if feed.new and feed.source.casefold() not in followed)
            added = tuple(dict.fromkeys(new))
        else:
            added = self._desk.follow_feeds(feeds)
        self._ask_too(added)
        return added

    def _ask_too(self, names: Sequence[str]) -> None:
        """Follow sources; what stood there while none was named stays where it was asked, as written."""
        if not names:
            return
        named = {name.casefold() for name in names}
        self._unnamed = tuple(name for name in self._unnamed if name.casefold() not in named)
        followed = {name.casefold() for name in self.sources}
        more = (name for name in names if name.casefold() not in followed)
        self.sources = (*self._chosen(self._reader.source_states()), *more)
        # What is asked now is named, or was asked before.
        self._unnamed = ()
        if self._own.throwaway:
            self._for_now = tuple(dict.fromkeys((*self._for_now, *names)))

    @property
    def _desk(self) -> SourceDesk:
        if self._own.source_desk is None:
            raise SettingsError("no feeds can be followed here")
        return self._own.source_desk

    def _look_again(self) -> None:
        """Follow what was written into the settings since they were read."""
        desk = self._own.source_desk
        followed = desk.followed() if desk else None
        if followed:
            self.sources, self._unnamed = followed.names, followed.unnamed
            self._ask_too(self._for_now)

    def _chosen(self, states: Sequence[SourceState]) -> tuple[str, ...]:
        """Return the sources that the reader has named, or has asked once."""
        unnamed = {name.casefold() for name in self._unnamed}
        unasked = unnamed - {state.name.casefold() for state in states}
        return tuple(name for name in self.sources if name.casefold() not in unasked)

    def _refresh(self, names: tuple[str, ...], *, quiet: bool, starred: bool) -> Job:
        for job in self._active():
            arguments = arguments_in(job)
            if arguments.get("sources") == list(names) and not arguments.get("since"):
                self._start()
                return job
        shown = ", ".join(names) if len(names) <= _NAMED else f"{len(names)} sources"
        arguments = {"sources": list(names), "starred": starred and self._own.follow_starred, "quiet": quiet}
        return self._request(JobKind.REFRESH, clean(f"refresh {shown}"), arguments)

    def _active(self) -> list[Job]:
        jobs = self._jobs.list(limit=_JOBS_LOOKED_AT)
        return [job for job in jobs if job.kind is JobKind.REFRESH and not job.state.ended]


def asked_quietly(job: Job) -> bool:
    """Return whether a refresh came by itself, so that nothing is said of it where nothing came."""
    return job.kind is JobKind.REFRESH and bool(arguments_in(job).get("quiet"))


def _sources_of(job: Job) -> Sequence[str]:
    names = arguments_in(job).get("sources")
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
