"""Papers by how an id of theirs begins: those themselves, or all but the others where nearly all begin so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from radar import library
from radar.library.database.connection import Database
from radar.library.index.completions import LAST
from radar.library.records.removed import IS_THERE
from radar.library.search.conditions import Members, Sql
from radar.papers.bases import Value, replace

_NEAR = 2_000
"""Ids that stand for a set in the bounded form."""
_NEWEST = 1_000
"""Papers at either end of the list whose own ids are looked at besides, where more begin so."""
_MANY = 20_000
"""More papers than these are not put in order one by one where few others are left: a million take 1 s."""
_OTHERS = 100_000
"""Few others: to count so many ids takes some 15 ms, before the first screenful."""
_FIRST = ""

Span = tuple[str, str]
"""The first name and the one behind the last."""


def papers_with(database: Database, text: str, *, many: int = _MANY, whole: bool = True) -> Members:
    """Return the papers one of whose ids begins so, whether or not its scheme was typed.

    Args:
        many: how many ids may begin so before it is looked whether few others do not.
        whole: whether all of them may be asked for: to count the others takes some milliseconds.
    """
    begun = tuple(_begun(text))
    if not begun:
        return Members(Sql("SELECT 0 AS id WHERE 0"))
    leads = _leads_in(database)
    wide = _exceed(database, begun, _NEAR)
    own = _own(begun)
    near = _near(begun, leads, own if wide else None)
    passing = Members(_aliased(begun, leads), near=near, own=own if wide else None)
    if not whole or not _exceed(database, begun, many):
        return passing
    others = tuple(_beside(begun))
    if _exceed(database, others, _OTHERS):
        return passing
    every = Sql("SELECT id FROM papers INDEXED BY i_list")
    if not _exceed(database, others, 0):
        return replace(passing, select=every, ordered=True, few=passing.select)
    beside, within = _aliased(others, leads), _aliased(begun, leads)
    failing = Sql(f"SELECT id FROM ({beside.text} EXCEPT {within.text})", (*beside.values, *within.values))
    select = Sql(f"{every.text} WHERE id NOT IN ({failing.text})", failing.values)
    return replace(passing, select=select, ordered=True, few=passing.select, failing=failing)


def _begun(text: str) -> Iterator[Span]:
    known = library.identities.canonical(text)
    schemes = (scheme + text for scheme in library.identities.ID_SCHEMES)
    names = dict.fromkeys(one.casefold() for one in (*([known] if known else []), text, *schemes))
    own = library.identities.OWN_NAMES
    for name in names:
        # A beginning of the names by title is none of those, and not worth an answer.
        if not name.startswith(own):
            yield from _less((name, name + LAST), [(one, one + LAST) for one in own if one.startswith(name)])


def _beside(begun: Iterable[Span]) -> Iterator[Span]:
    """Return where all ids stand that do not begin so."""
    yield from _less((_FIRST, LAST), [*begun, *((one, one + LAST) for one in library.identities.OWN_NAMES)])


def _less(whole: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """Return what is left of a span without others."""
    start, end = whole
    for first, behind in sorted(taken):
        if first > start:
            yield start, first
        start = max(start, behind)
    if start < end:
        yield start, end


def _exceed(database: Database, spans: Sequence[Span], bound: int) -> bool:
    names = _named(spans)
    found = f"SELECT 1 FROM ({names.text}) LIMIT 1 OFFSET {bound}"
    return bool(spans) and database.value(found, names.values) is not None


def _named(spans: Sequence[Span], further: str = "") -> Sql:
    """Return names and papers within spans."""
    within = f"SELECT alias, id FROM aliases WHERE alias >= ? AND alias < ?{further}"
    pieces = [f"SELECT * FROM ({within})"] * len(spans)
    return Sql(" UNION ALL ".join(pieces), tuple(value for span in spans for value in span))


class _Leads(Value):
    """Where the rows of aliases lead, as SQL."""

    key: str
    there: str
    """What holds of an `id` that is there."""


def _leads_in(database: Database) -> _Leads:
    # To follow each of a million rows takes three times as long as to read them.
    followed = library.key_packs.any_followed(database)
    gone = library.removed.any_removed(database)
    return _Leads(library.identities.ALIASED if followed else "aliases.id", IS_THERE if gone else "1")


def _aliased(spans: Sequence[Span], leads: _Leads, further: str = "") -> Sql:
    names = _named(spans, further)
    # A name that several papers share leads to none of them.
    known = f"SELECT {leads.key} AS id FROM ({names.text}) aliases WHERE aliases.id NOT NULL"
    return Sql(f"SELECT id FROM ({known}) WHERE {leads.there}", names.values)


def _own(begun: Sequence[Span]) -> Sql:
    """Return what holds for a row `q` of papers whose own id begins so."""
    within = " OR ".join(["(lower(q.paper_id) >= ? AND lower(q.paper_id) < ?)"] * len(begun))
    return Sql(within, tuple(value for span in begun for value in span))


def _near(begun: Sequence[Span], leads: _Leads, own: Sql | None) -> Sql:
    # Ids of a scheme rise with time, more or less: the last are likely the newest.
    last = _aliased(begun, leads, f" ORDER BY alias DESC LIMIT {_NEAR}")
    if own is None:
        return last
    pieces, values = [last.text], [*last.values]
    for direction in ("DESC", "ASC"):
        newest = f"SELECT p.id FROM papers p INDEXED BY i_list ORDER BY p.id {direction} LIMIT {_NEWEST}"
        pieces.append(f"SELECT q.id FROM papers q WHERE q.id IN ({newest}) AND ({own.text})")
        values += own.values
    return Sql(" UNION ALL ".join(pieces), tuple(values))
