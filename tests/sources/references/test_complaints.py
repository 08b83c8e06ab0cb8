"""What a field says in a way that nothing is taken of is told, and the paper kept."""

from __future__ import annotations

import json

import pytest

from radar.papers.text.partial_dates import written
from radar.sources.arxiv.mail import ArxivMail
from radar.sources.bibtex.bibliography import Bibtex
from radar.sources.feeds.entries import feed_in, papers_of_feed
from radar.sources.records.json_lines import JsonLines
from radar.sources.references.complaints import date_complaints, link_complaints
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

RIS = "TY  - JOUR\nTI  - On Kites\nPY  - {}\nER  - \n"
NBIB = "PMID- 1\nTI  - On Kites\nDP  - {}\n\n"
WOS = "PT J\nTI On Kites\nPY {}\nER\n"
BIBTEX = "@article{{k, title = {{On Kites}}, year = {{{}}}}}"
CSV = 'title,authors,year\nOn Kites,Ada Kite,"{}"'
CSL = '[{{"title": "On Kites", "type": "book", "issued": {{"raw": "{}"}}}}]'
ZOTERO = '{{"items": [{{"itemType": "book", "title": "On Kites", "date": "{}"}}]}}'
ENDNOTE = (
    "<xml><records><record><ref-type>17</ref-type><dates><year>{}</year></dates>"
    "<titles><title>On Kites</title></titles></record></records></xml>"
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:bib="http://purl.org/net/biblio#"><bib:Article rdf:about="#1"><dc:title>On Kites</dc:title>'
    "<dc:date>{}</dc:date></bib:Article></rdf:RDF>"
)
LINES = '{{"title": "On Kites", "published": "{}"}}'
MAIL = "\\\\\narXiv:2602.04001\nDate: {}\n\nTitle: On Kites\nAuthors: Ada Kite\n\\\\\n  We fly.\n\\\\ ( x )"
FORMATS: list[tuple[Format, str]] = [
    (Ris(), RIS),
    (Nbib(), NBIB),
    (WebOfScience(), WOS),
    (Bibtex(), BIBTEX),
    (CsvTable(), CSV),
    (CslJson(), CSL),
    (ZoteroJson(), ZOTERO),
    (EndNoteXml(), ENDNOTE),
    (ZoteroRdf(), RDF),
    (JsonLines(), LINES),
    (ArxivMail(), MAIL),
]


@pytest.mark.parametrize(("format", "text"), FORMATS, ids=[one[0].name for one in FORMATS])
def test_a_day_that_is_none_is_told_and_the_paper_kept(format: Format, text: str) -> None:
    (paper,), (told,) = parsed(format, text.format("20x4"))
    assert (paper.title, paper.published) == ("On Kites", None)
    assert told.field and told.line >= 1
    assert "holds no year" in told.reason or "holds no day" in told.reason
    assert "20x4" in told.reason + told.text or format.name == "JSON lines"


@pytest.mark.parametrize(("format", "text"), FORMATS[:-2], ids=[one[0].name for one in FORMATS[:-2]])
def test_that_there_is_no_day_yet_is_no_mistake(format: Format, text: str) -> None:
    (paper,), told = parsed(format, text.format("in press"))
    assert (paper.published, told) == (None, [])


@pytest.mark.parametrize(
    ("said", "day", "lost"),
    [
        ("2024/13/05", "2024", "holds no such month"),
        ("2024/02/31", "2024-02", "holds no such day"),
        ("2023-02-29", "2023-02", "holds no such day"),
        ("03/06/2024", "2024", "may mean two days"),
    ],
)
@pytest.mark.parametrize(
    ("format", "text"),
    [FORMATS[at] for at in (0, 4, 5, 6, 7, 8)],
    ids=[FORMATS[at][0].name for at in (0, 4, 5, 6, 7, 8)],
)
def test_a_part_of_a_day_that_cannot_be_is_told(
    format: Format, text: str, said: str, day: str, lost: str
) -> None:
    (paper,), (told,) = parsed(format, text.format(said))
    assert (written(paper.published), told.field) == (day, True)
    assert lost in told.reason


@pytest.mark.parametrize(
    ("fields", "day", "told"),
    [
        ("year = 2024, month = jun, day = 31", "2024-06", ["the field day"]),
        ("year = 2024, month = {Brumaire}", "2024", ["the field month"]),
        ("year = 2024, month = 13, day = 4", "2024", ["the field month", "the field day"]),
        ("date = {2024-02-31}", "2024", ["the field date"]),
        ("year = 2024, month = {Spring}", "2024", []),
    ],
)
def test_months_and_days_of_a_bibliography_are_told(fields: str, day: str, told: list[str]) -> None:
    (paper,), left_out = parsed(Bibtex(), f"@article{{k, title = {{On Kites}}, {fields}}}")
    assert written(paper.published) == day
    assert [item.reason.split(" holds ")[0] for item in left_out] == told


def test_a_month_beside_a_year_is_a_day_and_a_word_is_none() -> None:
    stated = [("PY", "2024"), ("DA", "JUN 3"), ("Y1", "once"), ("EA", "2024-06-00")]
    assert list(date_complaints(stated)) == [("Y1 holds no day", "once")]


