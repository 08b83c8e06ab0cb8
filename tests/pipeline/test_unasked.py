"""Sources that are not asked again, because what they said is young enough: the reader is told so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import aclosing
from datetime import UTC, datetime
from os import environ
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.text.local_time import clock
from radar.pipeline.events import Refreshed
from radar.pipeline.source_jobs import message_of
from radar.settings import Settings
from radar.wiring.listings import build_refresher
from tests.net.loopback import json_answer, loopback

PAPERS = [
    {"paper": {"id": f"2603.0000{number}", "title": f"Weighing moss {number}"}, "title": "Weighing moss"}
    for number in range(3)
]
ASKED = Refreshed("hf:daily", 3, 0, 3, 0, 0, None)
UNASKED = replace(ASKED, answered=datetime.now(UTC))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "library.sqlite3")
    yield library
    library.close()


async def _refreshed(settings: Settings, library: Library) -> Refreshed:
    refresher = build_refresher(settings, library)
    async with aclosing(refresher), aclosing(refresher.run(["hf:daily"])) as events:
        (done,) = [event async for event in events if isinstance(event, Refreshed)]
    return done


async def test_a_source_whose_answer_is_young_says_of_when_it_is(tmp_path: Path, library: Library) -> None:
    with loopback(json_answer(PAPERS)) as site:
        settings = replace(
            Settings.load(environ), cache_folder=tmp_path / "cache", mirrors={"hf": site.url.rstrip("/")}
        )
        before = datetime.now(UTC)
        first = await _refreshed(settings, library)
        behind = datetime.now(UTC)
        again = await _refreshed(settings, library)
    assert len(site.arrived) == 1
    assert (first.result, first.answered) == ("3 new, 0 known", None)
    assert again.answered is not None
    assert before <= again.answered <= behind
    when = clock(again.answered, datetime.now(UTC))
    assert again.result == f"0 new, 3 known (answer of {when}, too young to be asked for again)"


@pytest.mark.parametrize(
    ("done", "told"),
    [
        ([ASKED] * 4, "nothing new from 4 sources"),
        ([UNASKED] * 4, "nothing new from 4 sources (answers too young to be asked for again)"),
        (
            [UNASKED, ASKED, ASKED, UNASKED],
            "nothing new from 4 sources (answers of 2 too young to be asked for again)",
        ),
    ],
)
def test_of_many_sources_it_is_told_how_many_were_not_asked(done: list[Refreshed], told: str) -> None:
    assert message_of(done) == told
