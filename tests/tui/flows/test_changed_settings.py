"""Whoever asks for summaries is told where the settings file says something else by now."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from radar.errors import SummariserError
from radar.papers.bases import replace
from radar.papers.jobs.job import JobKind
from radar.papers.reader.query import PaperQuery
from radar.pipeline.radar import Radar
from radar.tui.flows.choosing import Choosing
from radar.tui.flows.step import Ask
from radar.tui.flows.summarising import Summarising
from tests.tui.conftest import MakeRadar
from tests.tui.flows.taken import replied, said
from tests.tui.shelf import ENDPOINT

NEWS = "settings changed: start radar again"


def _keys(radar: Radar) -> Sequence[int]:
    return radar.reader.keys(PaperQuery())


def test_a_summary_of_one_paper_is_asked_for_and_the_news_told(make_radar: MakeRadar) -> None:
    told = [""]
    radar = make_radar(endpoint=ENDPOINT, living=True, settings_news=lambda: told[0])
    key, other = _keys(radar)[:2]
    assert said(Summarising(radar).one(other)).text == "asked for a summary of this paper"
    told[0] = NEWS
    assert (
        said(Summarising(radar).one(key)).text
        == f"asked for a summary of this paper; {NEWS}; it waits behind another"
    )
    assert len(radar.reader.jobs()) == 2


def test_a_summary_that_is_asked_for_already_is_not_asked_for_again(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    first, second = _keys(radar)[:2]
    said(Summarising(radar).one(first)), said(Summarising(radar).one(second))
    already = "asked already for a summary of this paper"
    assert said(Summarising(radar).one(first)).text == already
    assert said(Summarising(radar).one(second)).text == f"{already}; it waits behind another"
    assert len(radar.reader.jobs()) == 2
    for job in radar.reader.jobs():
        radar.jobs.cancel(job.number)
    assert said(Summarising(radar).one(first)).text == "asked for a summary of this paper"


def test_however_many_summaries_wait_the_one_at_work_is_told(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    key, other = _keys(radar)[:2]
    for _ in range(25):
        radar.request_summaries((other,))
    radar.jobs.claim("1")
    told = said(Summarising(radar).one(key)).text
    assert told.startswith("asked for a summary of this paper; it waits behind 25 others: at work for ")


def test_a_summary_need_not_wait_while_its_endpoint_is_given_more_at_once_or_another_one_is_asked(
    make_radar: MakeRadar,
) -> None:
    quick = replace(ENDPOINT, name="quick at other", summariser="other")
    radar = make_radar(endpoint=replace(ENDPOINT, at_once=2), endpoints=(quick,), living=True)
    keys = _keys(radar)
    told = [said(Summarising(radar).one(key)).text for key in keys[:3]]
    asked = "asked for a summary of this paper"
    assert told == [asked, asked, f"{asked}; it waits behind 2 others"]
    radar.asked.choose("other")
    assert said(Summarising(radar).one(keys[0])).text == asked
    assert said(Summarising(radar).one(keys[1])).text == f"{asked}; it waits behind another"


def test_that_an_import_has_the_worker_for_itself_is_told(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    radar.jobs.add(JobKind.IMPORT, "import moss.bib", {"paths": []})
    radar.jobs.claim("1")
    told = said(Summarising(radar).one(_keys(radar)[0])).text
    assert told == "asked for a summary of this paper; it waits until the import is done"


def test_many_are_asked_about_with_the_news_before_what_is_asked(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True, settings_news=lambda: NEWS)
    asked = Summarising(radar).all(_keys(radar))
    assert isinstance(asked, Ask)
    assert asked.question.startswith(f"{NEWS}; summarise ")
    assert asked.question.endswith("on this machine, free?")
    replied(asked, "n")


def test_the_choice_of_an_endpoint_tells_the_news(make_radar: MakeRadar) -> None:
    other = replace(ENDPOINT, name="dear at other", model="dear", summariser="other")
    nobody = make_radar(settings_news=lambda: NEWS)
    assert said(Choosing(nobody.asked).start()).text == f"{NEWS}; no endpoint was set at the start"
    one = make_radar(endpoint=ENDPOINT, settings_news=lambda: NEWS)
    assert said(Choosing(one.asked).start()).text == f"{NEWS}; tiny-writer is the only endpoint so far"
    two = make_radar(endpoint=ENDPOINT, endpoints=(other,), settings_news=lambda: NEWS)
    asked = Choosing(two.asked).start()
    assert isinstance(asked, Ask)
    assert asked.question == f"summaries by tiny-writer now ({NEWS}); ask by"


def test_where_no_endpoint_was_set_at_the_start_the_news_stands_for_how_to_set_one(
    make_radar: MakeRadar,
) -> None:
    told = [""]
    radar = make_radar(settings_news=lambda: told[0])
    flow, keys = Summarising(radar), _keys(radar)
    with pytest.raises(SummariserError, match="radar endpoint add"):
        flow.one(keys[0])
    told[0] = NEWS
    assert said(flow.one(keys[0])).text == f"{NEWS}; so far no endpoint is set"
    assert said(flow.all(keys)).text == f"{NEWS}; so far no endpoint is set"
    assert radar.reader.jobs() == ()
