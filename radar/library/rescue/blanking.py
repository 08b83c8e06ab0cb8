"""A row of a paper with values that no radar stores: what is left of it without them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from radar.library.records.paper_records import USUAL_LINKS, sort_title

_EMPTY: Mapping[str, object] = {
    # The day itself is in the key.
    "dated": 0,
    "added": 0,
    "flags": 0,
    "shown": 0,
    "stars": None,
    "upvotes": None,
    "takeaway": "",
    "figure": "",
    "error": "",
    "authors": "",
    "venue": "",
    "categories": "",
    # In this order: a day of an update may be told by the one of publication.
    "published": None,
    "listed": None,
    "updated": None,
    "links": USUAL_LINKS,
    "comment": "",
    "doi": "",
    "abstract": "",
    "version": 0,
    "site_summary": "",
    "site_summary_by": "",
    "withdrawn": 0,
}
"""What stands in each column of which nothing is known; without key, id and title a paper is none."""


def without_strange(
    row: Mapping[str, object], fits: Callable[[Mapping[str, object]], bool]
) -> dict[str, object] | None:
    """Return a row of `papers` with nothing in the columns whose values are strange.

    None where it is no paper even so.

    Args:
        fits: whether radar can read a row.
    """
    kept = {**row, **_EMPTY, "sort_title": sort_title(str(row["title"]))}
    if not fits(kept):
        return None
    for column in _EMPTY:
        tried = {**kept, column: row[column]}
        if fits(tried):
            kept = tried
    return kept
