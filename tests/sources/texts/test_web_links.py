"""Links without a scheme in files of references."""

from __future__ import annotations

import json

import pytest

from radar.sources.bibtex.bibliography import Bibtex
from radar.sources.records.json_lines import JsonLines
from radar.sources.references.csl_json import CslJson
from radar.sources.references.csv_table import CsvTable
from radar.sources.references.endnote_xml import EndNoteXml
from radar.sources.references.ris import Ris
from radar.sources.references.zotero_json import ZoteroJson
from radar.sources.source import Format
from radar.sources.texts.web_links import links_in
from tests.sources.parsing import paper_in, parsed

FORMATS: list[tuple[Format, str]] = [
    (Ris(), "TY  - JOUR\nTI  - On Kites\nUR  - {}\nER  - \n"),
    (CsvTable(), "title,authors,url\nOn Kites,Ada Kite,{}"),
    (CslJson(), json.dumps([{"title": "On Kites", "type": "book", "URL": "{}"}]).replace("{}", "@@")),
    (ZoteroJson(), '@{"items": [{"itemType": "book", "title": "On Kites", "url": "@@"}]}'[1:]),
    (Bibtex(), "@article{k, title = {On Kites}, url = {@@}}"),
    (Bibtex(), "@misc{k, title = {On Kites}, howpublished = {\\url{@@}}}"),
    (JsonLines(), '{"title": "On Kites", "url": "@@"}'),
    (
        EndNoteXml(),
        "<xml><records><record><ref-type>17</ref-type><titles><title>On Kites</title></titles>"
        "<urls><related-urls><url>{}</url></related-urls></urls></record></records></xml>",
    ),
]


def _with(text: str, link: str) -> str:
    return text.replace("@@", link).replace("{}", link)


@pytest.mark.parametrize(("format", "text"), FORMATS, ids=[one[0].name for one in FORMATS])
@pytest.mark.parametrize("link", ["www.kites.example/on/1?a=b", "WWW.Kites.example", "kites.org/on/1.html"])
def test_a_plain_host_without_a_scheme_is_taken_as_a_safe_link(format: Format, text: str, link: str) -> None:
    paper = paper_in(format, _with(text, link))
    assert (paper.links.landing, paper.venue) == (f"https://{link}", "")


@pytest.mark.parametrize(("format", "text"), FORMATS[:5], ids=[one[0].name for one in FORMATS[:5]])
@pytest.mark.parametrize(
    "text_of_no_link", ["kites/on/1", "see the journal", "ftp://www.kites.example/1", "www.kites"]
)
def test_what_is_no_plain_host_is_told_as_before(format: Format, text: str, text_of_no_link: str) -> None:
    (paper,), (told,) = parsed(format, _with(text, text_of_no_link))
    assert (paper.links.landing, told.field) == ("", True)


def test_a_link_without_a_scheme_names_the_paper_too() -> None:
    paper = paper_in(Ris(), _with(FORMATS[0][1], "www.arxiv.org/abs/2401.00123"))
    assert paper.id == "arxiv:2401.00123"
    paper = paper_in(Ris(), _with(FORMATS[0][1], "dx.doi.org/10.1234/kite"))
    assert (paper.id, paper.doi) == ("doi:10.1234/kite", "10.1234/kite")


@pytest.mark.parametrize(
    "text",
    [
        "me@www.kites.example", "me@kites.org/1", "files/12/kites.pdf", "Kite et al. 2020", "J.Sci/12",
        "v1.2/x", "kites.org", r"C:\www.kites.example\x", "file:///www.kites.example", "www..example",
        "www.-.example", "wwwkites.org", "internal-pdf://www.kites.example/x", "www.kites_.example@x",
        "10.1234/kites.org", "www.kites.example:80@moss.example/1", "www.kites.example:123456",
    ],
)  # fmt: skip
def test_files_addresses_of_mail_and_abbreviations_are_no_links(text: str) -> None:
    assert links_in([text]) == ()


def test_links_with_and_without_a_scheme_stand_beside_each_other() -> None:
    text = (
        "https://a.example/?u=www.b.example/1, www.c.example; (www.d.example/x) e.com/y. www.f.example:8080/z"
    )
    assert links_in([text]) == (
        "https://a.example/?u=www.b.example/1",
        "https://www.c.example",
        "https://www.d.example/x",
        "https://e.com/y",
        "https://www.f.example:8080/z",
    )


def test_a_link_without_a_scheme_ends_where_a_bar_stands_before_the_next() -> None:
    assert links_in(["www.a.example/x|www.b.example/y|z"]) == (
        "https://www.a.example/x",
        "https://www.b.example/y|z",
    )


def test_a_long_text_of_dots_and_hyphens_is_searched_at_once() -> None:
    for text in ("www." + "a." * 5_000, "a-" * 5_000, "www." + "a" * 10_000, "a.b-" * 3_000 + "!"):
        assert links_in([text]) == ()
        paper_in(JsonLines(), json.dumps({"title": "On Kites", "code": text}))
        parsed(Bibtex(), f"@misc{{k, title={{On Kites}}, howpublished={{{text}}}}}")
