"""What a further record of a known paper adds to it: what was missing, and newer counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from radar.papers.paper import Links, Paper


def merged(known: Paper, other: Paper) -> Paper:
    """Return the known paper with its empty fields filled from the other record.

    Texts that are there stay as they are; stars and upvotes follow the newer record; an id that was only
    made from the title gives way to a real one.
    """
    return replace(
        known,
        id=other.id if known.id.startswith("title:") else known.id,
        title=known.title or other.title,
        authors=known.authors or other.authors,
        abstract=known.abstract or other.abstract,
        venue=known.venue or other.venue,
        categories=known.categories or other.categories,
        published=known.published or _news(other.published, known.listed),
        listed=known.listed or other.listed,
        links=_merged_links(known.links, other.links),
        comment=known.comment or other.comment,
        doi=known.doi or other.doi,
        stars=known.stars if other.stars is None else other.stars,
        upvotes=known.upvotes if other.upvotes is None else other.upvotes,
    )


def reads_alike(known: Paper, other: Paper) -> bool:
    """Whether both records give a reading the same texts."""
    return read_texts(known) == read_texts(other)


def read_texts(paper: Paper) -> tuple[str, ...]:
    """Return everything of a paper that a reading looks at."""
    return paper.title, paper.abstract, paper.comment, paper.links.code, paper.links.code_added_by


def _news(published: date | None, listed: date | None) -> date | None:
    """Return the day a paper came out, unless it is the day it was listed, which stands in for it anyway.

    An export writes the one for the other; read again, it would seem to tell something.
    """
    return None if published == listed else published


def _merged_links(known: Links, other: Links) -> Links:
    code = known if known.code else other
    return Links(
        landing=known.landing or other.landing,
        pdf=known.pdf or other.pdf,
        code=code.code,
        code_added_by=code.code_added_by,
        project=known.project or other.project,
    )
