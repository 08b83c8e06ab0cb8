"""In which order a digest shows papers, and why."""

from __future__ import annotations

from collections.abc import Sequence

from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.reader.query import Order, PaperQuery

_NEWEST_FIRST = "newest first"
_LINES = {
    Order.NEWEST: "Newest first, by the day they were listed.",
    Order.OLDEST: "Oldest first, by the day they were listed.",
    Order.ADDED: "What came into the library last stands first.",
    Order.UPVOTES: "Most upvotes first, as the listings count them; the rest newest first.",
    Order.STARS: "Most stars of the code repository first; the rest newest first.",
    Order.TITLE: "By title.",
    Order.MATCH: "Best match of the words first.",
}
_STAR_SOME = "Star a few papers, and those close to them come first."


def chosen_order(reader: LibraryReader, query: PaperQuery) -> Order:
    """Return the order that says most: closeness to what is starred, else upvotes, else the newest first.

    Args:
        query: finds the papers that are to be ordered.
    """
    if reader.counts().starred:
        return Order.CLOSE
    first = reader.keys(replace(query, order=Order.UPVOTES))[:1]
    entry = reader.entry(first[0]) if first else None
    return Order.UPVOTES if entry is not None and entry.paper.upvotes else Order.NEWEST


def order_line(reader: LibraryReader, order: Order, keys: Sequence[int], asked: bool) -> str:
    """Return why papers stand in this order, for people.

    Args:
        keys: of the papers, in that order.
        asked: whether the reader asked for the order.
    """
    if order is not Order.CLOSE:
        said = _LINES[order]
        return said if asked or order not in (Order.NEWEST, Order.UPVOTES) else f"{said} {_STAR_SOME}"
    starred = reader.counts().starred
    if not starred:
        return f"Nothing is starred to be close to, so {_NEWEST_FIRST}. {_STAR_SOME}"
    stars = f"the {starred:,} papers you starred" if starred > 1 else "the paper you starred"
    if not keys or all(reader.closeness(key) is None for key in keys[:1]):
        return f"None is close to {stars}, so {_NEWEST_FIRST}."
    return (
        f"Closest to {stars} first: “because of” names the words they share with a paper. "
        f"The rest {_NEWEST_FIRST}."
    )
