"""Questions out, answers in any shape and order back in: the library holds what an online run would give."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.net.http import HttpClient
from radar.papers.bases import replace
from radar.papers.reader.query import PaperQuery
from radar.papers.summaries.summary import Summary, TakeawayOrigin
from radar.pipeline.summarising import Summarising
from radar.summaries.batch_lines import Dialect
from radar.summaries.endpoint_summariser import EndpointSummariser
from tests.net.loopback import Loopback, Waits
from tests.pipeline.batches import answering
from tests.pipeline.batches.answering import Shaped, asked, failure, results_of, shuffled, written
from tests.pipeline.batches.conftest import SETTINGS, Desk

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


async def online(desk: Desk, server: Loopback, *, again: bool = False) -> dict[str, Summary]:
    settings = replace(SETTINGS, base_url=f"{server.url}/v1")
    client = HttpClient(user_agent="radar/test", timeout=10, sleep=Waits())
    summarising = Summarising(desk.library, desk.reader, EndpointSummariser(settings, client), read, 2)
    async with aclosing(summarising.run(desk.reader.keys(PaperQuery()), again=again)) as events:
        async for _ in events:
            pass
    await summarising.aclose()
    return desk.summaries()


def without_time(summaries: dict[str, Summary], usage: bool = True) -> dict[str, Summary]:
    kept = {}
    for paper_id, one in summaries.items():
        # A server of one's own costs nothing; who answered a file, it does not say.
        made = replace(one.provenance, created=EPOCH, cost=None)
        kept[paper_id] = replace(one, provenance=made if usage else replace(made, tokens_in=0, tokens_out=0))
    return kept


SHAPES = [
    (Dialect.OPENAI, answering.openai),
    (Dialect.VLLM, answering.vllm),
    (Dialect.VLLM, answering.old_vllm),
    (Dialect.MISTRAL, answering.mistral),
    (Dialect.FIREWORKS, answering.openai),
    (Dialect.ROWS, answering.row),
]


@pytest.mark.parametrize(("dialect", "shaped"), SHAPES)
async def test_a_batch_gives_what_an_online_run_gives(
    make_desk: Callable[..., Desk], server: Loopback, dialect: Dialect, shaped: Shaped
) -> None:
    desk = make_desk()
    desk.export(dialect, most_lines=4)
    questions = asked(desk.folder / "out")
    assert len(questions) == 10
    whole = shuffled(results_of(questions, server.url, shaped))
    first, *others = whole
    lost, failed = others[-1], others[-2]
    results = [first, failure(failed["custom_id"]), *others[:-2], first, lost]
    parts = [
        written(desk.folder / "second.jsonl.gz", results[5:], cut=True),
        written(desk.folder / "first.jsonl", results[:5], ends=b"\r\n"),
    ]
    tally, retries, _ = desk.take(*parts)
    # One line was repeated, one failed, and of the last the end was cut off.
    assert (tally.stored + tally.failed, tally.bad_lines, retries.missing) == (9, 1, 1)
    assert (tally.failed, retries.questions) == (1, 2)
    again = asked(desk.folder / "out", "retry-*.jsonl")
    assert {one["custom_id"] for one in again} == {lost["custom_id"], failed["custom_id"]}
    assert [one for one in questions if one["custom_id"] in {part["custom_id"] for part in again}]
    rest = written(desk.folder / "rest.jsonl", results_of(again, server.url, shaped))
    tally, retries, _ = desk.take(rest)
    assert (tally.stored, retries.questions) == (2, 0)
    expected = await online(make_desk("online"), server)
    usage = dialect is not Dialect.ROWS
    if not usage:
        # Rows tell neither usage nor that an answer was cut at its limit.
        del expected["arxiv:2401.00004"]
    mine = {paper_id: one for paper_id, one in desk.summaries().items() if paper_id in expected}
    assert without_time(mine, usage) == without_time(expected, usage)
    origins = {one.takeaway.origin for one in mine.values()}
    assert {TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED} <= origins
    assert origins & {TakeawayOrigin.QUOTED, TakeawayOrigin.OFFLINE}


def test_the_same_files_again_change_nothing(desk: Desk, server: Loopback) -> None:
    desk.export()
    questions = asked(desk.folder / "out")
    results = results_of(questions[:-2], server.url, answering.openai)
    path = written(desk.folder / "results.jsonl", [*results, failure(questions[-1]["custom_id"])])
    desk.take(path)
    before = desk.entries()
    files = sorted(file.name for file in (desk.folder / "out").iterdir())
    tally, retries, _ = desk.take(path, path)
    assert (tally.stored, tally.unchanged, tally.failed, retries.questions) == (0, 16, 2, 0)
    assert desk.entries() == before
    assert sorted(file.name for file in (desk.folder / "out").iterdir()) == files


def test_helpers_give_the_same_as_one_process(make_desk: Callable[..., Desk], server: Loopback) -> None:
    alone, helped = make_desk("alone"), make_desk("helped")
    alone.export(processes=0)
    helped.export(processes=2)
    assert asked(alone.folder / "out") == asked(helped.folder / "out")
    results = results_of(asked(alone.folder / "out"), server.url, answering.openai)
    path = written(alone.folder / "results.jsonl", results)
    alone.take(path, processes=0)
    helped.take(path, processes=2)
    assert without_time(alone.summaries()) == without_time(helped.summaries())


def test_an_answer_of_a_batch_is_not_asked_for_online(desk: Desk, server: Loopback) -> None:
    desk.export()
    path = written(
        desk.folder / "r.jsonl", results_of(asked(desk.folder / "out"), server.url, answering.openai)
    )
    desk.take(path)
    ended = desk.export(out="second")
    assert (ended.written, ended.shards) == (0, ())
    assert ended.reasons == (("summarised before by this model and prompt", 10),)
    assert desk.export(out="third", again=True).written == 10


async def test_what_a_batch_leaves_open_is_counted_where_it_was_answered_online_meanwhile(
    desk: Desk, server: Loopback
) -> None:
    desk.export()
    results = results_of(asked(desk.folder / "out"), server.url, answering.openai)
    desk.take(written(desk.folder / "r.jsonl", results))
    desk.export(out="second", again=True)
    await online(desk, server, again=True)
    some = results_of(asked(desk.folder / "second")[:6], server.url, answering.openai)
    _, retries, _ = desk.take(written(desk.folder / "s.jsonl", some))
    assert (retries.done, retries.missing, retries.questions) == (4, 0, 0)


def test_what_was_wanted_anew_is_asked_again_in_spite_of_an_older_summary(
    desk: Desk, server: Loopback
) -> None:
    desk.export()
    results = results_of(asked(desk.folder / "out"), server.url, answering.openai)
    desk.take(written(desk.folder / "r.jsonl", results))
    desk.export(out="second", again=True)
    *some, failed, missing = asked(desk.folder / "second")
    answers = results_of(some, server.url, answering.openai)
    path = written(desk.folder / "s.jsonl", [*answers, failure(failed["custom_id"])])
    tally, retries, _ = desk.take(path)
    assert (tally.stored, tally.failed) == (8, 1)
    assert (retries.done, retries.missing, retries.questions) == (0, 1, 2)
    again = asked(desk.folder / "out", "retry-*.jsonl")
    assert {one["custom_id"] for one in again} == {failed["custom_id"], missing["custom_id"]}
    tally, retries, _ = desk.take(path)
    assert (tally.unchanged, tally.failed, tally.unknown, retries.questions) == (8, 1, 0, 0)
    rest = written(desk.folder / "rest.jsonl", results_of(again, server.url, answering.openai))
    tally, retries, _ = desk.take(rest)
    assert (tally.stored, retries.done, retries.questions) == (2, 0, 0)


def test_a_shard_without_results_is_not_missing_yet(desk: Desk, server: Loopback, tmp_path: Path) -> None:
    desk.export(most_lines=5)
    first = asked(desk.folder / "out", "requests-0001.jsonl")
    path = written(tmp_path / "first.jsonl", results_of(first, server.url, answering.openai))
    tally, retries, _ = desk.take(path)
    assert (tally.stored, retries.missing, retries.questions) == (5, 0, 0)


def test_what_is_missing_of_a_batch_is_asked_again_in_its_dialect_though_another_asked_the_same_later(
    desk: Desk, server: Loopback
) -> None:
    desk.export(Dialect.OPENAI)
    desk.export(Dialect.ROWS, out="rows")
    questions = asked(desk.folder / "out")
    some = written(desk.folder / "some.jsonl", results_of(questions[:8], server.url, answering.openai))
    _, retries, _ = desk.take(some)
    again = asked(desk.folder / "out", "retry-*.jsonl")
    assert {one["custom_id"]: one for one in again} == {one["custom_id"]: one for one in questions[8:]}
    assert {batch.dialect for batch, _ in retries.files} == {"openai"}
    rest = written(desk.folder / "rest.jsonl", results_of(again, server.url, answering.openai))
    tally, retries, _ = desk.take(rest)
    assert (tally.stored, retries.questions) == (2, 0)
