"""What a further record of a known paper adds to it: what was missing, what is newer, and who counts more.

texts, authors, comment               those of the higher version; else what their listing, which gave them,
                                      says now; else what was there first, but for what is no abstract
categories                            those of the higher version; else what was there first
venue                                 what that listing says now; else a journal's before the server's
link to code                          the authors' before a listing's before a site's guess; of equals what
                                      that listing says now
id                                    an archive's before a DOI before a site's
the site's summary                    the authors' before a site's; a site may renew its own
stars, upvotes                        the newer record
withdrawn                             once is enough
everything else                       what was there first
"""

from __future__ import annotations

from datetime import date

from radar.library.adding.teasers import gives_way, is_incomplete
from radar.papers.bases import replace
from radar.papers.listed.announced import Announced
from radar.papers.listed.identity import arxiv_id, family_name, normalised_title
from radar.papers.listed.paper import Links, Paper
from radar.papers.text.partial_dates import known_parts, last_day, more_exact

_BY_AUTHORS = "the authors"
_SERVER = "arxiv"
"""How the venue begins of what some sites say came out at the preprint server."""
_IDS = {"title": 0, "doi": 2, "acl": 3, "arxiv": 3}
"""How much can be looked up by ids: next to nothing by one made of the title, most by those of an archive."""
_RANKS = {"auto": 0, "": 1}
"""How much the word of who gave a link to code counts; that of the authors most."""


def merged(known: Paper, other: Paper, *, by_giver: bool = False) -> Paper:
    """Return the known paper with what another record adds to it.

    Texts that are there stay as they are unless the other record is of a newer version, or the listing that
    gave them says otherwise now; an id gives way to one by which more can be looked up. How a listing
    announced it belongs to the listing.

    Args:
        by_giver: whether the record comes from the listing that gave the texts, and is of no older version.
    """
    if is_newer(known, other):
        known = _of_new_version(known, other)
    elif by_giver:
        known = _renewed(known, other)
    return replace(
        known,
        id=other.id if _worth(other) > _worth(known) else known.id,
        title=known.title or other.title,
        authors=_authors(known.authors, other.authors),
        abstract=_abstract(known, other),
        venue=_venue(known.venue, other.venue),
        categories=_categories(known, other),
        published=_published(known, other),
        listed=known.listed or other.listed,
        links=_merged_links(known.links, other.links),
        comment=known.comment or other.comment,
        doi=_doi(known.doi, other.doi),
        stars=known.stars if other.stars is None else other.stars,
        upvotes=known.upvotes if other.upvotes is None else other.upvotes,
        version=max(known.version, other.version),
        updated=_updated(known, other),
        announced=Announced.UNKNOWN,
        withdrawn=known.withdrawn or other.withdrawn,
        **_summary_of(known, other),
    )


def is_newer(known: Paper, other: Paper) -> bool:
    """Return whether a record is of a newer version than what is known.

    Of a paper whose version is not known, the first version says nothing new, and a later one does only where
    its title or its abstract reads otherwise, by more than spelling: a site may have given it all along.
    """
    if is_replacement(other):
        return _is_later(known, other.updated)
    if known.version:
        return other.version > known.version
    return other.version > 1 and any(
        one and its and normalised_title(one) != normalised_title(its)
        for one, its in ((known.title, other.title), (known.abstract, other.abstract))
    )


def is_replacement(paper: Paper) -> bool:
    """Return whether a record announces a new version and does not say its number, as arXiv's mail does."""
    return paper.announced.is_replacement and not paper.version


def equal(one: Paper, other: Paper) -> bool:
    """Return whether two records say the same; a year alone, which equals its first day, says less."""
    dates = (one.published, other.published)
    return one == other and len({date and known_parts(date) for date in dates}) == 1


def reads_alike(known: Paper, other: Paper) -> bool:
    """Whether both records give a reading the same texts."""
    return read_texts(known) == read_texts(other)


def read_texts(paper: Paper) -> tuple[str, ...]:
    """Return everything of a paper that a reading looks at."""
    return paper.title, paper.abstract, paper.comment, paper.links.code, paper.links.code_added_by


