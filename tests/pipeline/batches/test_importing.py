"""Results from others: hostile, partial, of changed papers, of nobody's questions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.summaries.summary import Summary, TakeawayOrigin
from radar.pipeline.batches.importing import FileProblem, LineProblem
from radar.pipeline.batches.result_files import LONGEST_LINE, FileLine, ResultFile
from tests.net.loopback import Loopback
from tests.pipeline.batches.answering import asked, openai, results_of, shelf, written
from tests.pipeline.batches.conftest import SETTINGS, Desk


def lines_of(path: Path) -> list[FileLine]:
    file = ResultFile(path)
    try:
        return list(file.lines())
    finally:
        file.close()


def test_o4_hostile_lines_are_told_and_the_others_are_taken(desk: Desk, server: Loopback) -> None:
    desk.export()
    questions = asked(desk.folder / "out")
    good = [json.dumps(result).encode() for result in results_of(questions[:2], server.url, openai)]
    hostile = [
        b"\xff\xfe not text",
        b"[" * 200_000,
        b'"just a text"',
        b"{}",
        b'{"custom_id": 7}',
        b'{"custom_id": "r1-aaaaaaaaaaaaaaaaaaaaaaaaaa", "response": {"body": {"choices": [{}]}}}',
        b'{"custom_id": "../../etc/passwd", "text": "x"}',
        b'{"custom_id": "\\ud800", "text": "x"}',
        json.dumps({"custom_id": questions[2]["custom_id"], "response": {"body": 7}}).encode(),
        json.dumps({"custom_id": questions[3]["custom_id"], "response": [1]}).encode(),
        json.dumps({"custom_id": questions[4]["custom_id"], "error": {"message": "no\x1b[2J way"}}).encode(),
        b'{"custom_id": "x", "text": NaN}',
        b'{"a": ' + b"9" * 10_000 + b"}",
        b'{"custom_id": "x", "text": "' + b"a" * LONGEST_LINE + b'"}',
    ]
    path = desk.folder / "results.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n\r\n".join([good[0], *hostile, good[1]]))
    tally, retries, events = desk.take(path)
    assert (tally.stored, tally.failed, tally.unknown) == (2, 3, 3)
    assert tally.bad_lines == 8
    assert (retries.missing, retries.questions) == (5, 8)
    told = {event.reason for event in events if isinstance(event, LineProblem)}
    assert told >= {"is not UTF-8 text", "is nested too deeply", "has no custom_id", "is longer than 20 MB"}
    assert "no way" in told, "without what a terminal would act on"


def test_o5_o9_what_an_answer_holds_beyond_the_takeaway_is_not_believed(desk: Desk, server: Loopback) -> None:
    desk.export()
    (result,) = results_of(asked(desk.folder / "out")[:1], server.url, openai)
    body = result["response"]["body"]
    message = body["choices"][0]["message"]
    answer = json.loads(message["content"]) | {"code_url": "https://evil.example/malware", "starred": True}
    message["content"] = json.dumps(answer)
    body["model"] = "\x1b]8;;https://evil.example\x07x"
    result["link"] = "https://evil.example"
    desk.take(written(desk.folder / "r.jsonl", [result]))
    (kept,) = desk.summaries().values()
    assert kept.takeaway.origin is TakeawayOrigin.MODEL
    assert "evil.example" not in str(desk.entries())


def test_an_answer_to_an_older_text_is_refused_and_asked_anew(desk: Desk, server: Loopback) -> None:
    short = replace(shelf(11)[10], abstract="Foxes in cities are hard to count. We count foxes with cameras.")
    desk.library.add_papers([short], Listing("file:more"), read)
    desk.export()
    old = results_of(asked(desk.folder / "out"), server.url, openai)
    longer = f"{short.abstract} They were many more than anybody had thought before we came."
    desk.library.database.run("UPDATE papers SET abstract = ? WHERE paper_id = ?", (longer, short.id))
    path = written(desk.folder / "old.jsonl", old)
    tally, retries, _ = desk.take(path)
    assert (tally.stored, tally.stale, retries.questions) == (10, 1, 1)
    assert short.id not in desk.summaries()
    again = asked(desk.folder / "out", "retry-*.jsonl")
    assert again[0]["custom_id"] not in {one["custom_id"] for one in old}
    tally, retries, _ = desk.take(
        written(desk.folder / "new.jsonl", results_of(again, server.url, openai)), path
    )
    assert (tally.stored, retries.questions, short.id in desk.summaries()) == (1, 0, True)


def test_answers_to_another_prompt_are_kept_for_later(desk: Desk, server: Loopback) -> None:
    desk.export()
    path = written(desk.folder / "r.jsonl", results_of(asked(desk.folder / "out"), server.url, openai))
    own = desk.folder / "prompt.md"
    own.write_text("Answer in JSON.\n---\n{title}\n{sentences}\n")
    tally, retries, _ = desk.take(path, settings_of=lambda name: replace(SETTINGS, prompt=str(own)))
    assert (tally.foreign, tally.stored, retries.questions) == (10, 0, 0)
    tally, _, _ = desk.take(path)
    assert tally.stored == 10


def test_the_model_of_the_batch_counts_and_not_that_of_the_settings(desk: Desk, server: Loopback) -> None:
    desk.export()
    path = written(desk.folder / "r.jsonl", results_of(asked(desk.folder / "out"), server.url, openai))
    tally, _, _ = desk.take(path, settings_of=lambda name: replace(SETTINGS, model="another"))
    assert tally.stored == 10
    assert {one.provenance.model for one in desk.summaries().values()} == {"small"}


def test_results_of_another_library_are_unknown(make_desk: Callable[..., Desk], server: Loopback) -> None:
    desk, stranger = make_desk(), make_desk("stranger")
    desk.export()
    path = written(desk.folder / "r.jsonl", results_of(asked(desk.folder / "out"), server.url, openai))
    tally, _, _ = stranger.take(path)
    assert (tally.unknown, tally.stored, stranger.summaries()) == (10, 0, {})


def test_of_several_results_the_last_success_wins(desk: Desk, server: Loopback) -> None:
    desk.export()
    good = results_of(asked(desk.folder / "out")[:1], server.url, openai)[0]
    other = json.loads(json.dumps(good))
    message = other["response"]["body"]["choices"][0]["message"]
    message["content"] = message["content"].replace(" and reduces", ", which reduces")
    bad = {"custom_id": good["custom_id"], "error": "lost"}
    tally, _, _ = desk.take(written(desk.folder / "r.jsonl", [bad, good, other, bad]))
    (kept,) = desk.summaries().values()
    assert tally.stored == 1
    assert ", which reduces" in kept.takeaway.text


def test_what_comes_twice_is_taken_once_also_where_it_is_read_ahead(desk: Desk, server: Loopback) -> None:
    spent: list[Summary] = []
    desk.export()
    results = results_of(asked(desk.folder / "out"), server.url, openai)
    failed = [{**result, "response": None, "error": {"message": "expired"}} for result in results]
    first, again = desk.folder / "1.jsonl", desk.folder / "2.jsonl"
    written(first, results)
    written(again, [*results, *failed])
    errors = desk.folder / "3.jsonl"
    written(errors, failed)
    tally, retries, _ = desk.take(first, again, errors, spent=spent.extend, processes=1)
    assert (tally.stored, tally.unchanged, tally.failed) == (len(results), len(results), len(results))
    assert len(spent) == len(results)
    assert retries.questions == 0, "an error that comes after an answer does not have it asked again"


def test_what_was_spent_is_told_once(desk: Desk, server: Loopback) -> None:
    desk.export()
    path = written(desk.folder / "r.jsonl", results_of(asked(desk.folder / "out"), server.url, openai))
    spent: list[Summary] = []
    priced = replace(SETTINGS, price_in=1.0, price_out=2.0)
    tally, _, _ = desk.take(path, path, spent=spent.extend, settings_of=lambda name: priced)
    assert len(spent) == 10
    assert tally.tokens_in == sum(one.provenance.tokens_in for one in spent) > 5_000
    assert tally.cost == pytest.approx((tally.tokens_in + 2 * tally.tokens_out) / 1e6)


def test_a_failure_that_comes_after_an_answer_has_nothing_stored_or_spent_twice(
    desk: Desk, server: Loopback
) -> None:
    spent: list[Summary] = []
    desk.export()
    results = results_of(asked(desk.folder / "out"), server.url, openai)
    failed = [{"custom_id": result["custom_id"], "error": "expired"} for result in results]
    answers = written(desk.folder / "answers.jsonl", results)
    desk.take(answers, spent=spent.extend)
    _, retries, _ = desk.take(written(desk.folder / "errors.jsonl", failed), spent=spent.extend)
    assert (retries.questions, retries.done) == (0, 0), "all are answered"
    tally, _, _ = desk.take(answers, spent=spent.extend)
    assert (tally.stored, tally.unchanged, len(spent)) == (0, len(results), len(results))


def test_a_file_that_is_none_does_not_stop_the_others(desk: Desk, server: Loopback) -> None:
    desk.export()
    good = written(desk.folder / "r.jsonl", results_of(asked(desk.folder / "out"), server.url, openai))
    broken = desk.folder / "broken.jsonl.gz"
    broken.write_bytes(written(desk.folder / "x.jsonl.gz", [{"a": 1}] * 999).read_bytes()[:40])
    tally, _, events = desk.take(desk.folder / "none.jsonl", desk.folder, broken, good)
    assert tally.stored == 10
    assert sum(isinstance(event, FileProblem) for event in events) == 2
    assert any(isinstance(event, LineProblem) and "cannot be read on" in event.reason for event in events)


def test_lines_come_without_breaks_blanks_and_packing(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"\n{1}\r\n\n  {2}  \n{3}")
    assert [(line.number, line.content) for line in lines_of(path)] == [(2, b"{1}"), (4, b"{2}"), (5, b"{3}")]
    path.write_bytes(b"")
    assert lines_of(path) == []


def test_a_line_without_end_takes_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"a" * (LONGEST_LINE + 3_000_000) + b"\n{2}\n")
    first, second = lines_of(path)
    assert (first.content, first.problem) == (b"", "is longer than 20 MB")
    assert (second.number, second.content) == (2, b"{2}")


def test_the_same_model_asked_at_two_places_answers_for_each_of_them(desk: Desk, server: Loopback) -> None:
    desk.export()
    desk.export(out="dear", settings=replace(SETTINGS, name="dear"))
    first, second = (
        written(desk.folder / name, results_of(asked(desk.folder / out), server.url, openai))
        for name, out in (("first.jsonl", "out"), ("second.jsonl", "dear"))
    )
    assert desk.take(first)[0].stored == 10
    assert {one.provenance.summariser for one in desk.summaries().values()} == {"endpoint"}
    tally, retries, _ = desk.take(second)
    assert (tally.stored, retries.questions) == (10, 0)
    names = {one.provenance.summariser for entry in desk.entries() for one in entry.summaries}
    assert names == {"offline", "endpoint", "dear"}
