"""Items of a source that are no papers, in what a job says at its end."""

from __future__ import annotations

from radar.papers.bases import replace
from radar.papers.listed.listing import NotUnderstood
from radar.pipeline.events import Refreshed
from radar.pipeline.items_left_out import lines_of
from radar.pipeline.source_jobs import message_of

ITEMS = tuple(NotUnderstood(number, "it has no title", f"urn:{number}") for number in range(1, 6))
QUIET = Refreshed("feed:https://moss.example/x", 1, 0, 1, 0, 0, None)
TELLING = replace(QUIET, not_understood=1, left_out=ITEMS[:1])


def test_the_first_few_are_told_and_the_others_counted() -> None:
    assert lines_of(ITEMS) == (
        "item 1: it has no title: urn:1",
        "item 2: it has no title: urn:2",
        "item 3: it has no title: urn:3",
        "and 2 more",
    )
    assert lines_of((NotUnderstood(4, "not a paper"),)) == ("item 4: not a paper",)


def test_a_job_tells_them_behind_what_their_source_brought() -> None:
    told = "0 new, 1 known, 1 item not understood (item 1: it has no title: urn:1)"
    assert message_of([TELLING]) == told
    named = f"feed:https://moss.example/x: {told}"
    assert message_of([QUIET, TELLING]) == f"{QUIET.line}; {named}"
    assert message_of([QUIET, QUIET, QUIET, TELLING]) == f"{named}; nothing new from 3 sources"
