"""A refresh that is asked for while the same one is under way."""

from __future__ import annotations

from radar.pipeline.many_papers import ManyPapers
from radar.tui.flows.all_in_view import AllInView
from radar.tui.flows.bringing import Bringing
from radar.tui.flows.choosing import Choosing
from radar.tui.flows.exporting import Exporting
from radar.tui.flows.marking import Marking
from radar.tui.flows.ordering import Ordering
from radar.tui.flows.step import Say
from radar.tui.flows.summarising import Summarising
from radar.tui.flows.view_steps import ViewSteps
from tests.tui.conftest import MakeRadar
from tests.tui.flows.taken import done
from tests.tui.flows.test_ordering import Listed


def test_it_is_told_as_such_and_not_asked_for_again(make_radar: MakeRadar) -> None:
    radar = make_radar(sources=("hf:daily",), living=True)
    many, listed = ManyPapers(radar.path, radar.library.reader), Listed()
    steps = ViewSteps(
        radar,
        Marking(radar.library, many, "U", "t", "i").undo,
        Summarising(radar),
        Choosing(radar.asked),
        Exporting(radar, many),
        Ordering(listed, lambda: 0, "s"),
        AllInView(many, "U"),
        Bringing(radar.asking, "config.toml", lambda job: None),
        listed,
        lambda: "",
    )
    assert done(steps.take("refresh")) == Say("asked for: refresh hf:daily")
    radar.jobs.claim("1")
    assert done(steps.take("refresh")) == Say("under way: refresh hf:daily")
    assert len(radar.reader.jobs()) == 1
