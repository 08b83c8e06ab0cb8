"""What a listing says of the papers of a chunk, held against what is shown of them."""

from __future__ import annotations

from collections.abc import Mapping

from radar.library.adding.conflicts import note_said, note_said_before
from radar.library.adding.planning import Plan
from radar.library.database.connection import Database
from radar.papers.listed.conflict import Fact, differences

_OF_A_VERSION = (Fact.TITLE, Fact.FIRST_AUTHOR)
"""Facts that a new version may change."""

_KEPT = (Fact.PUBLISHED, Fact.DOI)
"""Facts that stay what they were first though the listing that gave them says otherwise later."""


def note_listing_says(database: Database, planned: Plan, listing: int, keys: Mapping[int, int]) -> None:
    """Keep what this listing says otherwise of papers that others brought, and what was shown before."""
    said: dict[int, dict[Fact, str]] = {}
    for slot, records in planned.records.items():
        if len(records) == 1 and (slot < 0 or slot in planned.alone):
            # A listing does not contradict itself: what it says now takes the place of what it said.
            said |= {slot: {}} if slot >= 0 else {}
            continue
        shown = planned.new[-1 - slot] if slot < 0 else planned.changed.get(slot, planned.known[slot])
        kept = _KEPT if len(records) == 1 and slot in planned.renewed else ()
        said[keys[slot]] = {
            field: value
            for record in records
            if record != shown
            for field, value in differences(shown, record)
            if field not in kept
        }
    note_said(database, listing, said)
    for key, paper in planned.changed.items():
        was = planned.known[key]
        of_version = _OF_A_VERSION if 0 < was.version < paper.version else ()
        before = {field: value for field, value in differences(paper, was) if field not in of_version}
        if before:
            note_said_before(database, key, before, listing)
