"""What the listings of papers say otherwise than what is shown: kept only where it differs."""

from __future__ import annotations

from collections.abc import Mapping

from radar.library.adding.changes import TEXT_OF
from radar.library.database.connection import Database, Row
from radar.library.records.rows import check_kinds, in_json, understood
from radar.papers.listed.change import Change
from radar.papers.listed.conflict import Conflict, Fact, fact_of, says_otherwise
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper

Said = Mapping[Fact, str]
"""What one listing says of one paper otherwise than what is shown."""


def note_said(database: Database, listing: int, said: Mapping[int, Said]) -> None:
    """Keep what a listing says of papers, by key, in place of what it said before; writes what differs."""
    stored: dict[int, dict[str, str]] = {}
    question = (
        "SELECT id, field, value FROM said WHERE listing = ? AND id IN (SELECT value FROM json_each(?))"
    )
    for key, field, value in database.rows(question, (listing, in_json(said))):
        stored.setdefault(key, {})[field] = value
    differing = [key for key, now in said.items() if dict(now) != stored.get(key, {})]
    database.run_many(
        "DELETE FROM said WHERE id = ? AND listing = ?",
        [(key, listing) for key in differing if key in stored],
    )
    database.run_many(
        "INSERT INTO said (id, listing, field, value) VALUES (?, ?, ?, ?)",
        [(key, listing, field.value, value) for key in differing for field, value in said[key].items()],
    )


def note_said_before(database: Database, key: int, said: Said, besides: int) -> None:
    """Keep what was shown of a paper until now as the word of its listing, where it has one alone.

    Args:
        besides: the listing that has said otherwise since.
    """
    origins = database.rows("SELECT listing FROM origins WHERE id = ? LIMIT 2", (key,))
    if len(origins) != 1 or origins[0] == (besides,):
        return
    database.run_many(
        "INSERT OR IGNORE INTO said (id, listing, field, value) VALUES (?, ?, ?, ?)",
        [(key, origins[0][0], field.value, value) for field, value in said.items()],
    )


def conflicts_of(
    database: Database, key: int, paper: Paper, changes: tuple[Change, ...]
) -> tuple[Conflict, ...]:
    """Return what the listings of a paper say otherwise, the one that brought it first before the others.

    A listing that still says what was so before a change does not contradict it: it is behind.
    """
    former = {(TEXT_OF[change.kind], change.before) for change in changes if change.kind in TEXT_OF}
    rows = database.rows(
        "SELECT said.field, said.value, listings.name, listings.label FROM said "
        "JOIN listings ON listings.number = said.listing "
        "LEFT JOIN origins ON origins.id = said.id AND origins.listing = said.listing "
        "WHERE said.id = ? ORDER BY origins.arrived, said.listing",
        (key,),
    )
    found = []
    for field, value, listing, label in map(_said, rows):
        shown = fact_of(paper, field)
        if (field, value) not in former and says_otherwise(field, shown, value):
            found.append(Conflict(field, shown, value, Listing(listing, label)))
    return tuple(sorted(found, key=lambda one: tuple(Fact).index(one.field)))


@understood("a word of a listing that is none")
def _said(row: Row) -> tuple[Fact, str, str, str]:
    check_kinds(row, (str, str, str, str))
    name, value, listing, label = row
    return Fact(name), value, listing, label
