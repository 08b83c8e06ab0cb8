"""A question that has to be prepared in a thread, on the real screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from radar.papers.bases import replace
from radar.summaries.endpoints.prices import has_list
from radar.tui.flows.step import Ask, Say, Work
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.shelf import ENDPOINT

MINI = replace(
    ENDPOINT,
    name="gpt-4o-mini",
    host="api.openai.com",
    base_url="https://api.openai.com/v1",
    model="gpt-4o-mini",
    local=False,
)


@pytest.mark.skipif(not has_list(), reason="genai-prices is not installed")
async def test_the_price_is_looked_up_and_then_the_question_comes(
    make_radar: MakeRadar, tmp_path: Path
) -> None:
    radar = make_radar(endpoint=MINI, living=True, cache_folder=tmp_path)
    async with seated(radar) as seat:
        await seat.press("M")
        await seat.until(lambda: bool(seat.screen.prompt.purpose), "the question")
        assert "summarise 12 papers by gpt-4o-mini" in "".join(seat.lines()[-3:])
        assert radar.reader.jobs() == ()
        await seat.press("n")
        assert radar.reader.jobs() == ()


async def test_a_question_that_was_prepared_takes_no_keys_from_a_reader_who_went_elsewhere(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar()
    async with seated(radar) as seat:
        await seat.press("slash")
        focused = seat.screen.focused
        ready: list[str] = []
        work = Work("looking up", lambda: ready.append("run"), then=lambda: Ask("copy", "what?", Say))
        seat.screen.talk.attempt(lambda: work)
        seat.screen.paper_list.focus()
        await seat.until(lambda: "looking up: done, ask again" in seat.said(), "the word of it")
        assert ready == ["run"]
        assert seat.screen.focused is seat.screen.paper_list is not focused
        assert not seat.screen.prompt.purpose


async def test_work_that_says_something_says_it(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        seat.screen.talk.attempt(lambda: Work("at it", lambda: Say("well done")))
        await seat.until(lambda: "well done" in seat.said(), "the word of it")
