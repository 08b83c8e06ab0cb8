"""Tags of papers, as the library keeps them."""

from __future__ import annotations

from collections.abc import Iterable

from radar.library.database.connection import Database
from radar.library.records.rows import in_json
from radar.papers.reader.tags import folded as folded
from radar.papers.reader.tags import tags_in

_COUNTED = 1_000
"""Papers of a tag that are counted to put the most used first."""


def store_tags(database: Database, tagged: Iterable[tuple[int, Iterable[str]]]) -> None:
    """Give papers tags, by key; those that they have stay as typed."""
    rows = [(tag.casefold(), key, tag) for key, tags in tagged for tag in tags_in(tags)]
    if rows:
        database.run_many("INSERT OR IGNORE INTO tags (folded, id, tag) VALUES (?, ?, ?)", rows)


def add_tags(database: Database, tagged: Iterable[tuple[int, Iterable[str]]]) -> int:
    """Give papers tags beside those that they have, and return how many of the papers lacked one of them."""
    rows = {(tag.casefold(), key): tag for key, tags in tagged for tag in tags_in(tags)}
    if not rows:
        return 0
    question = "SELECT folded, id FROM tags WHERE id IN (SELECT value FROM json_each(?))"
    there = set(database.rows(question, (in_json({key for _, key in rows}),)))
    new = [(folded, key, tag) for (folded, key), tag in rows.items() if (folded, key) not in there]
    database.run_many("INSERT INTO tags (folded, id, tag) VALUES (?, ?, ?)", new)
    return len({key for _, key, _ in new})


def tags_of(database: Database, key: int) -> tuple[str, ...]:
    """Return the tags of a paper by name."""
    return tuple(tag for (tag,) in database.rows("SELECT tag FROM tags WHERE id = ? ORDER BY folded", (key,)))


def tags_by_use(database: Database) -> tuple[str, ...]:
    """Return every tag, the most used first; those on very many papers by name.

    It costs the same however many papers have a tag.
    """
    question = f"""
        WITH RECURSIVE each(folded) AS (
            SELECT min(folded) FROM tags
            UNION ALL
            SELECT (SELECT min(folded) FROM tags WHERE folded > each.folded) FROM each
            WHERE each.folded IS NOT NULL
        )
        SELECT (SELECT tag FROM tags WHERE tags.folded = each.folded LIMIT 1) FROM each
        WHERE folded IS NOT NULL
        ORDER BY (
            SELECT count(*) FROM (SELECT 1 FROM tags WHERE tags.folded = each.folded LIMIT {_COUNTED})
        ) DESC, folded
    """
    return tuple(str(tag) for (tag,) in database.rows(question))


def tag_counts(database: Database) -> tuple[tuple[str, int], ...]:
    """Return every tag and how many papers have it, the most used first."""
    question = "SELECT min(tag), count(*) AS papers FROM tags GROUP BY folded ORDER BY papers DESC, folded"
    return tuple((str(tag), int(papers)) for tag, papers in database.rows(question))
