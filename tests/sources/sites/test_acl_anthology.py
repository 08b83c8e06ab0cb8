"""The ACL Anthology."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from radar.errors import ListingError, NetworkError, SettingsError
from radar.papers.text.partial_dates import written
from radar.sources.sites.acl_anthology import SITE
from radar.sources.source import Source
from tests.sources.answering import Answering, page
from tests.sources.hostile import hostile_texts
from tests.sources.site_papers import as_page, pages_of, papers_of, reports_of

XML = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="2026.moss">
  <volume id="long" ingest-date="2026-02-20" type="proceedings">
    <meta>
      <booktitle>Proceedings of the 3rd Meeting on <fixed-case>M</fixed-case>oss</booktitle>
      <editor><first>Eva</first><last>Editor</last></editor>
      <month>February 10&#8211;12</month>
      <year>2026</year>
    </meta>
    <frontmatter><url hash="0">2026.moss-long.0</url><bibkey>moss-2026</bibkey></frontmatter>
    <paper id="1">
      <title><fixed-case>W</fixed-case>eighing &amp; Counting Moss</title>
      <author><first>Jane</first><last>Doe</last><affiliation>Kew</affiliation></author>
      <author id="x"><last>Roe</last></author>
      <pages>1-17</pages>
      <abstract>It is 3<tex-math>\\times</tex-math> <b>lighter</b>, see <url>https://github.com/m/moss</url>.</abstract>
      <url hash="1">2026.moss-long.1</url>
      <award>Best Paper</award>
      <revision id="1" href="2026.moss-long.1v1" hash="1"/>
      <revision id="2" href="2026.moss-long.1v2" hash="2" date="2026-03-01">Minor.</revision>
      <doi>10.18653/v1/2026.moss-long.1</doi>
      <pwccode url="https://github.com/m/moss" additional="false">m/moss</pwccode>
      <video href="2026.moss-long.1.mp4"/>
    </paper>
    <paper id="2">
      <title>Taken Back</title>
      <url>https://example.org/two.pdf</url>
      <retracted date="2026-03-01">Wrong.</retracted>
    </paper>
    <paper id="3"><title> </title><url>2026.moss-long.3</url></paper>
  </volume>
  <volume id="short"><meta><booktitle>Short Moss</booktitle><year>2026</year></meta>
    <paper id="1"><title>Short</title><url>2026.moss-short.1</url></paper>
  </volume>
  <event id="moss-2026"><colocated><volume-id>2026.fern-1</volume-id></colocated></event>
</collection>
"""
OLD = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="W18">
  <volume id="12"><meta><booktitle>Workshop</booktitle><month>July</month><year>2018</year></meta>
    <paper id="0"><title>Front Matter</title><url>W18-1200</url></paper>
    <paper id="3"><title>Third</title></paper>
    <paper id="4"><title>Fourth</title><url>W18-1204</url></paper>
  </volume>
