"""Ids that a file gives to papers which they are not of.

Programs that manage references put the number of one paper at others, where they find none, and people copy
an entry and leave its DOI. Such papers would be taken for one, and all but the first be lost. Sites know
their own papers, so that they are believed.
"""

from __future__ import annotations

from collections.abc import Collection

from radar.library.identity.identities import alias_of
from radar.papers.bases import replace
from radar.papers.listed.identity import doi_id, landing_of, normalised_title, title_id
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper

_SHARED = 0.5
"""How much of the shorter of two titles stands in the other where one is a version of the other."""
_SHORTEST_NAME = 3
"""Letters of a word in a name that tells people apart; initials do not."""


def may_borrow(listing: Listing) -> bool:
    """Return whether ids of a listing are not those of a site of its own."""
    return listing.name.startswith("file:")


def is_another(one: Paper, other: Paper) -> bool:
    """Return whether two papers of one id can be no one paper: neither titles nor authors are alike.

    A paper may be renamed by its authors, and a title be translated together with all names.
    """
    titles = [normalised_title(paper.title) for paper in (one, other)]
    if not all(titles) or titles[0].isascii() != titles[1].isascii():
        return False
    words = [set(title.split()) for title in titles]
    if len(words[0] & words[1]) >= _SHARED * min(map(len, words)):
        return False
    people = [_words_of_names(paper.authors) for paper in (one, other)]
    return all(people) and people[0].isdisjoint(people[1])


def without_ids(paper: Paper, aliases: Collection[str]) -> Paper:
    """Return a paper without these ids, known by another one of its own or by its title."""

    def kept(text: str) -> str:
        return "" if alias_of(text) in aliases else text

    doi = kept(paper.doi)
    author = paper.authors[0] if paper.authors else ""
    id = paper.id if kept(paper.id) else doi_id(doi) or title_id(paper.title, author)
    landing = kept(paper.links.landing) or landing_of(id)
    links = replace(paper.links, landing=landing, pdf=kept(paper.links.pdf))
    if id == paper.id:
        return replace(paper, doi=doi, links=links)
    return replace(paper, id=id, doi=doi, links=links, version=0, categories=())


def _words_of_names(names: Collection[str]) -> set[str]:
    words = {word for name in names for word in normalised_title(name).split()}
    return {word for word in words if len(word) >= _SHORTEST_NAME}
