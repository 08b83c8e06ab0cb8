"""Papers taken out of the library: all that hangs on them goes along, and is kept aside for a while.

Their names stay and lead to their keys, which no other paper gets. So a listing that names one of them is
understood, and nothing has to be searched for when they are put back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from radar.library.database.connection import Database
from radar.library.identity.identities import names_of
from radar.library.index import rebuilding
from radar.library.index.categories import forget_all_categories
from radar.library.index.search_index import SearchIndex
from radar.library.marks.acts import Act
from radar.library.records import bits
from radar.library.records.key_packs import Chosen, followed_keys
from radar.library.records.paper_records import PAPER_COLUMNS, paper_from
from radar.library.records.removed_rows import TABLES, packed_rows
from radar.library.records.rows import in_json, moment, now
from radar.library.removal.restoring import count, forget_old
from radar.papers.jobs.reports import Report
from radar.papers.listed.paper import Paper
from radar.papers.reader.removal import Losses
from radar.papers.text.plurals import plural
from radar.papers.text.safe_text import clean

_TOGETHER = 1_024
"""Papers that go by one turn of the search index."""
_PACKED = 128
"""Papers packed together."""
_LONGEST = 200
"""Letters that are kept of how papers were chosen."""
_SLICE = 4_096
"""Papers counted at once."""
_AMONG = "id IN (SELECT value FROM json_each(?))"
_GOING = (*reversed(TABLES[1:]), "unindexed", "looked_at", "papers")
"""Tables whose rows of a paper go with it, the paper last."""


def losses_of(database: Database, keys: Sequence[int]) -> Losses:
    """Return how many of these papers are there, and what would be lost with them."""
    losses, chosen, elsewhere = Losses(), sorted(keys), set[int]()
    for start in range(0, len(chosen), _SLICE):
        part = chosen[start : start + _SLICE]
        there = set(followed_keys(database, part))
        # What papers became part of counts once, also where it was chosen itself.
        moved = {key for key in there.difference(part) if key in elsewhere or _holds(chosen, key)}
        elsewhere |= there.difference(part)
        losses += _losses(database, sorted(there - moved))
    return losses


def _holds(rising: Sequence[int], key: int) -> bool:
    place = bisect_left(rising, key)
    return place < len(rising) and rising[place] == key


def _losses(database: Database, keys: Sequence[int]) -> Losses:
    among = (in_json(keys),)
    question = f"SELECT count(*), total((flags & {bits.STARRED}) != 0) FROM papers NOT INDEXED WHERE {_AMONG}"
    papers, starred = database.rows(question, among)[0]
    noted, tagged, summarised = (
        int(database.value(f"SELECT count(DISTINCT id) FROM {table} WHERE {_AMONG}", among))
        for table in ("notes", "tags", "summaries")
    )
    return Losses(papers, int(starred), noted, tagged, summarised)


def remove_papers(
    database: Database, index: SearchIndex, keys: Sequence[int], what: str, reader: str, report: Report
) -> Act:
    """Remove papers, in one transaction however many they are; those that are gone already are passed over.

    Args:
        what: how they were chosen, for people; cut where it is long.
        reader: whose act it is, as of marks.
        report: told how far it is; what it raises undoes all of it.
    """
    chosen = Chosen(database, keys)
    with database.transaction():
        forget_old(database)
        when, losses, done, only = now(), Losses(), 0, None
        number = database.insert(
            "INSERT INTO acts (reader, done, label, papers) VALUES (?, ?, '', 0)", (reader, when)
        )
        for part in _parts(chosen):
            papers = _papers_of(database, part)
            if papers:
                losses += _losses(database, list(papers))
                only = next(iter(papers)) if losses.papers == 1 else None
                _remove(database, index, number, papers)
            done += len(part)
            report(min(done, len(keys)), len(keys))
        label = f"remove {plural(losses.papers, 'paper')}"
        if not losses.papers:
            database.run("DELETE FROM acts WHERE number = ?", (number,))
            return Act(label, 0, 0, moment(when), reader.split(" ")[0])
        values = (label, losses.papers, only, number)
        database.run("UPDATE acts SET label = ?, papers = ?, only_paper = ? WHERE number = ?", values)
        counts = (losses.papers, losses.starred, losses.noted, losses.tagged, losses.summarised)
        database.run(
            "INSERT INTO removals VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
            (number, when, clean(what)[:_LONGEST], *counts),
        )
    return Act(label, losses.papers, number, moment(when), reader.split(" ")[0], only)


def _parts(chosen: Chosen) -> Iterator[Sequence[int]]:
    for part in chosen.slices():
        for start in range(0, len(part), _TOGETHER):
            yield part[start : start + _TOGETHER]


def _papers_of(database: Database, keys: Sequence[int]) -> dict[int, Paper]:
    question = f"SELECT id, {PAPER_COLUMNS} FROM papers WHERE {_AMONG} ORDER BY id"
    return {row[0]: paper_from(row[1:]) for row in database.rows(question, (in_json(keys),))}


def _remove(database: Database, index: SearchIndex, removal: int, papers: dict[int, Paper]) -> None:
    keys = list(papers)
    for start in range(0, len(keys), _PACKED):
        pack = packed_rows(database, keys[start : start + _PACKED])
        database.run("INSERT INTO removed_papers (removal, packed) VALUES (?, ?)", (removal, pack))
    others: dict[int, list[str]] = {}
    question = f"SELECT id, alias FROM other_names WHERE {_AMONG}"
    for key, alias in database.rows(question, (in_json(papers),)):
        others.setdefault(key, []).append(alias)
    remember(database, removal, papers, others)
    rebuilding.forget(database, keys)
    index.forget_for_good(keys)
    count(database, keys, -1)
    forget_all_categories(database, ((key, paper.categories) for key, paper in papers.items()))
    for table in _GOING:
        database.run(f"DELETE FROM {table} WHERE {_AMONG}", (in_json(keys),))


def remember(
    database: Database, removal: int, papers: Mapping[int, Paper], others: Mapping[int, Sequence[str]]
) -> None:
    """Keep by which names removed papers are known.

    Args:
        others: ids that a paper is known by and its own row does not tell.
    """
    database.run_many(
        "INSERT OR REPLACE INTO removed (id, removal, ids, title, authors) VALUES (?, ?, ?, ?, ?)",
        [
            (
                key,
                removal,
                "\n".join(dict.fromkeys([*names_of(paper).ids, *others.get(key, ())])),
                paper.title,
                "\n".join(paper.authors),
            )
            for key, paper in papers.items()
        ],
    )
