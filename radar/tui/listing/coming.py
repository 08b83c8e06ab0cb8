"""Papers that the reader asked for by name: the cursor goes to one when it is there."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Protocol

from radar.papers.jobs.job import Job


class Placed(Protocol):
    """A list of papers with a cursor."""

    @property
    def key(self) -> int | None:
        """The paper under the cursor."""
        ...

    def move_to_key(self, key: int) -> None:
        """Put the cursor on a paper."""
        ...


class Coming:
    """Takes the cursor to what comes, unless the reader has moved it meanwhile."""

    def __init__(
        self, papers: Placed, listed: Callable[[], array[int]], key_of: Callable[[str], int | None]
    ) -> None:
        """Expect nothing.

        Args:
            papers: where the cursor is.
            listed: gives the papers that are listed.
            key_of: finds a paper in the library by its id.
        """
        self._papers = papers
        self._listed = listed
        self._key_of = key_of
        self._jobs: dict[int, int | None] = {}
        self._wanted: tuple[int, int | None] | None = None

    def expect(self, job: Job) -> None:
        """Remember where the cursor was when a job was asked for."""
        self._jobs[job.number] = self._papers.key

    def ended(self, job: Job) -> None:
        """Look for the paper of a job, whose note is its id."""
        if job.number not in self._jobs:
            return
        cursor = self._jobs.pop(job.number)
        key = self._key_of(job.progress.note) if job.progress.note else None
        self._wanted = None if key is None else (key, cursor)
        self.listed()

    def listed(self) -> None:
        """Put the cursor on the paper if it is listed by now."""
        if self._wanted is None:
            return
        key, cursor = self._wanted
        if cursor is not None and self._papers.key != cursor:
            self._wanted = None
        elif key in self._listed():
            self._wanted = None
            self._papers.move_to_key(key)
