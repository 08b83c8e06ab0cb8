"""What a saved library may not lack, made of what was saved: of papers, and of what was removed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from radar.errors import StrangeLibrary
from radar.library.database.connection import Database
from radar.library.identity.identities import Names, names_of, store_lost_aliases
from radar.library.records import bits
from radar.library.records.flag_records import packed_flags
from radar.library.records.paper_records import AS_SHOWN
from radar.library.records.removed import IS_THERE, gone_among
from radar.library.records.removed_rows import Rows, papers_in, unpacked_rows
from radar.library.records.rows import in_json, now
from radar.library.removal.removing import remember
from radar.papers.reader.removal import Losses
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import TakeawayOrigin
from radar.papers.text.plurals import plural

_STEP = 2_000
"""Removed papers whose names are looked at together."""
_KEPT = "SELECT number FROM removals WHERE kept"
_PACKED = "SELECT removal FROM removed_papers"


def complete(database: Database) -> None:
    """Give papers and removals what none may lack; inside a transaction of the caller."""
    _complete_removals(database)
    database.run(f"DELETE FROM moved WHERE into_id NOT IN (SELECT id FROM papers) AND into_{IS_THERE}")
    database.run("DELETE FROM act_papers WHERE act NOT IN (SELECT number FROM acts)")
    # Nothing is left of them that could be taken back.
    database.run(
        f"DELETE FROM acts WHERE number NOT IN (SELECT act FROM act_papers) AND number NOT IN ({_KEPT})"
    )
    database.run(
        "UPDATE papers SET shown = 0 WHERE shown != 0 AND shown NOT IN (SELECT number FROM summaries)"
    )
    database.run(
        "INSERT INTO readings (id, rules_version, created, origin, takeaway, flags) "
        "SELECT id, 0, added, ?, ?, ? FROM papers WHERE id NOT IN (SELECT id FROM readings)",
        (TakeawayOrigin.QUOTED.value, AS_SHOWN, packed_flags(Flags())),
    )
    # Where only the name of a listing is lost, that a paper came by it is not.
    database.run(
        "INSERT OR IGNORE INTO listings (number, name, label) "
        "SELECT DISTINCT listing, 'unknown ' || listing, 'unknown' FROM origins"
    )


def _complete_removals(database: Database) -> None:
    losses: dict[int, Losses] = {}
    # The last first: what came anew and went again went with the later one.
    for (place,) in database.rows("SELECT place FROM removed_papers ORDER BY place DESC"):
        row = database.row("SELECT removal, packed FROM removed_papers WHERE place = ?", (place,))
        if row is not None:
            tables = unpacked_rows(row[1])
            losses[row[0]] = losses.get(row[0], Losses()) + _losses_in(tables)
            # Its papers can be put back all the same.
            with suppress(StrangeLibrary):
                _remember_lost(database, row[0], tables)
    when = now()
    for number, lost in losses.items():
        _complete_removal(database, number, lost, when)
    database.run(
        "INSERT OR IGNORE INTO removals "
        "SELECT removal, coalesce((SELECT done FROM acts WHERE number = removal), ?), '', count(*), "
        "0, 0, 0, 0, 0 FROM removed GROUP BY removal",
        (when,),
    )
    database.run(f"UPDATE removals SET kept = 0 WHERE kept AND number NOT IN ({_PACKED})")
    _name_removed(database)
    _count_on(database)


def _losses_in(tables: Mapping[str, Rows]) -> Losses:
    papers = tables["papers"]
    starred = [row for row in papers.rows if int(row[papers.place("flags")]) & bits.STARRED]
    noted, tagged, summarised = (
        len({row[stored.place("id")] for row in stored.rows})
        for stored in (tables["notes"], tables["tags"], tables["summaries"])
    )
    return Losses(len(papers.rows), len(starred), noted, tagged, summarised)


def _remember_lost(database: Database, removal: int, tables: Mapping[str, Rows]) -> None:
    """Remember those papers of a removal that are nowhere else."""
    papers, others = papers_in(tables), dict[int, list[str]]()
    somewhere = (
        "SELECT id FROM papers WHERE id IN (SELECT value FROM json_each(:keys)) "
        "UNION ALL SELECT id FROM removed WHERE id IN (SELECT value FROM json_each(:keys)) "
        "UNION ALL SELECT id FROM moved WHERE id IN (SELECT value FROM json_each(:keys)) "
        "AND (into_id IN (SELECT id FROM papers) OR into_id IN (SELECT id FROM removed))"
    )
    for (key,) in database.rows(somewhere, {"keys": in_json(papers)}):
        papers.pop(key, None)
    names = tables["other_names"]
    for row in names.rows:
        others.setdefault(int(row[names.place("id")]), []).append(str(row[names.place("alias")]))
    database.run_many("DELETE FROM moved WHERE id = ?", [(key,) for key in papers])
    remember(database, removal, papers, others)


def _complete_removal(database: Database, number: int, lost: Losses, when: int) -> None:
    """Let the papers that are kept of a removal be put back, and it be the act that it was."""
    told = (lost.papers, lost.starred, lost.noted, lost.tagged, lost.summarised)
    done = "coalesce((SELECT done FROM acts WHERE number = :number), :when)"
    database.run(
        f"INSERT OR IGNORE INTO removals SELECT :number, {done}, '', {', '.join(map(str, told))}, 1",
        {"number": number, "when": when},
    )
    database.run(
        "INSERT OR IGNORE INTO acts (number, reader, done, label, papers) "
        "SELECT number, '', removed, ?, papers FROM removals WHERE number = ?",
        (f"remove {plural(lost.papers, 'paper')}", number),
    )


def _name_removed(database: Database) -> None:
    """Let the names of removed papers lead to them, so that no listing brings those back."""
    above = -1
    question = f"SELECT id FROM removed WHERE id > ? ORDER BY id LIMIT {_STEP}"
    while keys := [key for (key,) in database.rows(question, (above,))]:
        above = keys[-1]
        gone = gone_among(database, keys)
        named = ((names_of(one.paper).joined(Names(one.ids, (), ())), key) for key, one in gone.items())
        store_lost_aliases(database, named)


def _count_on(database: Database) -> None:
    """Give no act the number of a removal, whose act may be forgotten."""
    last = int(database.value("SELECT coalesce(max(number), 0) FROM removals"))
    taken = database.run(
        "INSERT OR IGNORE INTO acts (number, reader, done, label, papers) VALUES (?, '', 0, '', 0)", (last,)
    )
    if taken:
        database.run("DELETE FROM acts WHERE number = ?", (last,))
