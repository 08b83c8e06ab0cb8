"""What each filter key makes of a question to the library, and how the question reads in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from radar.papers.bases import replace
from radar.papers.reader.query import CodeFilter, Order, PaperQuery, ResultFilter

_RESULTS = tuple(ResultFilter)
_ORDERS = (
    Order.NEWEST,
    Order.ADDED,
    Order.OLDEST,
    Order.CLOSE,
    Order.UPVOTES,
    Order.STARS,
    Order.TITLE,
)
_CLAIMS = {
    ResultFilter.CLAIMED: "claims any",
    ResultFilter.QUANTIFIED: "claims with numbers",
    ResultFilter.STATE_OF_THE_ART: "claims state of the art",
}
ORDER_WORDS = {
    Order.NEWEST: "newest",
    Order.ADDED: "last added",
    Order.CLOSE: "close to starred",
    Order.OLDEST: "oldest",
    Order.UPVOTES: "most upvotes",
    Order.STARS: "most stars",
    Order.TITLE: "by title",
    Order.MATCH: "best match",
}
"""Each order in words."""
_ACTION_OF = {"text": "radar.back"}
"""The key that drops a part of a question, where it is not the one of the filter of that name."""
_DROPPED_BY_KEY = frozenset(
    {"text", "code", "data", "results", "unread", "starred", "updated", "disputed", "tag"}
)
"""Parts of a question that a key drops; every other is a part of the text, as it was typed."""


def _code(query: PaperQuery, wanted: CodeFilter) -> PaperQuery:
    return replace(query, code=CodeFilter.ANY if query.code is wanted else wanted)


def _results(query: PaperQuery) -> PaperQuery:
    return replace(query, results=_RESULTS[(_RESULTS.index(query.results) + 1) % len(_RESULTS)])


def orders_of(query: PaperQuery) -> tuple[Order, ...]:
    """Return the orders that there are; best match only where words are searched."""
    return (*_ORDERS, Order.MATCH) if query.text else _ORDERS


def next_order(query: PaperQuery) -> PaperQuery:
    """Return the question in the next order."""
    orders = orders_of(query)
    place = orders.index(query.order) if query.order in orders else -1
    return replace(query, order=orders[(place + 1) % len(orders)])


FILTERS: Mapping[str, Callable[[PaperQuery], PaperQuery]] = MappingProxyType(
    {
        "code": lambda query: _code(query, CodeFilter.RELEASED),
        "promised": lambda query: _code(query, CodeFilter.PROMISED),
        "data": lambda query: replace(query, data=not query.data),
        "results": _results,
        "unread": lambda query: replace(query, unread=not query.unread),
        "starred": lambda query: replace(query, starred=not query.starred),
        "updated": lambda query: replace(query, updated=not query.updated),
        "disputed": lambda query: replace(query, disputed=not query.disputed),
        "new": lambda query: replace(query, added_after=None),
    }
)
"""The question after a key that narrows or orders, by its name."""


def next_tag(query: PaperQuery, tags: Sequence[str]) -> PaperQuery:
    """Return the question with the next of the tags, and none behind the last."""
    place = tags.index(query.tag) + 1 if query.tag in tags else 0
    return replace(query, tag=tags[place] if place < len(tags) else "")


def with_text(query: PaperQuery, text: str) -> PaperQuery:
    """Return the question for other words; the order by match goes with the words."""
    order = Order.NEWEST if query.order is Order.MATCH and not text else query.order
    return replace(query, text=text, order=order)


def without_filters(query: PaperQuery) -> PaperQuery:
    """Return the question without any filter, in the same words and order."""
    return PaperQuery(text=query.text, order=query.order)


def has_filters(query: PaperQuery) -> bool:
    """Return whether anything but words narrows the question."""
    return replace(query, text="", order=Order.NEWEST) != PaperQuery()


def filter_words(query: PaperQuery, *, starred: bool = True) -> Iterator[tuple[str, bool, str]]:
    """Yield each part of the filter line: its words, whether it narrows, the name of its filter.

    Args:
        starred: whether any paper is starred; without one, nothing can be close to them.
    """
    if query.added_after is not None:
        yield "new", True, "new"
    if query.code is not CodeFilter.ANY:
        released = query.code is CodeFilter.RELEASED
        yield ("code" if released else "code or promised"), True, ("code" if released else "promised")
    if query.data:
        yield "data", True, "data"
    if query.unread:
        yield "unread", True, "unread"
    if query.starred:
        yield "starred", True, "starred"
    if query.updated:
        yield "updated", True, "updated"
    if query.disputed:
        yield "disputed", True, "disputed"
    if query.tag:
        yield f"tag {query.tag}", True, "tag"
    if not has_filters(query):
        yield "all", False, ""
    if query.results is not ResultFilter.ALL:
        yield _CLAIMS[query.results], True, "results"
    none_yet = "" if starred or query.order is not Order.CLOSE else " (star a few papers first)"
    yield ORDER_WORDS[query.order] + none_yet, False, "order"


def drop_words(without: Sequence[tuple[str, int]], key_of: Callable[[str], str]) -> Iterator[str]:
    """Yield a line for each part of a question that hides papers: how many there are without it, and its key,
    where one drops it.

    Args:
        key_of: the key of an action, by the action's id.
    """
    for name, count in without:
        if count and name not in _DROPPED_BY_KEY:
            yield f"{count:,} without {name}"
        elif count:
            what, it = ("the words searched for", "them") if name == "text" else (f"`{name}`", "it")
            yield f"{count:,} without {what}: {key_of(_ACTION_OF.get(name, f'filter.{name}'))} drops {it}"
