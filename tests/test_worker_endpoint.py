"""Summaries by a real worker process from an endpoint on loopback, good, dead, silent and refusing."""

from __future__ import annotations

import contextlib
import os
import signal
from contextlib import closing
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.errors import SummariserError
from radar.papers.jobs.job import Job, JobState
from radar.papers.listed.listing import Listing
from radar.pipeline.radar import Radar
from radar.settings import Settings
from radar.wiring.radars import build_radar
from tests.net.loopback import Arrived, Scripted, free_port, json_answer, loopback
from tests.pipeline.fakes import ended, paper, wait_for
from tests.written_files import files_below

SECRET = "sk-secret-of-the-test"


def _completion(text: str) -> Scripted:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    usage = {"prompt_tokens": 120, "completion_tokens": 30}
    return json_answer({"model": "small", "choices": [choice], "usage": usage})


GOOD = _completion('{"takeaway": "Moss is heavier than lichen.", "result_sentence": 2, "code_sentence": 0}')


def _radar(url: str, **options: object) -> Radar:
    prices = {"price_in": 1.0, "price_out": 2.0}
    return build_radar(
        Settings.load(os.environ, {"base_url": f"{url}/v1", "model": "small"} | prices | options)
    )


def _keys(radar: Radar, number: int) -> tuple[int, ...]:
    papers = [paper(each) for each in range(1, number + 1)]
    return radar.library.add_papers(papers, Listing("file:moss"), read).keys


def _now(radar: Radar, job: Job) -> Job:
    now = radar.jobs.get(job.number)
    assert now is not None
    return now


def _by_model(radar: Radar, keys: tuple[int, ...]) -> int:
    entries = (radar.reader.entry(key) for key in keys)
    return sum(entry.summary.provenance.summariser == "endpoint" for entry in entries if entry)


def test_papers_are_summarised_row_by_row_and_counted() -> None:
    with loopback(GOOD) as server, closing(_radar(server.url)) as radar:
        keys = _keys(radar, 10)
        job = ended(radar, radar.request_summaries(keys))
        assert (job.state, job.message) == (JobState.DONE, "10 summarised")
        assert (job.progress.new, job.progress.tokens_in, job.progress.tokens_out) == (10, 1200, 300)
        assert job.progress.cost == pytest.approx((1200 + 2 * 300) / 1_000_000)
        assert _by_model(radar, keys) == 10


def test_an_endpoint_that_left_the_settings_is_told_as_gone() -> None:
    with closing(_radar("http://127.0.0.1:9")) as radar:
        job = ended(radar, radar.request_summaries(_keys(radar, 1), "two"))
        assert job.state is JobState.FAILED
        assert "No summariser is called two any more: the settings have changed" in job.message


@pytest.mark.parametrize(
    ("name", "meant"), [("nope", "There are offline, endpoint"), ("endpoind", "endpoint")]
)
def test_a_summariser_that_there_never_was_is_refused_before_anything_is_queued(
    name: str, meant: str
) -> None:
    with closing(_radar("http://127.0.0.1:9", summariser=name)) as radar:
        with pytest.raises(SummariserError, match=f"No summariser is called {name}") as refused:
            radar.request_summaries(_keys(radar, 1))
        assert meant in refused.value.hint
        assert not radar.jobs.list(5)


def test_a_cancel_amid_a_request_and_a_resume_pay_for_no_paper_twice() -> None:
    held: list[str] = []

    def third_is_silent(request: Arrived) -> Scripted:
        text = request.body.decode()
        if "Number 3" in text and not held:
            held.append(text)
            return Scripted(hold=True)
        return GOOD

    with (
        loopback(rule=third_is_silent) as server,
        closing(_radar(server.url, concurrency=1)) as radar,
    ):
        keys = _keys(radar, 6)
        job = radar.request_summaries(keys)
        wait_for(lambda: bool(held), "the request that hangs")
        radar.cancel(job.number)
        wait_for(lambda: _now(radar, job).state is JobState.CANCELLED, "the cancel", seconds=10)
        assert _by_model(radar, keys) == 2
        again = ended(radar, radar.request_summaries(keys))
        assert again.message == "4 summarised, 2 done before"
        assert _by_model(radar, keys) == 6
        asked = [request.body for request in server.arrived if request.method == "POST"]
        assert len(asked) == len(set(asked)) + 1 == 7


