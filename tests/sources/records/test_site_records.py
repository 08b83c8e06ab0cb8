"""Answers of OpenAlex and Semantic Scholar that were saved as files."""

from __future__ import annotations

import json
from datetime import date

import pytest

from radar.papers.listed.listing import FieldsLeftOut
from radar.papers.listed.paper import Paper
from radar.papers.text.partial_dates import written
from radar.sources.records.json_lines import JsonLines
from radar.sources.source import recognise
from radar.wiring.listings import build_formats
from tests.sources.parsing import parsed

WORK = {
    "id": "https://openalex.org/W4400000001",
    "doi": "https://doi.org/10.1234/gliders",
    "title": "Gliders and <i>Thermals</i>",
    "display_name": "Gliders and Thermals",
    "publication_year": 2023,
    "publication_date": "2023-04-17",
    "type": "article",
    "primary_location": {
        "landing_page_url": "https://doi.org/10.1234/gliders",
        "pdf_url": "https://glide.example/a.pdf",
        "source": {"display_name": "Journal of Gliding", "type": "journal"},
    },
    "authorships": [{"author": {"display_name": "Kari Halvorsen"}, "raw_author_name": "K. Halvorsen"}],
    "cited_by_count": 4,
    "abstract_inverted_index": {"Gliders": [0], "soar.": [1]},
}
ANSWERS = {
    "lines": f"{json.dumps(WORK)}\n{json.dumps(WORK)}",
    "an answer": json.dumps({"meta": {"count": 2}, "results": [WORK, WORK], "group_by": []}, indent=2),
    "an array": json.dumps([WORK, WORK]),
}


@pytest.mark.parametrize("form", ANSWERS)
def test_works_of_openalex_are_read_with_all_that_they_say(form: str) -> None:
    text = ANSWERS[form]
    format = recognise(text, build_formats())
    assert format.name == "JSON lines"
    paper, other, left_out = format.parse(text.split("\n"))
    assert isinstance(paper, Paper)
    assert paper == other
    assert (paper.id, paper.title) == ("doi:10.1234/gliders", "Gliders and Thermals")
    assert (paper.authors, paper.abstract, paper.venue) == (
        ("Kari Halvorsen",),
        "Gliders soar.",
        "Journal of Gliding",
    )
    assert (paper.published, paper.links.pdf) == (date(2023, 4, 17), "https://glide.example/a.pdf")
    assert left_out == FieldsLeftOut((("cited_by_count", 2), ("type", 2))) or left_out == FieldsLeftOut(
        (("type", 2), ("cited_by_count", 2))
    )


def test_what_a_work_holds_that_cannot_be_taken_is_told() -> None:
    (paper,), told = parsed(JsonLines(), json.dumps({**WORK, "doi": "none", "publication_date": "20x4"}))
    assert [one.reason for one in told] == [
        "the field doi holds no DOI",
        "the field publication_date holds no day",
    ]
    assert written(paper.published) == "2023"
    papers, (one,) = parsed(JsonLines(), json.dumps({**WORK, "title": None, "display_name": ""}))
    assert (papers, one.reason, one.field) == ([], "there is no title", False)


@pytest.mark.parametrize(
    "name", ["authorships", "abstract_inverted_index", "primary_location", "locations", "doi"]
)
@pytest.mark.parametrize("value", [None, 7, "x", [], {}, [7], {"x": 7}, True])
def test_a_work_of_another_shape_is_read_all_the_same(name: str, value: object) -> None:
    (paper,), _ = parsed(JsonLines(), json.dumps({**WORK, name: value}))
    assert paper.title == "Gliders and Thermals"


SCHOLAR = {
    "paperId": "649d",
    "externalIds": {"ArXiv": "2503.04567", "DOI": "10.48550/arXiv.2503.04567"},
    "title": "Tidepool",
    "venue": "arXiv.org",
    "year": 2025,
    "publicationDate": "2025-03-06",
    "journal": {"name": "ArXiv", "volume": "abs/2503.04567"},
    "openAccessPdf": {"url": "https://arxiv.org/pdf/2503.04567", "status": "GREEN", "license": None},
    "authors": [{"authorId": "1", "name": "M. J. Ruiz"}],
}


def test_papers_of_semantic_scholar_keep_their_day_and_pdf_and_only_the_rest_is_told() -> None:
    paper, left_out = JsonLines().parse([json.dumps(SCHOLAR)])
    assert isinstance(paper, Paper)
    assert (paper.id, paper.published, paper.venue) == ("arxiv:2503.04567", date(2025, 3, 6), "")
    assert paper.links.pdf == "https://arxiv.org/pdf/2503.04567"
    assert left_out == FieldsLeftOut((("paperId", 1),))


@pytest.mark.parametrize(
    ("changed", "id", "venue", "day"),
    [
        ({"externalIds": {"ACL": "2024.acl-long.9", "DOI": "10.18653/v1/2024.acl-long.9"}, "venue": "ACL"},
         "acl:2024.acl-long.9", "ACL", "2025-03-06"),
        ({"venue": "", "journal": {"name": "Journal of Moss"}, "publicationDate": None},
         "arxiv:2503.04567", "Journal of Moss", "2025"),
        ({"openAccessPdf": None, "journal": None, "venue": None}, "arxiv:2503.04567", "", "2025-03-06"),
    ],
)  # fmt: skip
def test_what_semantic_scholar_lacks_or_says_elsewhere(
    changed: dict[str, object], id: str, venue: str, day: str
) -> None:
    (paper,), told = parsed(JsonLines(), json.dumps({**SCHOLAR, **changed}))
    assert (paper.id, paper.venue, written(paper.published), told) == (id, venue, day, [])


def test_a_pdf_of_another_shape_is_told() -> None:
    *_, left_out = JsonLines().parse([json.dumps({**SCHOLAR, "openAccessPdf": {"url": 7}})])
    assert isinstance(left_out, FieldsLeftOut)
    assert ("openAccessPdf", 1) in left_out.papers
