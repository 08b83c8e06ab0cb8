"""Summaries of one or of many papers, asked for."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.papers.bases import replace
from radar.papers.jobs.spending import Budgets, Limits
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.pipeline.radar import Radar
from radar.summaries.endpoints.prices import has_list
from radar.summaries.prompting.prompt import load_prompt
from radar.tui.flows.step import Ask, Say, Work
from radar.tui.flows.summarising import Summarising
from tests.tui.conftest import MakeRadar
from tests.tui.flows.taken import done, replied
from tests.tui.flows.viewing import keys_of, rows_of
from tests.tui.shelf import ENDPOINT, PAPERS


def _keys_of(radar: Radar, papers: Sequence[Paper]) -> set[int | None]:
    return {radar.reader.key_of(paper.id) for paper in papers}


def _summary(paper: Paper, model: str, prompt: str) -> Summary:
    made = Provenance("endpoint", datetime(2026, 3, 1, tzinfo=UTC), model, prompt)
    return Summary(paper.id, Takeaway("Shells pile up.", TakeawayOrigin.MODEL), Flags(), made)


def test_many_summaries_are_asked_about_with_number_and_tokens_before_anything_is_queued(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    summarising = Summarising(radar)
    asked = summarising.all(keys_of(radar))
    assert isinstance(asked, Ask)
    assert "summarise 12 papers by tiny-writer: ~" in asked.question
    assert "tokens in" in asked.question
    assert radar.reader.jobs() == ()
    assert replied(asked, "n") == Say("nothing asked, nothing spent")
    assert radar.reader.jobs() == ()
    replied(asked, "y")
    assert [job.label for job in radar.reader.jobs()] == ["summarise 12 papers by tiny-writer"]


def test_papers_that_have_such_a_summary_are_passed_over_and_that_is_said(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    keys = keys_of(radar)
    digest = load_prompt().digest
    for paper, model, prompt in (
        *((paper, ENDPOINT.model, digest) for paper in PAPERS[:3]),
        (PAPERS[3], "another-writer", digest),
        (PAPERS[4], ENDPOINT.model, "another prompt"),
    ):
        radar.library.save_summaries([_summary(paper, model, prompt)])
    summarising = Summarising(radar)
    asked = summarising.all(keys)
    assert isinstance(asked, Ask)
    assert (
        "summarise 9 papers by tiny-writer (3 have one, 1 was done with another prompt): ~" in asked.question
    )
    replied(asked, "y")
    (job,) = radar.reader.jobs()
    assert job.label == "summarise 9 papers by tiny-writer"
    assert set(json.loads(job.arguments)["keys"]) == _keys_of(radar, PAPERS[3:])
    told = Summarising(radar).all([key for key in keys if key in _keys_of(radar, PAPERS[:3])])
    assert told == Say("no paper in view lacks a summary by tiny-writer")


def test_papers_that_are_not_sent_are_said_and_where_nothing_is_sent_nothing_is_asked(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    silent = [Paper(PaperId(f"arxiv:2603.0000{n}"), f"Moss {n}") for n in range(2)]
    held = radar.library.add_papers(silent, Listing("file:moss"), read).keys
    three = [key for key in keys_of(radar) if key in _keys_of(radar, PAPERS[:3])]
    asked = Summarising(radar).all([*three, *held])
    assert isinstance(asked, Ask)
    assert "summarise 3 papers by tiny-writer (2 not sent: 2 have no abstract): ~" in asked.question
    assert radar.reader.jobs() == ()
    assert done(Summarising(radar).all(held)) == Say("no model is asked: 2 not sent: 2 have no abstract")
    assert [job.label for job in radar.reader.jobs()] == ["summarise 2 papers by tiny-writer"]


def test_papers_that_could_not_be_sent_before_are_not_said_to_have_a_summary(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    silent = Paper(PaperId("arxiv:2603.00001"), "Moss")
    held = radar.library.add_papers([silent], Listing("file:moss"), read).keys
    digest = load_prompt().digest
    summary = _summary(silent, ENDPOINT.model, digest)
    unasked = replace(summary, provenance=replace(summary.provenance, failed_checks=("no abstract",)))
    radar.library.save_summaries([unasked])
    radar.library.save_summaries([_summary(PAPERS[0], ENDPOINT.model, digest)])
    (one,) = (key for key in keys_of(radar) if key in _keys_of(radar, PAPERS[:1]))
    said = "no other paper in view lacks a summary by tiny-writer; 1 not sent: 1 has no abstract"
    assert Summarising(radar).all([one, *held]) == Say(said)
    assert Summarising(radar).all([one]) == Say("no paper in view lacks a summary by tiny-writer")


def test_of_very_many_papers_the_most_that_it_may_take_is_said(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    summarising = Summarising(radar)
    asked = summarising.all([*keys_of(radar)] * 200)
    assert isinstance(asked, Ask)
    assert "summarise up to 2,400 papers by tiny-writer: ~" in asked.question


def test_c1_ten_thousand_papers_are_asked_about_with_an_estimate_and_nothing_is_queued(
    make_radar: MakeRadar,
) -> None:
    remote = replace(ENDPOINT, host="models.example", base_url="https://models.example/v1", local=False)
    priced = replace(remote, price_in=1.0, price_out=4.0)
    radar = make_radar(endpoint=priced, living=True)
    asked = Summarising(radar).all([*keys_of(radar)] * 1000)
    assert isinstance(asked, Ask)
    assert "summarise up to 12,000 papers by tiny-writer: ~" in asked.question
    assert re.search(r"~1,080,000 out, \$\d+\.\d\d to \$\d+\.\d\d\?$", asked.question)
    assert radar.reader.jobs() == ()


def test_a_budget_that_a_run_would_reach_is_said_in_the_question(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True, budgets=Budgets(run=Limits(requests=3)))
    asked = Summarising(radar).all(keys_of(radar))
    assert isinstance(asked, Ask)
    assert asked.question.endswith(
        "on this machine, free; the run's budget has 3 requests left, enough for about 3 papers; "
        "begin all the same?"
    )


@pytest.mark.skipif(not has_list(), reason="genai-prices is not installed")
def test_a_list_price_is_looked_up_in_a_thread_before_the_question(
    make_radar: MakeRadar, tmp_path: Path
) -> None:
    mini = replace(
        ENDPOINT,
        host="api.openai.com",
        base_url="https://api.openai.com/v1",
        model="gpt-4o-mini",
        local=False,
    )
    radar = make_radar(endpoint=mini, living=True, cache_folder=tmp_path)
    work = Summarising(radar).all(keys_of(radar))
    assert isinstance(work, Work)
    thread = threading.Thread(target=work.run)
    thread.start()
    thread.join()
    assert work.then is not None
    asked = work.then()
    assert isinstance(asked, Ask)
    assert " out, $0.00" in asked.question
    assert isinstance(Summarising(radar).all(keys_of(radar)), Ask), "it is known now"


def test_a_summary_of_one_paper_is_queued_at_once(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    done(Summarising(radar).one(rows_of(radar)[0].key))
    assert [job.label for job in radar.reader.jobs()] == [
        'summarise "Sorting Shells by Sound" by tiny-writer'
    ]


def test_jobs_for_one_paper_each_are_told_apart_by_a_long_title_too(make_radar: MakeRadar) -> None:
    long = replace(
        PAPERS[0], title="Sorting \\emph{Shells} by the Sound That They Make on Wet and on Dry Sand"
    )
    radar = make_radar((long,), endpoint=ENDPOINT, living=True)
    (key,) = keys_of(radar)
    label = radar.request_summaries([key]).label
    assert label == 'summarise "Sorting Shells by the Sound That They Make on..." by tiny-writer'
    assert radar.request_summaries([key + 1]).label == "summarise 1 paper by tiny-writer", "it is gone"


def test_a_key_that_is_not_set_is_named_before_anything_is_queued(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=replace(ENDPOINT, key_env="SHORE_KEY"), living=True)
    for step in (Summarising(radar).one(1), Summarising(radar).all([1])):
        assert isinstance(step, Say)
        assert "SHORE_KEY" in step.text
    assert radar.reader.jobs() == ()
