"""Papers as JSON objects."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from radar.papers.listed.identity import title_id
from radar.papers.listed.listing import FieldsLeftOut, NotUnderstood
from radar.papers.listed.paper import Links, Paper, clean_paper
from radar.papers.text.partial_dates import written
from radar.sources.records.json_lines import JsonLines
from tests.sources.hostile import hostile_texts

PLAIN = {
    "id": "2401.00001",
    "title": "Kites That Steer Themselves",
    "abstract": "We let kites steer. They do it well.",
    "authors": ["Ada Kite", "Bo Line"],
    "categories": ["cs.RO", "cs.LG"],
    "comment": "8 pages",
    "listed": "2024-01-03",
    "url": "https://arxiv.org/abs/2401.00001",
}


def parsed(lines: Iterable[str]) -> tuple[list[Paper], list[NotUnderstood]]:
    papers: list[Paper] = []
    left_out: list[NotUnderstood] = []
    for item in JsonLines().parse(lines):
        if isinstance(item, Paper):
            papers.append(item)
        elif isinstance(item, NotUnderstood):
            left_out.append(item)
    return papers, left_out


def paper_of(**fields: object) -> Paper:
    papers, left_out = parsed([json.dumps({**PLAIN, **fields})])
    assert left_out == []
    return papers[0]


def complaint_about(**fields: object) -> tuple[Paper | None, str]:
    papers, left_out = parsed(["", json.dumps({**PLAIN, **fields})])
    assert [item.line for item in left_out] == [2]
    return (papers[0] if papers else None), left_out[0].reason


def test_a_record_of_arxiv_becomes_a_paper() -> None:
    assert paper_of() == Paper(
        id="arxiv:2401.00001",  # type: ignore[arg-type]
        title="Kites That Steer Themselves",
        authors=("Ada Kite", "Bo Line"),
        abstract="We let kites steer. They do it well.",
        categories=("cs.RO", "cs.LG"),
        listed=date(2024, 1, 3),
        links=Links(landing="https://arxiv.org/abs/2401.00001"),
        comment="8 pages",
    )


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("2401.00001v3", "arxiv:2401.00001"),
        ("arXiv:2401.00001", "arxiv:2401.00001"),
        ("http://arxiv.org/abs/2401.00001v1", "arxiv:2401.00001"),
        ("https://huggingface.co/papers/2401.00001#community", "arxiv:2401.00001"),
        ("hep-th/9901001v2", "arxiv:hep-th/9901001"),
        ("acl:2024.acl-long.1", "acl:2024.acl-long.1"),
        ("https://doi.org/10.1000/XYZ", "doi:10.1000/xyz"),
        ("title:0123456789abcdef", "title:0123456789abcdef"),
    ],
)
def test_an_id_is_known_with_and_without_version_and_prefix(written: str, id: str) -> None:
    assert paper_of(id=written, url=None).id == id


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"title": "On Kites', "Unterminated string starting at character 11"),
        ('{"title": "On\x01Kites"}', "Invalid control character at character 14"),
        ('{"title": kites}', "Expecting value at character 11"),
    ],
)
def test_where_a_line_is_broken_is_said_in_one_sentence(line: str, reason: str) -> None:
    (left_out,) = JsonLines().parse([line])
    assert isinstance(left_out, NotUnderstood)
    assert left_out.reason == f"not JSON: {reason}"


def test_without_an_id_the_link_then_the_doi_then_the_title_names_the_paper() -> None:
    assert paper_of(id=None).id == "arxiv:2401.00001"
    assert paper_of(id="corpus-77", url=None, doi="10.1000/ABC").id == "doi:10.1000/abc"
    assert paper_of(id=None, url=None).id == title_id("Kites That Steer Themselves", "Ada Kite")


def test_a_landing_page_is_derived_from_the_id_where_none_is_given() -> None:
    assert paper_of(url=None).links.landing == "https://arxiv.org/abs/2401.00001"


@pytest.mark.parametrize(
    "authors",
    [
        "Ada Kite, Bo Line",
        "Ada Kite and Bo Line",
        "Ada Kite; Bo Line",
        "Kite, Ada and Line, Bo",
        "Ada Kite, Bo Line, et al.",
        [{"name": "Ada Kite"}, {"name": "Bo Line", "hidden": False}, {"name": "No One", "hidden": True}],
        [{"given": "Ada", "family": "Kite"}, {"first": "Bo", "last": "Line"}],
        ["Kite, Ada", "Bo Line"],
    ],
)
def test_authors_are_read_in_every_usual_shape(authors: object) -> None:
    assert paper_of(authors=authors).authors == ("Ada Kite", "Bo Line")


def test_metadata_as_kaggle_gives_them_are_read() -> None:
    record = {
        "id": "0704.0001",
        "submitter": "Someone",
        "authors": "A. Kite, B. Line",
        "title": "Long strings\n  of kites",
        "comments": "37 pages",
        "journal-ref": "J. Kites 7 (2007)",
        "doi": "10.1000/K.7",
        "categories": "hep-ph cs.RO",
        "abstract": "  A sentence\nbroken in two.\n",
        "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}],
        "update_date": "2008-11-26",
        "authors_parsed": [["Kite", "A.", ""], ["Line", "B.", "Jr."]],
    }
    papers, left_out = parsed([json.dumps(record)])
    assert left_out == []
    assert papers == [
        Paper(
            id="arxiv:0704.0001",  # type: ignore[arg-type]
            title="Long strings of kites",
            authors=("A. Kite", "B. Line Jr."),
            abstract="A sentence broken in two.",
            venue="J. Kites 7 (2007)",
            categories=("hep-ph", "cs.RO"),
            published=date(2007, 4, 2),
            links=Links(landing="https://arxiv.org/abs/0704.0001"),
            comment="37 pages",
            doi="10.1000/k.7",
        )
    ]


def test_what_radar_exports_is_read_again_without_taking_its_flags_for_links() -> None:
    own = {
        "published": "2024-01-02",
        "project": "https://kites.example",
        "github": None,
        "takeaway": "Kites steer.",
        "code": "released",
        "code_url": "https://github.com/kites/read-from-abstract",
        "stars": 3,
        "upvotes": 0,
    }
    paper = paper_of(**own)
    assert paper.links == Links(landing="https://arxiv.org/abs/2401.00001", project="https://kites.example")
    assert (paper.published, paper.stars, paper.upvotes) == (date(2024, 1, 2), 3, 0)


def test_a_code_link_says_who_gave_it() -> None:
    links = paper_of(github="https://github.com/kites/steer", github_added_by="auto").links
    assert (links.code, links.code_added_by) == ("https://github.com/kites/steer", "auto")
    assert (
        paper_of(githubRepo="https://github.com/kites/steer", githubRepoAddedBy="user").links.code_added_by
        == "author"
    )


def test_a_day_is_taken_in_utc() -> None:
    assert paper_of(published="2024-01-01T23:30:00-05:00").published == date(2024, 1, 2)
    assert paper_of(published="2024-01-01T23:30:00.000Z").published == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"published": "2024"}, "2024"),
        ({"published": "2024-06"}, "2024-06"),
        ({"published": "2024/06/03"}, "2024-06-03"),
        ({"year": 2024}, "2024"),
        ({"year": "2024", "date": "2024-06-03"}, "2024-06-03"),
    ],
)
def test_a_day_is_read_as_exactly_as_it_is_given(fields: dict[str, object], day: str) -> None:
    published = paper_of(**fields).published
    assert published and written(published) == day


@pytest.mark.parametrize("year", [0, 24, -2024, True, 20240, "in press"])
def test_what_is_no_year_is_told(year: object) -> None:
    papers, left_out = parsed([json.dumps({**PLAIN, "year": year})])
    assert papers[0].published is None
    assert [item.reason for item in left_out] == (["the field year holds no day"] if year else [])


def test_a_field_of_unknown_shape_is_reported_and_the_paper_kept_without_it() -> None:
    paper, reason = complaint_about(authors=17)
    assert paper is not None and paper.authors == ()
    assert reason == "the field authors holds a number that radar does not understand"
    assert complaint_about(categories={"a": 1})[1].startswith("the field categories holds an object")
    assert complaint_about(listed="some day")[1] == "the field listed holds no day"
    assert complaint_about(id=2401.00001)[1].startswith("the field id holds a number")
    assert complaint_about(stars=float("nan"))[1].startswith("the field stars holds a number")


def test_an_id_that_is_not_what_it_says_is_told_and_one_of_another_kind_is_not() -> None:
    paper, reason = complaint_about(id="doi:10.1/kites")
    assert paper is not None and reason == "the field id holds no DOI"
    assert complaint_about(id=" arXiv:kites/1")[1] == "the field id holds no id of arXiv"
    assert paper_of(id="kites:17").id == "arxiv:2401.00001"


def test_a_record_without_a_title_is_reported() -> None:
    assert complaint_about(title="  \u200b ") == (None, "there is no title")


def test_a_title_of_unknown_shape_is_one_line_not_understood() -> None:
    assert complaint_about(title=5) == (None, "the field title holds a number that radar does not understand")


def test_a_line_with_a_list_of_no_objects_is_one_line_not_understood() -> None:
    papers, left_out = parsed([json.dumps(PLAIN), "[1, [2], 3]", json.dumps({**PLAIN, "id": "2401.00002"})])
    assert len(papers) == 2
    assert [(item.line, item.reason, item.text) for item in left_out] == [
        (2, "not a JSON object", "[1, [2], 3]")
    ]


def test_a_bad_line_does_not_stop_the_rest() -> None:
    good = json.dumps(PLAIN)
    lines = [good, good[:40], "{" * 100_000, "[" * 100_000, "17", '"text"', "NaN", good[:-2] + ",", good]
    papers, left_out = parsed(lines)
    assert len(papers) == 2
    assert [item.line for item in left_out] == [2, 3, 4, 5, 6, 7, 8]


def test_a_line_that_is_not_utf8_is_reported_and_left_out() -> None:
    papers, left_out = parsed(['{"title": "Caf\udce9"}', json.dumps(PLAIN)])
    assert len(papers) == 1
    assert left_out[0].line == 1 and "UTF-8" in left_out[0].reason
    assert left_out[0].text == '{"title": "Caf"}'


def test_a_lone_surrogate_in_an_escape_is_dropped() -> None:
    assert paper_of(title="Kites \ud800 fly", doi="10.1000/a\udc80b").title == "Kites fly"


@pytest.mark.parametrize("indent", [None, 0, 2])
@pytest.mark.parametrize("size", [0, 1, 3])
def test_an_array_is_read_however_it_is_laid_out(indent: int | None, size: int) -> None:
    records = [
        {**PLAIN, "title": f"Kite {n}", "authors": [{"name": "A B"}, {"name": "C D"}]} for n in range(size)
    ]
    text = json.dumps(records, indent=indent)
    assert JsonLines().recognises(text)
    papers, left_out = parsed(text.splitlines())
    assert [paper.title for paper in papers] == [f"Kite {n}" for n in range(size)]
    assert left_out == []


def test_an_array_with_an_object_a_line_is_read() -> None:
    one, two = json.dumps(PLAIN), json.dumps({**PLAIN, "id": "2401.00002"})
    for text in (f"[\n{one},\n{two}\n]", f"[{one},\n{two}]", f"[\n{one}\n,\n{two}\n]\n"):
        papers, left_out = parsed(text.splitlines())
        assert ([paper.id for paper in papers], left_out) == (["arxiv:2401.00001", "arxiv:2401.00002"], [])


def test_an_array_cut_short_keeps_what_stands_before() -> None:
    text = json.dumps([PLAIN, PLAIN, PLAIN])
    papers, left_out = parsed([text[:-30]])
    assert len(papers) == 2
    assert "the rest of the array is left out" in left_out[0].reason


def test_an_object_over_several_lines_that_is_never_closed_does_not_swallow_the_next() -> None:
    broken = '{\n  "title": "Open",\n  "authors": [\n    "A"\n'.splitlines()
    whole = json.dumps(PLAIN, indent=2).splitlines()
    papers, left_out = parsed([*broken, *whole])
    assert [paper.title for paper in papers] == ["Kites That Steer Themselves"]
    assert [item.line for item in left_out] == [1]


def test_an_inner_paper_comes_before_the_outer_fields() -> None:
    inner = {"id": "2401.00009", "title": "Inner", "summary": "Of the inner.", "upvotes": 7}
    paper = parsed([json.dumps({"title": "Outer", "summary": "Outer.", "paper": inner})])[0][0]
    assert (paper.title, paper.abstract, paper.upvotes) == ("Inner", "Of the inner.", 7)


_FORMULA = '<inline-formula><tex-math notation="LaTeX">$\\mu$</tex-math></inline-formula>'


def test_the_markup_of_publishers_is_taken_out_unless_radar_wrote_the_line() -> None:
    marked = PLAIN | {"title": f"{_FORMULA}Kite &amp; Line", "abstract": "We pull <i>two</i> lines, a < b."}
    (paper,), _ = parsed([json.dumps(marked)])
    assert paper.title == r"$\mu$Kite & Line"
    assert paper.abstract == "We pull two lines, a < b."
    (paper,), _ = parsed(
        [json.dumps(marked | {"id": "arxiv:2401.00001", "takeaway": "Lines.", "read": False})]
    )
    assert paper.abstract == marked["abstract"]


def test_recognition_looks_at_the_content() -> None:
    recognises = JsonLines().recognises
    assert recognises('\n\n{"id": 1')
    assert recognises('broken first line\n{"id": 1}\n{"id": 2}\n')
    assert not recognises("")
    assert not recognises("[Experiment] A title\nAn abstract.")
    assert not recognises("[[Hugging Face's logo] Hugging Face][1]")
    assert not recognises("@article{a, title={T}}")


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    for text in hostile_texts(3000):
        for item in JsonLines().parse(text.split("\n")):
            if isinstance(item, Paper):
                assert clean_paper(item) == item
                item.id.encode()


@pytest.mark.eval
def test_all_real_records_are_read(eval_data: Path) -> None:
    with gzip.open(eval_data / "data" / "arxiv_40k.jsonl.gz", "rt", encoding="utf-8") as lines:
        papers, left_out = parsed(lines)
    assert len({paper.id for paper in papers}) == 40_000
    assert left_out == []


@pytest.mark.parametrize("name", ["data", "recommendedPapers", "results", "papers"])
def test_the_papers_of_an_answer_that_lists_them_are_read_with_their_ids(name: str) -> None:
    ids = {"ArXiv": "2401.00001", "DOI": "10.1000/KITE", "CorpusId": 17}
    first = {"paperId": "7cbc", "title": "On Kites", "externalIds": ids}
    answer = {"total": 2, "offset": 0, name: [first, {"paperId": "8", "title": "On Moss"}, {"paperId": "9"}]}
    for text in (json.dumps(answer), json.dumps(answer, indent=2)):
        papers, left_out = parsed(text.splitlines())
        assert [paper.title for paper in papers] == ["On Kites", "On Moss"]
        assert (papers[0].id, papers[0].doi) == ("arxiv:2401.00001", "10.1000/kite")
        assert [note.reason for note in left_out] == ["there is no title"]


def test_lists_of_papers_within_each_other_are_read_once() -> None:
    papers, left_out = parsed(['{"data":[' * 400 + "]}" * 400])
    assert papers == []
    assert [note.reason for note in left_out] == ["there is no title"]


def test_an_empty_field_does_not_hide_an_id_that_is_given_beside_it() -> None:
    ids = {"ArXiv": "2401.00001", "DOI": "10.1000/KITE"}
    (found,), _ = parsed([json.dumps({"title": "On Kites", "externalIds": ids, "doi": None, "arxiv_id": ""})])
    assert (found.id, found.doi) == ("arxiv:2401.00001", "10.1000/kite")


def test_a_field_is_told_apart_from_a_paper_that_was_left_out() -> None:
    lines = [json.dumps({**PLAIN, "authors": 17}), json.dumps({**PLAIN, "title": 5})]
    _, left_out = parsed(lines)
    assert [note.field for note in left_out] == [True, False]


def test_the_version_is_that_of_a_field_of_its_own_else_that_which_the_id_names() -> None:
    lines = [
        '{"title": "Moss", "id": "arxiv:2611.00001", "version": 2, "updated": "2026-11-20", '
        '"withdrawn": true}',
        '{"title": "Moss", "id": "arxiv:2611.00001v3"}',
        '{"title": "Moss", "url": "https://arxiv.org/pdf/q-bio/0611001v4.pdf"}',
        '{"title": "Moss", "id": "10.5555/moss.00001v5", "version": null}',
        '{"title": "Moss", "id": "2611.00001v3", "version": "v12"}',
        '{"title": "Moss", "id": "2611.00001", "version": "final", "withdrawn": false}',
    ]
    found = list(JsonLines().parse(lines))
    papers = [one for one in found if isinstance(one, Paper)]
    assert [(one.version, one.withdrawn) for one in papers] == [
        (2, True),
        (3, False),
        (4, False),
        (0, False),
        (12, False),
        (0, False),
    ]
    assert papers[0].updated == date(2026, 11, 20)
    (note,) = (one for one in found if isinstance(one, NotUnderstood))
    assert (note.reason, note.field) == (
        "the field version holds a text that radar does not understand",
        True,
    )
    assert not any(isinstance(one, FieldsLeftOut) for one in found)