@pytest.mark.parametrize(
    "season", ["SPR", "SUM", "FAL", "WIN", "Spring", "4th Quarter", "first quarter", "Q3"]
)
def test_a_season_beside_a_year_is_no_mistake(season: str) -> None:
    assert list(date_complaints([("PY", "2024"), ("PD", season)])) == []
    assert list(date_complaints([("PY", "2024"), ("PD", f"x{season}")])) != []


@pytest.mark.parametrize("text", ["2004-21", "2004-24", "2023/24", "2023-24", "1999-00"])
def test_seasons_by_number_and_spans_of_years_are_no_mistakes(text: str) -> None:
    assert list(date_complaints([("DA", text)])) == []


def test_a_month_of_zero_is_not_known_and_no_mistake() -> None:
    text = "@article{k, title = {On Kites}, year = 2024, month = {00}}"
    papers, told = parsed(Bibtex(), text)
    assert (len(papers), told) == (1, [])


def test_a_file_in_a_folder_of_a_library_is_the_readers_own() -> None:
    assert list(link_complaints([("L1", "files/12/Kite - 2024.pdf")])) == []
    assert list(link_complaints([("UR", "kites in the wind")])) != []


def test_links_that_are_none_are_told_and_the_readers_own_files_are_not() -> None:
    stated = [
        ("UR", text)
        for text in (
            "the www kites", "see the journal", "https://kite.example/on", "10.1000/kite",
            "<Go to ISI>://WOS:000312345", "file:///home/ada/kite.pdf", "internal-pdf://0123/kite.pdf",
            r"C:\papers\kite.pdf", "kite.pdf", "",
        )
    ]  # fmt: skip
    told = [text for _, text in link_complaints(stated)]
    assert told == ["the www kites", "see the journal"]
    (paper,), (one,) = parsed(Ris(), "TY  - JOUR\nTI  - On Kites\nUR  - kite.example/on\nER  - \n")
    assert (paper.links.landing, one.field) == ("", True)
    assert one.reason == "the field UR holds no link of the web (https://...)"
    (paper,), (one,) = parsed(CsvTable(), "title,authors,url\nOn Kites,Ada Kite,see the journal")
    assert (paper.links.landing, one.field) == ("", True)


def test_what_has_another_shape_than_it_should_is_told() -> None:
    item = {
        "title": "On Kites",
        "type": "book",
        "container-title": {"en": "Kites"},
        "author": [7, {"affil": "x"}],
    }
    (paper,), told = parsed(CslJson(), json.dumps([item]))
    assert (paper.venue, paper.authors) == ("", ())
    assert [one.reason for one in told] == [
        "the field container-title holds something that radar does not understand",
        "the field author holds somebody without a name",
    ]
    (paper,), told = parsed(
        ZoteroJson(), '{"items": [{"itemType": "book", "title": "On Kites", "date": 2024, "url": [1]}]}'
    )
    assert written(paper.published) == "2024"
    assert [one.reason for one in told] == ["the field url holds something that radar does not understand"]
    (paper,), told = parsed(
        JsonLines(), '{"title": "On Kites", "versions": [{"version": "v1", "created": "once"}]}'
    )
    assert (paper.published, [one.field for one in told]) == (None, [True])


def test_a_day_of_a_feed_that_is_none_is_told() -> None:
    text = (
        '<rss version="2.0"><channel><title>Kites</title><item><title>On Kites and Winds</title>'
        "<link>https://kite.example/1</link><pubDate>the day before</pubDate></item></channel></rss>"
    )
    told, paper = papers_of_feed(feed_in(text, "https://kite.example/rss"), text, "https://kite.example/rss")
    assert getattr(told, "reason", "") == "published holds no day" and getattr(told, "field", False)
    assert getattr(paper, "published", 1) is None


NULL = {"date-parts": [[None]]}


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"issued": NULL, "published-online": {"date-parts": [[2024, 3, 2]]}}, []),
        ({"issued": {"date-parts": [[None, None]]}, "posted": "2024-03-02"}, []),
        ({"issued": {"date-parts": [[]]}, "year": 2024}, []),
        ({"issued": {"date-parts": [[2024]]}, "published-print": NULL}, []),
        ({"issued": NULL}, ["the field issued holds no day"]),
        ({"issued": {"date-parts": [["x"]]}, "posted": "2024-03-02"}, ["the field issued holds no day"]),
        (
            {"issued": {"date-parts": [[2024]]}, "posted": {"date-parts": [["x", 3]]}},
            ["the field posted holds no day"],
        ),
    ],
)
def test_a_day_that_an_item_says_to_lack_is_told_only_where_it_has_no_other(
    days: dict[str, object], told: list[str]
) -> None:
    (paper,), left_out = parsed(CslJson(), json.dumps([{"type": "book", "title": "Moss", **days}]))
    assert [item.reason for item in left_out] == told
    assert (paper.published is None) == (days == {"issued": NULL})
