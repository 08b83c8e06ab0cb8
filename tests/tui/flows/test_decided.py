"""Which papers pass once what waits is written."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from radar.papers.reader.query import Mark, PaperQuery
from radar.tui.flows.decided import Decided

DECIDED = Decided(
    {(1, Mark.READ): True, (2, Mark.READ): False, (3, Mark.STARRED): True, (4, Mark.STARRED): False},
    {5: ("tides",), 6: ()},
    {7: "a note"},
)
ALL = tuple(range(1, 9))


def _written(query: PaperQuery, keys: Sequence[int]) -> Sequence[int]:
    """A library where the even papers are read and starred, and 8 has the tag."""
    narrow = query.unread or query.starred or query.updated
    return [
        key
        for key in keys
        if not (query.unread and key % 2 == 0)
        and not (query.starred and key % 2)
        and not (query.tag and key != 8)
        and not (narrow and query.text)
    ]


@pytest.mark.parametrize(
    ("query", "passing"),
    [
        (PaperQuery(), ALL),
        (PaperQuery(unread=True), (2, 3, 5, 7)),
        (PaperQuery(updated=True), (2, 3, 4, 5, 6, 7, 8)),
        (PaperQuery(starred=True), (2, 3, 6, 8)),
        (PaperQuery(tag="Tides"), (5, 8)),
        (PaperQuery(unread=True, starred=True), (2, 3)),
        (PaperQuery(text="is:unread", unread=True), (1, 2, 3, 4, 5, 6, 7)),
    ],
    ids=str,
)
def test_what_waits_is_taken_as_written(query: PaperQuery, passing: tuple[int, ...]) -> None:
    assert DECIDED.papers == set(ALL) - {8}
    assert sorted(DECIDED.passing(query, ALL, _written)) == list(passing)
