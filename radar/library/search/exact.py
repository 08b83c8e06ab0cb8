"""The exact form of a question: every paper that passes, in order, and how many they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self

from radar.library.search.asked import Ask
from radar.library.search.bounded import Bounded
from radar.library.search.conditions import (
    Condition,
    Every,
    Keys,
    Match,
    Members,
    Negated,
    Signed,
    Sql,
    Text,
    Window,
    joined,
    known_to_index,
    left_out,
    needs_row,
    noted,
    sql_of,
)
from radar.papers.bases import replace
from radar.papers.reader.query import Order
from radar.papers.text.patterns import pattern

_OPEN_PHRASE = pattern(r' [^ "]+" \*')


class Exact(Bounded):
    """A query that finds all papers; what comes in order anyway is merged."""

    @property
    def ranked(self) -> bool:
        """Whether the best match comes first; one or two letters alone match all papers alike."""
        return self._order is Order.MATCH and bool(self.wanted.exact) and not self.wanted.hardly_begun

    @property
    def prefix(self) -> bool:
        """Whether the index has to gather all words that begin as an unfinished one does."""
        asked = (self._words, *(value for one in self._left_out() for value in one.values))
        return any('" *' in str(one) for one in asked)

    @property
    def open_phrase(self) -> bool:
        """Whether the last word of a phrase is unfinished."""
        return _OPEN_PHRASE.search(self._words) is not None

    def all(self) -> Ask:
        """Every paper that passes, in order but for `ranked`."""
        if self.by_day:
            merged = _chained(self.merged(), " ")
            return Ask(f"{merged.text} ORDER BY id {self._direction}", merged.values)
        further = self._known_to_index()
        if self._words:
            further.append(Sql("p.id IN (SELECT rowid FROM search WHERE search MATCH ?)", (self._words,)))
        further += [Sql(f"p.id NOT IN ({one.text})", one.values) for one in self._left_out()]
        papers = self._papers(*further)
        return Ask(f"{papers.text} ORDER BY {self._by}", papers.values)

    def count(self) -> Ask:
        """How many papers pass; one row."""
        others = self._all_that_fail()
        if others is not None:
            every = "papers - (SELECT count(*) FROM unindexed)" if self.wanted.without else "papers"
            return Ask(f"SELECT {every} - (SELECT count(*) FROM ({others.text})) FROM counts", others.values)
        whole = self.all()
        return Ask(f"SELECT count(*) FROM ({whole.sql})", whole.values)

    @property
    def narrows(self) -> bool:
        """Whether any paper may fail."""
        return bool(self._words or self._flags or self._parts or self.wanted.bounded or self.wanted.without)

    def _all_that_fail(self) -> Sql | None:
        """Return the set that is left out of all papers, or of all in the index, where that is all."""
        without = self._left_out()
        if self._words or self._flags or self.wanted.bounded or len(self._parts) + len(without) != 1:
            return None
        if without:
            return without[0]
        if self._lacking(self._parts[0]) is not None:
            return None
        if isinstance(self._parts[0], Members) and self._parts[0].failing is not None:
            return _of_papers(self._parts[0].failing)
        # What a table beside the papers says may be of papers that are gone.
        told = not isinstance(self._parts[0], Negated) or isinstance(self._parts[0].part, Members)
        return None if told else self._unwanted(self._parts[0])

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

    def _papers(self, *further: Sql, index: str = "", window: Window | None = None) -> Sql:
        """Return all papers that pass but for their words, from the narrowest index for the order."""
        if not index:
            index = self._narrow[1] if self.by_day and self._narrow is not None else self._order_index
        keys = [sql_of(self.wanted.keys)] if self.wanted.bounded else []
        where = joined([self._where(window, keys=False), *keys, *further], " AND ")
        return Sql(f"SELECT p.id AS id FROM papers p INDEXED BY {index} WHERE {where.text}", where.values)

    def _streamed(self) -> Sql | None:
        """Return all papers that pass, taken from a set whose keys come in order, where there is one."""
        stream = (self._stream() or self._ordered()) if self.by_day else None
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

    def _ordered(self) -> Members | None:
        return next((part for part in self._parts if isinstance(part, Members) and part.ordered), None)

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

    def merged(self) -> list[Sql]:
        """All papers by day that pass: what comes by rising or falling keys, and what is merged with it.

        Hits, and papers that pass by their rows, both come by their keys, so that SQLite merges them: half
        the time of looking for each hit in a set.
        """
        lacking = [part for part in self.wanted.parts if self._lacking(part) is not None]
        if lacking:
            kept = tuple(part for part in self.wanted.parts if part not in lacking)
            others = type(self)(self._query, replace(self.wanted, parts=kept))
            passing = [one for one in map(self._lacking, lacking) if one is not None]
            found = others.merged() if others.narrows else [passing.pop(0)]
            return [*found, *(Sql(f"INTERSECT {one.text}", one.values) for one in passing)]
        unwanted = [part for part in self.wanted.parts if self._unwanted(part) is not None]
        if unwanted:
            kept = tuple(part for part in self.wanted.parts if part not in unwanted)
            others = type(self)(self._query, replace(self.wanted, parts=kept))
            return [*others.merged(), *_excepting(filter(None, map(self._unwanted, unwanted)))]
        notes = [papers for part in self._parts if (papers := noted(part)) is not None]
        if notes and len(notes) == len(self._parts) and not self._words:
            found = self._with_notes(notes)
        elif self._words:
            rows = self._rows(self._parts)
            found = [self._hits(), *([] if rows is None else [Sql(f"INTERSECT {rows.text}", rows.values)])]
        else:
            found = [self._streamed() or self._papers(*self._known_to_index())]
        return [self._less(found)]

    def _unwanted(self, part: Condition) -> Sql | None:
        """Return the papers that a part does not let pass, where they come by their keys."""
        match part:
            case Negated(Match(exact=exact)):
                return self._found(exact)
            case Negated(Every((Match(exact=exact), *others))) if _are_signs(others):
                # The sign before the column keeps the index from being asked for each paper by itself.
                found, signs = self._found(exact), joined([sql_of(one, "+rowid") for one in others], " AND ")
                return Sql(f"{found.text} AND {signs.text}", (*found.values, *signs.values))
            case Negated(Text() as text):
                return noted(text)
            case Negated(Members(stream=True) | Members(ordered=True) as members):
                return members.select
            case Members(failing=failing):
                return failing
            case _:
                return None

    def _lacking(self, part: Condition) -> Sql | None:
        """Return the papers that a part lets pass, where those are the ones that are left out of all others:
        the index would gather all words that begin so to tell what it finds nothing of."""
        match part:
            case Negated(Match(rest="", without=without)) if without:
                sets = left_out(without, self._index_keys(0), self._direction)
                if len(sets) != 1:
                    return None
                # A paper that waits for the index is told by neither.
                every = f"SELECT id FROM (SELECT id FROM ({sets[0].text}) UNION ALL SELECT id FROM unindexed)"
                return Sql(every, sets[0].values)
            case _:
                return None

    def _with_notes(self, notes: Sequence[Sql]) -> list[Sql]:
        """Return the papers with such comments and venues that pass by their flags and keys."""
        keys = [sql_of(self.wanted.keys, "c.id")] if self.wanted.bounded else []
        further = [Sql(f"AND {one.text}", one.values) for one in (*keys, *self._known_to_index("c.id"))]
        passing = [_chained([papers, *further], " ") for papers in notes]
        rows = self._rows(())
        others = [*passing[1:], *([] if rows is None else [rows])]
        return [passing[0], *(Sql(f"INTERSECT {one.text}", one.values) for one in others)]

    def _hits(self) -> Sql:
        """Return the papers that the index finds, and that pass by their keys."""
        hits = self._found(self._words)
        others = [sql_of(part, "+search.rowid") for part in self._parts if not needs_row(part)]
        return _chained([hits, *others], " AND ")

    def _known_to_index(self, key: str = "p.id") -> list[Sql]:
        """Return what keeps out papers that the index does not know, where it is not asked for any word."""
        return [known_to_index(key)] if self.wanted.without and not self._words else []

    def _less(self, found: Sequence[Sql], lowest: int = 0) -> Sql:
        """Return what is found but for the papers that are left out."""
        return _chained([*found, *_excepting(self._left_out(lowest))], " ")

    def _left_out(self, lowest: int = 0) -> list[Sql]:
        """Return the papers that are left out, as sets."""
        return left_out(self.wanted.without, self._index_keys(lowest), self._direction)

    def _found(self, match: str, lowest: int = 0) -> Sql:
        """Return what the index finds within the keys asked for, and at or above one."""
        keys = self._index_keys(lowest)
        return Sql(
            f"SELECT rowid AS id FROM search WHERE search MATCH ?{keys.text.format(table='search')}",
            (match, *keys.values),
        )

    def _index_keys(self, lowest: int) -> Sql:
        """Return the keys asked for, and at or above one, as a further condition on `{table}.rowid`."""
        keys = self._key_range("{table}")
        if not lowest:
            return keys
        return Sql(f"{keys.text} AND {{table}}.rowid >= ?", (*keys.values, lowest))


def _are_signs(parts: Sequence[Condition]) -> bool:
    return bool(parts) and all(isinstance(part, Signed) for part in parts)


def _of_papers(found: Sql) -> Sql:
    """Return those of some keys that papers have."""
    there = "EXISTS (SELECT 1 FROM papers p INDEXED BY i_list WHERE p.id = found.id)"
    return Sql(f"SELECT id FROM ({found.text}) found WHERE {there}", found.values)


def _excepting(papers: Iterable[Sql]) -> list[Sql]:
    return [Sql(f"EXCEPT {one.text}", one.values) for one in papers]


def _chained(pieces: Sequence[Sql], between: str) -> Sql:
    return Sql(
        between.join(piece.text for piece in pieces),
        tuple(value for piece in pieces for value in piece.values),
    )
