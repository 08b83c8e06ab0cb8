"""Bringing what the reader names: a paper by its id, link or DOI, or a source to follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from radar.errors import SettingsError
from radar.papers.job import Job
from radar.papers.text import clean
from radar.pipeline.source_desk import NamedSource
from radar.tui.flows.step import Ask, Say, Step, plural

_QUESTION = "add which paper or source? an arXiv id, a link, a DOI, or a source such as arxiv:cs.CL"
_SHOWN = 60


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

    def follow(self, source: NamedSource) -> None:
        """Write a source into the settings."""
        ...

    def add(self, texts: list[str]) -> Job:
        """Queue papers."""
        ...

    def refresh(self, names: tuple[str, ...]) -> Job:
        """Queue a question to sources."""
        ...


class Bringing:
    """Asks what is to be added, and adds it by a job; a source is followed after saying so."""

    def __init__(self, asking: Asking, settings: str, expect: Callable[[Job], None]) -> None:
        """Begin with nothing asked.

        Args:
            settings: the file that a followed source is written into, for people.
            expect: told of a job that brings papers, so that the cursor can go to what comes.
        """
        self._asking = asking
        self._settings = settings
        self._expect = expect
        self._source: NamedSource | None = None

    def start(self, text: str = "") -> Ask:
        """Ask what is to be added.

        Args:
            text: what the answer is to begin with.
        """
        return Ask("bring", _QUESTION, " ".join(text.split()))

    def answer(self, purpose: str, text: str) -> Step:
        """Go on with what was typed or chosen."""
        if purpose == "bring.follow":
            return self._follow(text)
        text = clean(text)
        if not text:
            return Say("nothing was added")
        if self._asking.papers_of(text):
            return self._add([text])
        words = text.split()
        named = [word for word in words if self._asking.papers_of(word)]
        if named and len(named) == len(words):
            return self._add(words)
        if named:
            other = next(word for word in words if word not in named)
            return Say(f"{other[:_SHOWN]} names no paper; the others were not added either", failed=True)
        return self._offer(text)

    def _add(self, texts: list[str]) -> Say:
        job = self._asking.add(texts)
        self._expect(job)
        return Say(f"asked for: {texts[0][:_SHOWN] if len(texts) == 1 else plural(len(texts), 'paper')}")

    def _offer(self, text: str) -> Step:
        """Offer to follow a source; what names none is told, with the nearest that is one."""
        address = text.startswith(("http://", "https://")) and " " not in text
        try:
            source = self._asking.source_of(f"feed:{text}" if address else text)
        except SettingsError as error:
            hint = error.hint or "a paper is named by its arXiv id, its DOI or its link"
            return Say(f"this names no paper and no source: {text[:_SHOWN]}; {hint}", failed=True)
        self._source = source
        if self._asking.follows(source):
            return Ask("bring.follow", f"{source.name} is followed already", choices={"o": "ask it now"})
        choices = {"y": "follow it and ask it now", "o": "ask it once"}
        return Ask(
            "bring.follow",
            f"follow {source.name} ({source.label})? that writes it into {self._settings}",
            choices=choices,
        )

    def _follow(self, choice: str) -> Say:
        source, self._source = self._source, None
        if source is None:
            return Say("")
        if choice == "y":
            self._asking.follow(source)
        self._asking.refresh((source.name,))
        return Say(f"{source.name} is followed, and asked now" if choice == "y" else f"asked: {source.name}")