def test_an_answer_that_was_lost_with_the_library_comes_out_of_the_cache(tmp_path: Path) -> None:
    with loopback(GOOD) as server:
        for name in ("one.sqlite3", "two.sqlite3"):
            with closing(_radar(server.url, library=tmp_path / name)) as radar:
                job = ended(radar, radar.request_summaries(_keys(radar, 3)))
        assert len([request for request in server.arrived if request.method == "POST"]) == 3
        assert (job.progress.new, job.progress.known, job.progress.tokens_in) == (3, 3, 0)


def test_a_dead_endpoint_is_one_clear_line_and_nothing_is_lost() -> None:
    with closing(_radar(f"http://127.0.0.1:{free_port()}")) as radar:
        keys = _keys(radar, 5)
        job = ended(radar, radar.request_summaries(keys))
        assert job.state is JobState.FAILED
        assert job.message.startswith("0 summarised, 5 left: ")
        assert "127.0.0.1" in job.message
        assert "127.0.0.1" in radar.reader.rows(keys)[0].error
        assert all(row.takeaway for row in radar.reader.rows(keys))


def test_a_key_that_is_named_and_not_there_ends_the_job_before_anything_is_sent() -> None:
    with loopback(GOOD) as server, closing(_radar(server.url, key_env="NO_KEY")) as radar:
        job = ended(radar, radar.request_summaries(_keys(radar, 2)))
        assert server.arrived == []
    assert job.state is JobState.FAILED
    assert "put it into the environment variable NO_KEY" in job.message


