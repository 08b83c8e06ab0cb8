"""What radar writes after the text of a page of arXiv, so that the page alone says all that is known.

A day's papers come from two places: the feed says how each is announced, the query interface has its comment.
A note is a comment in XML at the end of the text: of how the papers of an answer are announced, or of which
items of a feed are not in the answers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date

from radar.papers.listed.announced import Announced
from radar.papers.listed.paper import PaperId
from radar.sources.arxiv.rss import Announcement

_START = "\n<!-- radar: "
_END = " -->"
_ANNOUNCED = re.compile(r"(\S+)=([a-z-]*)/(\d{1,4})/(\d{4}-\d{2}-\d{2})?", re.ASCII)


def with_announcements(text: str, announcements: Mapping[PaperId, Announcement]) -> str:
    """Return a text that says how its papers are announced."""
    parts = (
        f"{id}={found.kind.value}/{found.version}/{found.day.isoformat() if found.day else ''}"
        for id, found in announcements.items()
    )
    return f"{text}{_START}announced {' '.join(parts)}{_END}"


def with_only(text: str, ids: Collection[PaperId]) -> str:
    """Return a text of which only some papers are meant."""
    return f"{text}{_START}only {' '.join(ids)}{_END}"


def announcements_of(text: str) -> dict[PaperId, Announcement]:
    """Return how the papers of a text are announced, as its note says; none where it has none."""
    found: dict[PaperId, Announcement] = {}
    for part in _note(text, "announced ") or ():
        matched = _ANNOUNCED.fullmatch(part)
        if matched and matched[2] in {kind.value for kind in Announced}:
            day = _day(matched[4] or "")
            found[PaperId(matched[1])] = Announcement(Announced(matched[2]), int(matched[3]), day)
    return found


def only_of(text: str) -> frozenset[str] | None:
    """Return the ids of those papers of a text that are meant, None for all."""
    ids = _note(text, "only ")
    return None if ids is None else frozenset(ids)


def _note(text: str, kind: str) -> list[str] | None:
    _, start, note = text[-1_000_000:].rpartition(_START)
    if not start or not note.startswith(kind) or not note.endswith(_END):
        return None
    return note.removeprefix(kind).removesuffix(_END).split()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
