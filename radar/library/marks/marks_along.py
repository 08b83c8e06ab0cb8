"""Marks, tags and notes that come along with papers from another library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from radar.papers.reader.own_marks import OwnMarks

if TYPE_CHECKING:
    from radar.library.adding.planning import Plan


def of_new_papers(planned: Plan, marks: Sequence[OwnMarks | None]) -> dict[int, OwnMarks]:
    """Return what comes along with new papers, by their place; a known paper's marks are its reader's."""
    found: dict[int, OwnMarks] = {}
    for slot, one in zip(planned.slots, marks, strict=bool(marks)):
        if one is not None and slot < 0:
            place = -1 - slot
            found[place] = found[place] | one if place in found else one
    return found


def of_known_papers(planned: Plan, marks: Sequence[OwnMarks | None]) -> int:
    """Return how many known papers come with marks, which are not taken."""
    along = zip(planned.slots, marks, strict=bool(marks))
    return len({slot for slot, one in along if one and not one.asked and slot >= 0})


def asked_for(planned: Plan, marks: Sequence[OwnMarks | None]) -> list[tuple[int, tuple[str, ...]]]:
    """Return the tags that the reader has asked for of known papers, by key."""
    along = zip(planned.slots, marks, strict=bool(marks))
    return [(slot, one.tags) for slot, one in along if one and one.asked and slot >= 0]
