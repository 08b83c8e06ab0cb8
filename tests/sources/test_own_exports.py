"""Marks in JSON lines that radar wrote itself."""

from __future__ import annotations

import json

import pytest

from radar.papers.listed.listing import FieldsLeftOut, NotUnderstood
from radar.papers.listed.paper import Paper
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.reader.query import Mark
from radar.sources.records.json_lines import JsonLines
from radar.sources.references.csv_table import CsvTable


def test_marks_stand_before_their_paper_and_only_in_lines_that_radar_wrote() -> None:
    marked = {"title": "Moss", "read": True, "starred": "yes", "tags": ["wet", 7]}
    unmarked = {"title": "Lichen", "takeaway": "", "read": False, "starred": False, "tags": []}
    lines = [json.dumps(one) for one in ({**marked, "takeaway": "Moss grows."}, unmarked, marked)]
    starred, tags, first, second, *rest = JsonLines().parse(lines)
    assert first == OwnMarks(Mark.READ, ("wet",))
    assert isinstance(second, Paper)
    assert not any(isinstance(one, OwnMarks | NotUnderstood) for one in rest)
    assert isinstance(starred, NotUnderstood) and isinstance(tags, NotUnderstood)
    assert (starred.line, starred.reason) == (1, "the field starred holds neither true nor false")
    assert (tags.line, tags.reason) == (1, "the field tags holds something that is no list of texts")
    assert starred.field and tags.field


def test_a_note_comes_along_clean_and_what_is_none_does_not() -> None:
    lines = [json.dumps({"title": "Moss", "takeaway": "", "note": note}) for note in ("a\x1b[1m\nb", 7, " ")]
    note, first, told, *papers = JsonLines().parse(lines)
    assert note == OwnMarks(note="a b")
    assert isinstance(told, NotUnderstood)
    assert (told.line, told.reason, told.field) == (2, "the field note holds no text", True)
    assert [type(one) for one in (first, *papers)] == [Paper] * 3
    assert OwnMarks(note="a") | OwnMarks(note="b") == OwnMarks(note="a / b")


@pytest.mark.parametrize(
    "id", ["arxiv:2602.00001", "acl:2024.acl-long.1", "doi:10.1234/moss", "title:" + "0af1" * 4]
)
def test_marks_outlive_that_a_line_is_thinned(id: str) -> None:
    code = "https://moss.example/said/by/a/model"
    line = {"id": id, "title": "Moss", "starred": True, "tags": ["wet"], "code_url": code, "sota": True}
    marks, paper = JsonLines().parse([json.dumps(line)])
    assert marks == OwnMarks(Mark.STARRED, ("wet",))
    assert isinstance(paper, Paper)
    assert (paper.id, paper.links.code) == (id, "")


@pytest.mark.parametrize(
    "line",
    [
        {"id": "2602.00001", "title": "Moss", "starred": True, "tags": ["wet"]},
        {"id": "https://arxiv.org/abs/2602.00001", "title": "Moss", "read": True},
        {"id": "arxiv:2602.00001", "title": "Moss", "tags": ["wet"]},
        {"id": "arxiv:2602.00001", "title": "Moss", "starred": 7, "read": "yes", "tags": ["wet"]},
    ],
)
def test_what_others_write_of_papers_brings_no_marks_and_is_told(line: dict[str, object]) -> None:
    paper, left_out = JsonLines().parse([json.dumps(line)])
    assert isinstance(paper, Paper)
    assert isinstance(left_out, FieldsLeftOut)
    assert {name for name, _ in left_out.papers} == line.keys() - {"id", "title"}


@pytest.mark.parametrize(
    ("provenance", "agreement", "counted"),
    [
        ({"takeaway": "model"}, None, True),
        ({"takeaway": "trimmed"}, {"code": "unasked", "results": "unasked"}, True),
        ({"takeaway": "quoted"}, {"code": "unasked", "results": "both"}, True),
        ({"takeaway": "quoted"}, {"code": "unasked", "results": "unasked"}, False),
        ({"takeaway": "offline"}, None, False),
        ([], {"code": ["x"], "results": 7}, False),
    ],
)
def test_summaries_by_models_are_not_taken_and_counted(
    provenance: object, agreement: object, counted: bool
) -> None:
    line = {"title": "Moss", "takeaway": "Moss grows.", "provenance": provenance, "agreement": agreement}
    paper, *rest = JsonLines().parse([json.dumps(line)])
    assert isinstance(paper, Paper)
    assert rest == [FieldsLeftOut(summaries=1)] * counted


@pytest.mark.parametrize(
    ("origin", "code", "results", "counted"),
    [("model", "", "", 1), ("quoted", "", "rule", 1), ("quoted", "", "", 0)],
)
def test_summaries_by_models_in_a_table_of_radar_are_counted_too(
    origin: str, code: str, results: str, counted: int
) -> None:
    head = "title,authors,abstract,takeaway,takeaway_origin,code_agreement,results_agreement"
    row = f"Moss,Ada Moss,Moss grows.,It grows.,{origin},{code},{results}"
    paper, *rest = CsvTable().parse([head, row])
    assert isinstance(paper, Paper)
    assert rest == [FieldsLeftOut(summaries=1)] * counted
