"""A PaperQuery as SQL: which papers pass, in which order, exactly or within a bound.

Everything that a filter needs stands in the narrow indexes; the wide rows are read only for texts. The
bounded form looks at so many entries and no more, so that the first screenful costs the same in every
library; it may then be shorter than what there is, and the exact form completes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from radar.library import bits
from radar.library.identities import alias_of
from radar.library.records import in_json, microseconds
from radar.library.search import Wanted
from radar.library.tags import folded
from radar.papers.query import CodeFilter, Order, PaperQuery, ResultFilter

RANKED = 2_000
"""The best matches are looked for among so many of the newest hits; older ones follow by day."""
_HITS = 4_000
"""Hits of a search that the bounded form looks at."""
_ENTRIES = 20_000
"""Index entries that the bounded form looks at."""
_TEXTS = 1_000
"""Papers whose texts the bounded form reads for runs of Chinese, Japanese or Korean."""
_FEW = 100
"""Where so few papers pass the filters, their texts are searched and not the index of all."""
_SORTED = 2_000
"""A filter that so few papers pass is sorted whole, whatever the order."""

_LIKE = "(p.title LIKE ? ESCAPE '\\' OR p.abstract LIKE ? ESCAPE '\\' OR p.takeaway LIKE ? ESCAPE '\\')"
_BEST = "bm25(search, 8.0, 4.0, 4.0, 1.0)"
"""Weights of title, takeaway, authors and abstract."""
_HIT_PAPERS = "CROSS JOIN papers p ON p.id = search.rowid"

_STARRED = f"(p.flags & {bits.STARRED}) != 0"
_SOTA = f"(p.flags & {bits.STATE_OF_THE_ART}) != 0"
_DATA = f"(p.flags & {bits.DATA_RELEASED}) != 0"
_CODE = f"(p.flags & {bits.CODE_RELEASED | bits.CODE_PROMISED}) != 0"
_DISPUTED = f"(p.flags & {bits.DISPUTED}) != 0"
_UNREAD = f"(p.flags & {bits.READ}) = 0"
_RECENT = "p.id IN (SELECT id FROM papers INDEXED BY i_added WHERE added > ?)"
_RECENT_ONE = "(SELECT one.added FROM papers one WHERE one.id = p.id) > ?"
"""The same asked paper by paper: for few of many, where the set would take long to put together."""
_NARROW = (
    (_DISPUTED, "i_disputed"),
    (_STARRED, "i_starred"),
    (_SOTA, "i_sota"),
    (_DATA, "i_data"),
    (_CODE, "i_code"),
    (_UNREAD, "i_unread"),
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


@dataclass(frozen=True, slots=True)
class Ask:
    """One SQL question that gives a column `id` in display order."""

    sql: str
    values: tuple[object, ...] = ()


class Question:
    """A query and its words as SQL, in every form a reader needs."""

    def __init__(self, query: PaperQuery, wanted: Wanted) -> None:
        self._wanted = wanted
        self._order = query.order
        self._by, self._order_index = _ORDERS[query.order]
        flags = _flag_conditions(query)
        chosen, values = _set_conditions(query)
        self._since = () if query.added_after is None else (microseconds(query.added_after),)
        self._sets = len(chosen) > len(self._since)
        self._conditions = " AND ".join([*flags, *chosen, *(_LIKE for _ in wanted.runs)])
        self._values: tuple[object, ...] = (*values, *(run for run in wanted.runs for _ in range(3)))
        self._narrow = next(((text, index) for text, index in _NARROW if text in flags), None)

    @property
    def ranked(self) -> bool:
        """Whether the best match comes first."""
        return self._order is Order.MATCH and bool(self._wanted.exact)

    @property
    def match(self) -> str:
        """The words as a MATCH expression; empty where none are asked for."""
        return self._wanted.exact

    def passing(self) -> Ask | None:
        """Count, up to a bound, the papers that the rarest filter lets pass; None without such a filter."""
        inner: str
        values: tuple[object, ...] = ()
        if self._since:
            inner, values = "SELECT 1 FROM papers INDEXED BY i_added WHERE added > ?", self._since
        elif self._sets:
            inner, values = f"SELECT 1 FROM papers p NOT INDEXED WHERE {self._conditions}", self._values
        elif self._narrow is not None:
            inner = f"SELECT 1 FROM papers p INDEXED BY {self._narrow[1]} WHERE {self._narrow[0]}"
        else:
            return None
        return Ask(f"SELECT count(*) FROM ({inner} LIMIT {_SORTED + 1})", values)

    def all(self, *, few: bool = False) -> Ask:
        """Every paper that passes, in order but for `ranked`; `few` where that many are looked at."""
        if not self._wanted.exact:
            return Ask(f"{self._papers(few=few)} ORDER BY {self._by}", self._values)
        if self._by_day:
            return self._hits()
        hit = "p.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
        return Ask(f"{self._papers(hit)} ORDER BY {self._by}", (*self._values, self._wanted.exact))

    def few(self, passing: int | None) -> bool:
        """Whether, by what `passing` counted, so few papers pass that all of them are looked at."""
        # The index would give the old papers with those words too, of which there are many times as many.
        bound = _FEW if self._wanted.exact and not self._since else _SORTED
        return passing is not None and passing <= bound

    def texts(self) -> Ask:
        """Key and texts, as the index holds them, of the papers that pass but for their words."""
        texts = "SELECT id, title, takeaway, authors, abstract FROM papers"
        return Ask(f"{texts} WHERE id IN ({self._papers(few=True)}) ORDER BY id", self._values)

    def sorted(self, keys: Iterable[int]) -> Ask:
        """Papers known to pass, in order."""
        papers = "SELECT p.id AS id FROM papers p NOT INDEXED WHERE p.id IN (SELECT value FROM json_each(?))"
        return Ask(f"{papers} ORDER BY {self._by}", (in_json(keys),))

    def some(self, limit: int) -> Ask:
        """The first papers that pass, at most so many, found within a bound; see `few` for rare filters."""
        if self._wanted.exact:
            return self._newest_hits(limit)
        if not self._conditions:
            return Ask(f"{self._papers()} ORDER BY {self._by} LIMIT {limit}", self._values)
        by = ""
        if self._wanted.runs:
            columns = "p.id, p.flags, p.upvotes, p.stars, p.sort_title, p.title, p.abstract, p.takeaway"
            inner = f"SELECT {columns} FROM papers p ORDER BY p.id DESC LIMIT {_TEXTS}"
            by = f"ORDER BY {self._by}"
        elif self._by_day and self._narrow is not None:
            text, index = self._narrow
            entries = f"SELECT p.id, p.flags FROM papers p INDEXED BY {index} WHERE {text}"
            inner = f"{entries} ORDER BY {self._by} LIMIT {_ENTRIES}"
        else:
            source = f"papers p INDEXED BY {self._order_index}"
            inner = f"SELECT p.id, p.flags FROM {source} ORDER BY {self._by} LIMIT {_ENTRIES}"
        # The entries come in order already, and the look at them stops at the limit.
        return Ask(f"SELECT p.id FROM ({inner}) p WHERE {self._bounded} {by} LIMIT {limit}", self._values)

    def boundary(self, *, exact: bool) -> Ask:
        """The key of the last hit that is ranked; no row where all are."""
        return Ask(
            f"SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET {RANKED - 1}",
            (self._match(exact),),
        )

    def best(self, boundary: int, *, exact: bool, limit: int = -1) -> Ask:
        """The hits down to the boundary, best match first."""
        conditions = self._conditions if exact else self._bounded
        join, where = (_HIT_PAPERS, f"AND {conditions}") if conditions else ("", "")
        return Ask(
            f"SELECT search.rowid AS id FROM search {join} "
            f"WHERE search MATCH ? AND search.rowid >= ? {where} "
            f"ORDER BY {_BEST}, search.rowid DESC LIMIT {limit}",
            (self._match(exact), boundary, *self._values),
        )

    def rest(self, boundary: int) -> Ask:
        """The hits behind the boundary, newest first."""
        hits = self._hits()
        return Ask(f"SELECT id FROM ({hits.sql}) WHERE id < ? ORDER BY id DESC", (*hits.values, boundary))

    @property
    def _bounded(self) -> str:
        """The conditions in the form for a bounded number of papers."""
        return self._conditions.replace(_RECENT, _RECENT_ONE)

    @property
    def _by_day(self) -> bool:
        return self._order in (Order.NEWEST, Order.MATCH, Order.OLDEST)

    @property
    def _direction(self) -> str:
        return "ASC" if self._order is Order.OLDEST else "DESC"

    def _match(self, exact: bool) -> str:
        return self._wanted.exact if exact else self._wanted.quick

    def _papers(self, *further: str, few: bool = False) -> str:
        where = " AND ".join(condition for condition in (self._conditions, *further) if condition)
        if self._sets or (few and self._since):
            source = "NOT INDEXED"
        elif self._by_day and self._narrow is not None:
            source = f"INDEXED BY {self._narrow[1]}"
        else:
            source = f"INDEXED BY {self._order_index}"
        return f"SELECT p.id AS id FROM papers p {source}" + (f" WHERE {where}" if where else "")

    def _hits(self) -> Ask:
        """All hits by day; the filters as one set: cheaper than a look at the wide row of each hit."""
        sql = "SELECT rowid AS id FROM search WHERE search MATCH ?"
        if self._conditions:
            sql += f" AND +rowid IN ({self._papers()})"
        return Ask(f"{sql} ORDER BY rowid {self._direction}", (self._wanted.exact, *self._values))

    def _newest_hits(self, limit: int) -> Ask:
        bound = _HITS if self._by_day else RANKED
        if self._by_day and not self._conditions:
            bound = limit
        hits = "SELECT rowid AS hit FROM search WHERE search MATCH ?"
        hits += f" ORDER BY rowid {self._direction} LIMIT {bound}"
        if bound == limit:
            return Ask(f"SELECT hit AS id FROM ({hits})", (self._wanted.quick,))
        where = f"WHERE {self._bounded}" if self._conditions else ""
        # By day the hits come in order and the join stops at the limit; a sort would look at all of them.
        by = "" if self._by_day else f"ORDER BY {self._by}"
        sql = f"SELECT p.id AS id FROM ({hits}) CROSS JOIN papers p ON p.id = hit {where} {by} LIMIT {limit}"
        return Ask(sql, (self._wanted.quick, *self._values))


def _flag_conditions(query: PaperQuery) -> list[str]:
    conditions: list[str] = []
    if query.code is not CodeFilter.ANY:
        conditions.append(_CODE)
    if query.code is CodeFilter.RELEASED:
        conditions.append(f"(p.flags & {bits.CODE_RELEASED}) != 0")
    if query.data:
        conditions.append(_DATA)
    if query.results is ResultFilter.CLAIMED:
        conditions.append(f"(p.flags & {bits.QUANTIFIED | bits.QUALITATIVE}) != 0")
    elif query.results is ResultFilter.QUANTIFIED:
        conditions.append(f"(p.flags & {bits.QUANTIFIED}) != 0")
    elif query.results is ResultFilter.STATE_OF_THE_ART:
        conditions.append(_SOTA)
    if query.unread:
        conditions.append(_UNREAD)
    if query.starred:
        conditions.append(_STARRED)
    if query.disputed:
        conditions.append(_DISPUTED)
    return conditions


def _set_conditions(query: PaperQuery) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    if query.tag:
        conditions.append("p.id IN (SELECT id FROM tags WHERE folded = ?)")
        values.append(folded(query.tag))
    if query.ids:
        conditions.append(
            "p.id IN (SELECT a.id FROM aliases a "
            "WHERE a.alias IN (SELECT value FROM json_each(?)) AND a.id IS NOT NULL)"
        )
        values.append(in_json(alias_of(paper_id) for paper_id in query.ids))
    if query.added_after is not None:
        conditions.append(_RECENT)
        values.append(microseconds(query.added_after))
    return conditions, values
