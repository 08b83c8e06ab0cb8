"""Answers that are hostile, broken or monstrous end as the offline line, or as this paper's failure."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from radar.errors import (
    EndpointError,
    NetworkError,
    RadarError,
)
from tests.net.loopback import Scripted, loopback
from tests.summaries.papers import paper, reading_of
from tests.summaries.summarising import (
    GOOD,
    Make,
    answer,
    ask,
    summarisers,
    summary,
)


@pytest.fixture
async def make(tmp_path: Path) -> AsyncIterator[Make]:
    async with summarisers(tmp_path) as made:
        yield made


ESCAPES = "\x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07x\x1b]52;c;aGk=\x07 \x9b31m \r\x07"
HOSTILE = [
    ESCAPES,
    f"FoxCam counts foxes {ESCAPES} in garden pictures.",
    "[/] [@click=app.quit]FoxCam counts foxes[/] in garden pictures.",
    "FoxCam \u202ecounts\u202c foxes \u200bin\u2060 garden pictures.",
    "FoxCam counts f" + "\u0301" * 200 + "oxes in garden pictures.",
    "FoxCam counts foxes in garden pictures. " * 30_000,
    "FoxCam counts \U000e0041\U000e0042 foxes in garden pictures.",
    "\ud800 FoxCam counts foxes in garden pictures.",
    "FoxCam counts foxes, code at javascript:alert(1) in pictures.",
    "FoxCam counts foxes, code at https://github.com@evil.example in pictures.",
    "FoxCam counts foxes, see file:///etc/passwd in garden pictures.",
    "",
]


@pytest.mark.parametrize("takeaway", HOSTILE)
async def test_o1_o2_o3_o5_nothing_of_a_hostile_takeaway_is_shown(make: Make, takeaway: str) -> None:
    made = await summary(make, answer(takeaway))
    shown = made.takeaway.text + "".join(made.provenance.failed_checks)
    assert shown.isprintable()
    assert "evil" not in shown
    assert "[/" not in shown
    assert len(made.takeaway.text.split()) <= 25
    assert made.provenance.failed_checks
    assert made.flags.code.url == "https://github.com/den/foxcam"


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        [],
        "no, no, no, no, no, no, no",
        "1.1.1.1.1.1.1.1",
        "[" * 50_000,
        '{"takeaway": NaN}',
        "<think>" + answer(),
        answer()[:-2],
        '{"takeaway": "a", "takeaway": ["b"]}',
    ],
)
async def test_o7_o8_an_answer_that_cannot_be_read_leaves_the_offline_line(make: Make, text: object) -> None:
    made = await summary(make, text)
    assert made.takeaway == reading_of(paper()).takeaway
    assert made.flags == reading_of(paper()).flags
    assert len(made.provenance.failed_checks) == 1
    assert made.provenance.tokens_in == 500


async def test_an_answer_that_was_cut_is_not_believed(make: Make) -> None:
    made = await summary(make, answer(), "length")
    assert made.takeaway == reading_of(paper()).takeaway
    assert "cut" in made.provenance.failed_checks[0]


async def test_o9_sentence_numbers_beyond_the_abstract_are_harmless(make: Make) -> None:
    made = await summary(make, answer(GOOD, 999, -1))
    assert made.flags == reading_of(paper()).flags
    assert made.takeaway.text == GOOD


# --- hostile papers


@pytest.mark.parametrize(
    "scripted",
    [
        Scripted(200, b"{" * 3_000_000),
        Scripted(200, bytes(21_000_000)),
        Scripted(200, b'{"choices": [', {"content-type": "application/json"}),
        Scripted(200, json.dumps({"choices": [{"message": {"content": "x" * 5_000_000}}]}).encode()),
        Scripted(200, b"\xff\xfe{\x00}\x00"),
    ],
)
async def test_monstrous_replies_end_as_this_papers_failure_or_the_offline_line(
    make: Make, scripted: Scripted
) -> None:
    with loopback(scripted) as server:
        try:
            made = (await ask(make(server.url))).summary
        except (NetworkError, EndpointError) as error:
            assert isinstance(error, RadarError)
            assert len(str(error)) < 500
        else:
            assert made.takeaway == reading_of(paper()).takeaway
