"""A refresh that is asked for while the same one is under way."""

from __future__ import annotations

from radar.tui.flows.step import Say
from tests.tui.conftest import MakeRadar
from tests.tui.flows.taken import done
from tests.tui.flows.test_ordering import Listed
from tests.tui.flows.viewing import view_steps


def test_it_is_told_as_such_and_not_asked_for_again(make_radar: MakeRadar) -> None:
    radar = make_radar(sources=("hf:daily",), living=True)
    steps = view_steps(radar, Listed())
    assert done(steps.take("refresh")) == Say("asked for: refresh hf:daily")
    radar.jobs.claim("1")
    assert done(steps.take("refresh")) == Say("under way: refresh hf:daily")
    assert len(radar.reader.jobs()) == 1
