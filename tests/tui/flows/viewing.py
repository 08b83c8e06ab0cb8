"""The steps of the view around a radar, as the screen puts them together."""

from __future__ import annotations

from collections.abc import Sequence

from radar.papers.reader.query import PaperQuery, PaperRow
from radar.pipeline.many_papers import ManyPapers
from radar.pipeline.radar import Radar
from radar.tui.flows.all_in_view import AllInView
from radar.tui.flows.bringing import Bringing
from radar.tui.flows.choosing import Choosing
from radar.tui.flows.exporting import Exporting
from radar.tui.flows.marking import Marking
from radar.tui.flows.ordering import Ordering
from radar.tui.flows.removing import Removing
from radar.tui.flows.summarising import Summarising
from radar.tui.flows.view_steps import ViewSteps
from radar.tui.keys.keymap import key_label
from tests.tui.flows.test_ordering import Listed


def view_steps(radar: Radar, listed: Listed) -> ViewSteps:
    """Return what the keys of the view do, with a list that notes what it is asked."""
    many = ManyPapers(radar.path, radar.library.reader)
    return ViewSteps(
        radar,
        Marking(radar.library, many, "U", "t", "i").undo,
        Summarising(radar),
        Choosing(radar.asked),
        Exporting(radar, many),
        Ordering(listed, lambda: 0, "s"),
        AllInView(many, Removing(many, "U"), "U"),
        Bringing(radar.asking, "config.toml", lambda job: None, key_label),
        listed,
        lambda: "",
    )


def rows_of(radar: Radar) -> tuple[PaperRow, ...]:
    """Return the rows of all papers, newest first."""
    return radar.reader.rows(keys_of(radar))


def keys_of(radar: Radar) -> Sequence[int]:
    """Return the keys of all papers, newest first."""
    return radar.reader.keys(PaperQuery())
