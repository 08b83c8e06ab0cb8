"""Sets of papers that words, flags and days do not tell: by tag, note, category, listing, id, and the new."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from radar import library
from radar.library.database.connection import Database
from radar.library.index.completions import LAST
from radar.library.records.rows import microseconds
from radar.library.search.conditions import Condition, Members, Nothing, Sql
from radar.papers.bases import replace
from radar.papers.search.nodes import Category, IdBegins, Source, Tag

_NEAR = 2_000
"""Members that stand for a set in the bounded form where one paper at a time cannot be asked for."""


class Sets:
    """Finds sets for one reader.

    Args:
        bounded: whether they are for a look at the first papers, which takes no set whole.
    """

    def __init__(self, database: Database, *, bounded: bool = False) -> None:
        self._database = database
        self._bounded = bounded

    def of(self, node: Tag | Category | Source | IdBegins) -> Condition:
        """Return the papers of a node."""
        match node:
            case Tag(name, exact):
                return self._tag(library.tags.folded(name), exact)
            case Category(name, exact):
                numbers = library.categories.category_numbers(self._database, name, exact=exact)
                return _numbered("categorised", "category", numbers)
            case Source(name, alone):
                numbers = self._listings(name.lower(), whole=alone)
                return listed_alone(numbers) if alone else _listed(numbers)
            case IdBegins(text):
                whole = not self._bounded
                return library.ids_begun.papers_with(self._database, text, whole=whole)

    def new(self, since: datetime) -> Members:
        """Return the unread papers that were added since."""
        select = "SELECT id FROM papers INDEXED BY i_arrived WHERE added > ? AND (flags & 1) = 0"
        values = (microseconds(since),)
        probe = "SELECT 1 FROM papers q WHERE q.id = {key} AND q.added > ? AND (q.flags & 1) = 0"
        return Members(
            Sql(select, values),
            Sql(probe, values),
            near=Sql(f"{select} ORDER BY added DESC LIMIT {_NEAR}", values),
        )

    def tagged(self) -> Members:
        """Return the papers with any tag."""
        return Members(Sql("SELECT id FROM tags"), Sql("SELECT 1 FROM tags WHERE id = {key}"))

    def _tag(self, name: str, exact: bool) -> Members:
        known = self._database.row("SELECT 1 FROM tags WHERE folded = ? LIMIT 1", (name,))
        if known or exact:
            return tag_members(name)
        bounds = (name, name + LAST)
        where = "folded >= ? AND folded < ?"
        return Members(
            Sql(f"SELECT id FROM tags WHERE {where}", bounds),
            Sql(f"SELECT 1 FROM tags WHERE id = {{key}} AND {where}", bounds),
        )

    def _listings(self, name: str, *, whole: bool) -> tuple[int, ...]:
        """Return the listings whose names begin so; one that is called so goes before others, if `whole`."""
        found = self._database.rows("SELECT number, name FROM listings ORDER BY number")
        called = [int(number) for number, known in found if whole and str(known).lower() == name]
        begun = (int(number) for number, known in found if str(known).lower().startswith(name))
        return tuple(called or begun)


def added_after(moment: datetime) -> Members:
    """Return the papers that the library gained after a moment."""
    values = (microseconds(moment),)
    return Members(
        Sql("SELECT id FROM papers INDEXED BY i_arrived WHERE added > ?", values),
        Sql("SELECT 1 FROM papers q WHERE q.id = {key} AND q.added > ?", values),
        recent=True,
    )


def tag_members(name: str) -> Members:
    """Return the papers with exactly this tag, given in the form in which tags are compared."""
    return Members(
        Sql("SELECT id FROM tags WHERE folded = ?", (name,)),
        Sql("SELECT 1 FROM tags WHERE folded = ? AND id = {key}", (name,)),
        stream=True,
    )


def noted(text: str = "") -> Members:
    """Return the papers in whose notes a run of characters stands; without one, those with any note."""
    where, values = "folded LIKE ? ESCAPE '\\'", (library.row_texts.pattern(library.notes.folded(text)),)
    return Members(
        Sql(f"SELECT id FROM notes WHERE {where}", values),
        Sql(f"SELECT 1 FROM notes WHERE id = {{key}} AND {where}", values),
    )


def failed() -> Members:
    """Return the papers of which the last request for a summary failed; to tell all takes a look at each."""
    newest = f"SELECT id FROM papers INDEXED BY i_list ORDER BY id DESC LIMIT {_NEAR}"
    return Members(
        Sql("SELECT id FROM papers NOT INDEXED WHERE error != ''"),
        Sql("SELECT 1 FROM papers q WHERE q.id = {key} AND q.error != ''"),
        near=Sql(f"SELECT id FROM papers NOT INDEXED WHERE id IN ({newest}) AND error != ''"),
        most=Sql("SELECT id FROM papers INDEXED BY i_list"),
    )


def _numbered(table: str, column: str, numbers: Sequence[int]) -> Condition:
    if not numbers:
        return Nothing()
    among = f"{column} IN ({', '.join(map(str, numbers))})"
    return Members(
        Sql(f"SELECT id FROM {table} WHERE {among}"),
        Sql(f"SELECT 1 FROM {table} WHERE {among} AND id = {{key}}"),
        stream=len(numbers) == 1,
    )


def _listed(numbers: Sequence[int]) -> Condition:
    """Return the papers of some listings, given by rising number.

    The key of their table begins with the paper; where several name it, it is taken from the first of those.
    """
    found = _numbered("origins", "listing", numbers)
    if not isinstance(found, Members) or found.stream:
        return found
    among = f"listing IN ({', '.join(map(str, numbers))})"
    earlier = f"SELECT 1 FROM origins e WHERE e.id = o.id AND e.{among} AND e.listing < o.listing"
    # Most papers are of one listing, often the first, of which no other is asked.
    once = f"(o.listing = {numbers[0]} OR NOT EXISTS ({earlier}))"
    few = f"SELECT o.id AS id FROM origins o INDEXED BY i_listed WHERE o.{among} AND {once}"
    # The sign before the column keeps SQLite from that index, by which the keys come listing by listing.
    ordered = f"SELECT o.id AS id FROM origins o NOT INDEXED WHERE +o.{among} AND {once}"
    return replace(found, select=Sql(ordered), ordered=True, few=Sql(few))


def listed_alone(numbers: Sequence[int]) -> Condition:
    """Return the papers of some listings, given by rising number, that no other listing has named."""
    if not numbers:
        return Nothing()
    among = f"listing IN ({', '.join(map(str, numbers))})"
    other = "NOT EXISTS (SELECT 1 FROM origins e WHERE e.id = o.id AND (e.listing NOT IN ({}) OR {}))"
    # Of several listings that name a paper, it is taken from the first.
    alone = other.format(", ".join(map(str, numbers)), f"e.{among} AND e.listing < o.listing")
    return Members(
        Sql(f"SELECT o.id AS id FROM origins o INDEXED BY i_listed WHERE o.{among} AND {alone}"),
        Sql(f"SELECT 1 FROM origins o WHERE o.{among} AND o.id = {{key}} AND {alone}"),
        # To count those alone, a listing would be looked through whose papers nearly all have another one.
        most=Sql(f"SELECT o.id AS id FROM origins o INDEXED BY i_listed WHERE o.{among}"),
    )
