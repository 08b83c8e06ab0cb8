"""Removed papers put back as they were, or forgotten but for their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from radar.errors import LibraryError
from radar.library.adding.uniting import unite
from radar.library.database.connection import Database, Row
from radar.library.identity.identities import Names, alias_of, names_of, store_lost_aliases, stored_aliases
from radar.library.index.categories import store_categories
from radar.library.index.search_index import SearchIndex
from radar.library.records.paper_records import PAPER_COLUMNS, paper_from
from radar.library.records.removed_rows import Rows, put_back, unpacked_rows
from radar.library.records.rows import check_kinds, in_json, microseconds, moment, understood
from radar.library.summaries.stored_summaries import refresh_rows
from radar.papers.jobs.reports import Report
from radar.papers.listed.paper import Paper
from radar.papers.reader.removal import KEPT_FOR, Losses, Removal
from radar.papers.text.plurals import plural

_AMONG = "id IN (SELECT value FROM json_each(?))"
_COLUMNS = "number, removed, what, papers, starred, noted, tagged, summarised, kept"


def removals(database: Database) -> tuple[Removal, ...]:
    """Return all removals whose names are still remembered, the last one first."""
    question = (
        f"SELECT {_COLUMNS}, (SELECT count(*) FROM removed WHERE removal = number) FROM removals "
        "ORDER BY number DESC"
    )
    return tuple(map(_removal_from, database.rows(question)))


@understood("a removal that is none")
def _removal_from(row: Row) -> Removal:
    check_kinds(row, (int, int, str, int, int, int, int, int, int, int))
    number, removed, what, papers, starred, noted, tagged, summarised, kept, left = row
    losses = Losses(papers, starred, noted, tagged, summarised)
    when = moment(removed)
    return Removal(number, when, what, losses, left, bool(kept))


def is_kept(database: Database, number: int) -> bool:
    """Return whether an act is a removal that can be taken back; its papers tell, where its row is lost."""
    question = (
        "SELECT 1 FROM removals WHERE number = :number AND kept "
        "UNION ALL SELECT 1 FROM removed_papers WHERE removal = :number LIMIT 1"
    )
    return database.row(question, {"number": number}) is not None


def forget_removed(database: Database) -> int:
    """Forget all papers that were removed but for their names, and return how many they were."""
    return _forget(database, microseconds(datetime.now(UTC)) + 1)


def forget_old(database: Database) -> int:
    """Forget in the same way those that were removed too long ago to be kept."""
    return _forget(database, microseconds(datetime.now(UTC) - KEPT_FOR))


def forget_in_time(database: Database) -> None:
    """Do the same in a transaction of its own, where there is anything to forget."""
    before = microseconds(datetime.now(UTC) - KEPT_FOR)
    if database.row("SELECT 1 FROM removals WHERE kept AND removed < ?", (before,)):
        with database.transaction():
            _forget(database, before)


def _forget(database: Database, before: int) -> int:
    """Forget what was removed before a moment; inside a transaction of the caller."""
    old = "SELECT number FROM removals WHERE kept AND removed < ?"
    papers = database.value("SELECT total(papers) FROM removals WHERE kept AND removed < ?", (before,))
    if papers:
        database.run(f"DELETE FROM removed_papers WHERE removal IN ({old})", (before,))
        database.run(f"DELETE FROM acts WHERE number IN ({old})", (before,))
        database.run("UPDATE removals SET kept = 0 WHERE kept AND removed < ?", (before,))
    return int(papers)


def restore(
    database: Database, index: SearchIndex, number: int, report: Report, foresee: Callable[[int], None]
) -> int | None:
    """Put back the papers of a removal, in one transaction, with all that hung on them.

    What came anew since gets the marks, tags, notes and summaries of the paper that was removed.

    Args:
        foresee: told before the commit what is returned.

    Returns:
        How many papers; None where somebody else has put them back already.

    Raises:
        LibraryError: a removal that came later has to be taken back first; nothing is put back.
    """
    with database.transaction():
        if not is_kept(database, number):
            return None
        papers = database.value("SELECT papers FROM removals WHERE number = ?", (number,)) or 0
        done, place = 0, -1
        while (pack := _next_pack(database, number, place)) is not None:
            place, packed = pack
            done += _put_back(database, index, packed)
            report(min(done, papers) if papers else done, papers)
        for statement in (
            "DELETE FROM removed_papers WHERE removal = ?",
            "DELETE FROM removed WHERE removal = ?",
            "DELETE FROM removals WHERE number = ?",
            "DELETE FROM acts WHERE number = ?",
        ):
            database.run(statement, (number,))
        foresee(done)
    return done


def _next_pack(database: Database, number: int, place: int) -> Row | None:
    question = "SELECT place, packed FROM removed_papers WHERE removal = ? AND place > ? ORDER BY place"
    return database.row(f"{question} LIMIT 1", (number, place))


def _put_back(database: Database, index: SearchIndex, packed: bytes) -> int:
    tables = unpacked_rows(packed)
    stored = tables["papers"]
    place = stored.place("id") if stored.rows else 0
    keys = [int(row[place]) for row in stored.rows]
    among = (in_json(keys),)
    there = {key for (key,) in database.rows(f"SELECT id FROM papers WHERE {_AMONG}", among)}
    moved = _moved(database, keys)
    moved = {**_stored_since(database, stored), **moved}
    papers = _papers_of(database, list(moved.values()))
    back = sorted(key for key in keys if key not in moved and key not in there)
    anew = sorted(key for key in keys if moved.get(key) in papers)
    if len(back) + len(anew) < len(keys):
        raise LibraryError(
            "Nothing is put back: another paper has the place of one of this removal",
            "What was removed is kept aside as it is",
        )
    database.run(f"DELETE FROM removed WHERE {_AMONG}", (in_json([*back, *anew]),))
    database.run(f"DELETE FROM moved WHERE {_AMONG}", (in_json(anew),))
    put_back(database, tables, [*back, *anew])
    count(database, [*back, *anew], 1)
    papers = _papers_of(database, [*back, *anew])
    store_categories(database, ((key, paper.categories) for key, paper in papers.items()))
    _name(database, {key: papers[key] for key in back})
    index.add_again(back)
    if anew:
        database.run_many("INSERT INTO unindexed (id) VALUES (?)", [(key,) for key in anew])
        stay = _papers_of(database, [moved[key] for key in anew])
        unite(database, index, {key: moved[key] for key in anew}, {**papers, **stay})
        refresh_rows(database, index, list(stay))
    return len(back) + len(anew)


def _moved(database: Database, keys: Sequence[int]) -> dict[int, int]:
    """Return which of these papers are part of others by now; raises LibraryError where those went again.

    What went again and cannot be put back any more gives its place up to the paper that is put back.
    """
    among = (in_json(keys),)
    moved: dict[int, int] = dict(database.rows(f"SELECT id, into_id FROM moved WHERE {_AMONG}", among))
    again = "SELECT count(*) FROM removed WHERE removal IN (SELECT removal FROM removed_papers)"
    papers = database.value(f"{again} AND {_AMONG}", (in_json(moved.values()),))
    if papers:
        told = plural(int(papers), "paper")
        raise LibraryError(
            f"Nothing is put back: {told} of this removal came anew and went with a later one",
            "radar remove --undo takes the later removals back, the last one first",
        )
    there = _papers_of(database, list(moved.values()))
    for key, into in [(key, into) for key, into in moved.items() if into not in there]:
        database.run("DELETE FROM removed WHERE id = ?", (into,))
        database.run("DELETE FROM moved WHERE id = ?", (key,))
        database.run("INSERT OR REPLACE INTO moved (id, into_id) VALUES (?, ?)", (into, key))
        database.run("UPDATE moved SET into_id = ? WHERE into_id = ?", (key, into))
        del moved[key]
    return moved


def _stored_since(database: Database, stored: Rows) -> dict[int, int]:
    """Return which papers came in again by their own ids, as they may where that they went is not known."""
    if not stored.rows:
        return {}
    place, named = stored.place("id"), stored.place("paper_id")
    ids = {int(row[place]): alias_of(str(row[named])) for row in stored.rows}
    held = stored_aliases(database, ids.values())
    found = {key: into for key, alias in ids.items() if (into := held.get(alias)) is not None and into != key}
    there = _papers_of(database, list(found.values()))
    return {key: into for key, into in found.items() if into in there}


def _name(database: Database, papers: Mapping[int, Paper]) -> None:
    """Let papers be found by all that they are known by, though their names were lost."""
    named = {key: names_of(paper) for key, paper in papers.items()}
    question = f"SELECT id, alias FROM other_names WHERE {_AMONG}"
    for key, alias in database.rows(question, (in_json(papers),)):
        named[key] = named[key].joined(Names((alias,), (), ()))
    store_lost_aliases(database, ((one, key) for key, one in named.items()))


def _papers_of(database: Database, keys: Sequence[int]) -> dict[int, Paper]:
    question = f"SELECT id, {PAPER_COLUMNS} FROM papers WHERE {_AMONG} ORDER BY id"
    return {row[0]: paper_from(row[1:]) for row in database.rows(question, (in_json(keys),))}


def count(database: Database, keys: Sequence[int], times: int) -> None:
    """Let papers come into what is counted of all, or go from it, as they stand in their table.

    Args:
        times: 1 for those that come, -1 for those that go.
    """
    database.run(
        "UPDATE counts SET (papers, unread, starred, with_code) = ("
        "SELECT counts.papers + :times * count(*), counts.unread + :times * total((flags & 1) = 0), "
        "counts.starred + :times * total((flags & 2) != 0), "
        "counts.with_code + :times * total((flags & 4) != 0) "
        "FROM papers WHERE id IN (SELECT value FROM json_each(:keys)))",
        {"times": times, "keys": in_json(keys)},
    )
