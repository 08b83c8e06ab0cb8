"""A PaperQuery as SQL: which papers pass, in which order, exactly or within a bound.

Everything that a filter needs stands in narrow indexes; the wide rows are read only for texts. The bounded
form looks at so many entries and no more, so that the first screenful costs the same in every library; it may
then be shorter than what there is, and the exact form completes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from radar.library import conditions
from radar.library.conditions import (
    Condition,
    Members,
    Sql,
    Window,
    asks_words,
    joined,
    needs_row,
    reads_texts,
    sql_of,
)
from radar.library.identities import alias_of
from radar.library.members import tag_members
from radar.library.records import in_json
from radar.library.search import Wanted
from radar.library.tags import folded
from radar.papers.query import CodeFilter, Order, PaperQuery, ResultFilter

RANKED = 2_000
"""The best matches are looked for among so many of the newest hits; older ones follow by day."""
_HITS = 4_000
"""Hits of a search that the bounded form looks at."""
_MIXED = 400
"""Hits of a search that the bounded form looks at where further words are asked for in other ways."""
_ENTRIES = 20_000
"""Index entries that the bounded form looks at."""
_WINDOW = 4_000
"""Newest papers among which the bounded form looks for words that are not the only way to pass."""
_TEXTS = 1_000
"""Papers whose texts the bounded form reads."""
_FEW = 100
"""Where so few papers pass the filters, their texts are searched and not the index of all."""
_SORTED = 2_000
"""A filter that so few papers pass is sorted whole, whatever the order."""

_BEST = "bm25(search, 8.0, 4.0, 4.0, 1.0)"
"""Weights of title, takeaway, authors and abstract."""
_NARROW = (
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
    Order.OLDEST: ("p.id ASC", "i_list"),
    Order.UPVOTES: ("p.upvotes DESC, p.id DESC", "i_upvotes"),
    Order.STARS: ("p.stars DESC, p.id DESC", "i_stars"),
    Order.TITLE: ("p.sort_title, p.id DESC", "i_title"),
}
_TEXTS_OF = "SELECT id, title, takeaway, authors, abstract FROM papers"
_COLUMNS = "p.id, p.flags, p.upvotes, p.stars, p.sort_title"
_TEXT_COLUMNS = f"{_COLUMNS}, p.title, p.takeaway, p.authors, p.abstract, p.venue, p.comment"


@dataclass(frozen=True, slots=True)
class Ask:
    """One SQL question that gives a column `id` in display order."""

    sql: str
    values: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Few:
    """A way to take few papers: what counts them, up to a bound, and what they are taken from."""

    count: Ask
    member: Members | None = None
    """The set, or none."""
    index: str = ""
    """The index, where it is no set."""


class Question:
    """A query and its words as SQL, in every form a reader needs."""

    def __init__(self, query: PaperQuery, wanted: Wanted) -> None:
        self.wanted = wanted
        self._order = query.order
        self._by, self._order_index = _ORDERS[query.order]
        self._flags = tuple(dict.fromkeys((*_flag_conditions(query), *wanted.flags)))
        self._parts: tuple[Condition, ...] = (*_sets(query), *wanted.parts)
        self._words_inside = any(asks_words(part) for part in self._parts)
        self._narrow = next(((text, index) for text, index in _NARROW if text in self._flags), None)

    @property
    def ranked(self) -> bool:
        """Whether the best match comes first."""
        return self._order is Order.MATCH and bool(self.wanted.exact)

    @property
    def quickly_ranked(self) -> bool:
        """Whether the bounded form can tell the best match."""
        return self.ranked and bool(self.wanted.quick)

    @property
    def match(self) -> str:
        """The words as a MATCH expression; empty where none are asked for."""
        return self.wanted.exact

    def few_ways(self) -> tuple[Few, ...]:
        """Return the ways in which few papers may be taken; each counts them up to a bound."""
        ways: list[Few] = []
        for part in self._parts:
            if isinstance(part, Members):
                inner = f"{part.select.text} LIMIT {_SORTED + 1}"
                ways.append(Few(Ask(f"SELECT count(*) FROM ({inner})", part.select.values), part))
        if self.wanted.bounded and not self.wanted.exact:
            keys = sql_of(self.wanted.keys)
            inner = f"SELECT 1 FROM papers p INDEXED BY i_list WHERE {keys.text} LIMIT {_SORTED + 1}"
            ways.append(Few(Ask(f"SELECT count(*) FROM ({inner})", keys.values), index="i_list"))
        if self._narrow is not None:
            text, index = self._narrow
            inner = f"SELECT 1 FROM papers p INDEXED BY {index} WHERE {text} LIMIT {_SORTED + 1}"
            ways.append(Few(Ask(f"SELECT count(*) FROM ({inner})"), index=index))
        return tuple(ways)

    def few(self, passing: int) -> bool:
        """Whether, by what one of `few_ways` counted, so few papers pass that all of them are looked at."""
        return passing <= (_FEW if self.wanted.exact or self._words_inside else _SORTED)

    def taken(self, way: Few) -> Ask:
        """Every paper that passes but for its words, taken in a way that few pass."""
        papers = self._taken(way)
        return Ask(f"{papers.text} ORDER BY {self._by}", papers.values)

    def texts(self, way: Few) -> Ask:
        """Key and texts, as the index holds them, of the papers that `taken` gives."""
        papers = self._taken(way)
        return Ask(f"{_TEXTS_OF} WHERE id IN ({papers.text}) ORDER BY id", papers.values)

    def texts_of(self, keys: Iterable[int]) -> Ask:
        """Key and texts, as the index holds them, of some papers."""
        return Ask(f"{_TEXTS_OF} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (in_json(keys),))

    def all(self) -> Ask:
        """Every paper that passes, in order but for `ranked`."""
        if self.wanted.exact:
            if self.by_day:
                return self._hits()
            hit = Sql("p.id IN (SELECT rowid FROM search WHERE search MATCH ?)", (self.wanted.exact,))
            papers = self._papers(hit)
        else:
            papers = self._streamed() or self._papers()
        return Ask(f"{papers.text} ORDER BY {self._by}", papers.values)

    def sorted(self, keys: Iterable[int]) -> Ask:
        """Papers known to pass, in order."""
        papers = "SELECT p.id AS id FROM papers p NOT INDEXED WHERE p.id IN (SELECT value FROM json_each(?))"
        return Ask(f"{papers} ORDER BY {self._by}", (in_json(keys),))

    def some(self, limit: int) -> Ask:
        """The first papers that pass, at most so many, found within a bound; see `few_ways` for rare ones."""
        if self.wanted.quick:
            return self._newest_hits(limit)
        if self._words_inside or self.wanted.near:
            return self._among_newest(limit)
        if near := next((part for part in self._parts if isinstance(part, Members) and part.near), None):
            return self._among_near(near, limit)
        where = self._where(Window(Sql("1")))
        by_day = self.by_day
        keys = sql_of(self.wanted.keys) if self.wanted.bounded else Sql("1")
        stream = self._stream() if by_day else None
        if stream is not None:
            entries = f"SELECT id FROM ({stream.select.text}) p WHERE {keys.text}"
            inner = Sql(f"{entries} ORDER BY id {self._direction}", (*stream.select.values, *keys.values))
            where = self._where(Window(Sql("1")), without=stream, flags_of="p.id")
        elif by_day and self._narrow is not None:
            text, index = self._narrow
            entries = f"SELECT p.id, p.flags FROM papers p INDEXED BY {index} WHERE {text} AND {keys.text}"
            inner = Sql(f"{entries} ORDER BY {self._by}", keys.values)
        else:
            source = f"papers p INDEXED BY {self._order_index}"
            entries = f"SELECT p.id, p.flags FROM {source}" + (f" WHERE {keys.text}" if by_day else "")
            inner = Sql(f"{entries} ORDER BY {self._by}", keys.values if by_day else ())
        # The entries come in order already, and the look at them stops at the limit.
        return Ask(
            f"SELECT p.id FROM ({inner.text} LIMIT {_ENTRIES}) p WHERE {where.text} LIMIT {limit}",
            (*inner.values, *where.values),
        )

    def boundary(self, *, exact: bool) -> Ask:
        """The key of the last hit that is ranked; no row where all are."""
        keys = self._key_range()
        return Ask(
            f"SELECT rowid FROM search WHERE search MATCH ?{keys.text} "
            f"ORDER BY rowid DESC LIMIT 1 OFFSET {RANKED - 1}",
            (self._match(exact), *keys.values),
        )

    def best(self, boundary: int, *, exact: bool, limit: int = -1) -> Ask:
        """The hits down to the boundary, best match first."""
        keys = self._key_range()
        window = None if exact else Window(Sql("rowid >= ?", (boundary,)), self.wanted.quick)
        where = self._where(window, near=not exact, keys=False)
        join = "CROSS JOIN papers p ON p.id = search.rowid" if where.text != "1" else ""
        return Ask(
            f"SELECT search.rowid AS id FROM search {join} "
            f"WHERE search MATCH ? AND search.rowid >= ?{keys.text} AND {where.text} "
            f"ORDER BY {_BEST}, search.rowid DESC LIMIT {limit}",
            (self._match(exact), boundary, *keys.values, *where.values),
        )

    def rest(self, boundary: int) -> Ask:
        """The hits behind the boundary, newest first."""
        hits = self._hits()
        return Ask(f"SELECT id FROM ({hits.sql}) WHERE id < ? ORDER BY id DESC", (*hits.values, boundary))

    @property
    def by_day(self) -> bool:
        """Whether papers come by their keys, but for the best matches."""
        return self._order in (Order.NEWEST, Order.MATCH, Order.OLDEST)

    @property
    def _direction(self) -> str:
        return "ASC" if self._order is Order.OLDEST else "DESC"

    def _match(self, exact: bool) -> str:
        return self.wanted.exact if exact else self.wanted.quick

    def _key_range(self) -> Sql:
        """The range of keys as a further condition on `rowid`, empty where there is none."""
        if not self.wanted.bounded:
            return Sql("")
        keys = sql_of(self.wanted.keys, "search.rowid")
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
        return joined(pieces, " AND ") if pieces else Sql("1")

    def _papers(self, *further: Sql, index: str = "", window: Window | None = None) -> Sql:
        """Return all papers that pass but for their words, from the narrowest index for the order."""
        if not index:
            index = self._narrow[1] if self.by_day and self._narrow is not None else self._order_index
        keys = [sql_of(self.wanted.keys)] if self.wanted.bounded else []
        where = joined([self._where(window, keys=False), *keys, *further], " AND ")
        return Sql(f"SELECT p.id AS id FROM papers p INDEXED BY {index} WHERE {where.text}", where.values)

    def _taken(self, way: Few) -> Sql:
        """Return the papers that pass but for their words, from where few of them are."""
        each = Window(Sql("rowid = p.id"), near=False)
        if way.member is None:
            return self._papers(index=way.index, window=each)
        part = way.member
        where = self._where(each, without=part)
        return Sql(
            "SELECT p.id AS id FROM papers p NOT INDEXED "
            f"WHERE p.id IN ({part.select.text}) AND {where.text}",
            (*part.select.values, *where.values),
        )

    def _stream(self) -> Members | None:
        return next((part for part in self._parts if isinstance(part, Members) and part.stream), None)

    def _streamed(self) -> Sql | None:
        """Return all papers that pass, taken from a set whose keys come in order, where there is one."""
        stream = self._stream() if self.by_day else None
        if stream is None or any(needs_row(part) for part in self._parts):
            return None
        others = self._beside("p.id", without=stream)
        if self.wanted.bounded:
            others.insert(0, sql_of(self.wanted.keys))
        where = joined(others, " AND ") if others else Sql("1")
        return Sql(
            f"SELECT p.id AS id FROM ({stream.select.text}) p WHERE {where.text}",
            (*stream.select.values, *where.values),
        )

    def _beside(self, key: str, without: Members | None = None) -> list[Sql]:
        """Return the exact conditions on a key alone, those on flags and rows as one set: cheaper than a
        look at the wide row of each."""
        rows = [sql_of(part) for part in self._parts if part is not without and needs_row(part)]
        rows = [*(Sql(flag) for flag in self._flags), *rows]
        found = [sql_of(part, key) for part in self._parts if part is not without and not needs_row(part)]
        if rows:
            index = self._narrow[1] if self._narrow else "i_list"
            where = joined(rows, " AND ")
            papers = f"SELECT p.id FROM papers p INDEXED BY {index} WHERE {where.text}"
            found.insert(0, Sql(f"{key} IN ({papers})", where.values))
        return found

    def _hits(self) -> Ask:
        """All hits by day."""
        keys = self._key_range()
        pieces = [Sql(f"search MATCH ?{keys.text}", (self.wanted.exact, *keys.values))]
        pieces += self._beside("+search.rowid")
        where = joined(pieces, " AND ")
        return Ask(
            f"SELECT rowid AS id FROM search WHERE {where.text} ORDER BY rowid {self._direction}",
            where.values,
        )

    def _newest_hits(self, limit: int) -> Ask:
        keys = self._key_range()
        bound = _MIXED if self._words_inside else _HITS if self.by_day else RANKED
        if self.by_day and not (self._flags or self._parts or self.wanted.near):
            bound = limit
        hits = f"SELECT rowid AS hit FROM search WHERE search MATCH ?{keys.text}"
        hits += f" ORDER BY rowid {self._direction} LIMIT {bound}"
        values = (self.wanted.quick, *keys.values)
        if bound == limit:
            return Ask(f"SELECT hit AS id FROM ({hits})", values)
        edge = Sql(f"rowid {self._edge} (SELECT {self._far}(hit) FROM ({hits}))", values)
        where = self._where(Window(edge, self.wanted.quick), near=True, keys=False)
        # By day the hits come in order and the join stops at the limit; a sort would look at all of them.
        by = "" if self.by_day else f"ORDER BY {self._by}"
        sql = f"SELECT p.id AS id FROM ({hits}) CROSS JOIN papers p ON p.id = hit WHERE {where.text} {by}"
        return Ask(f"{sql} LIMIT {limit}", (*values, *where.values))

    def _among_newest(self, limit: int) -> Ask:
        """The first that pass among the newest papers, for words that are not the only way to pass."""
        texts = bool(self.wanted.near) or any(reads_texts(part) for part in self._parts)
        columns, bound = (_TEXT_COLUMNS, _TEXTS) if texts else (_COLUMNS, _WINDOW)
        if self.by_day and not texts:
            columns = "p.id, p.flags"
        keys = sql_of(self.wanted.keys) if self.wanted.bounded else Sql("1")
        newest = f"FROM papers p INDEXED BY i_list WHERE {keys.text} ORDER BY p.id {self._direction}"
        edge = f"(SELECT {self._far}(id) FROM (SELECT p.id {newest} LIMIT {bound}))"
        range_ = sql_of(self.wanted.keys, "rowid") if self.wanted.bounded else Sql("1")
        window = Window(Sql(f"rowid {self._edge} {edge} AND {range_.text}", (*keys.values, *range_.values)))
        where = self._where(window, near=True, keys=False)
        by = "" if self.by_day else f"ORDER BY {self._by}"
        return Ask(
            f"SELECT p.id FROM (SELECT {columns} {newest} LIMIT {bound}) p "
            f"WHERE {where.text} {by} LIMIT {limit}",
            (*keys.values, *where.values),
        )

    def _among_near(self, near: Members, limit: int) -> Ask:
        """The first that pass among what stands for a set."""
        among = sql_of(near, "p.id", Window(Sql("1")))
        where = self._where(Window(Sql("1")), without=near)
        return Ask(
            f"SELECT p.id AS id FROM papers p NOT INDEXED WHERE {among.text} AND {where.text} "
            f"ORDER BY {self._by} LIMIT {limit}",
            (*among.values, *where.values),
        )

    @property
    def _edge(self) -> str:
        return "<=" if self._order is Order.OLDEST else ">="

    @property
    def _far(self) -> str:
        """The aggregate that gives the last key in view."""
        return "max" if self._order is Order.OLDEST else "min"


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
    return found


def _sets(query: PaperQuery) -> Sequence[Condition]:
    found: list[Condition] = []
    if query.tag:
        found.append(tag_members(folded(query.tag)))
    if query.ids:
        select = (
            "SELECT a.id FROM aliases a "
            "WHERE a.alias IN (SELECT value FROM json_each(?)) AND a.id IS NOT NULL"
        )
        found.append(Members(Sql(select, (in_json(alias_of(paper_id) for paper_id in query.ids),))))
    return found
