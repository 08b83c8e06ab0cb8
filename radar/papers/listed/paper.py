"""A paper as a listing gives it."""

from __future__ import annotations

from datetime import date
from typing import NewType

from radar.papers.bases import Value
from radar.papers.listed.announced import Announced
from radar.papers.text.safe_text import clean, is_plain
from radar.papers.text.web_links import is_usual, web_link

PaperId = NewType("PaperId", str)
"""`arxiv:2406.01234`, `acl:2024.acl-long.1`, `doi:10.1/x`, or `title:<digest>` where none is known."""


class Links(Value):
    """Where a paper can be read and what the listing links to; empty where unknown, else http(s)."""

    landing: str = ""
    pdf: str = ""
    code: str = ""
    """The code link that the listing gives in a field of its own."""
    code_added_by: str = ""
    """Who gave that link: "author", "auto" (the site's guess), or empty where the listing does not say."""
    project: str = ""


class Paper(Value):
    """A paper; texts are clean, dates are days in UTC, unknown texts are empty."""

    id: PaperId
    title: str
    authors: tuple[str, ...] = ()
    abstract: str = ""
    venue: str = ""
    categories: tuple[str, ...] = ()
    published: date | None = None
    listed: date | None = None
    links: Links = Links()
    comment: str = ""
    """The comment field of arXiv ("12 pages, code at ...")."""
    doi: str = ""
    stars: int | None = None
    """Stars of the code repository, where the listing gives them."""
    upvotes: int | None = None
    version: int = 0
    """Number of the version that the texts are of; 0 where the listing does not say."""
    updated: date | None = None
    """Day of that version."""
    announced: Announced = Announced.UNKNOWN
    site_summary: str = ""
    """What the listing itself gives as a summary: no word of the authors unless `site_summary_by` says so."""
    site_summary_by: str = ""
    """Who wrote it: "Hugging Face", "Semantic Scholar", "the authors"."""
    withdrawn: bool = False


def clean_paper(paper: Paper) -> Paper:
    """Return the paper with every text cleaned; cleaning twice changes nothing."""
    if _is_plain(paper):
        return paper
    return Paper(
        id=paper.id,
        title=clean(paper.title),
        authors=tuple([name for name in map(clean, paper.authors) if name]),
        abstract=clean(paper.abstract),
        venue=clean(paper.venue),
        categories=tuple([category for category in map(clean, paper.categories) if category]),
        published=paper.published,
        listed=paper.listed,
        links=_clean_links(paper.links),
        comment=clean(paper.comment),
        doi=clean(paper.doi),
        stars=paper.stars,
        upvotes=paper.upvotes,
        version=paper.version,
        updated=paper.updated,
        announced=paper.announced,
        site_summary=clean(paper.site_summary),
        site_summary_by=clean(paper.site_summary_by),
        withdrawn=paper.withdrawn,
    )


def _is_plain(paper: Paper) -> bool:
    """Say whether all texts of a paper are clean by a look at them together, which most papers need only."""
    links = paper.links
    short = "|".join(
        (
            *paper.authors, *paper.categories, paper.title, paper.venue, paper.comment, paper.doi,
            paper.site_summary, paper.site_summary_by, links.code_added_by,
        )
    )  # fmt: skip
    if not (is_plain(short) and is_plain(paper.abstract)) or " |" in short or "| " in short:
        return False
    if "" in paper.authors or "" in paper.categories:
        return False
    for link in (links.landing, links.pdf, links.code, links.project):
        if link and not (is_usual(link) and " " not in link and is_plain(link)):
            return False
    return True


def _clean_links(links: Links) -> Links:
    return Links(
        landing=web_link(links.landing),
        pdf=web_link(links.pdf),
        code=web_link(links.code),
        code_added_by=clean(links.code_added_by),
        project=web_link(links.project),
    )
