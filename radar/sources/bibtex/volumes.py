"""Volumes of a bibliography, which other entries name by `crossref` and take their year and title from."""

from __future__ import annotations

from collections.abc import Mapping

from radar.papers.bases import Value
from radar.sources.source import undecodable

_KINDS = frozenset(
    {"proceedings", "book", "collection", "mvproceedings", "mvbook", "mvcollection", "periodical"}
)
_DATES = ("date", "year")
_LONGEST = 1_000
"""Characters of a title or a date that is kept; a few signs may name a string of many more."""


class _Volume(Value):
    title: str
    dates: Mapping[str, str]


class Volumes:
    """The volumes read so far, by their keys in lower case, as BibTeX compares them."""

    def __init__(self) -> None:
        self._known: dict[str, _Volume] = {}

    def remember(self, kind: str, key: str, fields: Mapping[str, str]) -> None:
        """Keep what entries may take from this one, where it is of a kind that holds others."""
        if kind in _KINDS:
            read = {
                name: text
                for name, text in fields.items()
                if 0 < len(text) <= _LONGEST and not undecodable(text)
            }
            dates = {name: read[name] for name in (*_DATES, "month") if name in read}
            title = read.get("booktitle") or read.get("title", "")
            self._known.setdefault(key.lower(), _Volume(title, dates))

    def know(self, fields: Mapping[str, str]) -> bool:
        """Return whether an entry names no volume, or one that was read."""
        named = fields.get("crossref", "")
        return not named or named.strip().lower() in self._known

    def complete(self, fields: dict[str, str]) -> None:
        """Give an entry what it lacks and its volume has: a date and the title of the volume."""
        volume = self._known.get(fields.get("crossref", "").strip().lower())
        if volume is None:
            return
        if not any(fields.get(name) for name in _DATES):
            for name, text in volume.dates.items():
                fields.setdefault(name, text)
        if volume.title and not fields.get("journal"):
            fields.setdefault("booktitle", volume.title)


def complaint_of(fields: Mapping[str, str]) -> str:
    """Return in words what an entry of an unknown volume lacks; empty where it lacks nothing."""
    if any(fields.get(name) for name in _DATES):
        return ""
    return "the volume that its crossref names is not in this file, and its year with it"
