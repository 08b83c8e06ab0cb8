"""What a library keeps beside its papers, checked and made anew: one line a part, as the doctor has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from radar.papers.jobs.reports import LabelledReport
from radar.papers.text.safe_text import clean
from radar.pipeline.doctor import Check, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from radar.library.library import Library
    from radar.library.rescue.rescuing import Part, Rescued


_TOLD = {
    "papers": "papers, with what is read and starred",
    "tags": "tags on papers",
    "notes": "notes",
    "watches": "watches",
    "summaries": "summaries by models",
}
"""Tables that hold what cannot be had again, or dearly, as they are called."""


def rebuilding_checks(library: Library, report: LabelledReport) -> Iterator[Check]:
    """Check indexes, counts and names, make the search index anew, and say what was mended.

    Others may read, add and mark meanwhile. What is interrupted or killed is kept, and the same command goes
    on with it.

    Args:
        report: told what is done, and how many papers of how many; what it raises ends it.
    """
    for found in library.mend(report):
        if found.amiss:
            entries = "1 did" if found.amiss == 1 else f"{found.amiss:,} did"
            told = f"{entries} not agree with the papers, mended: {found.detail}"
            yield Check(found.part, Verdict.WARN, told)
        else:
            yield Check(found.part, Verdict.OK, "agree with the papers")
    library.rebuild_index(lambda done, total: report("making the search index anew", done, total))
    yield Check("search", Verdict.OK, "the index and its words are made anew")


def rescuing_checks(path: Path, report: LabelledReport) -> Iterator[Check]:
    """Bring what can be read of a damaged library into a new one in its place, and say what was lost.

    Args:
        report: told what is done; what it raises ends it, with everything left as it was.
    """
    from radar.library.rescue.rescuing import rescue

    rescued = rescue(path, report)
    if rescued is None:
        yield Check("file", Verdict.OK, "nothing is damaged, and it stays as it is")
        return
    for part in rescued.parts:
        if part.table in _TOLD:
            yield _part_check(part)
    if others := [part.table for part in rescued.parts if part.table not in _TOLD and _suffered(part)]:
        yield Check("others", Verdict.WARN, f"not all could be read of: {', '.join(others)}")
    yield from _note_checks(rescued)
    if rescued.unseen:
        told = "damaged where no row shows it: some may be lost that are not counted here"
        yield Check("file", Verdict.WARN, told)
    yield Check(
        "file",
        Verdict.OK,
        f"a new library is in its place; the old file is kept as {clean(str(rescued.aside))}",
        "radar refresh and radar import bring papers that were lost again",
    )


def _suffered(part: Part) -> bool:
    return part.damaged or part.lost > 0 or part.blanked > 0


def _part_check(part: Part) -> Check:
    told = f"{_TOLD[part.table]}: {part.kept:,} kept"
    if part.lost:
        told += f", {part.lost:,} lost{' and perhaps more' if part.damaged else ''}"
    elif part.damaged:
        told += "; not all pages could be read, so that some may be lost"
    if part.blanked:
        told += f"; {part.blanked:,} without values that no radar stores"
    return Check(part.table, Verdict.WARN if _suffered(part) else Verdict.OK, told)


def _note_checks(rescued: Rescued) -> Iterator[Check]:
    """Give the notes back whose papers are lost: nobody else has them."""
    for note in rescued.loose_notes:
        yield Check("note", Verdict.WARN, f"of a paper that is lost: {clean(note)}")
