"""Choosing in which order papers are listed, on one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Protocol

from radar.papers.bases import replace
from radar.papers.reader.query import Order, PaperQuery
from radar.papers.text.plurals import plural
from radar.tui.flows.step import Ask, Say, Step
from radar.tui.words.filters import ORDER_WORDS, next_order, orders_of

_KEYS: Mapping[Order, str] = MappingProxyType(
    {
        Order.NEWEST: "d",
        Order.ADDED: "a",
        Order.OLDEST: "o",
        Order.CLOSE: "c",
        Order.UPVOTES: "u",
        Order.STARS: "s",
        Order.TITLE: "t",
        Order.MATCH: "m",
    }
)
"""Keys of the choices; `n` is not among them, for it leaves a question everywhere."""
_NEXT = "L"
"""The key that asks, pressed again, takes the next order, so that it also goes round."""


class Ordered(Protocol):
    """Lists what answers a question."""

    @property
    def query(self) -> PaperQuery:
        """The question that is being answered."""
        ...

    def ask(self, query: PaperQuery) -> None:
        """List what answers another question."""
        ...


class Ordering:
    """Offers the orders, and lists in the one chosen."""

    def __init__(self, listed: Ordered, starred: Callable[[], int], star_key: str) -> None:
        """Stand between the reader and the list.

        Args:
            starred: gives how many papers are starred.
            star_key: the key that stars a paper.
        """
        self._listed = listed
        self._starred = starred
        self._star_key = star_key

    def start(self) -> Step:
        """Offer the orders."""
        query = self._listed.query
        # The one in use is among them: who presses its key is answered, not left in the question.
        offered = {_KEYS[order]: _plain(order) for order in orders_of(query)}
        following = _plain(next_order(query).order)
        return Ask(
            "order",
            f"{_plain(query.order)} now; list by",
            partial(self._chosen, query),
            choices={**offered, _NEXT: f"next: {following}"},
            ahead=True,
        )

    def _chosen(self, query: PaperQuery, key: str) -> Step:
        if key == _NEXT:
            query = next_order(query)
        else:
            query = replace(query, order=next(order for order, own in _KEYS.items() if own == key))
        self._listed.ask(query)
        return Say(self._said(query.order))

    def _said(self, order: Order) -> str:
        if order is not Order.CLOSE:
            return f"listed by: {_plain(order)}"
        starred = self._starred()
        if not starred:
            return (
                f"star a few papers first ({self._star_key}): nothing is starred to be close to; newest first"
            )
        return f"close to your {plural(starred, 'starred paper')} first; the detail says because of what"


def _plain(order: Order) -> str:
    """Return the words for an order behind "list by"."""
    return ORDER_WORDS[order].removeprefix("by ")
