"""A PaperQuery as SQL: which papers pass, in which order, exactly or within a bound.

Everything that a filter needs stands in narrow indexes; the wide rows are read only for texts. The bounded
form looks at so many entries and no more, so that the first screenful costs the same in every library; it may
then be shorter than what there is, and the exact form completes it.
"""

from __future__ import annotations

from collections.abc import Iterable

from radar.library.index.words import COLUMNS
from radar.library.records.rows import in_json
from radar.library.search.asked import Ask
from radar.library.search.bounded import RANKED
from radar.library.search.conditions import (
    Keys,
    Lacks,
    Members,
    Sql,
    Window,
    guessed,
    joined,
    known_to_index,
    reads_texts,
    sql_of,
    unwanted_words,
)
from radar.library.search.exact import Exact
from radar.papers.bases import Value, replace

_FEW = 100
"""Where so few papers pass the filters, their texts are searched and not the index of all."""
_SORTED = 2_000
"""A filter that so few papers pass is sorted whole, whatever the order."""
_REACH = 2_000
"""Papers that are looked at for what they lack, for the first of those that do not."""

_BEST = "bm25(search, 8.0, 4.0, 4.0, 1.0)"
"""Weights of title, takeaway, authors and abstract."""
_TEXTS_OF = f"SELECT id, {COLUMNS} FROM papers"


class Few(Value):
    """A way to take few papers: what counts them, up to a bound, and what they are taken from."""

    count: Ask
    member: Members | None = None
    """The set, or none."""
    index: str = ""
    """The index, where it is no set."""


