"""What a reader had marked of a paper, as it comes along with the paper from another library."""

from __future__ import annotations

from radar.papers.bases import Value
from radar.papers.reader.notes import joined
from radar.papers.reader.query import Mark

OWN_FIELD = "radar-id"
"""The field by which bibliographies that radar wrote say so, with the id of the paper; it is named after its
program, as `bdsk-url-1` and `mendeley-tags` are. Other programs leave fields alone that are not theirs."""


class OwnMarks(Value):
    """Marks, tags and note of one paper; at least one of them."""

    marks: Mark = Mark.NONE
    tags: tuple[str, ...] = ()
    note: str = ""
    asked: bool = False
    """Whether the reader has asked for them, so that known papers get the tags too, beside their own."""

    def __or__(self, other: OwnMarks) -> OwnMarks:
        """Return what either says."""
        note = joined(self.note, other.note)
        return OwnMarks(self.marks | other.marks, (*self.tags, *other.tags), note, self.asked or other.asked)