def test_k2_a_refused_key_ends_the_run_and_is_nowhere_written_down(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MY_KEY", SECRET)
    refusal = json_answer({"error": {"message": f"Incorrect API key provided: {SECRET}"}}, status=401)
    arguments: list[bytes] = []

    def refuse(_: Arrived) -> Scripted:
        arguments.extend(_arguments_of_all_processes())
        return refusal

    with loopback(rule=refuse) as server, closing(_radar(server.url, key_env="MY_KEY")) as radar:
        job = ended(radar, radar.request_summaries(_keys(radar, 5)))
        wait_for(lambda: not radar.working(), "the end of the worker")
        assert server.arrived[0].headers["authorization"] == f"Bearer {SECRET}"
    assert any(b"radar" in line for line in arguments)
    assert not any(SECRET.encode() in line for line in arguments)
    assert job.state is JobState.FAILED
    assert "MY_KEY" in job.message
    home = Path(os.environ["XDG_DATA_HOME"]).parent
    written = files_below(home)
    assert written
    assert not [path for path, held in written.items() if SECRET.encode() in held]


def _arguments_of_all_processes() -> list[bytes]:
    lines = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            lines.append(process.read_bytes())
    return lines


def test_a_model_that_is_not_there_ends_the_run_with_its_name() -> None:
    missing = json_answer({"error": {"message": "The model does not exist", "code": "model_not_found"}}, 404)
    with loopback(missing) as server, closing(_radar(server.url)) as radar:
        job = ended(radar, radar.request_summaries(_keys(radar, 5)))
    assert job.state is JobState.FAILED
    assert "small" in job.message
    assert "5 left" in job.message


def test_a_worker_goes_on_when_the_screen_is_closed() -> None:
    with loopback(GOOD) as server:
        with closing(_radar(server.url)) as radar:
            job = radar.request_summaries(_keys(radar, 8))
        with closing(_radar(server.url)) as radar:
            assert ended(radar, job).message == "8 summarised"


def test_one_paper_is_had_while_a_long_job_waits_for_its_endpoint() -> None:
    """The long job's request is silent; the one asked for meanwhile is answered and saved."""
    held: list[str] = []

    def first_is_silent(request: Arrived) -> Scripted:
        if "Number 1" in request.body.decode():
            held.append("held")
            return Scripted(hold=True)
        return GOOD

    with loopback(rule=first_is_silent) as server, closing(_radar(server.url, concurrency=2)) as radar:
        keys = _keys(radar, 5)
        long_one = radar.request_summaries(keys)
        wait_for(lambda: bool(held), "the request that hangs")
        single = ended(radar, radar.request_summaries(keys[4:], again=True))
        assert single.state is JobState.DONE
        assert _now(radar, long_one).state is JobState.RUNNING
        assert _by_model(radar, keys[4:]) == 1
        radar.cancel(long_one.number)
        wait_for(lambda: _now(radar, long_one).state is JobState.CANCELLED, "the cancel", seconds=10)


def test_single_papers_are_had_while_the_request_for_the_one_before_them_hangs() -> None:
    def first_is_silent(request: Arrived) -> Scripted:
        return Scripted(hold=True) if "Number 1" in request.body.decode() else GOOD

    with loopback(rule=first_is_silent) as server, closing(_radar(server.url, concurrency=2)) as radar:
        keys = _keys(radar, 4)
        hanging = radar.request_summaries(keys[:1])
        wait_for(lambda: bool(server.arrived), "the request that hangs")
        others = [radar.request_summaries((key,)) for key in keys[1:]]
        assert [ended(radar, job).state for job in others] == [JobState.DONE] * 3
        assert _now(radar, hanging).state is JobState.RUNNING
        assert _by_model(radar, keys) == 3
        radar.cancel(hanging.number)
        wait_for(lambda: _now(radar, hanging).state is JobState.CANCELLED, "the cancel", seconds=10)


def test_single_papers_side_by_side_all_leave_an_endpoint_alone_that_asks_to_wait() -> None:
    """What one of them is told holds for the others; each can be cancelled, and none is asked meanwhile."""
    busy = json_answer({"error": {"message": "slow down"}}, 429, retry_after="600")
    with loopback(busy) as server, closing(_radar(server.url, concurrency=4)) as radar:
        keys = _keys(radar, 3)
        first = radar.request_summaries(keys[:1])
        wait_for(lambda: _now(radar, first).progress.waits_until is not None, "the note of the wait")
        others = [radar.request_summaries((key,)) for key in keys[1:]]
        wait_for(lambda: all(_now(radar, job).progress.waits_until for job in others), "the notes beside it")
        for job in (first, *others):
            radar.cancel(job.number)
        assert [ended(radar, job).state for job in (first, *others)] == [JobState.CANCELLED] * 3
        assert len(server.arrived) == 1


def test_t1_a_wait_is_shown_in_the_job_and_can_be_cancelled() -> None:
    busy = json_answer({"error": {"message": "slow down"}}, 429, retry_after="600")
    with loopback(busy) as server, closing(_radar(server.url)) as radar:
        job = radar.request_summaries(_keys(radar, 5))
        wait_for(lambda: _now(radar, job).progress.waits_until is not None, "the note of the wait")
        assert " asks to wait until " in _now(radar, job).progress.told
        radar.cancel(job.number)
        wait_for(lambda: _now(radar, job).state is JobState.CANCELLED, "the cancel", seconds=10)
        assert len(server.arrived) == 1


def test_what_is_looked_at_is_asked_for_first() -> None:
    with loopback(GOOD) as server, closing(_radar(server.url, concurrency=1)) as radar:
        keys = _keys(radar, 6)
        radar.jobs.look_at((keys[4], keys[2]))
        assert ended(radar, radar.request_summaries(keys)).message == "6 summarised"
        asked = [request.body.decode() for request in server.arrived if request.method == "POST"]
    numbers = [next(number for number in range(1, 7) if f"Number {number}" in body) for body in asked]
    assert numbers == [5, 3, 1, 2, 4, 6]


def test_a_worker_killed_amid_many_answers_pays_for_none_of_them_twice() -> None:
    with loopback(GOOD) as server, closing(_radar(server.url, concurrency=4)) as radar:
        keys = _keys(radar, 60)
        job = radar.request_summaries(keys)
        wait_for(lambda: _by_model(radar, keys) > 8, "some summaries")
        worker = radar.library.database.value("SELECT worker FROM jobs WHERE number = ?", (job.number,))
        os.kill(int(worker), signal.SIGKILL)
        wait_for(lambda: not radar.working(), "the end of the worker")
        again = ended(radar, radar.request_summaries(keys))
        assert again.state is JobState.DONE
        assert _by_model(radar, keys) == 60
        asked = [request.body for request in server.arrived if request.method == "POST"]
    # What was under way at that moment may have been asked for twice, and nothing else.
    assert len(asked) <= 60 + 4
