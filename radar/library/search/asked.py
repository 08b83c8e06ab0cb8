"""What every form of a question is made of: its conditions, its order, and pieces of SQL."""

from __future__ import annotations

from collections.abc import Sequence

from radar import library
from radar.library.records.rows import in_json
from radar.library.search import conditions
from radar.library.search.conditions import (
    Condition,
    Members,
    Sql,
    Window,
    asks_words,
    joined,
    known_to_index,
    sql_of,
)
from radar.library.search.wanted import Wanted
from radar.papers.bases import Value
from radar.papers.reader.query import CodeFilter, Order, PaperQuery, ResultFilter

_NARROW = (
    (conditions.UPDATED, "i_updated"),
    (conditions.DISPUTED, "i_disputed"),
    (conditions.STARRED, "i_starred"),
    (conditions.SOTA, "i_sota"),
    (conditions.DATA, "i_data"),
    (conditions.CODE, "i_code"),
    (conditions.UNREAD, "i_unread"),
)
"""Conditions with an index of their own, the rarest first."""

_ORDERS = {
    Order.NEWEST: ("p.id DESC", "i_list"),
    Order.MATCH: ("p.id DESC", "i_list"),
    Order.CLOSE: ("p.id DESC", "i_list"),
    Order.ADDED: ("p.added DESC, p.id DESC", "i_arrived"),
    Order.OLDEST: ("p.id ASC", "i_list"),
    Order.UPVOTES: ("p.upvotes DESC, p.id DESC", "i_upvotes"),
    Order.STARS: ("p.stars DESC, p.id DESC", "i_stars"),
    Order.TITLE: ("p.sort_title, p.id DESC", "i_title"),
}


class Ask(Value):
    """One SQL question that gives a column `id` in display order."""

    sql: str
    values: tuple[object, ...] = ()


class Asked:
    """The conditions of a query, and the pieces of SQL that every form of it is made of."""

    def __init__(self, query: PaperQuery, wanted: Wanted) -> None:
        self.wanted = wanted
        self._query = query
        self._words = wanted.found
        self._order = query.order
        self._by, self._order_index = _ORDERS[query.order]
        self._flags = tuple(dict.fromkeys((*_flag_conditions(query), *wanted.flags)))
        self._parts: tuple[Condition, ...] = (*_sets(query), *wanted.parts)
        self._words_inside = any(asks_words(part) for part in self._parts)
        self._narrow = next(((text, index) for text, index in _NARROW if text in self._flags), None)

    @property
    def by_day(self) -> bool:
        """Whether papers come by their keys, but for the best matches."""
        return self._order in (Order.NEWEST, Order.MATCH, Order.CLOSE, Order.OLDEST)

    @property
    def _direction(self) -> str:
        return "ASC" if self._order is Order.OLDEST else "DESC"

    def _key_range(self, table: str = "search") -> Sql:
        """The range of keys as a further condition on `rowid`, empty where there is none."""
        if not self.wanted.bounded:
            return Sql("")
        keys = sql_of(self.wanted.keys, f"{table}.rowid")
        return Sql(f" AND {keys.text}", keys.values)

    def _where(
        self,
        window: Window | None,
        *,
        without: Members | None = None,
        near: bool = False,
        keys: bool = True,
        flags_of: str = "",
    ) -> Sql:
        """Return every condition but the words on a row `p`.

        Args:
            without: a set that is seen to already.
            near: whether what stands for words in a bounded look is among them.
            keys: whether the range of keys is among them.
            flags_of: the key of the paper where `p` is no row of papers.
        """
        flags = Sql(" AND ".join(self._flags))
        if flags_of and self._flags:
            # Asked of the narrow index; the wide row would be read from the disk for each.
            entry = "SELECT 1 FROM (SELECT flags FROM papers q INDEXED BY i_list WHERE q.id = {}) p WHERE {}"
            flags = Sql(f"EXISTS ({entry.format(flags_of, flags.text)})")
        pieces = [flags] if self._flags else []
        if keys and self.wanted.bounded:
            pieces.append(sql_of(self.wanted.keys, "+p.id"))
        pieces += [sql_of(part, "p.id", window) for part in self._parts if part is not without]
        if near:
            pieces += self.wanted.near
            if self.wanted.near and not self.wanted.quick:
                # No word of a paper that waits for the index is found, in whatever way it is looked for.
                pieces.append(known_to_index("p.id"))
        return joined(pieces, " AND ") if pieces else Sql("1")

    def _stream(self) -> Members | None:
        return next((part for part in self._parts if isinstance(part, Members) and part.stream), None)


def _flag_conditions(query: PaperQuery) -> list[str]:
    found: list[str] = []
    if query.code is not CodeFilter.ANY:
        found.append(conditions.CODE)
    if query.code is CodeFilter.RELEASED:
        found.append(conditions.RELEASED)
    if query.data:
        found.append(conditions.DATA)
    if query.results is ResultFilter.CLAIMED:
        found.append(conditions.CLAIMED)
    elif query.results is ResultFilter.QUANTIFIED:
        found.append(conditions.QUANTIFIED)
    elif query.results is ResultFilter.STATE_OF_THE_ART:
        found.append(conditions.SOTA)
    if query.unread:
        found.append(conditions.UNREAD)
    if query.starred:
        found.append(conditions.STARRED)
    if query.disputed:
        found.append(conditions.DISPUTED)
    if query.updated:
        found.append(conditions.UPDATED)
    return found


def _sets(query: PaperQuery) -> Sequence[Condition]:
    found: list[Condition] = []
    if query.added_after is not None:
        found.append(library.members.added_after(query.added_after))
    if query.tag:
        found.append(library.members.tag_members(library.tags.folded(query.tag)))
    if query.ids:
        select = (
            f"SELECT {library.identities.ALIASED} AS id FROM aliases "
            "WHERE alias IN (SELECT value FROM json_each(?)) AND aliases.id IS NOT NULL"
        )
        select = f"SELECT id FROM ({select}) WHERE {library.removed.IS_THERE}"
        found.append(
            Members(Sql(select, (in_json(library.identities.alias_of(paper_id) for paper_id in query.ids),)))
        )
    return found
