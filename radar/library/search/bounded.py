"""The bounded form of a question: it looks at so many entries and no more, in every library."""

from __future__ import annotations

from radar.library.search.asked import Ask, Asked
from radar.library.search.conditions import Members, Sql, Window, looks_at_rows, reads_texts, sql_of
from radar.papers.reader.query import Order

RANKED = 2_000
"""The best matches are looked for among so many of the newest hits; older ones follow by day."""
_HITS = 4_000
"""Hits of a search that the bounded form looks at."""
_MIXED = 400
"""Hits of a search that the bounded form looks at where further words are asked for in other ways."""
_ENTRIES = 20_000
"""Index entries that the bounded form looks at."""
_WINDOW = 4_000
"""Newest papers among which the bounded form looks for words that are not the only way to pass, or whose rows
it looks at."""
_TEXTS = 1_000
"""Papers whose texts the bounded form reads."""
_NEAR = 2_000
"""The same where it looks for words in those that hold them, some 10 microseconds each."""
_COLUMNS = "p.id, p.flags, p.added, p.upvotes, p.stars, p.sort_title"
_TEXT_COLUMNS = f"{_COLUMNS}, p.title, p.takeaway, p.authors, p.abstract, p.venue, p.comment"


class Bounded(Asked):
    """A query that finds the first papers within a bound of work; they may be fewer than there are."""

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
        bound = _WINDOW if any(map(looks_at_rows, self._parts)) else _ENTRIES
        # The entries come in order already, and the look at them stops at the limit.
        return Ask(
            f"SELECT p.id FROM ({inner.text} LIMIT {bound}) p WHERE {where.text} LIMIT {limit}",
            (*inner.values, *where.values),
        )

    def _newest_hits(self, limit: int) -> Ask:
        keys = self._key_range()
        bare = self.by_day and not (self._flags or self._parts or self.wanted.near)
        texts = _MIXED if self._words_inside else _NEAR if self.wanted.near else 0
        bound = limit if bare else texts or (_HITS if self.by_day else RANKED)
        hits = f"SELECT rowid AS hit FROM search WHERE search MATCH ?{keys.text}"
        hits += f" ORDER BY rowid {self._direction} LIMIT {bound}"
        values = (self.wanted.quick, *keys.values)
        if bare:
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
        among = near.near or near.select
        where = self._where(Window(Sql("1")), without=near)
        return Ask(
            f"SELECT p.id AS id FROM papers p NOT INDEXED WHERE p.id IN ({among.text}) AND {where.text} "
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
