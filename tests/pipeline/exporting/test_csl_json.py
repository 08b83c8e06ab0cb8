"""CSL-JSON as reference managers read it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from radar.abstracts.text.tex import readable_text
from radar.papers.text.partial_dates import PartialDate
from radar.pipeline.exporting import csl_json
from tests.pipeline.exporting.entries import HOSTILE, entry, paper


def test_an_export_is_one_array() -> None:
    items = json.loads("".join(csl_json.parts([entry(), entry(paper(number="2511.00124"))])))
    assert [item["number"] for item in items] == ["arXiv:2511.00123", "arXiv:2511.00124"]


def test_an_empty_export_is_an_empty_array() -> None:
    assert json.loads("".join(csl_json.parts([]))) == []


def test_people_are_taken_apart_into_family_and_given_names() -> None:
    about = paper(authors=("Ada van der Berg", "Chen, Bo", "Cy Dee Jr.", "OpenSnail"))
    assert csl_json.item(entry(about))["author"] == [
        {"family": "van der Berg", "given": "Ada"},
        {"family": "Chen", "given": "Bo"},
        {"family": "Dee", "given": "Cy", "suffix": "Jr."},
        {"literal": "OpenSnail"},
    ]


def test_a_school_or_a_publisher_is_no_container() -> None:
    item = csl_json.item(entry(paper(venue="Snail University Press")))
    assert (item["type"], item["publisher"]) == ("document", "Snail University Press")
    assert "container-title" not in item


def test_a_note_stands_where_no_program_looks_for_ids() -> None:
    item = csl_json.item(entry(note="arXiv:2511.00001 is better"))
    assert item["annote"] == "arXiv:2511.00001 is better"
    assert "note" not in item


def test_what_a_paper_lacks_is_left_out() -> None:
    item = csl_json.item(entry(paper(authors=(), listed=None, abstract=""), tags=()))
    assert set(item) == {"id", "type", "title", "publisher", "number", "URL"}


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_comes_out_as_people_read_it(title: str) -> None:
    (item,) = json.loads("".join(csl_json.parts([entry(paper(title))])))
    assert item["title"] == readable_text(title)


@pytest.mark.parametrize(
    ("published", "parts"),
    [
        (date(2024, 2, 29), [2024, 2, 29]),
        (date(2024, 2, 1), [2024, 2]),
        (date(2024, 1, 1), [2024]),
        (PartialDate(2024, 1), [2024, 1]),
    ],
)
def test_no_month_and_no_day_is_written_that_nobody_may_have_given(published: date, parts: list[int]) -> None:
    assert csl_json.item(entry(paper(published=published)))["issued"] == {"date-parts": [parts]}
