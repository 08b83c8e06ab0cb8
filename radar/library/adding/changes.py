"""What becomes of papers after the reader could have seen them: noted, marked in the list, and read again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from radar.library.adding.arrivals import clock_was_ahead
from radar.library.adding.merging import is_newer, is_replacement
from radar.library.adding.planning import Standing
from radar.library.adding.teasers import is_incomplete
from radar.library.database.connection import Database, Row
from radar.library.records import bits
from radar.library.records.rows import check_kinds, in_json, moment, now_after, understood
from radar.library.watches.digests import reopen
from radar.papers.bases import Value
from radar.papers.listed.change import Change, ChangeKind
from radar.papers.listed.conflict import Fact, same_repository
from radar.papers.listed.identity import normalised_title
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper

TOGETHER = 12 * 60 * 60 * 1_000_000
"""Microseconds from a paper's arrival within which what a second listing says of it is no news: sources are
asked one after the other, and of the same morning."""
_ADDRESS = re.compile(r"\((https?://(?:[^\s()]|\([^\s()]*\))+)\)")
"""As sources put it behind the words of a link."""
TEXT_OF: Mapping[ChangeKind, Fact] = MappingProxyType(
    {ChangeKind.TITLE: Fact.TITLE, ChangeKind.CODE_LINK: Fact.CODE}
)
"""The fact that a change of a kind is about."""


class Seen(Value):
    """A paper as the list shows it at one moment."""

    paper: Paper
    flags: int
    code_url: str
    """Where its code is, by its texts or by a listing; empty where neither says."""


def note_changes(
    database: Database,
    papers: Mapping[int, tuple[Seen, Seen]],
    standings: Mapping[int, Standing],
    records: Mapping[int, Sequence[Paper]],
    listing: int,
) -> int:
    """Note what changed of papers that the reader could have seen, and mark them as updated.

    Args:
        papers: before and after, by key.
        standings: how they stood in the list.
        records: what the listing gave of them.
        listing: the number of the one that told.

    Returns:
        How many of them changed so.
    """
    happened = now_after(database.value("SELECT max(happened) FROM changes"))
    looked = int(database.value("SELECT value FROM meta WHERE name = 'looked'") or -1)
    rows = [
        (key, happened, kind.value, was, becomes, listing)
        for key, (before, after) in papers.items()
        if _could_be_seen(standings[key], looked, happened)
        for kind, was, becomes in _differences(before, after, records.get(key, ()))
    ]
    keys = sorted({row[0] for row in rows})
    if rows:
        _let_come_now(database, happened)
        reopen(database, changes=happened)
        database.run_many(
            "INSERT OR REPLACE INTO changes (id, happened, kind, before, after, listing) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
        database.run(
            "UPDATE papers SET flags = flags | ? WHERE id IN (SELECT value FROM json_each(?))",
            (bits.UPDATED, in_json(keys)),
        )
    return len(keys)


def _let_come_now(database: Database, happened: int) -> None:
    """Let what was noted while the clock was far ahead count as noted now, or it would be told until then."""
    if clock_was_ahead(database, happened):
        # Of two changes of a kind the later one stays.
        late = "UPDATE OR REPLACE changes SET happened = :now WHERE happened > :now"
        database.run(late, {"now": happened})


def changes_of(database: Database, key: int) -> tuple[Change, ...]:
    """Return what became of a paper, by time."""
    rows = database.rows(
        "SELECT happened, kind, before, after, name, label FROM changes JOIN listings ON number = listing "
        "WHERE id = ? ORDER BY happened",
        (key,),
    )
    kinds = tuple(ChangeKind)
    return tuple(sorted(map(_change, rows), key=lambda change: (change.when, kinds.index(change.kind))))


@understood("a change of a paper that is none")
def _change(row: Row) -> Change:
    check_kinds(row, (int, str, str, str, str, str))
    happened, kind, before, after, name, label = row
    return Change(moment(happened), ChangeKind(kind), before, after, Listing(name, label))


def _could_be_seen(standing: Standing, looked: int, happened: int) -> bool:
    """Say whether the reader could have seen a paper before now.

    What was added since the reader last looked is new anyway, until it is so for a while: where the screen is
    never closed, or never opened, nobody notes when they looked.
    """
    if standing.flags & bits.MARKS or standing.added <= looked:
        return True
    return standing.added + TOGETHER <= happened


def _differences(
    before: Seen, after: Seen, records: Sequence[Paper]
) -> Iterator[tuple[ChangeKind, str, str]]:
    """Yield each kind of change with what was and what is."""
    known, paper = before.paper, after.paper
    versions = tuple(_versions(known, paper, records))
    yield from versions
    # What the authors of a new version put into the abstract is news, addresses too.
    linked = () if versions else _only_addresses(known.abstract, paper.abstract)
    if known.links.code != paper.links.code or not _is_one_of(after.code_url, linked):
        yield from _code(before, after)
    if _reworded(known.title, paper.title):
        yield ChangeKind.TITLE, known.title, paper.title
    if _reworded(known.abstract, paper.abstract) and not linked and not is_incomplete(known.abstract):
        yield ChangeKind.ABSTRACT, "", ""
    if paper.withdrawn and not known.withdrawn:
        yield ChangeKind.WITHDRAWN, "", ""


def _versions(known: Paper, paper: Paper, records: Sequence[Paper]) -> Iterator[tuple[ChangeKind, str, str]]:
    if _is_new_version(known, paper, records):
        yield ChangeKind.VERSION, str(known.version or ""), str(paper.version or "")
    elif _is_replaced(known, paper, records):
        yield ChangeKind.VERSION, str(known.version or ""), ""


def _is_new_version(known: Paper, paper: Paper, records: Sequence[Paper]) -> bool:
    if paper.version <= known.version:
        return False
    if known.updated and known.updated == paper.updated:
        # Of this one it was told that it is out before its number was.
        return False
    announced = any(record.announced.is_replacement for record in records)
    return bool(known.version) or announced or is_newer(known, paper)


def _is_replaced(known: Paper, paper: Paper, records: Sequence[Paper]) -> bool:
    """Say whether a new version was announced without its number, which shows by its day."""
    told = any(is_replacement(record) and is_newer(known, record) for record in records)
    return told and known.updated != paper.updated


def _code(before: Seen, after: Seen) -> Iterator[tuple[ChangeKind, str, str]]:
    if not after.flags & bits.CODE_RELEASED:
        return
    if not before.flags & bits.CODE_RELEASED:
        guessed = after.flags & bits.CODE_GUESSED
        yield ChangeKind.CODE_LINK if guessed else ChangeKind.CODE_OUT, "", after.code_url
    elif after.code_url and not (before.code_url and same_repository(before.code_url, after.code_url)):
        yield ChangeKind.CODE_LINK, before.code_url, after.code_url


def _reworded(before: str, after: str) -> bool:
    return bool(before and after) and normalised_title(before) != normalised_title(after)


def _is_one_of(place: str, addresses: Sequence[str]) -> bool:
    return bool(place) and any(same_repository(place, address) for address in addresses)


def _only_addresses(before: str, after: str) -> tuple[str, ...]:
    """Return the addresses in brackets of the newer abstract, where it is the one before but for them.

    One listing gives the addresses of links, and another only the words that carry them.
    """
    found = tuple(match[1] for match in _ADDRESS.finditer(after))
    return found if found and _letters(_ADDRESS.sub("", after)) == _letters(before) else ()


def _letters(text: str) -> str:
    return normalised_title(text).replace(" ", "")
