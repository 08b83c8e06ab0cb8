"""Which item of a feed is one that was there before under another title.

An item without an id is known by its title, which its journal may correct. Its page stays the same; but some
feeds give all items one page, that of the issue. So a page stands for a paper only within its feed, where no
other item of the answer has it, and where the first author is the same and the titles read nearly alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from radar.library.database.connection import Database
from radar.library.identity.identities import PAGE, Names, digest_of, stored_aliases
from radar.library.records.removed import removed_among
from radar.papers.bases import replace
from radar.papers.listed.identity import family_name, normalised_title
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.papers.text.patterns import pattern

_FEED = "feed:"
_NO_ID = "title:"
_ADDRESS = ("https://", "http://")
_ALIKE = 0.85
"""Of the letters of both titles, those that stand in both in the same order: spelling was corrected."""
_NUMBER = pattern(r"\d+|\b[ivx]+\b")


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


def key_of_page(database: Database, text: str) -> int | None:
    """Return the key of the paper whose page in a feed has this address, or None where no feed or several
    papers name it so."""
    page = text.strip()
    if not page.lower().startswith(_ADDRESS):
        return None
    # Pages are kept by their digests within each feed: there are some dozens of feeds, whatever the papers.
    feeds = database.rows("SELECT name FROM listings WHERE name GLOB ?", (f"{_FEED}*",))
    names = [PAGE + digest_of(f"{name}\n{_storable(page)}") for (name,) in feeds]
    keys = {key for key in stored_aliases(database, names).values() if key is not None}
    there = keys - removed_among(database, keys)
    return there.pop() if len(there) == 1 else None


def _storable(text: str) -> str:
    return text.encode(errors="replace").decode()


def with_page(
    names: Names, page: str, paper: Paper, stored: Mapping[str, int | None], known: Mapping[int, Paper]
) -> Names:
    """Return the names of an item with that by its page, unless this leads to a paper of another name."""
    key = stored.get(page)
    if key is not None and not (key in known and _is_corrected(known[key], paper)):
        return names
    return replace(names, kept=(*names.kept, page), sought=(*names.sought, page))


def _is_corrected(known: Paper, paper: Paper) -> bool:
    """Say whether a paper is a known one whose title was corrected: one part of a series is not another."""
    one, other = normalised_title(known.title), normalised_title(paper.title)
    if _first_author(known) != _first_author(paper) or _NUMBER.findall(one) != _NUMBER.findall(other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _first_author(paper: Paper) -> str:
    return family_name(paper.authors[0]) if paper.authors else ""
