"""Papers from CSL-JSON."""

from __future__ import annotations

import json
from datetime import date

import pytest

from radar.papers.listed.paper import Links, Paper
from radar.papers.text.partial_dates import written
from radar.sources.reading.json_entries import JsonEntries
from radar.sources.references.csl_json import CslJson
from tests.sources.parsing import meet_hostile_texts, paper_in, parsed

ITEM: dict[str, object] = {
    "id": "http://zotero.org/users/1/items/KITE",
    "type": "article-journal",
    "title": "Slack Lines: <i>A Kite's View</i>",
    "container-title": "Transactions on Kites",
    "abstract": "<jats:title>Abstract</jats:title><jats:p>We fly 12% higher.</jats:p>",
    "DOI": "10.1000/Kites.77",
    "URL": "https://kites.example/77",
    "author": [
        {"family": "Line", "given": "Bo", "non-dropping-particle": "van der"},
        {"family": "Reel", "given": "Cy", "suffix": "Jr."},
        {"literal": "The Reel Group"},
    ],
    "issued": {"date-parts": [["2024", 6, 3]]},
    "note": "Comment: 12 pages",
}


def item(**fields: object) -> Paper:
    return paper_in(CslJson(), json.dumps([{"type": "article", "title": "On Kites", **fields}]))


def test_an_item_becomes_a_paper() -> None:
    assert paper_in(CslJson(), json.dumps([ITEM])) == Paper(
        id="doi:10.1000/kites.77",  # type: ignore[arg-type]
        title="Slack Lines: A Kite's View",
        authors=("Bo van der Line", "Cy Reel Jr.", "The Reel Group"),
        abstract="We fly 12% higher.",
        venue="Transactions on Kites",
        published=date(2024, 6, 3),
        links=Links(landing="https://kites.example/77"),
        comment="12 pages",
        doi="10.1000/kites.77",
    )


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([ITEM, ITEM]),
        json.dumps([ITEM, ITEM], indent=2),
        "\n".join(["[", json.dumps(ITEM) + ",", json.dumps(ITEM), "]"]),
        json.dumps({"kind": [{"items": 1}], "items": [ITEM, ITEM], "more": {"items": [{}]}}),
        json.dumps({"message": {"facets": {}, "items": [ITEM, ITEM]}}, indent="\t"),
        json.dumps(ITEM) + "\n" + json.dumps(ITEM, indent=1),
    ],
    ids=["one line", "pretty", "a line each", "items", "message", "objects"],
)
def test_items_are_found_however_they_are_laid_out(text: str) -> None:
    assert CslJson().recognises(text)
    papers, left_out = parsed(CslJson(), text)
    assert [paper.id for paper in papers] == ["doi:10.1000/kites.77"] * 2
    assert left_out == []


@pytest.mark.parametrize(
    "fields",
    [
        {"DOI": "10.48550/arXiv.2401.00001"},
        {"URL": "https://arxiv.org/abs/2401.00001"},
        {"number": "arXiv:2401.00001", "publisher": "arXiv"},
        {"number": "2401.00001", "publisher": "arXiv"},
        {"note": "arXiv:2401.00001 [cs]"},
        {"archive_location": "arXiv:2401.00001"},
    ],
)
def test_a_preprint_is_known_by_its_number_wherever_that_stands(fields: dict[str, object]) -> None:
    paper = item(**fields)
    assert paper.id == "arxiv:2401.00001"
    assert paper.venue == "" and paper.comment == ""


@pytest.mark.parametrize(
    ("issued", "day"),
    [
        ({"date-parts": [[2024]]}, "2024"),
        ({"date-parts": [[2024, 6], [2024, 7]]}, "2024-06"),
        ({"raw": "2024-06-03"}, "2024-06-03"),
        ({"literal": "June 2024"}, "2024-06"),
        ("2024-06", "2024-06"),
    ],
)
def test_the_day_is_read_as_exactly_as_it_is_given(issued: object, day: str) -> None:
    published = item(issued=issued).published
    assert published and written(published) == day


def test_the_answers_of_crossref_are_read() -> None:
    paper = item(
        title=["On Kites"],
        subtitle=["A View"],
        **{
            "container-title": ["Kites"],
            "published-print": {"date-parts": [[2024, 6]]},
            "link": [{"URL": "https://kites.example/1.pdf", "content-type": "application/pdf"}],
            "license": [{"URL": "https://kites.example/licence"}],
        },
    )
    assert (paper.title, paper.venue, paper.published) == ("On Kites: A View", "Kites", date(2024, 6, 1))
    assert paper.links == Links(pdf="https://kites.example/1.pdf")


