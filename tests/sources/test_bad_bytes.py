"""Bytes that are no UTF-8 cost the field they stand in, and the paper only where that is its title."""

from __future__ import annotations

import json

import pytest

from radar.sources.bibtex.bibliography import Bibtex
from radar.sources.records.json_lines import JsonLines
from radar.sources.references.csl_json import CslJson
from radar.sources.references.csv_table import CsvTable
from radar.sources.references.endnote_xml import EndNoteXml
from radar.sources.references.pubmed import Nbib
from radar.sources.references.ris import Ris
from radar.sources.references.web_of_science import WebOfScience
from radar.sources.references.zotero_json import ZoteroJson
from radar.sources.references.zotero_rdf import ZoteroRdf
from radar.sources.source import Format
from tests.sources.parsing import parsed

BAD = "Caf\udce9"
RIS = "TY  - JOUR\nTI  - {title}\nAU  - {author}\nT2  - Kites\nPY  - 2020\nER  - \n"
NBIB = "PMID- 1\nTI  - {title}\nFAU - {author}\nJT  - Kites\nDP  - 2020\n\n"
WOS = "PT J\nTI {title}\nAF {author}\nSO Kites\nPY 2020\nER\n"
BIBTEX = "@article{{k,\n title = {{{title}}},\n author = {{{author}}},\n journal = {{Kites}}, year = 2020}}"
CSV = "title,authors,venue,year\n{title},{author},Kites,2020"
CSL = (
    '[{{"title": "{title}", "author": [{{"literal": "{author}"}}], "container-title": "Kites", '
    '"issued": {{"date-parts": [[2020]]}}}}]'
)
ZOTERO = (
    '{{"items": [\n{{"itemType": "journalArticle", "title": "{title}", "creators": [{{"name": "{author}"}}], '
    '"publicationTitle": "Kites", "date": "2020"}}\n]}}'
)
ENDNOTE = (
    "<xml><records>\n<record><ref-type>17</ref-type><dates><year>2020</year></dates>\n"
    "<contributors><authors><author>{author}</author></authors></contributors><titles><title>{title}</title>"
    "<secondary-title>Kites</secondary-title></titles></record></records></xml>"
)
LINES = '{{"title": "{title}", "authors": ["{author}"], "venue": "Kites", "published": "2020"}}'
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/">\n'
    '<bib:Article rdf:about="#1"><dc:title>{title}</dc:title><dc:date>2020</dc:date>'
    "<bib:authors><rdf:Seq><rdf:li>"
    "<foaf:Person><foaf:surname>{author}</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors>\n"
    "<dcterms:isPartOf xmlns:dcterms='http://purl.org/dc/terms/'><bib:Journal><dc:title>Kites</dc:title>"
    "</bib:Journal></dcterms:isPartOf></bib:Article></rdf:RDF>"
)
FORMATS: list[tuple[Format, str, int, int, str]] = [
    (Ris(), RIS, 3, 2, "field AU"),
    (Nbib(), NBIB, 3, 2, "field FAU"),
    (WebOfScience(), WOS, 3, 2, "field AF"),
    (Bibtex(), BIBTEX, 3, 2, "field author"),
    (CsvTable(), CSV, 2, 2, "column authors"),
    (CslJson(), CSL, 1, 1, "field author"),
    (ZoteroJson(), ZOTERO, 2, 2, "field creators"),
    (EndNoteXml(), ENDNOTE, 3, 3, "field contributors"),
    (JsonLines(), LINES, 1, 1, "field authors"),
    (ZoteroRdf(), RDF, 2, 2, "field authors"),
]


@pytest.mark.parametrize(
    ("format", "text", "line", "_title", "field"), FORMATS, ids=[one[0].name for one in FORMATS]
)
def test_a_field_with_bad_bytes_is_told_and_the_paper_kept_without_it(
    format: Format, text: str, line: int, _title: int, field: str
) -> None:
    (paper,), (told,) = parsed(format, text.format(title="On Kites", author=BAD))
    assert (paper.title, paper.authors, paper.venue) == ("On Kites", (), "Kites")
    assert paper.published and paper.published.year == 2020
    assert told.field and told.line == line
    assert told.reason.startswith(f"the {field} is left out: not UTF-8 text; convert the file")


@pytest.mark.parametrize(
    ("format", "text", "_line", "line", "_field"), FORMATS, ids=[one[0].name for one in FORMATS]
)
def test_without_a_title_there_is_no_paper_and_nothing_else_is_taken_for_the_title(
    format: Format, text: str, _line: int, line: int, _field: str
) -> None:
    papers, (told,) = parsed(format, text.format(title=BAD, author="Ada Kite"))
    assert papers == []
    assert not told.field and told.line == line
    assert told.reason.startswith("not UTF-8 text")


def test_the_other_values_of_a_tag_are_kept() -> None:
    text = f"TY  - JOUR\nTI  - On Kites\nAU  - Kite, Ada\nAU  - {BAD}\nAB  - We fly\n  {BAD}\nER  - "
    (paper,), told = parsed(Ris(), text)
    assert (paper.authors, paper.abstract) == (("Ada Kite",), "")
    assert [(item.line, item.reason.split(" is ")[0]) for item in told] == [
        (4, "the field AU"),
        (6, "the field AB"),
    ]


def test_bad_bytes_in_a_column_that_radar_does_not_read_cost_nothing() -> None:
    (paper,), told = parsed(CsvTable(), f"title,authors,year,shelf\nOn Kites,Ada Kite,2020,{BAD}")
    assert (paper.title, told) == ("On Kites", [])


def test_an_item_of_a_web_answer_is_read_without_the_field() -> None:
    item = {"key": "k", "data": {"itemType": "book", "title": "On Kites", "abstractNote": BAD, "url": ""}}
    (paper,), (told,) = parsed(ZoteroJson(), json.dumps([item], ensure_ascii=False))
    assert (paper.title, paper.abstract) == ("On Kites", "")
    assert told.field and "abstractNote" in told.reason


def test_papers_of_an_answer_and_of_an_object_within_are_read_without_the_field() -> None:
    lines = json.dumps(
        {"data": [{"title": "On Kites", "venue": BAD}, {"paper": {"title": "On Moss", "summary": BAD}}]},
        ensure_ascii=False,
    )
    (kites, moss), told = parsed(JsonLines(), lines)
    assert (kites.title, kites.venue, moss.title, moss.abstract) == ("On Kites", "", "On Moss", "")
    assert [item.reason.split(" is ")[0] for item in told] == ["the field venue", "the field summary"]


def test_bad_bytes_in_what_is_attached_cost_nothing() -> None:
    attached = f'<z:Attachment xmlns:z="http://www.zotero.org/namespaces/export#"><dc:title>{BAD}</dc:title></z:Attachment>'
    text = RDF.format(title="On Kites", author="Kite").replace("</rdf:RDF>", f"\n{attached}</rdf:RDF>")
    (paper,), told = parsed(ZoteroRdf(), text)
    assert (paper.title, told) == ("On Kites", [])
