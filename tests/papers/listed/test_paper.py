"""A paper is clean before anything reads it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from radar.papers.bases import defaults_of, replace
from radar.papers.listed.announced import Announced
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper


def test_every_text_of_a_paper_is_cleaned() -> None:
    hostile = "x\x1b]0;pwned\x07\u202e"
    paper = clean_paper(
        Paper(
            PaperId("arxiv:2406.01234"),
            title=hostile,
            authors=(hostile, "\u200b"),
            abstract=hostile,
            venue=hostile,
            categories=(hostile,),
            comment=hostile,
            doi=hostile,
            site_summary=hostile,
            site_summary_by=hostile,
            links=Links(landing="https://example.org/" + hostile, code_added_by=hostile),
        )
    )
    assert (paper.title, paper.abstract, paper.venue, paper.comment, paper.doi) == ("x",) * 5
    assert (paper.site_summary, paper.site_summary_by) == ("x", "x")
    assert paper.authors == paper.categories == ("x",)
    assert paper.links == Links(landing="https://example.org/x", code_added_by="x")


def test_links_that_are_not_of_the_web_are_dropped() -> None:
    bad = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org/x",
        "example.org",
    )
    for link in bad:
        paper = Paper(PaperId("doi:10.1000/x"), title="A title", links=Links(link, link, link, "", link))
        assert clean_paper(paper).links == Links()


def test_a_clean_paper_stays_as_it_is() -> None:
    paper = Paper(
        PaperId("doi:10.1000/x"),
        title="A title",
        authors=("Ada Stone",),
        links=Links(code="https://a.example/b"),
    )
    assert clean_paper(paper) == paper


def test_cleaning_keeps_every_field() -> None:
    full = Paper(
        id=PaperId("arxiv:2401.00001"),
        title="Kites",
        authors=("Ada Kite",),
        abstract="They fly.",
        venue="J. Kites",
        categories=("cs.RO",),
        published=date(2024, 1, 1),
        listed=date(2024, 1, 2),
        links=Links(
            "https://a.example", "https://b.example", "https://c.example", "auto", "https://d.example"
        ),
        comment="8 pages",
        doi="10.1000/x",
        stars=1,
        upvotes=2,
        version=3,
        updated=date(2024, 2, 1),
        announced=Announced.REPLACED,
        site_summary="They rise.",
        site_summary_by="Kite News",
        withdrawn=True,
    )
    assert all(getattr(full, name) != default for name, default in defaults_of(Paper).items())
    assert clean_paper(full) == full


_PLAIN = Paper(
    PaperId("doi:10.1000/x"),
    title="A title",
    authors=("Ada Stone", "Bo Reed"),
    abstract="We walk.",
    venue="Walks",
    categories=("cs.AI",),
    comment="9 pages",
    links=Links("https://a.example/a", code="http://a.example/b"),
)


@pytest.mark.parametrize(
    "change",
    [
        {"title": " A title"},
        {"venue": "Walks "},
        {"comment": "9  pages"},
        {"authors": ("Ada Stone", " Bo Reed")},
        {"authors": ("Ada Stone", "")},
        {"categories": ("", "cs.AI")},
        {"abstract": "We\nwalk."},
        {"abstract": "We walk. "},
        {"site_summary_by": "a\x07"},
        {"links": Links("https://a.example/ a")},
        {"links": Links(project="ftp://a.example/a")},
        {"links": Links(pdf="https://a.example/\x07")},
    ],
)
def test_one_text_that_is_not_clean_is_found_among_those_that_are(change: dict[str, Any]) -> None:
    assert clean_paper(_PLAIN) == _PLAIN
    cleaned = clean_paper(replace(_PLAIN, **change))
    assert cleaned != replace(_PLAIN, **change)
    assert clean_paper(cleaned) == cleaned
