"""A PaperQuery as SQL: which papers pass, in which order, exactly or within a bound.

Everything that a filter needs stands in narrow indexes; the wide rows are read only for texts. The bounded
form looks at so many entries and no more, so that the first screenful costs the same in every library; it may
then be shorter than what there is, and the exact form completes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from radar.library import beginnings
from radar.library.asked import Ask
from radar.library.bounded import RANKED, Bounded
from radar.library.conditions import (
    Keys,
    Members,
    Sql,
    Window,
    joined,
    needs_row,
    sql_of,
    unwanted_words,
)
from radar.library.records import in_json
from radar.papers.query import Order

_FEW = 100
"""Where so few papers pass the filters, their texts are searched and not the index of all."""
_SORTED = 2_000
"""A filter that so few papers pass is sorted whole, whatever the order."""

_BEST = "bm25(search, 8.0, 4.0, 4.0, 1.0)"
"""Weights of title, takeaway, authors and abstract."""
_TEXTS_OF = "SELECT id, title, takeaway, authors, abstract FROM papers"


@dataclass(frozen=True, slots=True)
class Few:
    """A way to take few papers: what counts them, up to a bound, and what they are taken from."""

    count: Ask
    member: Members | None = None
    """The set, or none."""
    index: str = ""
    """The index, where it is no set."""


class Question(Bounded):
    """A query and its words as SQL, in every form a reader needs."""

    @property
    def ranked(self) -> bool:
        """Whether the best match comes first; one or two letters alone match all papers alike."""
        return self._order is Order.MATCH and bool(self.wanted.exact) and not self.wanted.hardly_begun

    @property
    def quickly_ranked(self) -> bool:
        """Whether the bounded form can tell the best match."""
        return self.ranked and bool(self.wanted.quick)

    @property
    def match(self) -> str:
        """The words as a MATCH expression; empty where none are asked for."""
        return self.wanted.exact

    @property
    def prefix(self) -> bool:
        """Whether the index has to gather all words that begin as an unfinished one does."""
        return '" *' in self._words

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
        # The index would give the old papers with those words too, of which there are many times as many.
        recent = any(isinstance(part, Members) and part.recent for part in self._parts)
        words = bool(self.wanted.exact or self._words_inside) and not recent
        return passing <= (_FEW if words else _SORTED)

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
        if self.by_day:
            merged = _chained(self._merged(), " ")
            return Ask(f"{merged.text} ORDER BY id {self._direction}", merged.values)
        further = []
        if self._words:
            further.append(Sql("p.id IN (SELECT rowid FROM search WHERE search MATCH ?)", (self._words,)))
        further += [Sql(f"p.id NOT IN ({none.text})", none.values) for none in self._left_out()]
        papers = self._papers(*further)
        return Ask(f"{papers.text} ORDER BY {self._by}", papers.values)

    def count(self) -> Ask:
        """How many papers pass; one row."""
        if self.lacked and not (self._words or self._flags or self._parts or self.wanted.bounded):
            without = [Sql(f"- (SELECT count(*) FROM ({one.text}))", one.values) for one in self._left_out()]
            left = _chained([Sql("papers"), *without], " ")
            return Ask(f"SELECT {left.text} FROM counts", left.values)
        whole = self.all()
        return Ask(f"SELECT count(*) FROM ({whole.sql})", whole.values)

    def part(self, behind: int | None, size: int) -> Ask | None:
        """The next papers behind one, at most so many; None where that costs as much as all of them.

        A prefix is looked up anew for every part, and so is a set of papers.
        """
        if not self.by_day or self.ranked or self._parts or self.prefix:
            return None
        left = self if behind is None else self._behind(behind)
        whole = left.all()
        return Ask(f"SELECT id FROM ({whole.sql}) LIMIT {size}", whole.values)

    def sorted(self, keys: Iterable[int]) -> Ask:
        """Papers known to pass, in order."""
        papers = "SELECT p.id AS id FROM papers p NOT INDEXED WHERE p.id IN (SELECT value FROM json_each(?))"
        return Ask(f"{papers} ORDER BY {self._by}", (in_json(keys),))

    def among(self, keys: Iterable[int]) -> Ask:
        """Those of some papers that pass but for their words, in the order given."""
        where = self._where(Window(Sql("rowid = p.id"), near=False))
        source = "json_each(?) given CROSS JOIN papers p NOT INDEXED ON p.id = given.value"
        return Ask(
            f"SELECT p.id AS id FROM {source} WHERE {where.text} ORDER BY given.key",
            (in_json(keys), *where.values),
        )

    def boundary(self, *, exact: bool) -> Ask:
        """The key of the last hit that is ranked; no row where all are."""
        keys = self._key_range()
        return Ask(
            f"SELECT rowid FROM search WHERE search MATCH ?{keys.text} "
            f"ORDER BY rowid DESC LIMIT 1 OFFSET {RANKED - 1}",
            (self.words(exact=exact), *keys.values),
        )

    def best(self, boundary: int, by: str, *, exact: bool, limit: int = -1) -> Ask:
        """The hits down to the boundary, those first that match best by an expression that all hits match."""
        keys = self._key_range()
        window = None if exact else Window(Sql("rowid >= ?", (boundary,)), self.wanted.quick)
        where = self._where(window, near=not exact, keys=False)
        join = "CROSS JOIN papers p ON p.id = search.rowid" if where.text != "1" else ""
        match = self.words(exact=exact)
        if by != match:
            hits = "+search.rowid IN (SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ?)"
            where = joined([Sql(hits, (match, boundary)), where], " AND ")
        return Ask(
            f"SELECT search.rowid AS id FROM search {join} "
            f"WHERE search MATCH ? AND search.rowid >= ?{keys.text} AND {where.text} "
            f"ORDER BY {_BEST}, search.rowid DESC LIMIT {limit}",
            (by, boundary, *keys.values, *where.values),
        )

    def rest(self, boundary: int) -> Ask:
        """The hits behind the boundary, newest first."""
        return self._behind(boundary).all()

    def words(self, *, exact: bool) -> str:
        """The words as a MATCH expression, exact or with the most frequent completions of the last one."""
        return self.wanted.exact if exact else self.wanted.quick

    def _papers(
        self, *further: Sql, index: str = "", window: Window | None = None, negated: bool = True
    ) -> Sql:
        """Return all papers that pass but for their words, from the narrowest index for the order."""
        if not index:
            index = self._narrow[1] if self.by_day and self._narrow is not None else self._order_index
        keys = [sql_of(self.wanted.keys)] if self.wanted.bounded else []
        where = joined([self._where(window, keys=False, negated=negated), *keys, *further], " AND ")
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
        found = [sql_of(part, key) for part in self._parts if part is not without and not needs_row(part)]
        if rows := self._rows(without):
            found.insert(0, Sql(f"{key} IN ({rows.text})", rows.values))
        return found

    def _rows(self, without: Members | None = None) -> Sql | None:
        """Return the papers that pass by their flags and rows; None where nothing is asked of those."""
        rows = [sql_of(part) for part in self._parts if part is not without and needs_row(part)]
        rows = [*(Sql(flag) for flag in self._flags), *rows]
        if not rows:
            return None
        if self.wanted.bounded:
            rows.append(sql_of(self.wanted.keys))
        index = self._narrow[1] if self._narrow else "i_list"
        where = joined(rows, " AND ")
        return Sql(f"SELECT p.id FROM papers p INDEXED BY {index} WHERE {where.text}", where.values)

    def _behind(self, key: int) -> Question:
        """Return the same question of the papers behind one, by day."""
        keys = self.wanted.keys
        if self._direction == "DESC":
            left = Keys(keys.first, max(min(keys.end, key), keys.first))
        else:
            left = Keys(max(keys.first, key + 1), max(keys.end, key + 1))
        return Question(self._query, replace(self.wanted, keys=left))

    def _merged(self) -> list[Sql]:
        """All papers by day that pass: what comes by rising or falling keys, and what is merged with it.

        Hits, and papers that pass by their rows, both come by their keys, so that SQLite merges them: half
        the time of looking for each hit in a set.
        """
        if self._words:
            rows = self._rows()
            found = [self._hits(), *([] if rows is None else [Sql(f"INTERSECT {rows.text}", rows.values)])]
        else:
            streamed = self._streamed()
            if streamed is None and (unwanted := unwanted_words(self._parts)):
                words = self._found("search", " OR ".join(f"({part.exact})" for part in unwanted))
                found = [self._papers(negated=False), Sql(f"EXCEPT {words.text}", words.values)]
            else:
                found = [streamed or self._papers()]
        return found + [Sql(f"EXCEPT {none.text}", none.values) for none in self._left_out()]

    def _hits(self) -> Sql:
        """Return the papers that the index finds, and that pass by their keys."""
        hits = self._found("search", self._words)
        others = [sql_of(part, "+search.rowid") for part in self._parts if not needs_row(part)]
        return _chained([hits, *others], " AND ")

    def _left_out(self) -> list[Sql]:
        """Return the papers without the common beginning that is asked for."""
        if not self.lacked:
            return []
        lacking = self._found(beginnings.TABLE, f'"{self.lacked}"')
        # Without any other word nothing has asked for papers that the index knows.
        return [lacking] if self._words else [lacking, Sql("SELECT id FROM unindexed")]

    def _found(self, table: str, match: str) -> Sql:
        """Return what an index finds within the keys asked for."""
        keys = self._key_range(table)
        return Sql(f"SELECT rowid AS id FROM {table} WHERE {table} MATCH ?{keys.text}", (match, *keys.values))


def _chained(pieces: Sequence[Sql], between: str) -> Sql:
    return Sql(
        between.join(piece.text for piece in pieces),
        tuple(value for piece in pieces for value in piece.values),
    )
