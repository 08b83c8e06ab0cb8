"""All flows on one desk, where a key begins one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from radar.papers.bases import Value
from radar.pipeline.many_papers import ManyPapers
from radar.tui.flows.all_in_view import AllInView
from radar.tui.flows.bringing import Bringing
from radar.tui.flows.choosing import Choosing
from radar.tui.flows.copying import ClipboardTaker, Copying
from radar.tui.flows.exporting import Exporting
from radar.tui.flows.feed_lists import FeedLists
from radar.tui.flows.marking import Marking
from radar.tui.flows.opening import Opening
from radar.tui.flows.ordering import Ordered, Ordering
from radar.tui.flows.paper_steps import PaperSteps
from radar.tui.flows.removing import Removing
from radar.tui.flows.step import Step, Write
from radar.tui.flows.summarising import Summarising
from radar.tui.flows.view_steps import InView, ViewSteps
from radar.tui.flows.watching import Watching, later

if TYPE_CHECKING:
    from radar.papers.jobs.job import Job
    from radar.pipeline.radar import Radar


class Listed(Ordered, InView, Protocol):
    """Lists papers in an order, and knows all that are in view."""


class Desk(Value):
    """The flows of one screen."""

    of_paper: PaperSteps
    of_view: ViewSteps
    of_watches: Watching
    bringing: Bringing
    feed_lists: FeedLists


def desk(
    radar: Radar,
    *,
    key_of: Callable[[str], str],
    listing: Listed,
    clipboard: ClipboardTaker,
    open_link: Callable[[str], Step],
    stop_work: Callable[[], str],
    expect: Callable[[Job], None],
) -> Desk:
    """Return the flows around a radar.

    Args:
        key_of: the key of an action, by the action's id.
        listing: what lists the papers in view.
        open_link: opens a link and returns what tells of it.
        stop_work: ends what the screen itself is at, and returns what that is.
        expect: told of jobs whose papers the cursor goes to.
    """
    many, undo_key = ManyPapers(radar.path, radar.library.reader), key_of("radar.undo")
    removing, watching = Removing(many, undo_key), Watching(radar.library, radar.reader, undo_key)
    flows = _Flows(
        Marking(radar.library, many, undo_key, key_of("paper.tags"), key_of("paper.note")),
        AllInView(many, removing, undo_key),
        Summarising(radar),
        Copying(radar, clipboard),
        Exporting(radar, many),
        Ordering(listing, lambda: radar.reader.counts().starred, key_of("paper.star")),
        Choosing(radar.asked),
        Opening(open_link),
        watching,
        Bringing(radar.asking, _written_settings(radar), expect, key_of),
    )
    return Desk(
        PaperSteps(radar, key_of, flows.marking, flows.summarising, flows.copying, flows.opening, removing),
        flows.of_view(radar, listing, stop_work),
        watching,
        flows.bringing,
        FeedLists(radar.asking, _written_settings(radar)),
    )


def _written_settings(radar: Radar) -> str:
    """Return the settings file that sources are written into, for people; a demo writes none."""
    return "" if radar.throwaway else in_home(radar.settings_path)


def in_home(path: Path) -> str:
    """Return a path as people write it, with ~ for the reader's home."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


class _Flows(Value):
    marking: Marking
    together: AllInView
    summarising: Summarising
    copying: Copying
    exporting: Exporting
    ordering: Ordering
    choosing: Choosing
    opening: Opening
    watching: Watching
    bringing: Bringing

    def of_view(self, radar: Radar, in_view: InView, stop_work: Callable[[], str]) -> ViewSteps:
        return ViewSteps(
            radar,
            self._undo,
            self.summarising,
            self.choosing,
            self.exporting,
            self.ordering,
            self.together,
            self.bringing,
            in_view,
            stop_work,
        )

    def _undo(self) -> Write:
        """Take back the last act, on papers or on watches, when those that wait are done."""
        return Write(self._last_taken_back)

    def _last_taken_back(self) -> Step:
        if later(self.watching.last, self.marking.last):
            return self.watching.undo()
        return self.marking.undo()
