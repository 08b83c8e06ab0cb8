"""What becomes of the summaries by models when the texts of their paper change.

A takeaway holds numbers and names of the abstract that it was made from, and its evidence points into that;
of another abstract it may say what is not so. It is kept, for it was paid for, but is not shown any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from radar.library.database.connection import Database
from radar.library.records.flag_records import packed_flags, unpacked_flags
from radar.library.records.rows import in_json
from radar.library.summaries.packed_readings import PackedReading
from radar.library.summaries.stored_summaries import kept_of_many
from radar.papers.bases import replace
from radar.papers.listed.identity import normalised_title
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Basis, CodeStatus, Flags, Release
from radar.papers.summaries.summary import Summary

_OF_LISTINGS = (Basis.LISTING, Basis.GUESS)


def follow_texts(database: Database, papers: Mapping[int, tuple[Paper, Paper, PackedReading]]) -> None:
    """Put aside the summaries of texts that are gone, and let the others know of code that came out.

    `refresh_rows` follows.

    Args:
        papers: by key, as they were and as they are, and what the rules read in them now.
    """
    summarised = database.rows(
        "SELECT DISTINCT id FROM summaries WHERE NOT outdated AND id IN (SELECT value FROM json_each(?))",
        (in_json(papers),),
    )
    keys = [key for (key,) in summarised]
    outdated: list[int] = []
    flags: list[tuple[str, int]] = []
    for key, (summaries, numbers) in kept_of_many(database, {key: PaperId("") for key in keys}).items():
        before, after, reading = papers[key]
        for summary, number in zip(summaries, numbers, strict=True):
            if not number:
                continue
            if outdates(summary, before, after):
                outdated.append(number)
            elif (code := _code(summary, reading)) != summary.flags.code:
                flags.append((packed_flags(replace(summary.flags, code=code)), number))
    put_aside(database, outdated)
    database.run_many("UPDATE summaries SET flags = ? WHERE number = ?", flags)


def put_aside(database: Database, numbers: list[int]) -> None:
    """Note that summaries are of an earlier text; what shows one of them shows what the rules read."""
    database.run_many("UPDATE summaries SET outdated = 1 WHERE number = ?", [(one,) for one in numbers])
    database.run_many(
        "UPDATE papers SET shown = 0 WHERE shown = ? AND id = (SELECT id FROM summaries WHERE number = ?)",
        [(one, one) for one in numbers],
    )


def outdates(summary: Summary, before: Paper, after: Paper) -> bool:
    """Return whether the texts that a summary was made from are replaced; one that was missing is not.

    A title that is only spelled otherwise, and another comment, matter where evidence points into them.
    """
    if before.abstract and before.abstract != after.abstract:
        return True
    if before.title and normalised_title(before.title) != normalised_title(after.title):
        return True
    fields = {span.field for span in _evidence(summary.flags)}
    moved = ((TextField.TITLE, before.title, after.title), (TextField.COMMENT, before.comment, after.comment))
    return any(was and was != becomes and field in fields for field, was, becomes in moved)


def _code(summary: Summary, reading: PackedReading) -> CodeStatus:
    """Return the code flag of a summary, which the texts and the listings of today may tell more of."""
    own, read = summary.flags.code, unpacked_flags(reading.flags).code
    appeared = read.value is Release.RELEASED and own.value is not Release.RELEASED
    # What a listing gives is no word of the model.
    replaced = own.basis in _OF_LISTINGS and own.value is not Release.NONE and read.value is not Release.NONE
    return read if appeared or replaced else own


def _evidence(flags: Flags) -> Iterator[Evidence]:
    spans = (flags.code.evidence, flags.data.evidence, *flags.results.evidence)
    yield from (span for span in (*spans, flags.results.state_of_the_art_evidence) if span is not None)
