"""What is done with every paper in view: marks, tags and removal, with their number said before and after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from radar.papers.reader.query import Mark
from radar.papers.reader.tags import LONGEST, added_and_removed, is_cut
from radar.papers.text.plurals import plural
from radar.pipeline.course import Course
from radar.tui.flows.removing import Removing
from radar.tui.flows.step import Ask, Say, Step, Work

if TYPE_CHECKING:
    from radar.library.marks.acts import Act

CHOICES = {
    "r": "mark read",
    "u": "mark unread",
    "s": "star",
    "S": "take stars away",
    "t": "tag",
    "d": "remove",
}
_MARKS = {
    "r": (Mark.READ, True, "mark {} read", "marked read"),
    "u": (Mark.READ, False, "mark {} unread", "marked unread"),
    "s": (Mark.STARRED, True, "star {}", "starred"),
    "S": (Mark.STARRED, False, "take the stars from {}", "without a star"),
}
"""By the key: the mark, whether it is set, what is at work, what was done."""


class ManyPapers(Protocol):
    """Acts on many papers, in any thread."""

    def mark(self, keys: Sequence[int], mark: Mark, on: bool, course: Course) -> Act:
        """Set a mark of papers, or take it from them."""
        ...

    def tag(self, keys: Sequence[int], added: Sequence[str], removed: Sequence[str], course: Course) -> Act:
        """Give papers tags and take others from them."""
        ...


class AllInView:
    """Asks what to do with all papers in view, and does it away from the keys."""

    def __init__(self, many: ManyPapers, removing: Removing, undo_key: str) -> None:
        self._many = many
        self._removing = removing
        self._undo_key = undo_key

    def start(self, keys: Sequence[int]) -> Step:
        """Ask what to do."""
        if not keys:
            return Say("no paper in view")
        question = f"{plural(len(keys), 'paper')} in view:"
        return Ask("all.what", question, partial(self._chosen, keys), choices=CHOICES)

    def _chosen(self, keys: Sequence[int], key: str) -> Step:
        papers = plural(len(keys), "paper")
        if key == "d":
            return self._removing.all(keys)
        if key == "t":
            question = f"tags for {papers}, commas between, -tag takes one away:"
            return Ask("all.tags", question, partial(self._tag, keys))
        mark, on, doing, done = _MARKS[key]
        course = Course(doing.format(papers), len(keys))
        act = partial(self._many.mark, keys, mark, on, course)
        return self._work(course, len(keys), act, lambda it: f"{it} {done}")

    def _tag(self, keys: Sequence[int], text: str) -> Step:
        added, removed = added_and_removed(text)
        written = ", ".join((*added, *(f"-{tag}" for tag in removed)))
        cut = f" (cut at {LONGEST} letters)" if is_cut(text) else ""
        if not written:
            return Say("nothing changed: no tag was written")
        course = Course(f"tag {plural(len(keys), 'paper')}", len(keys))
        act = partial(self._many.tag, keys, added, removed, course)
        return self._work(course, len(keys), act, lambda it: f"tags of {it}: {written}{cut}")

    def _work(self, course: Course, total: int, act: Callable[[], Act], told: Callable[[str], str]) -> Work:
        def run() -> Say:
            done = act()
            if done.empty:
                return Say("nothing changed: it is so already")
            some = f"{done.papers:,} of " if done.papers < total else ""
            words = told(some + plural(total, "paper"))
            return Say(f"{words}   {self._undo_key} takes it back", everything=True, back=True)

        return Work(f"{course.label} ...", run, course=course)
