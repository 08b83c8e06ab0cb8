"""The part of the library that keeps what readers write on papers: tags and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar import library
from radar.papers.jobs.reports import Report, tell_nobody

if TYPE_CHECKING:
    from collections.abc import Sequence

    from radar.library.database.connection import Database
    from radar.library.marks.acts import Act


class TagShelf:
    """Gives papers tags and notes, and knows which tags there are."""

    database: Database
    reader: str

    def tag(
        self,
        keys: Sequence[int],
        added: Sequence[str],
        removed: Sequence[str] = (),
        report: Report = tell_nobody,
    ) -> Act:
        """Give papers tags and take others from them, in one transaction; `report` as of `mark`."""
        return library.acts.tag_papers(self.database, keys, added, removed, self.reader, report)

    def set_tags(self, key: int, tags: Sequence[str], before: Sequence[str] | None = None) -> Act:
        """Give a paper exactly these tags.

        Args:
            before: what it had when they were chosen; what others did to its tags since stays.

        Raises:
            PaperGone: the paper was removed meanwhile.
        """
        return library.acts.set_tags(self.database, key, tags, self.reader, before)

    def set_note(self, key: int, text: str) -> Act:
        """Write the note on a paper in the place of the one before; an empty text takes that away.

        Raises:
            PaperGone: the paper was removed meanwhile.
        """
        return library.acts.set_note(self.database, key, text, self.reader)

    def revise_note(self, key: int, before: str, text: str) -> str:
        """Write the note on a paper for a reader who saw the one before, and return the note as it then is.

        What somebody else wrote meanwhile stays in front of it.

        Raises:
            PaperGone: the paper was removed meanwhile.
        """
        return library.acts.revise_note(self.database, key, before, text, self.reader)

    def tags_by_use(self) -> tuple[str, ...]:
        """Return every tag, the most used first, at a cost that does not grow with the papers."""
        return library.tags.tags_by_use(self.database)

    def tag_counts(self) -> tuple[tuple[str, int], ...]:
        """Return every tag and how many papers have it, the most used first."""
        return library.tags.tag_counts(self.database)