def test_what_is_not_understood_is_told_by_the_line_of_its_item() -> None:
    text = """[
  {"title": "Kept", "DOI": "unknown", "issued": {"season": 1}, "author": 7},
  {"type": "book"},
  "not an item",
  {
    "title": "Never closed",
  {
    "title": "Caf\udce9"
  },
  {"title": "Broken" "x"},
  {"title": "Last"}
"""
    papers, left_out = parsed(CslJson(), text)
    assert [paper.title for paper in papers] == ["Kept", "Last"]
    assert [(item.line, item.reason.split(";")[0].split(": Exp")[0]) for item in left_out] == [
        (2, "the field DOI holds no DOI"),
        (2, "the field author holds something that radar does not understand"),
        (2, "the field issued holds no day"),
        (3, "the item has no title"),
        (4, "a text where an entry should be"),
        (5, "the entry is not closed"),
        (7, "not UTF-8 text"),
        (10, "not JSON"),
        (12, "the list of entries is not closed: the text may be cut"),
    ]


def test_a_cut_array_keeps_what_was_whole() -> None:
    for text in (
        json.dumps([ITEM, ITEM]),
        json.dumps([ITEM, ITEM], indent=2),
        json.dumps({"items": [ITEM, ITEM]}),
    ):
        papers, left_out = parsed(CslJson(), text[:-60])
        assert len(papers) == 1
        assert [item.reason for item in left_out] == ["the entry is not closed: the text may be cut"]


def test_deep_nesting_and_endless_entries_are_reported_and_bounded() -> None:
    deep = '[{"title": "Deep", "x": ' + "[" * 200_000 + "]" * 200_000 + '}, {"title": "After"}]'
    papers, left_out = parsed(CslJson(), deep)
    assert [paper.title for paper in papers] == ["After"]
    assert [item.reason for item in left_out] == ["nested too deeply"]
    cut = JsonEntries()
    endless = ["[{", *['"x": "' + "y" * (1 << 20) + '",'] * 12, "}, {}]"]
    assert [entry.problem for entry in cut.of(endless)] == ["an entry of more than 8 MB", ""]


def test_recognition_looks_for_names_that_only_csl_has() -> None:
    recognises = CslJson().recognises
    assert recognises(json.dumps([ITEM]))
    assert recognises('[{"type": "paper-conference", "title": "x", "author": []}]')
    assert not recognises('{"id": "2401.00001", "title": "x", "authors": ["A"]}')
    assert not recognises('[{"type": "article", "title": "x"}]')
    assert recognises('[\n{"id": "x-1", "type": "article", "title": "x"}\n]')
    assert not recognises('[\n{"id": "x-1", "type": "kite", "title": "x"}\n]')
    assert not recognises('TY  - "container-title":')
    assert not recognises("")


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    meet_hostile_texts(CslJson(), json.dumps([ITEM, ITEM], indent=1))
    meet_hostile_texts(CslJson(), json.dumps({"items": [ITEM, ITEM]}))


def test_a_single_work_of_crossref_is_read_out_of_its_message() -> None:
    work = {
        "type": "journal-article",
        "title": ["On Kites"],
        "DOI": "10.1000/kites",
        "container-title": ["Kites"],
    }
    answer = {"status": "ok", "message-type": "work", "message": work}
    assert paper_in(CslJson(), json.dumps(answer)).title == "On Kites"


def test_an_item_without_a_title_is_shown_as_it_is_written() -> None:
    _, left_out = parsed(CslJson(), json.dumps([{"type": "article", "DOI": "10.1000/kites", "author": None}]))
    (note,) = left_out
    assert note.text.startswith('{"type": "article"')
    assert note.text.endswith("null}")


@pytest.mark.parametrize("title", [5, True, [5], {"text": "On Kites"}])
def test_an_item_whose_title_is_no_text_is_told_and_no_paper(title: object) -> None:
    papers, (told,) = parsed(CslJson(), json.dumps([{"type": "book", "title": title, "author": []}]))
    assert (papers, told.field) == ([], False)
    assert told.reason == "the field title holds something that radar does not understand"


@pytest.mark.parametrize(
    ("entry", "called"),
    [("null", "null"), ("-7.5e3", "a number"), ("true", "true"), ("false", "false"), ('"x"', "a text")],
)
@pytest.mark.parametrize("text", ["[{}, {}, {}]", '{{"items": [{}, {},\n {}]}}'], ids=["list", "items"])
def test_what_stands_in_the_place_of_an_entry_is_told(text: str, entry: str, called: str) -> None:
    first, last = json.dumps(ITEM), json.dumps({**ITEM, "DOI": "", "title": "Null is true of 7 kites"})
    papers, left_out = parsed(CslJson(), text.format(first, entry, last))
    assert len(papers) == 2
    assert [(one.line, one.reason) for one in left_out] == [(1, f"{called} where an entry should be")]
