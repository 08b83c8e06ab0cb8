"""The exact form of a question: every paper that passes, in order, and how many they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self, TypeGuard

from radar import library
from radar.library.asked import Ask
from radar.library.bounded import Bounded
from radar.library.conditions import (
    Condition,
    Keys,
    Members,
    Sql,
    Text,
    Window,
    commented,
    joined,
    needs_row,
    sql_of,
    unwanted_words,
)
from radar.papers.bases import replace
from radar.papers.query import Order


class Exact(Bounded):
    """A query that finds all papers; what comes in order anyway is merged."""

    @property
    def ranked(self) -> bool:
        """Whether the best match comes first; one or two letters alone match all papers alike."""
        return self._order is Order.MATCH and bool(self.wanted.exact) and not self.wanted.hardly_begun

    @property
    def prefix(self) -> bool:
        """Whether the index has to gather all words that begin as an unfinished one does."""
        return '" *' in self._words

    def all(self) -> Ask:
        """Every paper that passes, in order but for `ranked`."""
        if self.by_day:
            merged = _chained(self._merged(), " ")
            return Ask(f"{merged.text} ORDER BY id {self._direction}", merged.values)
        further = self._known_to_index()
        if self._words:
            further.append(Sql("p.id IN (SELECT rowid FROM search WHERE search MATCH ?)", (self._words,)))
        if lacking := self._lacking():
            further.append(Sql(f"p.id NOT IN ({lacking.text})", lacking.values))
        papers = self._papers(*further)
        return Ask(f"{papers.text} ORDER BY {self._by}", papers.values)

    def count(self) -> Ask:
        """How many papers pass; one row."""
        lacking = self._lacking()
        if lacking and not (self._words or self._flags or self._parts or self.wanted.bounded):
            known = "papers - (SELECT count(*) FROM unindexed)"
            without = f"(SELECT count(*) FROM ({lacking.text}))"
            return Ask(f"SELECT {known} - {without} FROM counts", lacking.values)
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

    def rest(self, boundary: int) -> Ask:
        """The hits behind the boundary, newest first."""
        return self._behind(boundary).all()

    def _papers(
        self, *further: Sql, index: str = "", window: Window | None = None, negated: bool = True
    ) -> Sql:
        """Return all papers that pass but for their words, from the narrowest index for the order."""
        if not index:
            index = self._narrow[1] if self.by_day and self._narrow is not None else self._order_index
        keys = [sql_of(self.wanted.keys)] if self.wanted.bounded else []
        where = joined([self._where(window, keys=False, negated=negated), *keys, *further], " AND ")
        return Sql(f"SELECT p.id AS id FROM papers p INDEXED BY {index} WHERE {where.text}", where.values)

    def _streamed(self) -> Sql | None:
        """Return all papers that pass, taken from a set whose keys come in order, where there is one."""
        stream = self._stream() if self.by_day else None
        if stream is None or any(needs_row(part) for part in self._parts):
            return None
        others = [*self._known_to_index(), *self._beside("p.id", without=stream)]
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
        parts = [part for part in self._parts if part is not without]
        found = [sql_of(part, key) for part in parts if not needs_row(part)]
        if rows := self._rows(parts):
            found.insert(0, Sql(f"{key} IN ({rows.text})", rows.values))
        return found

    def _rows(self, parts: Iterable[Condition]) -> Sql | None:
        """Return the papers that pass by their flags and rows; None where nothing is asked of those."""
        rows = [sql_of(part) for part in parts if needs_row(part)]
        rows = [*(Sql(flag) for flag in self._flags), *rows]
        if not rows:
            return None
        if self.wanted.bounded:
            rows.append(sql_of(self.wanted.keys))
        index = self._narrow[1] if self._narrow else "i_list"
        where = joined(rows, " AND ")
        return Sql(f"SELECT p.id FROM papers p INDEXED BY {index} WHERE {where.text}", where.values)

    def _behind(self, key: int) -> Self:
        """Return the same question of the papers behind one, by day."""
        keys = self.wanted.keys
        if self._direction == "DESC":
            left = Keys(keys.first, max(min(keys.end, key), keys.first))
        else:
            left = Keys(max(keys.first, key + 1), max(keys.end, key + 1))
        return type(self)(self._query, replace(self.wanted, keys=left))

    def _merged(self) -> list[Sql]:
        """All papers by day that pass: what comes by rising or falling keys, and what is merged with it.

        Hits, and papers that pass by their rows, both come by their keys, so that SQLite merges them: half
        the time of looking for each hit in a set.
        """
        comments = [part.pattern for part in self._parts if _is_comment(part)]
        if comments and len(comments) == len(self._parts) and not self._words:
            found = self._with_comments(comments)
        elif self._words:
            rows = self._rows(self._parts)
            found = [self._hits(), *([] if rows is None else [Sql(f"INTERSECT {rows.text}", rows.values)])]
        else:
            streamed = self._streamed()
            if streamed is None and (unwanted := unwanted_words(self._parts)):
                words = self._found("search", " OR ".join(f"({part.exact})" for part in unwanted))
                found = [
                    self._papers(*self._known_to_index(), negated=False),
                    Sql(f"EXCEPT {words.text}", words.values),
                ]
            else:
                found = [streamed or self._papers(*self._known_to_index())]
        if lacking := self._lacking():
            found.append(Sql(f"EXCEPT {lacking.text}", lacking.values))
        return found

    def _with_comments(self, patterns: Sequence[str]) -> list[Sql]:
        """Return the papers with such comments that pass by their flags and keys."""
        keys = [sql_of(self.wanted.keys, "c.id")] if self.wanted.bounded else []
        further = [Sql(f"AND {one.text}", one.values) for one in (*keys, *self._known_to_index("c.id"))]
        noted = [_chained([commented(pattern), *further], " ") for pattern in patterns]
        rows = self._rows(())
        others = [*noted[1:], *([] if rows is None else [rows])]
        return [noted[0], *(Sql(f"INTERSECT {one.text}", one.values) for one in others)]

    def _hits(self) -> Sql:
        """Return the papers that the index finds, and that pass by their keys."""
        hits = self._found("search", self._words)
        others = [sql_of(part, "+search.rowid") for part in self._parts if not needs_row(part)]
        return _chained([hits, *others], " AND ")

    def _known_to_index(self, key: str = "p.id") -> list[Sql]:
        """Return what keeps out papers that the index does not know, where it is not asked for any word.

        Nearly always there are none, which is then asked once and not for each paper.
        """
        if not self.lacked or self._words:
            return []
        return [Sql(f"NOT (EXISTS (SELECT 1 FROM unindexed) AND {key} IN (SELECT id FROM unindexed))")]

    def _lacking(self) -> Sql | None:
        """Return the papers without the common beginning that is asked for, if one is."""
        return self._found(library.beginnings.TABLE, f'"{self.lacked}"') if self.lacked else None

    def _found(self, table: str, match: str, lowest: int = 0) -> Sql:
        """Return what an index finds within the keys asked for, and at or above one."""
        keys = self._key_range(table)
        if lowest:
            keys = Sql(f"{keys.text} AND {table}.rowid >= ?", (*keys.values, lowest))
        return Sql(f"SELECT rowid AS id FROM {table} WHERE {table} MATCH ?{keys.text}", (match, *keys.values))


def _is_comment(part: Condition) -> TypeGuard[Text]:
    return isinstance(part, Text) and part.columns == ("comment",)


def _chained(pieces: Sequence[Sql], between: str) -> Sql:
    return Sql(
        between.join(piece.text for piece in pieces),
        tuple(value for piece in pieces for value in piece.values),
    )