class Question(Exact):
    """A query and its words as SQL, in every form a reader needs."""

    @property
    def quickly_ranked(self) -> bool:
        """Whether the bounded form can tell the best match."""
        return self.ranked and bool(self.wanted.quick)

    @property
    def match(self) -> str:
        """The words as a MATCH expression; empty where none are asked for."""
        return self.wanted.exact

    @property
    def guesses(self) -> bool:
        """Whether `taken` knows only the most frequent endings of a word that is not the only way to pass."""
        unwanted = not self.match
        return any(guessed(part) for part in self._parts if not (unwanted and unwanted_words((part,))))

    def few_ways(self) -> tuple[Few, ...]:
        """Return the ways in which few papers may be taken; each counts them up to a bound."""
        ways: list[Few] = []
        for part in self._parts:
            if isinstance(part, Members):
                papers = part.most or part.few or part.select
                inner = f"{papers.text} LIMIT {_SORTED + 1}"
                ways.append(Few(Ask(f"SELECT count(*) FROM ({inner})", papers.values), part))
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

    @property
    def told_by_lacks(self) -> bool:
        """Whether the first papers come sooner by what papers lack than by the words that they hold."""
        lacks = all(isinstance(one, Lacks) and not one.but for one in self.wanted.without)
        return bool(self.wanted.without) and lacks and self.by_day and not (self._parts or self.prefix)

    def reach(self) -> Ask:
        """The key of the last paper that is looked at for what it lacks; no row where all may be."""
        hits = self._found(self._words) if self._words else self._papers()
        order = f"ORDER BY id {self._direction} LIMIT 1 OFFSET {_REACH}"
        return Ask(f"SELECT id FROM ({hits.text}) {order}", hits.values)

    def down_to(self, last: int) -> Question:
        """The same question of the papers by day down to one."""
        keys = self.wanted.keys
        if self._direction == "DESC":
            left = Keys(max(keys.first, last), keys.end)
        else:
            left = Keys(keys.first, min(keys.end, last + 1))
        return Question(self._query, replace(self.wanted, keys=left))

    def beginning(self, limit: int) -> Ask:
        """The first papers that pass by day, at most so many, where `told_by_lacks`."""
        found = self.merged()
        if self._words and self._flags:
            # Beside rare words the flags of each are asked for: a merge goes through all with such flags.
            hits, flags = self._found(self._words), self._where(None, keys=False, flags_of="hit.id")
            found = [self._less([Sql(f"SELECT id FROM ({hits.text}) hit WHERE {flags.text}", hits.values)])]
        text = " ".join(one.text for one in found)
        values = tuple(value for one in found for value in one.values)
        return Ask(f"SELECT id FROM ({text} ORDER BY id {self._direction}) LIMIT {limit}", values)

    def taken(self, way: Few) -> Ask:
        """Every paper that passes but for its words, taken in a way that few pass."""
        papers = self._taken(way)
        return Ask(f"{papers.text} ORDER BY {self._by}", papers.values)

    def texts(self, way: Few) -> Ask:
        """Key and texts, as the index holds them, of the papers that `taken` gives."""
        papers = self._taken(way)
        return Ask(f"{_TEXTS_OF} WHERE id IN ({papers.text}) ORDER BY id", papers.values)

    def texts_of(self, keys: Iterable[int], texts: str = COLUMNS) -> Ask:
        """Key and texts of some papers as the index holds them: those that wait for it are left out."""
        given = f"id IN (SELECT value FROM json_each(?)) AND {known_to_index('id').text}"
        return Ask(f"SELECT id, {texts} FROM papers WHERE {given} ORDER BY id", (in_json(keys),))

    def sorted(self, keys: Iterable[int]) -> Ask:
        """Papers known to pass, in order."""
        papers = "SELECT p.id AS id FROM papers p NOT INDEXED WHERE p.id IN (SELECT value FROM json_each(?))"
        return Ask(f"{papers} ORDER BY {self._by}", (in_json(keys),))

    def among(self, keys: Iterable[int]) -> Ask:
        """Those of some papers that pass but for their words, in the order given."""
        where = self._where(Window(Sql("rowid = p.id"), near=False))
        # The wide rows are read for texts alone.
        by = "NOT INDEXED" if any(map(reads_texts, self._parts)) else "INDEXED BY i_list"
        source = f"json_each(?) given CROSS JOIN papers p {by} ON p.id = given.value"
        return Ask(
            f"SELECT p.id AS id FROM {source} WHERE {where.text} ORDER BY given.key",
            (in_json(keys), *where.values),
        )

    def boundary(self, *, exact: bool) -> Ask:
        """The key of the last hit that is ranked; no row where all are."""
        hits = self._hits_from(0, exact=exact)
        return Ask(f"SELECT id FROM ({hits.text} ORDER BY id DESC) LIMIT 1 OFFSET {RANKED - 1}", hits.values)

    def best(self, boundary: int, by: str, *, exact: bool, limit: int = -1) -> Ask:
        """The hits down to the boundary, those first that match best by an expression that all hits match."""
        keys = self._key_range()
        window = None if exact else Window(Sql("rowid >= ?", (boundary,)), self.wanted.quick)
        where = self._where(window, near=not exact, keys=False)
        join = "CROSS JOIN papers p ON p.id = search.rowid" if where.text != "1" else ""
        if by != self.words(exact=exact):
            hits = self._hits_from(boundary, exact=exact)
            where = joined([Sql(f"+search.rowid IN ({hits.text})", hits.values), where], " AND ")
        return Ask(
            f"SELECT search.rowid AS id FROM search {join} "
            f"WHERE search MATCH ? AND search.rowid >= ?{keys.text} AND {where.text} "
            f"ORDER BY {_BEST}, search.rowid DESC LIMIT {limit}",
            (by, boundary, *keys.values, *where.values),
        )

    def words(self, *, exact: bool) -> str:
        """The words as a MATCH expression, exact or with the most frequent completions of the last one."""
        return self.wanted.exact if exact else self.wanted.quick

    def _hits_from(self, lowest: int, *, exact: bool) -> Sql:
        """Return the hits at and above a key, whatever else is asked of them."""
        if not (exact and self.wanted.without and self._words):
            return self._found(self.words(exact=exact), lowest)
        return self._less([self._found(self._words, lowest)], lowest)

    def _taken(self, way: Few) -> Sql:
        """Return the papers that pass but for their words, from where few of them are."""
        each = Window(Sql("rowid = p.id"), near=False)
        if way.member is None:
            return self._papers(index=way.index, window=each)
        part = way.member
        papers = part.few or part.select
        where = self._where(each, without=part)
        return Sql(
            f"SELECT p.id AS id FROM papers p NOT INDEXED WHERE p.id IN ({papers.text}) AND {where.text}",
            (*papers.values, *where.values),
        )
