"""The filter form: lines in, lines out, in the same order."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import aclosing
from datetime import UTC, datetime

import pytest

from radar.errors import (
    AnswerError,
    EndpointError,
    KeyRefused,
    ListingError,
    NetworkError,
    NoCompletion,
    RadarError,
    RateLimited,
    SummariserError,
)
from radar.papers.listed.paper import Paper
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import CodeStatus, Flags, Release
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.pipeline.headless import (
    BadLine,
    PaperLine,
    ReadEvent,
    ReadLine,
    offline_reading,
    paper_lines,
    read_offline,
    read_with,
)
from radar.pipeline.patience import Patience

_KEYS = [
    "id",
    "takeaway",
    "code",
    "code_url",
    "data",
    "data_url",
    "results",
    "sota",
    "evidence",
    "provenance",
]


def _line(id: object, abstract: str = "We count snails.", **more: object) -> bytes:
    return json.dumps({"id": id, "title": f"Snails {id}", "abstract": abstract, **more}).encode()


def _summary(paper: Paper, by: str) -> Summary:
    code = CodeStatus(Release.RELEASED, "https://github.com/a/b", Evidence(TextField.ABSTRACT, 0, 2))
    made = Provenance(by, datetime(2025, 1, 2, tzinfo=UTC))
    return Summary(paper.id, Takeaway(f"{by}: {paper.title}", TakeawayOrigin.MODEL), Flags(code=code), made)


def _by_rule(paper: Paper) -> Summary:
    return _summary(paper, "rule")


def _bad(line: bytes) -> str:
    (met,) = paper_lines([line])
    assert isinstance(met, BadLine)
    return met.reason


def test_exactly_the_promised_fields_come_out_in_order() -> None:
    (event,) = read_offline([_line("x1")], _by_rule)
    assert isinstance(event, ReadLine)
    record = json.loads(event.text)
    assert list(record) == _KEYS
    assert record["takeaway"] == "rule: Snails x1"
    assert record["evidence"]["code"] == {
        "field": "abstract", "start": 0, "end": 2, "text": "We", "basis": "abstract",
    }  # fmt: skip


@pytest.mark.parametrize("id", ["2511.00123", "arxiv:2511.00123v2", 7, "é \x1b[31m\u202e", "\ud800", ""])
def test_an_id_goes_out_as_it_came_in(id: object) -> None:
    (event,) = read_offline([_line(id)], _by_rule)
    assert isinstance(event, ReadLine)
    assert json.loads(event.text)["id"] == id
    assert "\x1b" not in event.text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"not json", "is not JSON"),
        (b'{"id": 1, "title": "a", "abstract": "b"', "is not JSON"),
        (b"[1]", "is not a JSON object"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"title": "a", "abstract": "b"}', "has no id"),
        (b'{"id": 1}', "has no title and no abstract"),
        (b'{"id": [1], "title": "a", "abstract": "b"}', "neither text nor a number"),
        (b'{"id": true, "title": "a", "abstract": "b"}', "neither text nor a number"),
        (b'{"id": 1, "title": ["a"], "abstract": "b"}', "has a title that is not text"),
        (b'{"id": 1, "title": "a", "abstract": 5}', "has an abstract that is not text"),
        (b'{"id": 1, "title": "a", "abstract": "b", "comment": 5}', "a comment that is not text"),
        (b'{"id": 1, "title": null, "abstract": ""}', "neither title nor abstract"),
    ],
)
def test_a_bad_line_says_what_is_wrong_with_it(line: bytes, reason: str) -> None:
    assert reason in _bad(line)


def test_bad_lines_are_counted_as_in_the_file_and_the_good_ones_come_out() -> None:
    events = list(read_offline([b"\n", _line(1), b"oops", b"", _line(2)], _by_rule))
    assert [(type(event), event.line) for event in events] == [(ReadLine, 2), (BadLine, 3), (ReadLine, 5)]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    (met,) = paper_lines([b"\xef\xbb\xbf" + _line(1)])
    assert isinstance(met, PaperLine)


def test_texts_are_clean_before_anything_reads_them() -> None:
    line = json.dumps({"id": 1, "title": "a\x1b[31mb", "abstract": "c\nd\u202e", "comment": None}).encode()
    (met,) = paper_lines([line])
    assert isinstance(met, PaperLine)
    assert (met.paper.title, met.paper.abstract, met.paper.comment) == ("ab", "c d", "")


def test_a_line_comes_out_before_the_next_goes_in() -> None:
    came_out: list[int] = []

    def lines() -> Iterator[bytes]:
        for number in range(3):
            assert len(came_out) == number
            yield _line(number)

    for event in read_offline(lines(), _by_rule):
        came_out.append(event.line)
    assert came_out == [1, 2, 3]


def test_the_offline_reading_knows_released_code() -> None:
    text = "We breed snails that sort marbles. Our code is available at https://github.com/snail/sort."
    (event,) = read_offline([_line(1, text)], offline_reading())
    assert isinstance(event, ReadLine)
    record = json.loads(event.text)
    assert (record["code"], record["code_url"]) == ("released", "https://github.com/snail/sort")
    assert record["provenance"]["summariser"] == "offline"
    span = record["evidence"]["code"]
    assert text[span["start"] : span["end"]] == span["text"]


class _Model:
    """Answers when it is told to, and remembers how many were asked at once."""

    def __init__(self, fail: Callable[[Paper], RadarError | None] = lambda paper: None) -> None:
        self.under_way = self.most = 0
        self.asked: list[str] = []
        self._fail = fail
        self.turns: dict[str, int] = {}

    async def ask(self, paper: Paper) -> Summary:
        self.asked.append(paper.title)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        for _ in range(self.turns.get(paper.title, 1)):
            await asyncio.sleep(0)
        self.under_way -= 1
        error = self._fail(paper)
        if error:
            raise error
        return _summary(paper, "model")


async def _answers(model: _Model, lines: list[bytes], at_once: int = 4, patience: int = 9) -> list[ReadEvent]:
    events = read_with(lines, model.ask, _by_rule, at_once=at_once, patience=Patience(patience))
    async with aclosing(events) as reading:
        return [event async for event in reading]


async def test_answers_keep_the_order_of_the_lines_whoever_is_quicker() -> None:
    model = _Model()
    model.turns = {"Snails 0": 50, "Snails 3": 20}
    events = await _answers(model, [*(_line(number) for number in range(8)), b"bad"])
    assert [event.line for event in events] == list(range(1, 10))
    assert [json.loads(event.text)["id"] for event in events if isinstance(event, ReadLine)] == list(range(8))
    assert isinstance(events[-1], BadLine)


async def test_a_few_papers_are_asked_about_at_once_and_no_more() -> None:
    model = _Model()
    model.turns = {f"Snails {number}": 30 for number in range(40)}
    await _answers(model, [_line(number) for number in range(40)], at_once=5)
    assert 2 <= model.most <= 5


async def test_an_answer_comes_out_while_the_next_line_is_still_awaited() -> None:
    more = threading.Event()

    def lines() -> Iterator[bytes]:
        yield _line(1)
        more.wait(20)
        yield _line(2)

    events = read_with(lines(), _Model().ask, _by_rule, at_once=4, patience=Patience(9))
    async with aclosing(events) as reading:
        first = await anext(reading)
        more.set()
        second = await anext(reading)
    assert (first.line, second.line) == (1, 2)


async def test_a_paper_whose_answer_fails_comes_out_as_the_offline_reading_with_its_problem() -> None:
    model = _Model(lambda paper: AnswerError("no answer in it") if paper.title == "Snails 1" else None)
    events = await _answers(model, [_line(0), _line(1), _line(2)])
    told = [
        (json.loads(event.text)["provenance"]["summariser"], event.problem)
        for event in events
        if isinstance(event, ReadLine)
    ]
    assert told == [("model", ""), ("rule", "no answer in it"), ("model", "")]


@pytest.mark.parametrize(
    "error",
    [
        KeyRefused("the key is wrong"),
        EndpointError("it is gone", final=True),
        RateLimited("the endpoint asks to slow down", "It asks to wait 1000000000 s", 1e9),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_an_error_that_all_papers_would_meet_ends_the_run(error: RadarError) -> None:
    model = _Model(lambda paper: error if paper.title == "Snails 1" else None)
    seen: list[int] = []
    with pytest.raises(type(error)):
        async with aclosing(
            read_with([_line(n) for n in range(100)], model.ask, _by_rule, at_once=2, patience=Patience(9))
        ) as reading:
            async for event in reading:
                seen.append(event.line)
    assert seen == [1]
    assert len(model.asked) < 10


async def test_a_summariser_that_breaks_at_one_paper_may_do_the_others() -> None:
    broken = SummariserError("The summariser moss failed (KeyError)")
    model = _Model(lambda paper: broken if paper.title == "Snails 1" else None)
    events = await _answers(model, [_line(number) for number in range(9)])
    assert [event.problem for event in events if isinstance(event, ReadLine) and event.problem] == [
        broken.message
    ]


async def test_patience_ends_after_failures_in_a_row() -> None:
    model = _Model(lambda paper: NetworkError("down"))
    with pytest.raises(NetworkError):
        await _answers(model, [_line(number) for number in range(100)], at_once=1, patience=5)
    assert len(model.asked) == 5


async def test_what_never_gave_a_completion_is_not_asked_again() -> None:
    model = _Model(lambda paper: NoCompletion("no completion"))
    with pytest.raises(NoCompletion):
        await _answers(model, [_line(number) for number in range(9)], at_once=1)
    assert len(model.asked) == 1
    later = _Model(lambda paper: NoCompletion("no completion") if paper.title == "Snails 1" else None)
    assert len(await _answers(later, [_line(number) for number in range(3)], at_once=1)) == 3


async def test_an_answer_in_between_restores_patience() -> None:
    model = _Model(lambda paper: NetworkError("down") if int(paper.title[7:]) % 3 else None)
    events = await _answers(model, [_line(number) for number in range(30)], at_once=1, patience=3)
    assert len(events) == 30


async def test_what_cannot_be_read_to_its_end_is_told_after_what_could() -> None:
    def lines() -> Iterator[bytes]:
        yield _line(1)
        raise ListingError("the file broke off")

    seen: list[int] = []
    with pytest.raises(ListingError):
        async with aclosing(
            read_with(lines(), _Model().ask, _by_rule, at_once=4, patience=Patience(9))
        ) as reading:
            async for event in reading:
                seen.append(event.line)
    assert seen == [1]


async def test_leaving_early_leaves_no_task_behind() -> None:
    model = _Model()
    model.turns = {f"Snails {number}": 10_000 for number in range(1, 50)}
    async with aclosing(
        read_with([_line(n) for n in range(50)], model.ask, _by_rule, at_once=4, patience=Patience(9))
    ) as reading:
        await anext(reading)
    assert asyncio.all_tasks() == {asyncio.current_task()}
