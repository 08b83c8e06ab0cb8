"""What a library keeps beside its papers, checked and made anew: one line a part, as the doctor has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from radar.pipeline.doctor import Check, Verdict

if TYPE_CHECKING:
    from radar.library.library import Library

Report = Callable[[str, int, int], None]


def rebuilding_checks(library: Library, report: Report) -> Iterator[Check]:
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