def _of_new_version(known: Paper, other: Paper) -> Paper:
    """Return the known paper with the texts of a newer version, as far as the record has them."""
    same = set(known.categories) == set(other.categories)
    return replace(
        known,
        title=other.title or known.title,
        authors=other.authors or known.authors,
        abstract=other.abstract or known.abstract,
        comment=other.comment or known.comment,
        # A feed gives them in any order; the first one stands for the paper.
        categories=known.categories if same or not other.categories else other.categories,
        updated=other.updated,
    )


def _renewed(known: Paper, other: Paper) -> Paper:
    """Return the known paper as the listing that gave it says it now, as far as its record tells."""
    code = other.links if other.links.code and _rank(other.links) >= _rank(known.links) else known.links
    return replace(
        known,
        title=other.title or known.title,
        authors=other.authors or known.authors,
        abstract=known.abstract if gives_way(other.abstract, known.abstract) else other.abstract,
        comment=other.comment or known.comment,
        venue=other.venue or known.venue,
        links=replace(known.links, code=code.code, code_added_by=code.code_added_by),
    )


def _is_later(known: Paper, updated: date | None) -> bool:
    """Say whether a version of that day came after the one that is known."""
    # The day of a later version is not that on which the first one came out.
    day = known.updated or (known.published if known.version <= 1 else None)
    return bool(day and updated and updated > last_day(day))


def _worth(paper: Paper) -> int:
    """Say how much can be looked up by the id of a paper."""
    return _IDS.get(paper.id.partition(":")[0], 1)


def _abstract(known: Paper, other: Paper) -> str:
    """Return the other's abstract where what is known is surely less, and not a later version's own."""
    less = known.version <= other.version or not known.abstract or is_incomplete(known.abstract)
    return other.abstract if less and gives_way(known.abstract, other.abstract) else known.abstract


def _authors(known: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the longer of two lists of authors where it holds everyone of the shorter one."""
    if len(other) <= len(known):
        return known
    names = {family_name(author) for author in other}
    return other if all(family_name(author) in names for author in known) else known


def _categories(known: Paper, other: Paper) -> tuple[str, ...]:
    if not known.categories or not (known.version and known.version == other.version):
        return known.categories or other.categories
    # A paper may be listed in one more category without a new version.
    return (*known.categories, *(one for one in other.categories if one not in known.categories))


def _venue(known: str, other: str) -> str:
    server = known.lower().startswith(_SERVER) and bool(other) and not other.lower().startswith(_SERVER)
    return other if server else known or other


def _doi(known: str, other: str) -> str:
    # The archive gives its own papers a DOI; that of the publisher says more.
    return other if other and arxiv_id(known) and not arxiv_id(other) else known or other


def _published(known: Paper, other: Paper) -> date | None:
    """Return the day a paper came out first; the archive knows best when its own first version did."""
    news = _news(other.published, known.listed)
    if known.published and news and other.version:
        return min(known.published, news) if known.version else news
    return more_exact(known.published, news) if known.published and news else known.published or news


def _news(published: date | None, listed: date | None) -> date | None:
    """Return the day a paper came out, unless it is the day it was listed, which stands in for it anyway.

    An export writes the one for the other; read again, it would seem to tell something.
    """
    return None if published == listed else published


def _updated(known: Paper, other: Paper) -> date | None:
    """Return the day of the version that is kept."""
    if other.version > known.version:
        return other.updated or known.updated
    return known.updated or (other.updated if other.version == known.version else None)


def _summary_of(known: Paper, other: Paper) -> dict[str, str]:
    """Return the site's summary and whose it is."""
    better = other.site_summary_by == _BY_AUTHORS or known.site_summary_by == other.site_summary_by
    taken = other if other.site_summary and (better or not known.site_summary) else known
    return {"site_summary": taken.site_summary, "site_summary_by": taken.site_summary_by}


def _merged_links(known: Links, other: Links) -> Links:
    code = other if other.code and (not known.code or _rank(other) > _rank(known)) else known
    return Links(
        landing=known.landing or other.landing,
        pdf=known.pdf or other.pdf,
        code=code.code,
        code_added_by=code.code_added_by,
        project=known.project or other.project,
    )


def _rank(links: Links) -> int:
    return _RANKS.get(links.code_added_by, 2)