</collection>
"""


def source(name: str = "acl:2026.moss", site: Answering | None = None) -> Source:
    return SITE.source(name, (site or Answering()).means())


async def test_the_file_of_a_collection_is_fetched() -> None:
    site = Answering(XML)
    (found,) = await pages_of(source("acl:2026.moss-long", site))
    assert site.asked == [
        "https://raw.githubusercontent.com/acl-org/acl-anthology/master/data/xml/2026.moss.xml"
    ]
    assert found.listing.label == "ACL Anthology 2026.moss-long"
    assert site.requests[0].fresh == timedelta()


async def test_papers_that_are_added_one_by_one_share_the_file_of_a_day() -> None:
    site = Answering(XML)
    await pages_of(source("acl:2026.moss-long.1", site))
    assert site.requests[0].fresh == timedelta(days=1)


def test_a_paper_has_what_the_file_says_of_it() -> None:
    paper = papers_of(source(), XML)[0]
    assert paper.id == "acl:2026.moss-long.1"
    assert paper.title == "Weighing & Counting Moss"
    assert paper.authors == ("Jane Doe", "Roe")
    assert paper.abstract == "It is 3$\\times$ lighter, see https://github.com/m/moss."
    assert paper.venue == "Proceedings of the 3rd Meeting on Moss"
    assert (paper.published, paper.listed) == (date(2026, 2, 10), date(2026, 2, 20))
    assert (paper.version, paper.updated) == (2, date(2026, 3, 1))
    assert paper.doi == "10.18653/v1/2026.moss-long.1"
    assert paper.comment == "Best Paper"
    assert paper.links.landing == "https://aclanthology.org/2026.moss-long.1/"
    assert paper.links.pdf == "https://aclanthology.org/2026.moss-long.1.pdf"
    assert (paper.links.code, paper.links.code_added_by) == ("https://github.com/m/moss", "auto")
    assert not paper.withdrawn


def test_a_retracted_paper_is_marked_and_a_link_elsewhere_is_kept() -> None:
    paper = papers_of(source(), XML)[1]
    assert (paper.id, paper.withdrawn) == ("acl:2026.moss-long.2", True)
    assert paper.links.pdf == "https://example.org/two.pdf"


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("acl:2026.moss", ["Weighing & Counting Moss", "Taken Back", "Short"]),
        ("acl:2026.moss-short", ["Short"]),
        ("acl:2026.moss-long.2", ["Taken Back"]),
    ],
)
async def test_a_collection_a_volume_or_a_paper_is_what_is_asked_for(name: str, titles: list[str]) -> None:
    asked = source(name, Answering(XML))
    (found,) = await pages_of(asked)
    assert [paper.title for paper in papers_of(asked, found.text)] == titles


def test_a_paper_without_a_title_is_reported() -> None:
    (report,) = reports_of(source(), XML)
    assert (report.line, report.reason) == (3, "there is no title")


@pytest.mark.parametrize("name", ["acl:W18", "acl:W18-12"])
def test_volumes_of_the_years_before_2020_are_read(name: str) -> None:
    papers = papers_of(source(name), OLD)
    assert [(paper.id, paper.title) for paper in papers] == [
        ("acl:W18-1203", "Third"),
        ("acl:W18-1204", "Fourth"),
    ]
    assert papers[0].published and written(papers[0].published) == "2018-07", "no day is made up"


@pytest.mark.parametrize(
    ("name", "file", "answer", "complaint"),
    [
        ("acl:P18-1001", "P18", page("404: Not Found", 404), "the ACL Anthology has no P18"),
        ("acl:2026.moss-demo", "2026.moss", XML, "2026.moss has no volume demo"),
        ("acl:2026.moss-long.9", "2026.moss", XML, "has no paper 2026.moss-long.9"),
        ("acl:2026.moss", "2026.moss", "<!doctype html><html></html>", "web page"),
        ("acl:2026.moss", "2026.moss", "<feed></feed>", "not what the site promises"),
    ],
    ids=["collection", "volume", "paper", "page", "feed"],
)
async def test_what_there_is_not_is_an_error(name: str, file: str, answer: str, complaint: str) -> None:
    site = Answering(answer)
    with pytest.raises(ListingError, match=complaint):
        await pages_of(source(name, site))
    assert site.asked[0].endswith(f"/data/xml/{file}.xml")


async def test_a_server_in_trouble_is_an_error_of_the_network() -> None:
    with pytest.raises(NetworkError):
        await pages_of(source(site=Answering(page("", 503))))


def test_the_papers_before_a_cut_are_kept() -> None:
    cut = XML[: XML.index('<paper id="3">') + 10]
    assert [paper.title for paper in papers_of(source(), cut)] == ["Weighing & Counting Moss", "Taken Back"]
    assert "broken from here on" in reports_of(source(), cut)[-1].reason


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><collection><paper>&b;</paper></collection>',
        "<collection>" + "<b>" * 50_000,
        "<collection><volume id='1'><paper><title>"
        + "<b>" * 5000
        + "x"
        + "</b>" * 5000
        + "</title></paper></volume></collection>",
        "<paper id='1'><title>No volume</title></paper>",
        "\udc80<collection>",
        f"<collection id='P18'><volume id='{'9' * 5_000}'><paper id='1'><title>Moss</title></paper></volume>",
    ],
    ids=["entities", "deep", "deep title", "bare", "surrogate", "a long number"],
)
def test_hostile_xml_is_read_to_its_end(text: str) -> None:
    list(source().parse(as_page(source(), text)))


def test_nothing_that_a_site_may_answer_stops_the_parser() -> None:
    for text in hostile_texts(100):
        list(source().parse(as_page(source(), text)))
        list(source().parse(as_page(source(), XML.replace("Short", text))))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2024.acl-long.1", "acl:2024.acl-long.1"),
        ("acl:2024.ACL-long.1", "acl:2024.acl-long.1"),
        ("https://aclanthology.org/2024.acl-long.1/", "acl:2024.acl-long.1"),
        ("https://aclanthology.org/2024.acl-long.1.pdf", "acl:2024.acl-long.1"),
        ("https://www.aclweb.org/anthology/P18-1001", "acl:P18-1001"),
        ("p18-1001", "acl:P18-1001"),
        ("10.18653/v1/P18-1001", "acl:P18-1001"),
        ("https://doi.org/10.18653/v1/2024.findings-acl.3", "acl:2024.findings-acl.3"),
    ],
)
def test_ids_links_and_dois_name_a_source_of_that_paper(text: str, name: str) -> None:
    assert SITE.sources_of(text) == (name,)
    assert source(name).name == name


@pytest.mark.parametrize(
    "text",
    [
        "10.1234/x",
        "2024.acl",
        "2024.acl-long",
        "https://aclanthology.org/volumes/2024.acl-long/",
        "moss",
        "2406.01234",
    ],
)
def test_what_names_no_single_paper_of_it_has_no_source(text: str) -> None:
    assert SITE.sources_of(text) == ()


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("acl:https://aclanthology.org/events/acl-2024/", "The nearest is acl:2024.acl"),
        ("acl:acl2024", "The nearest is acl:2024.acl"),
        ("acl:https://aclanthology.org/events/emnlp-2019", "The nearest is acl:D19"),
        ("acl:repl4nlp-2019", "Write it as acl:2024.acl"),
        ("acl:https://aclanthology.org/venues/acl/", "Write it as acl:2024.acl"),
        ("acl:", "Write it as acl:2024.acl"),
        ("acl:../../x", "Write it as acl:2024.acl"),
    ],
)
def test_a_wrong_name_is_refused_with_a_right_one(name: str, normal: str) -> None:
    with pytest.raises(SettingsError) as caught:
        source(name)
    assert normal in caught.value.hint


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("acl:p18", "acl:P18"),
        ("acl:P18-1", "acl:P18-1"),
        ("acl:https://aclanthology.org/volumes/2024.acl-long/", "acl:2024.acl-long"),
    ],
)
def test_names_are_written_as_the_anthology_writes_them(name: str, normal: str) -> None:
    assert source(name).name == normal
