"""The summaries of a paper: all are kept, one is shown, and the row of the list follows from that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from radar.errors import LibraryError
from radar.library.database.connection import Database
from radar.library.identity.identities import keys_of, named_keys
from radar.library.index.search_index import SearchIndex
from radar.library.records import bits
from radar.library.records.paper_records import (
    AS_SHOWN,
    PAPER_COLUMNS,
    READING_COLUMNS,
    READINGS,
    SUMMARY_COLUMNS,
    offline_summary_from,
    paper_from,
    reading_of,
    summary_from,
    summary_values,
)
from radar.library.records.removed import any_removed, removed_among
from radar.library.records.rows import in_json, now
from radar.library.summaries.packed_readings import PackedReading, packed_reading
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.summaries.failed_checks import BY_A_MODEL, instructs, not_shown
from radar.papers.summaries.standing import OFFLINE, model_summary, standing_of
from radar.papers.summaries.summary import Reading, Summary
from radar.papers.text.safe_text import clean

_LONGEST_ERROR = 500
_SHOW_NEW = (
    "UPDATE papers SET error = '', shown = CASE WHEN ? AND EXISTS (SELECT 1 FROM summaries AS kept "
    "WHERE kept.number = papers.shown AND NOT kept.outdated "
    f"AND kept.origin IN ('{BY_A_MODEL[0]}', '{BY_A_MODEL[1]}')) "
    "THEN shown ELSE ? END WHERE id = ?"
)


Kept = tuple[tuple[Summary, ...], tuple[int, ...]]
"""All summaries of a paper but those of an earlier text, offline first, then by time, and their numbers
(0: offline)."""


def kept_summaries(database: Database, key: int, paper_id: PaperId) -> Kept:
    """Return all summaries of a paper."""
    return kept_of_many(database, {key: paper_id})[key]


def kept_of_many(database: Database, ids: Mapping[int, PaperId]) -> dict[int, Kept]:
    """Return all summaries of papers, by key; two questions, however many papers (some thousands at most)."""
    among, keys = "id IN (SELECT value FROM json_each(?))", (in_json(ids),)
    summaries: dict[int, list[Summary]] = {key: [] for key in ids}
    numbers: dict[int, list[int]] = {key: [] for key in ids}
    offline = f"SELECT readings.id, {READING_COLUMNS} FROM {READINGS} WHERE readings.{among}"
    for row in database.rows(offline, keys):
        summaries[row[0]].append(offline_summary_from(ids[row[0]], row[1:]))
        numbers[row[0]].append(0)
    question = (
        f"SELECT id, number, {SUMMARY_COLUMNS} FROM summaries WHERE {among} AND NOT outdated "
        "ORDER BY created, number"
    )
    for row in database.rows(question, keys):
        summaries[row[0]].append(summary_from(ids[row[0]], row[2:]))
        numbers[row[0]].append(row[1])
    return {key: (tuple(summaries[key]), tuple(numbers[key])) for key in ids}


def store_readings(
    database: Database, readings: Iterable[tuple[int, PackedReading]], created: int, *, shown: bool = False
) -> None:
    """Keep readings as the offline summaries of papers, by key, in place of the former ones.

    Args:
        shown: whether the papers are new and their rows hold the takeaways already; else `refresh_rows`
            follows.
    """
    # To replace a row, SQLite first writes the page of each aside, 16 kB a paper and more.
    insert = "INSERT" if shown else "INSERT OR REPLACE"
    database.run_many(
        f"{insert} INTO readings (id, rules_version, created, origin, takeaway, flags) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                key,
                reading.rules_version,
                created,
                reading.origin,
                AS_SHOWN if shown else reading.takeaway,
                reading.flags,
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
    """Keep summaries and show them, and keep why others failed, all or none; of papers removed, nothing.

    A newer one of the same summariser, model and prompt replaces the older; of several of one paper the last
    is shown. One whose words were refused does not push a takeaway by a model off the list.
    """
    if not summaries and not errors:
        return
    with database.transaction():
        gone = _removed(
            database, [*(one.paper_id for one in summaries), *(paper_id for paper_id, _ in errors)]
        )
        summaries = [one for one in summaries if one.paper_id not in gone]
        errors = [(paper_id, text) for paper_id, text in errors if paper_id not in gone]
        failed = _known_keys(database, [paper_id for paper_id, _ in errors])
        database.run_many(
            "UPDATE papers SET error = ? WHERE id = ?",
            [(clean(text)[:_LONGEST_ERROR], key) for key, (_, text) in zip(failed, errors, strict=True)],
        )
        refresh_rows(database, index, _show_new(database, summaries))


def _show_new(database: Database, summaries: Sequence[Summary]) -> list[int]:
    keys = _known_keys(database, [summary.paper_id for summary in summaries])
    shown: dict[int, int] = {}
    refused: dict[int, bool] = {}
    offline: dict[int, PackedReading] = {}
    stored: list[tuple[int, int, Summary]] = []
    last = database.value("SELECT seq FROM sqlite_sequence WHERE name = 'summaries'") or 0
    for key, summary in zip(keys, summaries, strict=True):
        refused[key] = not_shown(summary)
        if summary.provenance.summariser == OFFLINE:
            offline[key] = packed_reading(reading_of(summary))
            shown[key] = 0
        else:
            shown[key] = last + len(stored) + 1
            stored.append((shown[key], key, summary))
    _store_summaries(database, stored)
    store_readings(database, sorted(offline.items(), key=lambda item: item[0]), now())
    database.run_many(_SHOW_NEW, [(refused[key], shown[key], key) for key in sorted(shown)])
    return list(shown)


def show_summary(database: Database, index: SearchIndex, key: int, number: int) -> None:
    """Show another of the kept summaries, by its number in `PaperEntry.numbers`."""
    with database.transaction():
        _, numbers = kept_summaries(database, key, PaperId(""))
        if number not in numbers:
            raise LibraryError(
                "That summary is no longer kept", "Look at the paper again: its summaries changed"
            )
        database.run("UPDATE papers SET shown = ? WHERE id = ?", (number, key))
        refresh_rows(database, index, [key])


def save_readings(
    database: Database, index: SearchIndex, readings: Iterable[tuple[PaperId, Reading | PackedReading]]
) -> None:
    """Replace offline summaries in one transaction; marks, other summaries and what is shown stay."""
    with database.transaction():
        created = now()
        readings = tuple(readings)
        gone = _removed(database, [paper_id for paper_id, _ in readings])
        readings = tuple(one for one in readings if one[0] not in gone)
        keys = _known_keys(database, [paper_id for paper_id, _ in readings])
        by_key = dict(zip(keys, (reading for _, reading in readings), strict=True))
        store_readings(database, ((key, packed_reading(by_key[key])) for key in sorted(by_key)), created)
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
    question = (
        "SELECT id, shown, takeaway, figure, flags FROM papers "
        "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    )
    rows = database.rows(question, (in_json(keys),))
    kept = kept_of_many(database, {row[0]: PaperId("") for row in rows})
    after: dict[int, tuple[str, str, int]] = {}
    offline: list[tuple[str, int, str]] = []
    reworded: dict[int, str] = {}
    for key, shown, *before in rows:
        follows = _follows(kept[key], shown=shown, flags=before[2])
        if follows != tuple(before):
            after[key] = follows
        if follows[0] != before[0]:
            reworded[key] = follows[0]
        read = kept[key][0][0].takeaway.text
        said = AS_SHOWN if read == follows[0] else read
        offline.append((said, key, said))
    # First, for what stands for the takeaway of a row must not outlive it.
    database.run_many("UPDATE readings SET takeaway = ? WHERE id = ? AND takeaway != ?", offline)
    index.reword(reworded)
    database.run_many(
        "UPDATE papers SET takeaway = ?, figure = ?, flags = ? WHERE id = ?",
        ((*follows, key) for key, follows in after.items()),
    )


def _follows(kept: Kept, *, shown: int, flags: int) -> tuple[str, str, int]:
    """Return takeaway, figure and flags that the summaries of a paper ask for."""
    summaries, numbers = kept
    summary = summaries[numbers.index(shown)]
    model = model_summary(summaries, summary)
    derived = bits.derived(
        summary.flags,
        summary.takeaway.origin,
        standing_of(summaries, summary),
        instructs=model is not None and instructs(model),
    )
    return summary.takeaway.text, summary.flags.results.figure, derived | flags & bits.KEPT


def _store_summaries(database: Database, made: Sequence[tuple[int, int, Summary]]) -> None:
    """Keep summaries under their numbers, each with the key of its paper."""
    if not made:
        return
    columns = ", ".join(summary_values(made[0][2]))
    marks = ", ".join("?" * (columns.count(",") + 1))
    # What it replaces is told by UNIQUE; the new row has a new number, so that "shown" moves on to it.
    database.run_many(
        f"INSERT OR REPLACE INTO summaries (number, id, {columns}) VALUES (?, ?, {marks})",
        ((number, key, *summary_values(summary).values()) for number, key, summary in made),
    )


def _removed(database: Database, paper_ids: Sequence[PaperId]) -> frozenset[PaperId]:
    """Return those of these papers that the reader removed, perhaps while a model read them."""
    if not any_removed(database):
        return frozenset()
    keys = named_keys(database, paper_ids)
    gone = removed_among(database, (key for key in keys if key is not None))
    return frozenset(paper_id for paper_id, key in zip(paper_ids, keys, strict=True) if key in gone)


def _known_keys(database: Database, paper_ids: Sequence[PaperId]) -> list[int]:
    keys = keys_of(database, paper_ids)
    for paper_id, key in zip(paper_ids, keys, strict=True):
        if key is None:
            raise LibraryError(f"The library has no paper {clean(paper_id)}", "Import the paper first")
    return [key for key in keys if key is not None]
