"""Which papers the reader has removed: their keys lead to none any more, and their names still to them."""

from __future__ import annotations

from collections.abc import Iterable

from radar.library.database.connection import Database, Row
from radar.library.records.rows import check_kinds, in_json, understood
from radar.papers.bases import Value
from radar.papers.listed.paper import Paper, PaperId

IS_THERE = "id NOT IN (SELECT id FROM removed)"
"""Condition on rows that lead to papers by their `id`."""


class Gone(Value):
    """What is remembered of a removed paper."""

    paper: Paper
    """Its id, title and authors, and nothing else."""
    ids: tuple[str, ...]
    """All ids that it was known by, its own first."""


def any_removed(database: Database) -> bool:
    """Return whether names may lead to papers that are not there."""
    return database.row("SELECT 1 FROM removed LIMIT 1") is not None


def removed_among(database: Database, keys: Iterable[int]) -> frozenset[int]:
    """Return which keys are those of removed papers."""
    question = "SELECT id FROM removed WHERE id IN (SELECT value FROM json_each(?))"
    return frozenset(key for (key,) in database.rows(question, (in_json(keys),)))


def gone_among(database: Database, keys: Iterable[int]) -> dict[int, Gone]:
    """Return what is remembered of those of these papers that were removed, by key."""
    question = "SELECT id, ids, title, authors FROM removed WHERE id IN (SELECT value FROM json_each(?))"
    return {row[0]: _gone(row) for row in database.rows(question, (in_json(keys),))}


@understood("a removed paper that is none")
def _gone(row: Row) -> Gone:
    check_kinds(row, (int, str, str, str))
    _, ids, title, authors = row
    named = tuple(ids.split("\n"))
    people = tuple(authors.split("\n")) if authors else ()
    return Gone(Paper(PaperId(named[0]), title, people), named)
