"""A work of OpenAlex as a paper.

The abstract comes as an index of its words and is put together again by their places. An arXiv paper is a
work of its own or a location of the published one; both become the arXiv paper, so that they are one row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from radar.papers.listed.identity import acl_id, arxiv_id, doi_id, landing_of, title_id
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
from radar.papers.text.safe_text import clean
from radar.sources.answers import Json, list_of, number_of, object_of, text_of
from radar.sources.texts.dates import day_of, year_of
from radar.sources.texts.markup import abstract_without_markup, without_markup
from radar.sources.texts.paper_ids import best_id, id_of_doi

MOST_WORDS = 20_000
"""Words of an abstract that are read; the longest real ones have some thousand."""

_LONGEST_WORD = 200
_LOCATIONS = 20
_HEAD = re.compile(r"(?:ABSTRACT|Abstract|SUMMARY|Summary)\s*(?:[:.—–-]\s*|(?=[A-Z\d“\"(]))")
_REPOSITORY = re.compile(r"arxiv|ssrn|biorxiv|medrxiv|zenodo|hal\b|open science|pubmed", re.IGNORECASE)


def paper_of(work: Json) -> Paper | None:
    """Return the paper that a work describes, or None where it has no title."""
    title = clean(without_markup(text_of(work, "title", "display_name")))
    if not title:
        return None
    authors = tuple(_authors(work))
    doi = doi_id(clean(text_of(work, "doi")))
    id = _id(work) or title_id(title, clean(authors[0]) if authors else "")
    return clean_paper(
        Paper(
            id=id,
            title=title,
            authors=authors,
            abstract=abstract_of(work.get("abstract_inverted_index")),
            venue=_venue(work),
            published=_published(work),
            links=Links(landing=_landing(work, id), pdf=_pdf(work)),
            doi=doi.removeprefix("doi:") if doi else "",
            withdrawn=work.get("is_retracted") is True,
        )
    )


def abstract_of(index: object) -> str:
    """Return the text of an index {word: [places]}, without the head "Abstract"; empty for anything else.

    Places that no word has are passed over, and so is whatever is no place.
    """
    if not isinstance(index, dict):
        return ""
    placed: list[tuple[int, str]] = []
    for word, places in index.items():
        if isinstance(places, list):
            placed += [
                (at, word[:_LONGEST_WORD]) for at in places[:MOST_WORDS] if type(at) is int and at >= 0
            ]
        if len(placed) > 2 * MOST_WORDS:
            placed = sorted(placed)[:MOST_WORDS]
    words = " ".join(word for _, word in sorted(placed)[:MOST_WORDS])
    text = clean(abstract_without_markup(words))
    return _HEAD.sub("", text, count=1) if _HEAD.match(text) else text


def _id(work: Json) -> PaperId | None:
    ids = [id_of_doi(clean(text_of(work, "doi")))]
    for location in _locations(work):
        landing = clean(text_of(location, "landing_page_url")).split("?")[0].split("#")[0]
        ids += [arxiv_id(landing), acl_id(landing) if "aclanthology.org/" in landing else None]
        ids.append(id_of_doi(landing) if "10.48550" in landing else None)
    return best_id(*ids)


def _locations(work: Json) -> Iterator[Json]:
    yield object_of(work, "primary_location")
    for location in list_of(work, "locations")[:_LOCATIONS]:
        if isinstance(location, dict):
            yield location


def _authors(work: Json) -> Iterator[str]:
    for authorship in list_of(work, "authorships"):
        if isinstance(authorship, dict):
            name = text_of(object_of(authorship, "author"), "display_name")
            yield name or text_of(authorship, "raw_author_name")


def _venue(work: Json) -> str:
    """Return the journal or the proceedings; archives of preprints are no venues."""
    for location in _locations(work):
        source = object_of(location, "source")
        name = clean(text_of(source, "display_name"))
        if name and text_of(source, "type") != "repository" and not _REPOSITORY.search(name):
            return name
    return ""


def _published(work: Json) -> date | None:
    return day_of(text_of(work, "publication_date")) or year_of(str(number_of(work, "publication_year")))


def _landing(work: Json, id: PaperId) -> str:
    stated = text_of(object_of(work, "primary_location"), "landing_page_url")
    return landing_of(id) or stated or text_of(work, "id")


def _pdf(work: Json) -> str:
    for location in (object_of(work, "best_oa_location"), *_locations(work)):
        if link := text_of(location, "pdf_url"):
            return link
    return ""
