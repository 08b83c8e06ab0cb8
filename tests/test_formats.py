"""Every format beside the others: each text is taken for what it is."""

from __future__ import annotations

import json
from datetime import date

import pytest

from radar.papers.bases import replace
from radar.papers.listed.listing import FieldsLeftOut
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.reader.query import Mark
from radar.papers.text.partial_dates import PartialDate, written
from radar.pipeline.exporting.formats import export_parts
from radar.pipeline.exporting.record import entry_record
from radar.sources.records.json_lines import JsonLines
from radar.sources.source import recognise
from radar.wiring.listings import build_formats
from tests.pipeline.exporting.entries import entry
from tests.pipeline.exporting.entries import paper as paper_of_export
from tests.sources.arxiv import test_mail
from tests.sources.bibtex import test_bibliography
from tests.sources.references import (
    test_csl_json,
    test_csv_table,
    test_endnote,
    test_endnote_xml,
    test_ris,
    test_tagged_formats,
    test_zotero_json,
    test_zotero_rdf,
)

TEXTS = {
    "BibTeX": test_bibliography.ANTHOLOGY,
    "CSL-JSON": json.dumps([test_csl_json.ITEM], indent=2),
    "CSV": test_csv_table.ZOTERO,
    "EndNote XML": test_endnote_xml.document(test_endnote_xml.RECORD),
    "Hugging Face listing": "Pebbler: Sorting Pebbles\nSorting pebbles is slow, and we do it faster.\n",
    "JSON lines": '{"id": "2401.00001", "title": "Moss", "abstract": "TY  - JOUR"}\n',
    "arXiv announcement mail": test_mail.NEW,
    "EndNote": test_endnote.ANTHOLOGY,
    "PubMed nbib": test_tagged_formats.PUBMED,
    "RIS": test_ris.ZOTERO,
    "Web of Science text": test_tagged_formats.WOS,
    "Zotero JSON": json.dumps(test_zotero_json.EXPORT),
    "Zotero RDF": test_zotero_rdf.HEAD + test_zotero_rdf.PREPRINT + test_zotero_rdf.REST,
}

LEFT_OUT = {"RIS": ["KW"], "Zotero JSON": ["notes"]}
"""What those texts hold of their reader's own, which is told and not taken."""


