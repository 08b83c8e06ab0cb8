"""JSON lines that hold everything, and that no terminal acts on."""

from __future__ import annotations

import json

import pytest

from radar.papers.listed.paper import Links
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.summary import Agreement, Verdict
from radar.pipeline.exporting import json_lines
from radar.pipeline.exporting.json_text import json_line
from radar.pipeline.exporting.record import evidence_text
from tests.pipeline.exporting.entries import HOSTILE, entry, judged, paper


def test_every_flag_comes_with_the_words_it_stands_on() -> None:
    (record,) = map(json.loads, json_lines.parts([entry()]))
    assert (record["code"], record["code_url"]) == ("released", "https://github.com/snail/sort")
    assert record["evidence"]["code"]["text"] == "Code: https://github.com/snail/sort"
    assert record["evidence"]["code"]["basis"] == "abstract"
    (span,) = record["evidence"]["results"]
    assert record["abstract"][span["start"] : span["end"]] == span["text"] == "Our method sorts 40% faster."
    assert record["evidence"]["sota"] is None


def test_marks_tags_and_origin_are_in_the_record() -> None:
    (record,) = map(json.loads, json_lines.parts([entry()]))
    assert (record["starred"], record["read"], record["tags"]) == (True, False, ["garden"])
    assert record["origins"] == ["file:snails.txt"]
    assert record["note"] is None
    (noted,) = map(json.loads, json_lines.parts([entry(note="ask Ada")]))
    assert noted["note"] == "ask Ada"
    assert record["provenance"]["summariser"] == "offline"


@pytest.mark.parametrize("title", HOSTILE)
def test_a_paper_is_one_line(title: str) -> None:
    (line,) = json_lines.parts([entry(paper(title, abstract=title))])
    assert line.count("\n") == 1
    assert json.loads(line)["title"] == title


@pytest.mark.parametrize(
    "text", ["\x1b]0;x\x07", "\x9b31m", "\u202eabc", "\u200b", "\ud800", "a\u2028b", "\U000e0041"]
)
def test_what_a_terminal_would_act_on_is_escaped_and_not_lost(text: str) -> None:
    line = json_line({"id": text})
    assert json.loads(line) == {"id": text}
    assert text not in line


def test_letters_of_every_script_stay_readable() -> None:
    assert json_line("Łódź 数学 𝔸 é") == '"Łódź 数学 𝔸 é"'


def test_the_words_of_the_listings_own_field_are_its_link() -> None:
    about = paper(links=Links(code="https://github.com/snail/sort"))
    assert evidence_text(Evidence(TextField.METADATA, 0, 29), about) == "https://github.com/snail/sort"


def test_what_a_model_said_stands_beside_what_the_rules_read() -> None:
    sentence = Evidence(TextField.ABSTRACT, 0, 30)
    disputed = judged(
        Verdict(Agreement.DISPUTED, "promised", sentence), Verdict(Agreement.BOTH, "quantified"), "snails!"
    )
    (record,) = map(json.loads, json_lines.parts([disputed]))
    assert record["agreement"] == {"code": "disputed", "results": "both"}
    assert record["code"] == "released", "the flag itself stays"
    said = record["verdicts"]["code"]
    assert (said["agreement"], said["said"]) == ("disputed", "promised")
    assert said["sentence"]["text"] == record["abstract"][:30]
    assert record["verdicts"]["results"] == {"agreement": "both", "said": "quantified", "sentence": None}
    assert record["relevance"] == "snails!"


def test_of_a_paper_that_no_model_read_there_is_no_verdict() -> None:
    (record,) = map(json.loads, json_lines.parts([entry()]))
    assert record["agreement"] == {"code": "unasked", "results": "unasked"}
    assert (record["verdicts"], record["relevance"]) == (None, None)
