"""Everything that the library holds of one paper, for the detail and for exports."""

from __future__ import annotations

from radar.errors import StrangeLibrary
from radar.library.adding.changes import changes_of
from radar.library.adding.conflicts import conflicts_of
from radar.library.database.connection import Database, Row
from radar.library.marks.tags import tags_of
from radar.library.records import bits
from radar.library.records.paper_records import PAPER_COLUMNS, paper_from
from radar.library.records.rows import check_kinds, followed, moment, understood
from radar.library.summaries.stored_summaries import kept_summaries
from radar.papers.listed.announced import Announced
from radar.papers.listed.listing import Listing
from radar.papers.listed.origin import Origin
from radar.papers.reader.query import Mark, PaperEntry

_NOTE = "coalesce((SELECT note FROM notes WHERE notes.id = papers.id), '')"
_ENTRY = (
    f"SELECT id, shown, flags, added, error, {_NOTE}, {PAPER_COLUMNS} FROM papers "
    f"WHERE id = {followed(':key')}"
)


def entry_of(database: Database, key: int) -> PaperEntry | None:
    """Return everything the library holds of one paper, or None where there is none.

    Args:
        key: of now or of any time: the paper may have become part of another one.
    """
    row = database.row(_ENTRY, {"key": key})
    if row is None:
        return None
    key, number, flags, added, error, note = _own(row[:6])
    paper = paper_from(row[6:])
    summaries, numbers = kept_summaries(database, key, paper.id)
    if not summaries:
        raise StrangeLibrary(f"{paper.id} without what was read in it")
    arrivals, changes = _origins(database, key), changes_of(database, key)
    return PaperEntry(
        key=key,
        paper=paper,
        summaries=summaries,
        numbers=numbers,
        shown=numbers.index(number) if number in numbers else 0,
        marks=Mark(flags & bits.MARKS),
        tags=tags_of(database, key),
        origins=tuple(origin.listing for origin in arrivals),
        added=moment(added),
        error=error,
        note=note,
        arrivals=arrivals,
        updated=bool(flags & bits.UPDATED),
        changes=changes,
        conflicts=conflicts_of(database, key, paper, changes),
        outdated_summaries=int(
            database.value("SELECT count(*) FROM summaries WHERE id = ? AND outdated", (key,))
        ),
    )


@understood("a paper that is none")
def _own(row: Row) -> Row:
    check_kinds(row, (int, int, int, int, str, str))
    return row


def _origins(database: Database, key: int) -> tuple[Origin, ...]:
    rows = database.rows(
        "SELECT name, label, arrived, announced FROM origins JOIN listings ON number = listing "
        "WHERE id = ? ORDER BY arrived, number",
        (key,),
    )
    return tuple(map(_origin, rows))


@understood("an origin of a paper that is none")
def _origin(row: Row) -> Origin:
    check_kinds(row, (str, str, int, str))
    name, label, arrived, announced = row
    return Origin(Listing(name, label), moment(arrived), Announced(announced))
