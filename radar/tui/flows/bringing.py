"""Bringing what the reader names: a paper by its id, link or DOI, or a source to follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from radar.errors import NoListing, SettingsError
from radar.papers.jobs.job import Job
from radar.papers.listed.identity import in_a_list
from radar.papers.text.plurals import plural
from radar.papers.text.safe_text import clean
from radar.pipeline.feed_links import is_feed_address, no_feed, source_or_feed
from radar.pipeline.source_desk import NamedSource
from radar.tui.flows.step import Ask, Say, Step, Write
from radar.tui.words.nothing_named import no_papers, nothing_named

_QUESTION = "add which paper or source? an arXiv id, DOI, link, or such as arxiv:cs.CL"
_SHOWN = 60
_LOOKED_AT = 200
"""Words of a text that is no list of papers, in which one may stand all the same."""


class Asking(Protocol):
    """Knows what a text names, and queues what is asked for."""

    def papers_of(self, text: str) -> tuple[str, ...]:
        """Return the sources of the paper that a text names."""
        ...

    def source_of(self, text: str) -> NamedSource:
        """Return the source that a text names, or raise SettingsError."""
        ...

    def follows(self, source: NamedSource) -> bool:
        """Return whether a refresh asks a source."""
        ...

    def written_along(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return what is written into the settings beside sources that are followed."""
        ...

    def follow(self, source: NamedSource) -> None:
        """Write a source into the settings, but those of a demo."""
        ...

    def add(self, texts: list[str]) -> Job:
        """Queue papers."""
        ...

    def refresh(self, names: tuple[str, ...]) -> Job:
        """Queue a question to sources."""
        ...


class Bringing:
    """Asks what is to be added, and adds it by a job; a source is followed after saying so."""

    def __init__(
        self, asking: Asking, settings: str, expect: Callable[[Job], None], key_of: Callable[[str], str]
    ) -> None:
        """Begin with nothing asked.

        Args:
            settings: the file that a followed source is written into, for people; empty in a demo, which
                writes none.
            expect: told of a job that brings papers, so that the cursor can go to what comes.
            key_of: the key of an action, by the action's id.
        """
        self._asking = asking
        self._settings = settings
        self._expect = expect
        self._key_of = key_of

    def start(self, text: str = "") -> Ask:
        """Ask what is to be added.

        Args:
            text: what the answer is to begin with.
        """
        return Ask("bring", _QUESTION, self._named, " ".join(text.split()))

    def _named(self, text: str) -> Step:
        text = clean(text)
        if not text:
            return Say("nothing was added")
        if self._asking.papers_of(text):
            return self._added([text])
        words = list(filter(None, map(in_a_list, text.split())))
        looked_at = words[:_LOOKED_AT]
        others = [word for word in looked_at if not self._asking.papers_of(word)]
        if words and not others:
            rest = words[_LOOKED_AT:]
            others = [next((word for word in rest if not self._asking.papers_of(word)), "")]
            if not others[0]:
                return self._added(words)
        if len(others) < len(looked_at):
            return self._once_more(no_papers(others), text)
        return self._offer(text)

    def _added(self, texts: list[str]) -> Write:
        what = texts[0][:_SHOWN] if len(texts) == 1 else plural(len(texts), "paper")

        def add() -> Say:
            self._expect(self._asking.add(texts))
            return Say(f"asked for: {what}")

        return Write(add, starts=f"adding {what}")

    def _once_more(self, reason: str, text: str) -> Ask:
        """Ask again with what was typed, which may lack a letter only, and say what is wrong with it."""
        return Ask("bring", f"{reason}. Once more:", self._named, text.strip())

    def _offer(self, text: str) -> Step:
        """Offer to follow a source; what names none is asked for again, with the nearest that is one."""
        try:
            source = self._source_of(text)
        except SettingsError as error:
            if is_feed_address(text) and not isinstance(error, NoListing):
                # It says itself what is wrong with the address, and what to do.
                return self._once_more(str(error), text)
            keys = self._key_of("radar.add"), self._key_of("search.start")
            return self._once_more(no_feed(text) or nothing_named(text, error.hint, *keys), text)
        question = f"follow {source.name} ({source.label}){self._where_written(source)}"
        choices = {"y": "follow it and ask it now", "o": "ask it once"}
        if self._asking.follows(source):
            question, choices = f"{source.name} is followed already", {"o": "ask it now"}
        return Ask("bring.follow", question, partial(self._follow, source), choices=choices)

    def _where_written(self, source: NamedSource) -> str:
        """Return how the question ends whether a source is followed: all that is written, and where."""
        if not self._settings:
            return " for this demo? your settings stay as they are"
        return f"? {writes('it', self._settings, self._asking.written_along((source.name,)))}"

    def _source_of(self, text: str) -> NamedSource:
        return source_or_feed(text, self._asking.source_of, self._asking.papers_of)

    def _follow(self, source: NamedSource, choice: str) -> Step:
        if choice != "y":
            return self._asked_now(source, f"asked: {source.name}")
        # Once, and not again with every look whether the library is free: it is written into the settings.
        self._asking.follow(source)
        for_now = "" if self._settings else " for this demo"
        return self._asked_now(source, f"{source.name} is followed{for_now}, and asked now")

    def _asked_now(self, source: NamedSource, told: str) -> Write:
        def ask() -> Say:
            self._asking.refresh((source.name,))
            return Say(told)

        return Write(ask, starts=f"asking {source.name}")


def writes(what: str, settings: str, along: Sequence[str]) -> str:
    """Return what following a source writes into the settings, which is also what was asked so far."""
    beside = f", and {', '.join(along)} with {what}, which you asked before" if along else ""
    return f"that writes {what} into {settings}{beside}"
