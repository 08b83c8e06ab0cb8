"""Which item of a feed is one that was there before under another title.

An item without an id is known by its title, which its journal may correct. Its page stays the same; but some
feeds give all items one page, that of the issue. So a page stands for a paper only within its feed, where no
other item of the answer has it, and where the titles share most of their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from radar.library.identities import PAGE, Names, digest_of
from radar.papers.bases import replace
from radar.papers.identity import normalised_title
from radar.papers.listing import Listing
from radar.papers.paper import Paper

_FEED = "feed:"
_NO_ID = "title:"
_MOST = 0.5
"""Of the words of both titles, those that both have."""


def page_names(papers: Sequence[Paper], listing: Listing) -> list[str]:
    """Return the name of each paper by its page in a feed; empty for those that have none of their own."""
    if not listing.name.startswith(_FEED):
        return [""] * len(papers)
    pages = [paper.links.landing if paper.id.startswith(_NO_ID) else "" for paper in papers]
    ids: dict[str, set[str]] = {}
    for page, paper in zip(pages, papers, strict=True):
        ids.setdefault(page, set()).add(paper.id)
    return [
        PAGE + digest_of(f"{listing.name}\n{page}") if page and len(ids[page]) == 1 else "" for page in pages
    ]


def with_page(
    names: Names, page: str, paper: Paper, stored: Mapping[str, int | None], known: Mapping[int, Paper]
) -> Names:
    """Return the names of an item with that by its page, unless this leads to a paper of another name."""
    key = stored.get(page)
    if key is not None and not (key in known and _reads_alike(known[key].title, paper.title)):
        return names
    return replace(names, kept=(*names.kept, page), sought=(*names.sought, page))


def _reads_alike(one: str, other: str) -> bool:
    words, others = (Counter(normalised_title(title).split()) for title in (one, other))
    return (words & others).total() >= _MOST * max(words.total(), others.total())
