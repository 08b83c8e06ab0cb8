"""What a worker spends: nothing that nobody asked for, never beyond a budget, all of it written down."""

from __future__ import annotations

import os
from contextlib import aclosing, closing
from pathlib import Path

from radar.abstracts.reading import read
from radar.papers.bases import replace
from radar.papers.jobs.job import JobKind, JobState
from radar.papers.jobs.spending import SpendingBy
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Reading
from radar.pipeline.radar import Radar
from radar.pipeline.refreshing import Refresher
from radar.settings import Settings
from radar.wiring.radars import build_radar, build_worker
from tests.net.loopback import Scripted, json_answer, loopback
from tests.pipeline.fakes import FakeSource, ended, paper, wait_for, write_listing
from tests.tui.driving import seated


def _settings(url: str, **options: object) -> Settings:
    wanted = {"base_url": f"{url}/v1", "model": "small", "sources": ()}
    return Settings.load(os.environ, wanted | options)


def _completion() -> Scripted:
    text = '{"takeaway": "Moss is heavier than lichen.", "results_sentence": 2, "code_sentence": 0}'
    choice = {"message": {"content": text}, "finish_reason": "stop"}
    return json_answer({"choices": [choice], "usage": {"prompt_tokens": 500, "completion_tokens": 100}})


def _read_by_old_rules(each: Paper) -> Reading:
    return replace(read(each), rules_version=0)


async def _close() -> None:
    return


def _kinds(radar: Radar) -> set[JobKind]:
    return {job.kind for job in radar.reader.jobs(100)}


async def test_c5_importing_refreshing_waking_and_starting_never_summarise(tmp_path: Path) -> None:
    with loopback(_completion()) as server:
        settings = _settings(server.url)
        with closing(build_radar(settings)) as radar:
            # Papers that older rules read give a worker something to do that nobody asked for.
            old = [replace(paper(number), title=f"Old Moss {number}") for number in range(900, 903)]
            radar.library.add_papers(old, Listing("file:old"), _read_by_old_rules)
            source = FakeSource("hf:daily", [[paper(1), paper(2)]])
            refresher = Refresher(radar.library, lambda name: source, read, _close)
            async with aclosing(refresher.run(["hf:daily"])) as events:
                _: list[object] = [event async for event in events]
            ended(radar, radar.request_import(write_listing(tmp_path / "moss.jsonl", range(3, 30))))
            radar.wake()
            async with seated(radar) as seat:
                await seat.press("j", "enter", "escape")
            wait_for(lambda: not radar.working() and not radar.library.outdated(1, 1), "the worker's end")
            assert _kinds(radar) == {JobKind.IMPORT}
            assert radar.reader.counts().papers == 32
            assert radar.reader.spending(SpendingBy.DAY) == ()
        assert server.arrived == []


def test_c2_a_budget_ends_a_job_cleanly_and_it_is_resumed_without_paying_twice() -> None:
    with loopback(_completion()) as server:
        settings = _settings(server.url, max_requests_run=2, concurrency=1)
        with closing(build_radar(settings)) as radar:
            papers = [paper(number) for number in range(5)]
            keys = radar.library.add_papers(papers, Listing("file:moss"), read).keys
            job = radar.request_summaries(keys)
            counts = []
            for _ in range(3):
                last = ended(radar, job)
                wait_for(lambda: not radar.working(), "the worker's end")
                counts.append(sum(arrived.method == "POST" for arrived in server.arrived))
                if last.state is JobState.DONE:
                    break
                assert last.state is JobState.CANCELLED, "a limit of the reader's own is no failure"
                assert last.state_told == "budget"
                assert "the run's budget of 2 requests is reached" in last.message
                assert "asking again goes on with the papers that are left" in last.message
                job = radar.request_summaries(keys)
            assert counts == [2, 4, 5]
            assert last.state is JobState.DONE
            (spent,) = radar.reader.spending(SpendingBy.DAY)
            assert (spent.requests, spent.papers, spent.tokens_in, spent.cost) == (5, 5, 2500, 0.0)


def test_c2_a_worker_and_a_command_share_the_budget_of_the_day() -> None:
    with loopback(_completion()) as server:
        settings = _settings(server.url, max_tokens_day=2500)
        with closing(build_radar(settings)) as radar:
            keys = radar.library.add_papers([paper(n) for n in range(6)], Listing("file:moss"), read).keys
            first = ended(radar, radar.request_summaries(keys[:3]))
            assert first.state is JobState.DONE
            wait_for(lambda: not radar.working(), "the worker's end")
            worker = build_worker(settings)
            job = radar.request_summaries(keys)
            assert worker.run() == 0
            last = ended(radar, job)
            assert "today's budget of 2,500 tokens is reached" in last.message
            assert sum(arrived.method == "POST" for arrived in server.arrived) <= 4
            assert radar.reader.spent_today().tokens <= 2500


def test_c2_single_papers_that_are_asked_about_side_by_side_share_the_budget_of_the_day() -> None:
    with loopback(Scripted(hold=True)) as server:
        settings = _settings(server.url, max_requests_day=1, concurrency=4)
        with closing(build_radar(settings)) as radar:
            keys = radar.library.add_papers([paper(n) for n in range(2)], Listing("file:moss"), read).keys
            hanging = radar.request_summaries(keys[:1])
            wait_for(lambda: bool(server.arrived), "the request that hangs")
            last = ended(radar, radar.request_summaries(keys[1:]))
            assert last.state_told == "budget"
            assert "today's budget of 1 request is reached" in last.message
            radar.cancel(hanging.number)
            assert ended(radar, hanging).state is JobState.CANCELLED
        assert len(server.arrived) == 1
