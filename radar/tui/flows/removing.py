"""Papers removed from the library: what would be lost is said before, and can be taken back after."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from radar.papers.reader.query import PaperRow
from radar.papers.reader.removal import Losses
from radar.papers.text.plurals import plural
from radar.pipeline.course import Course
from radar.tui.flows.step import Ask, Say, Step, Work

if TYPE_CHECKING:
    from radar.library.marks.acts import Act

_AT_ONCE = 2_000
"""Papers of which it is known at once what would be lost."""
_CHOICES = {"y": "remove", "n": "no"}


class ManyPapers(Protocol):
    """Acts on many papers, in any thread."""

    def losses(self, keys: Sequence[int]) -> Losses:
        """Return how many of these papers are there, and what would be lost with them."""
        ...

    def remove(self, keys: Sequence[int], what: str, course: Course) -> Act:
        """Remove papers, and keep aside what hung on them."""
        ...


class Removing:
    """Asks whether papers are to go, and lets them go away from the keys."""

    def __init__(self, many: ManyPapers, undo_key: str) -> None:
        self._many = many
        self._undo_key = undo_key

    def one(self, row: PaperRow) -> Step:
        """Ask whether a paper is to go."""
        keys = (row.key,)
        losses = self._many.losses(keys)
        if not losses.papers:
            return Say("this paper is not in the library any more")
        lost = f", {losses.own}" if losses.own else ""
        return Ask(
            "remove",
            f"remove this paper{lost}? No source brings it back:",
            partial(self._answered, keys, row.title),
            choices=_CHOICES,
        )

    def all(self, keys: Sequence[int]) -> Step:
        """Ask whether all of these papers are to go."""
        if len(keys) < _AT_ONCE:
            return self._ask(keys, self._many.losses(keys))
        found: list[Losses] = []
        return Work(
            "looking at what would be lost",
            lambda: found.append(self._many.losses(keys)),
            then=lambda: self._ask(keys, found[0]),
        )

    def _ask(self, keys: Sequence[int], losses: Losses) -> Step:
        return Ask(
            "remove",
            f"remove {losses.line}? No source brings them back:",
            partial(self._answered, keys, f"{plural(len(keys), 'paper')} in view"),
            choices=_CHOICES,
        )

    def _answered(self, keys: Sequence[int], what: str, choice: str) -> Step:
        if choice != "y":
            return Say("nothing removed")
        course = Course(f"remove {plural(len(keys), 'paper')}", len(keys))

        def run() -> Say:
            done = self._many.remove(keys, what, course)
            if done.empty:
                return Say("nothing removed: not in the library any more", everything=True)
            told = f"{plural(done.papers, 'paper')} removed   {self._undo_key} takes it back"
            return Say(told, everything=True, back=True)

        return Work(f"{course.label} ...", run, course=course)