def test_there_is_a_text_of_every_format() -> None:
    assert {format.name for format in build_formats()} == set(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_text_is_taken_for_what_it_is_and_its_paper_read(name: str, end: str) -> None:
    text = TEXTS[name].replace("\n", end)
    format = recognise(text, build_formats())
    assert format.name == name
    paper, *rest = format.parse(text.split("\n"))
    assert isinstance(paper, Paper)
    assert rest == [FieldsLeftOut(((field, 1),)) for field in LEFT_OUT.get(name, ())]


NOTE = "arXiv:2401.00009 is better"


@pytest.mark.parametrize(
    ("name", "besides"),
    [
        ("bibtex", OwnMarks(tags=("garden",), note=NOTE)),
        ("csl-json", OwnMarks(tags=("garden",), note=NOTE)),
        ("csv", OwnMarks(Mark.STARRED, ("garden",), NOTE)),
        ("jsonl", OwnMarks(Mark.STARRED, ("garden",), NOTE)),
    ],
)
def test_what_radar_exports_comes_back_as_the_same_paper(name: str, besides: OwnMarks) -> None:
    kept = entry(paper_of_export(published=date(2025, 11, 3)), note=NOTE)
    text = "".join(export_parts([kept, kept], name))
    found = list(recognise(text, build_formats()).parse(text.split("\n")))
    assert [item for item in found if not isinstance(item, Paper)] == [besides, besides]
    (one, other), paper = (item for item in found if isinstance(item, Paper)), kept.paper
    assert one == other
    assert isinstance(one, Paper)
    assert (one.id, one.title, one.abstract) == (paper.id, paper.title, paper.abstract)
    assert (one.authors, one.published) == (paper.authors, paper.published)


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_the_comment_in_which_code_may_be_named_comes_back(name: str) -> None:
    paper = replace(paper_of_export(), comment="12 pages. Code: https://code.example/garden")
    text = "".join(export_parts([entry(paper)], name))
    (back,) = (
        item for item in recognise(text, build_formats()).parse(text.split("\n")) if isinstance(item, Paper)
    )
    assert back.comment == paper.comment


@pytest.mark.parametrize("name", ["csv", "jsonl"])
@pytest.mark.parametrize(
    "days",
    [
        (date(2025, 11, 3), date(2025, 11, 5)),
        (None, date(2025, 11, 5)),
        (PartialDate(2025, 11), None),
        (PartialDate(2025), PartialDate(2025)),
        (None, None),
    ],
)
def test_days_and_categories_that_radar_exports_come_back(
    name: str, days: tuple[date | None, date | None]
) -> None:
    published, listed = days
    kept = paper_of_export(published=published, listed=listed)
    text = "".join(export_parts([entry(kept)], name))
    found = recognise(text, build_formats()).parse(text.split("\n"))
    (one,) = [item for item in found if isinstance(item, Paper)]
    assert (written(one.published), written(one.listed)) == (written(published), written(listed))
    assert one.categories == kept.categories == ("cs.RO", "cs.LG")


@pytest.mark.parametrize("name", ["bibtex", "csl-json", "csv", "jsonl"])
def test_a_paper_of_which_little_is_known_comes_back_too(name: str) -> None:
    id = PaperId("title:0123456789abcdef")
    little = paper_of_export(id=id, authors=(), categories=(), links=Links(), listed=None, comment="")
    kept = entry(little, tags=(), note=NOTE)
    text = "".join(export_parts([kept], name))
    found = recognise(text, build_formats()).parse(text.split("\n"))
    (one,) = [item for item in found if isinstance(item, Paper)]
    assert (one.title, one.abstract, one.comment) == (kept.paper.title, kept.paper.abstract, "")
    assert one.id.startswith("title:"), "the id in the note is another paper's"


@pytest.mark.parametrize("name", ["bibtex", "csl-json", "csv", "jsonl"])
@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "+A: {x} of [y] | z ~ ^"),
        ("title", "'=Quoted' Kites"),
        ("abstract", "-A set {x | x > 0} holds 50% & #1_a of all."),
        ("abstract", "@ all: {x}"),
    ],
)
def test_signs_that_a_format_must_guard_come_back_as_they_were(name: str, field: str, text: str) -> None:
    kept = entry(paper_of_export(**{field: text}))
    exported = "".join(export_parts([kept], name))
    parsed = recognise(exported, build_formats()).parse(exported.split("\n"))
    (one,) = [item for item in parsed if isinstance(item, Paper)]
    assert getattr(one, field) == text


@pytest.mark.parametrize("name", ["bibtex", "csl-json", "csv", "jsonl"])
def test_a_link_comes_back_whole(name: str) -> None:
    link = "https://kites.example/a?b=c&d=[e]|f"
    about = paper_of_export(id="doi:10.1000/kites", links=Links(landing=link), doi="10.1000/kites")
    exported = "".join(export_parts([entry(about)], name))
    parsed = recognise(exported, build_formats()).parse(exported.split("\n"))
    (one,) = [item for item in parsed if isinstance(item, Paper)]
    assert one.links.landing == link


@pytest.mark.parametrize(
    ("name", "at", "own", "field"),
    [
        ("EndNote XML", "</record>", "<keywords><keyword>lines</keyword></keywords>", "keywords"),
        ("Zotero RDF", "</rdf:Description>", "<dc:subject>lines</dc:subject>", "dc:subject"),
        ("Zotero JSON", '"itemType"', '"tags": [{"tag": "lines"}], ', "tags"),
    ],
)
def test_words_of_a_reader_that_are_not_taken_are_told(name: str, at: str, own: str, field: str) -> None:
    text = TEXTS[name].replace(at, own + at, 1)
    found = recognise(text, build_formats()).parse(text.split("\n"))
    names = [name for item in found if isinstance(item, FieldsLeftOut) for name, _ in item.papers]
    assert field in names


def test_every_field_of_radars_own_lines_is_one_that_it_knows() -> None:
    names = (*entry_record(entry()), "closeness")
    own = json.dumps({**dict.fromkeys(names, "moss"), "colour": "green"})
    left_out = [item for item in JsonLines().parse([own]) if isinstance(item, FieldsLeftOut)]
    assert left_out == [FieldsLeftOut((("colour", 1),))]
