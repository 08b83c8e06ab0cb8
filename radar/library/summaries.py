"""The summaries of a paper: all are kept, one is shown, and the row of the list follows from that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from radar.errors import LibraryError
from radar.library import bits
from radar.library.connection import Database
from radar.library.flag_records import packed_flags
from radar.library.identities import key_of
from radar.library.records import (
    PAPER_COLUMNS,
    READING_COLUMNS,
    SUMMARY_COLUMNS,
    cleaned_reading,
    now,
    offline_summary_from,
    paper_from,
    reading_of,
    summary_from,
    summary_values,
)
from radar.library.search_index import SearchIndex
from radar.papers.failed_checks import instructs
from radar.papers.paper import Paper, PaperId
from radar.papers.standing import OFFLINE, model_summary, standing_of
from radar.papers.summary import Reading, Summary
from radar.papers.text import clean

_LONGEST_ERROR = 500


def kept_summaries(
    database: Database, key: int, paper_id: PaperId
) -> tuple[tuple[Summary, ...], tuple[int, ...]]:
    """Return all summaries of a paper, offline first, then by time, and their numbers (0: offline)."""
    offline = database.rows(f"SELECT {READING_COLUMNS} FROM readings WHERE id = ?", (key,))
    question = f"SELECT number, {SUMMARY_COLUMNS} FROM summaries WHERE id = ? ORDER BY created, number"
    others = database.rows(question, (key,))
    summaries = [offline_summary_from(paper_id, row) for row in offline]
    summaries += [summary_from(paper_id, row[1:]) for row in others]
    return tuple(summaries), (0,) * len(offline) + tuple(row[0] for row in others)


def store_readings(database: Database, readings: Iterable[tuple[int, Reading]], created: int) -> None:
    """Keep readings as the offline summaries of papers, by key, in place of the former ones."""
    database.run_many(
        "INSERT OR REPLACE INTO readings (id, rules_version, created, origin, takeaway, flags) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                key,
                reading.rules_version,
                created,
                reading.takeaway.origin.value,
                reading.takeaway.text,
                packed_flags(reading.flags),
            )
            for key, reading in readings
        ),
    )


def save_outcomes(
    database: Database,
    index: SearchIndex,
    summaries: Sequence[Summary],
    errors: Sequence[tuple[PaperId, str]] = (),
) -> None:
    """Keep summaries and show them, and keep why others failed, in one transaction.

    A newer summary of the same summariser, model and prompt replaces the older.
    """
    with database.transaction():
        for paper_id, message in errors:
            key = _known_key(database, paper_id)
            text = clean(message)[:_LONGEST_ERROR]
            database.run("UPDATE papers SET error = ? WHERE id = ?", (text, key))
        refresh_rows(database, index, [_show_new(database, summary) for summary in summaries])


def _show_new(database: Database, summary: Summary) -> int:
    key = _known_key(database, summary.paper_id)
    number = 0
    if summary.provenance.summariser == OFFLINE:
        store_readings(database, [(key, cleaned_reading(reading_of(summary)))], now())
    else:
        number = _store_summary(database, key, summary)
    database.run("UPDATE papers SET shown = ?, error = '' WHERE id = ?", (number, key))
    return key


def show_summary(database: Database, index: SearchIndex, key: int, which: int) -> None:
    """Show another of the kept summaries, by its place in `PaperEntry.summaries`."""
    with database.transaction():
        _, numbers = kept_summaries(database, key, PaperId(""))
        if not 0 <= which < len(numbers):
            raise LibraryError(
                f"The paper has no summary {which + 1}", "Look at the paper again: its summaries changed"
            )
        database.run("UPDATE papers SET shown = ? WHERE id = ?", (numbers[which], key))
        refresh_rows(database, index, [key])


def save_readings(
    database: Database, index: SearchIndex, readings: Iterable[tuple[PaperId, Reading]]
) -> None:
    """Replace offline summaries in one transaction; marks, other summaries and what is shown stay."""
    with database.transaction():
        created = now()
        by_key = {_known_key(database, paper_id): reading for paper_id, reading in readings}
        store_readings(database, ((key, cleaned_reading(by_key[key])) for key in sorted(by_key)), created)
        refresh_rows(database, index, by_key)


def outdated(database: Database, rules_version: int, limit: int) -> tuple[Paper, ...]:
    """Return papers whose offline summary was read by older rules, at most `limit` of them."""
    question = (
        f"SELECT {PAPER_COLUMNS} FROM papers WHERE id IN "
        "(SELECT id FROM readings WHERE rules_version < ? ORDER BY rules_version LIMIT ?) ORDER BY id DESC"
    )
    return tuple(paper_from(row) for row in database.rows(question, (rules_version, limit)))


def refresh_rows(database: Database, index: SearchIndex, keys: Iterable[int]) -> None:
    """Let takeaway, figure and flags of rows follow from the summaries; marks stay."""
    after: dict[int, tuple[str, str, int]] = {}
    reworded = []
    for key in keys:
        row = database.row("SELECT shown, takeaway, figure, flags FROM papers WHERE id = ?", (key,))
        if row is None:
            continue
        follows = _follows(database, key, shown=row[0], flags=row[3])
        if follows != row[1:]:
            after[key] = follows
        if follows[0] != row[1]:
            reworded.append(key)
    with index.changing(reworded):
        database.run_many(
            "UPDATE papers SET takeaway = ?, figure = ?, flags = ? WHERE id = ?",
            ((*follows, key) for key, follows in after.items()),
        )


def _follows(database: Database, key: int, *, shown: int, flags: int) -> tuple[str, str, int]:
    """Return takeaway, figure and flags that the summaries of a paper ask for."""
    summaries, numbers = kept_summaries(database, key, PaperId(""))
    summary = summaries[numbers.index(shown)]
    model = model_summary(summaries, summary)
    derived = bits.derived(
        summary.flags,
        summary.takeaway.origin,
        standing_of(summaries, summary),
        instructs=model is not None and instructs(model),
    )
    return summary.takeaway.text, summary.flags.results.figure, derived | flags & bits.MARKS


def _store_summary(database: Database, key: int, summary: Summary) -> int:
    values = summary_values(summary)
    same = "id = ? AND summariser = ? AND model = ? AND prompt_digest = ?"
    names = (key, values["summariser"], values["model"], values["prompt_digest"])
    database.run(f"DELETE FROM summaries WHERE {same}", names)
    columns = ", ".join(values)
    marks = ", ".join("?" * len(values))
    return database.insert(
        f"INSERT INTO summaries (id, {columns}) VALUES (?, {marks})", (key, *values.values())
    )


def _known_key(database: Database, paper_id: PaperId) -> int:
    key = key_of(database, paper_id)
    if key is None:
        raise LibraryError(f"The library has no paper {clean(paper_id)}", "Import the paper first")
    return key
