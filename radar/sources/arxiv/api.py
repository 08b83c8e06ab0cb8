"""What arXiv's query interface answers: papers with comment, DOI and version, in Atom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from radar.papers.listed.identity import arxiv_id, doi_id
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
from radar.papers.listed.withdrawal import begins_as_notice, comment_tells
from radar.papers.text.safe_text import clean
from radar.sources.arxiv.feed import ARXIV, ATOM, text_in
from radar.sources.texts.dates import day_of

_PAPER_LINK = re.compile(r"https?://(?:export\.|www\.)?arxiv\.org/abs/(.+)", re.DOTALL)
_VERSION = re.compile(r"v(\d{1,4})$", re.ASCII)


def paper_in(entry: Element) -> Paper | None:
    """Return the paper of an entry, None where it is none."""
    link = _PAPER_LINK.fullmatch(clean(text_in(entry, f"{ATOM}id")))
    id = arxiv_id(link[1]) if link else None
    title = clean(text_in(entry, f"{ATOM}title"))
    if id is None or link is None or not title:
        return None
    version = _VERSION.search(link[1])
    abstract, comment = text_in(entry, f"{ATOM}summary"), text_in(entry, f"{ARXIV}comment")
    doi = doi_id(clean(text_in(entry, f"{ARXIV}doi")).split(" ")[0])
    return clean_paper(
        Paper(
            id=id,
            title=title,
            authors=tuple(_authors(entry)),
            abstract=abstract,
            venue=text_in(entry, f"{ARXIV}journal_ref"),
            categories=categories_of(entry),
            published=day_of(text_in(entry, f"{ATOM}published")),
            links=links_to(id),
            comment=comment,
            doi=doi.removeprefix("doi:") if doi else "",
            version=int(version[1]) if version else 0,
            updated=day_of(text_in(entry, f"{ATOM}updated")),
            withdrawn=is_withdrawn(abstract, comment),
        )
    )


def papers_in(entries: Iterable[Element]) -> Iterator[Paper]:
    """Yield the papers of those entries that are papers."""
    return (paper for entry in entries if (paper := paper_in(entry)))


def is_withdrawn(abstract: str, comment: str) -> bool:
    """Return whether abstract or comment say that the authors, or arXiv, have withdrawn the paper."""
    return begins_as_notice(abstract) or comment_tells(comment)


def categories_of(entry: Element) -> tuple[str, ...]:
    """Return the categories of an entry, the primary one first where it is told."""
    primary = entry.find(f"{ARXIV}primary_category")
    terms = [primary.get("term", "")] if primary is not None else []
    terms += [found.get("term", "") for found in entry.findall(f"{ATOM}category")]
    return tuple(dict.fromkeys(term for term in map(clean, terms) if term))


def links_to(id: PaperId) -> Links:
    """Return where a paper of arXiv is."""
    number = id.removeprefix("arxiv:")
    return Links(landing=f"https://arxiv.org/abs/{number}", pdf=f"https://arxiv.org/pdf/{number}")


def _authors(entry: Element) -> Iterator[str]:
    for author in entry.findall(f"{ATOM}author"):
        yield text_in(author, f"{ATOM}name")
