"""Texts of feeds that tell more than an abstract, or something else."""

from __future__ import annotations

import pytest

from radar.papers.listed.paper import Paper
from radar.papers.text.partial_dates import PartialDate
from radar.sources.feeds.entries import feed_in, papers_of_feed
from radar.sources.feeds.texts import FeedText, text_taken_apart


def paper_of(item: str) -> Paper:
    text = (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel>'
        f"<title>Kites: Contents</title><item><title>On Kites</title>{item}</item></channel></rss>"
    )
    address = "https://kites.example/feed"
    (paper,) = papers_of_feed(feed_in(text, address), text, address)
    assert isinstance(paper, Paper)
    return paper


def test_what_science_direct_tells_in_place_of_an_abstract_is_none() -> None:
    paper = paper_of(
        "<description><![CDATA[<p>Publication date: February 2022</p><p><b>Source:</b> Journal of Kites, "
        "Volume 16, Issue 2</p><p>Author(s): Ada Kite, Bo van der Line, C.D. Reel</p>]]></description>"
    )
    assert paper.authors == ("Ada Kite", "Bo van der Line", "C.D. Reel")
    assert (paper.abstract, paper.venue, paper.published) == ("", "Journal of Kites", PartialDate(2022, 2))


def test_what_stands_before_an_abstract_behind_labels_is_taken() -> None:
    paper = paper_of(
        "<description><![CDATA[<p>KiteKeys 85: 1-9</p><p>DOI: 10.1000/kites.85.1</p><p>Authors: Ada Kite, Bo "
        "Line</p><p>Abstract: We fly. Source: the wind.</p><p><a href='h'>HTML</a></p>"
        "<p><a href='p'>PDF</a></p>]]></description><pubDate>Thu, 16 Dec 2021 10:53:45 +0200</pubDate>"
    )
    assert (paper.id, paper.authors) == ("doi:10.1000/kites.85.1", ("Ada Kite", "Bo Line"))
    assert paper.abstract == "We fly. Source: the wind."


def test_what_an_entry_says_in_its_own_fields_counts_more() -> None:
    paper = paper_of(
        "<dc:creator>Cy Reel</dc:creator><dc:date>2022-01-05</dc:date><description>Publication date: March "
        "2022 Source: Kites, Volume 1 Author(s): Ada Kite</description>"
    )
    assert (paper.authors, paper.published and paper.published.isoformat()) == (("Cy Reel",), "2022-01-05")


def test_a_title_in_the_place_of_a_journal_is_none() -> None:
    journal = "<prism:publicationName>{}</prism:publicationName><dc:source>Annals of Kites</dc:source>"
    assert paper_of(journal.format("On Kites")).venue == "Annals of Kites"
    assert paper_of(journal.format("Kite Letters")).venue == "Kite Letters"
    assert paper_of("<dc:source>Kites 12:3, 2024; doi:10.1000/x</dc:source>").venue == "Kites: Contents"


@pytest.mark.parametrize(
    ("text", "abstract"),
    [
        (
            "J Kites. 2021 Dec 20;204(1):39. doi: 10.1000/kite.1. Online ahead of print. ABSTRACT We fly. "
            "PMID:1234567 | PMC:PMC123 | DOI:10.1000/kite.1",
            "We fly.",
        ),
        ("J Kites. 2021 Dec;7(1). doi: 10.1000/kite.1. NO ABSTRACT PMID:1234567 | DOI:10.1000/kite.1", ""),
        ("Volume 56, Issue 3, December 2021, Page 163-175 .", ""),
        ("Annals of Kites, Volume 70, Issue 6, Page i-iv, December 2021.", ""),
        ("Annals of Kites, EarlyView.", ""),
        (" .", ""),
    ],
)
def test_citations_are_no_part_of_an_abstract(text: str, abstract: str) -> None:
    assert text_taken_apart(text).abstract == abstract


@pytest.mark.parametrize(
    "text",
    [
        "We fly kites. Volume 3 of our series tells of lines.",
        "We fly kites. In 2021 we wrote an ABSTRACT of it.",
        "Authors: those who write. We count them.",
        "We thank the source: the wind, and the authors. " * 9 + "Authors: Ada Kite DOI: 10.1000/x",
    ],
)
def test_other_texts_are_abstracts_as_they_are(text: str) -> None:
    assert text_taken_apart(text) == FeedText(text)
