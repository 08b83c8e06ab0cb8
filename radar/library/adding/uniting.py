"""Two papers of the library that turn out to be one: everything that hangs on the one comes to the other.

Read and starred are taken from either: who has read a paper under one listing has read it. What was added
first says when it came, so that it is not new a second time.
"""

from __future__ import annotations

from collections.abc import Mapping

from radar.library.database.connection import Database
from radar.library.identity.identities import NAME_TABLES, names_of
from radar.library.index import rebuilding
from radar.library.index.categories import forget_categories
from radar.library.index.search_index import SearchIndex
from radar.library.marks.notes import join_notes
from radar.library.records import bits
from radar.library.records.rows import in_json
from radar.library.summaries.outdating import outdates, put_aside
from radar.library.summaries.stored_summaries import kept_of_many
from radar.papers.listed.conflict import differences
from radar.papers.listed.paper import Paper, PaperId

_KEEPING = (
    "INSERT OR IGNORE INTO tags (folded, id, tag) SELECT folded, :stays, tag FROM tags WHERE id = :goes",
    "INSERT INTO origins (id, listing, arrived, announced) "
    "SELECT :stays, listing, arrived, announced FROM origins WHERE id = :goes "
    "ON CONFLICT (id, listing) DO UPDATE SET arrived = min(arrived, excluded.arrived)",
    "INSERT OR IGNORE INTO changes (id, happened, kind, before, after, listing) "
    "SELECT :stays, happened, kind, before, after, listing FROM changes WHERE id = :goes",
    "INSERT OR IGNORE INTO said SELECT :stays, listing, field, value FROM said WHERE id = :goes",
    "INSERT OR IGNORE INTO other_names SELECT :stays, alias FROM other_names WHERE id = :goes",
    "INSERT INTO code_looks SELECT :stays, looked FROM code_looks WHERE id = :goes "
    "ON CONFLICT (id) DO UPDATE SET looked = max(looked, excluded.looked)",
    "UPDATE looked_at SET id = :stays WHERE id = :goes",
    "UPDATE acts SET only_paper = :stays WHERE only_paper = :goes",
    "UPDATE moved SET into_id = :stays WHERE into_id = :goes",
    "INSERT INTO moved (id, into_id) VALUES (:goes, :stays)",
    "UPDATE papers SET (added, error, flags) = (SELECT min(papers.added, gone.added), "
    "CASE papers.error WHEN '' THEN gone.error ELSE papers.error END, "
    f"papers.flags | (gone.flags & {bits.KEPT}) FROM papers gone WHERE gone.id = :goes) WHERE id = :stays",
    "UPDATE counts SET (papers, unread, starred, with_code) = (SELECT counts.papers - 1, "
    "counts.unread - ((flags & 1) = 0), counts.starred - ((flags & 2) != 0), "
    "counts.with_code - ((flags & 4) != 0) FROM papers WHERE id = :goes)",
)
"""Statements with the key that stays and the key that goes."""
_GOING = (
    "tags", "origins", "changes", "said", "other_names", "code_looks", "readings", "unindexed", "papers",
)  # fmt: skip
"""Tables whose rows of a paper go with it, the paper last."""


def unite(
    database: Database, index: SearchIndex, joined: Mapping[int, int], papers: Mapping[int, Paper]
) -> None:
    """Let papers become part of others; the texts of those that stay follow later.

    Args:
        joined: the key of each paper that goes, and the one that stays.
        papers: all of them: those that go as they are stored, those that stay as they will be.
    """
    rebuilding.forget(database, joined)
    index.forget(joined)
    for goes, stays in sorted(joined.items()):
        _note_said(database, goes, stays, papers)
        _move_summaries(database, goes, stays, papers)
        _move_names(database, goes, stays, papers[goes])
        join_notes(database, goes, stays)
        forget_categories(database, goes, papers[goes].categories)
        for statement in _KEEPING:
            database.run(statement, {"stays": stays, "goes": goes})
        for table in _GOING:
            database.run(f"DELETE FROM {table} WHERE id = ?", (goes,))


def _note_said(database: Database, goes: int, stays: int, papers: Mapping[int, Paper]) -> None:
    """Keep what the paper that goes says otherwise, as the word of the listing that brought it."""
    database.run_many(
        "INSERT OR IGNORE INTO said (id, listing, field, value) SELECT ?, listing, ?, ? FROM origins "
        "WHERE id = ? ORDER BY arrived LIMIT 1",
        [(stays, field.value, value, goes) for field, value in differences(papers[stays], papers[goes])],
    )


def _move_summaries(database: Database, goes: int, stays: int, papers: Mapping[int, Paper]) -> None:
    """Move the summaries of the paper that goes; of two by one model and prompt the newer is kept."""
    summaries, numbers = kept_of_many(database, {goes: PaperId("")})[goes]
    put_aside(
        database,
        [
            number
            for summary, number in zip(summaries, numbers, strict=True)
            if number and outdates(summary, papers[goes], papers[stays])
        ],
    )
    same = "kept.summariser = s.summariser AND kept.model = s.model AND kept.prompt_digest = s.prompt_digest"
    better = "(kept.outdated, -kept.created) < (s.outdated, -s.created)"
    for one, other in ((goes, stays), (stays, goes)):
        database.run(
            "DELETE FROM summaries WHERE number IN (SELECT s.number FROM summaries s JOIN summaries kept "
            f"ON kept.id = ? AND {same} WHERE s.id = ? AND {better})",
            (other, one),
        )
    database.run("UPDATE OR REPLACE summaries SET id = ? WHERE id = ?", (stays, goes))
    # What either showed is shown, if it is still there.
    database.run(
        "UPDATE papers SET shown = coalesce("
        "(SELECT number FROM summaries WHERE number = papers.shown AND id = :stays AND NOT outdated), "
        "(SELECT number FROM summaries WHERE id = :stays AND NOT outdated "
        "AND number = (SELECT shown FROM papers WHERE id = :goes)), "
        "(SELECT max(number) FROM summaries WHERE id = :stays AND NOT outdated "
        "AND (papers.shown OR (SELECT shown FROM papers WHERE id = :goes))), 0) WHERE id = :stays",
        {"stays": stays, "goes": goes},
    )


def _move_names(database: Database, goes: int, stays: int, paper: Paper) -> None:
    """Let the names of the paper that goes lead to the other one; those not known here are followed."""
    others = database.rows("SELECT alias FROM other_names WHERE id = ?", (goes,))
    names = in_json([*names_of(paper).aliases, *(alias for (alias,) in others)])
    for table in NAME_TABLES:
        database.run(
            f"UPDATE {table} SET id = ? WHERE id = ? AND alias IN (SELECT value FROM json_each(?))",
            (stays, goes, names),
        )
