"""Many papers read at once: a few questions for a page of keys, however wide the rows."""

from __future__ import annotations

from collections.abc import Sequence

from radar.library.database.connection import Database
from radar.library.records.paper_records import (
    PAPER_COLUMNS,
    READING_COLUMNS,
    READINGS,
    failed_checks_of,
    offline_summary_from,
    paper_from,
    reading_of,
)
from radar.library.records.rows import in_json
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.summaries.failed_checks import not_sent_of
from radar.papers.summaries.not_sent import NotSent
from radar.papers.summaries.standing import OFFLINE
from radar.papers.summaries.summary import Reading

_AMONG = "id IN (SELECT value FROM json_each(?))"


def papers_of(database: Database, keys: Sequence[int]) -> dict[int, Paper]:
    """Return the papers of these keys, in their order; keys without a paper are left out."""
    rows = database.rows(f"SELECT id, {PAPER_COLUMNS} FROM papers WHERE {_AMONG}", (in_json(keys),))
    found = {row[0]: paper_from(row[1:]) for row in rows}
    return {key: found[key] for key in keys if key in found}


def readings_of(database: Database, keys: Sequence[int], rules_version: int) -> dict[int, Reading]:
    """Return what the offline rules of that version read in papers; those of other rules are left out."""
    question = (
        f"SELECT readings.id, {READING_COLUMNS} FROM {READINGS} WHERE readings.{_AMONG} AND rules_version = ?"
    )
    rows = database.rows(question, (in_json(keys), rules_version))
    return {row[0]: reading_of(offline_summary_from(PaperId(""), row[1:])) for row in rows}


def summarised_among(
    database: Database,
    keys: Sequence[int],
    summariser: str,
    model: str,
    prompt_digest: str,
    since: int = 0,
) -> frozenset[int]:
    """Return the keys of those papers that have a summary by this summariser, model and prompt.

    Args:
        since: the moment, as it is stored, from which on a model's summary counts.
    """
    if (summariser, model, prompt_digest) == (OFFLINE, "", ""):
        rows = database.rows(f"SELECT id FROM readings WHERE {_AMONG}", (in_json(keys),))
        return frozenset(key for (key,) in rows)
    question = (
        f"SELECT id FROM summaries WHERE {_AMONG} AND NOT outdated "
        "AND summariser = ? AND model = ? AND prompt_digest = ? AND created >= ?"
    )
    rows = database.rows(question, (in_json(keys), summariser, model, prompt_digest, since))
    return frozenset(key for (key,) in rows)


def not_sent_among(
    database: Database, keys: Sequence[int], summariser: str, model: str, prompt_digest: str
) -> dict[int, NotSent]:
    """Return why no model was asked, for those of these papers whose summary by this summariser says so."""
    question = (
        f"SELECT id, failed_checks FROM summaries WHERE {_AMONG} AND NOT outdated "
        "AND summariser = ? AND model = ? AND prompt_digest = ? AND failed_checks != '[]'"
    )
    found = {}
    for key, checks in database.rows(question, (in_json(keys), summariser, model, prompt_digest)):
        why = not_sent_of(failed_checks_of(checks))
        if why.papers:
            found[key] = why
    return found
