"""The part of the library that takes papers out, and puts them back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from radar import library
from radar.papers.jobs.reports import Report, tell_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from radar.library.database.connection import Database
    from radar.library.index.search_index import SearchIndex
    from radar.library.marks.acts import Act
    from radar.papers.reader.removal import Removal


class RemovalShelf:
    """Removes papers with all that hangs on them, and keeps that for a while."""

    database: Database
    reader: str

    @cached_property
    def _index(self) -> SearchIndex:
        return library.search_index.SearchIndex(self.database)

    def remove(self, keys: Sequence[int], what: str = "", report: Report = tell_nobody) -> Act:
        """Remove papers, in one transaction however many they are; `undo` of the act puts them back.

        No listing brings them back, until they are asked for by name.

        Args:
            what: how they were chosen, for people.
            report: told how far it is; what it raises undoes all of it.
        """
        return library.removing.remove_papers(self.database, self._index, keys, what, self.reader, report)

    def undo(
        self, number: int, report: Report = tell_nobody, foresee: Callable[[int], None] = tell_nobody
    ) -> int | None:
        """Take back what one act changed and nobody changed since, and return of how many papers that is.

        None where it is taken back already. What is returned, `foresee` is told before the commit.
        """
        if library.restoring.is_kept(self.database, number):
            return library.restoring.restore(self.database, self._index, number, report, foresee)
        return library.acts.take_back(self.database, number, report, foresee)

    def removals(self) -> tuple[Removal, ...]:
        """Return what was removed, the last removal first."""
        return library.restoring.removals(self.database)

    def forget_removed(self) -> int:
        """Let go of all that could be put back, and return how many papers those are; their names stay."""
        with self.database.transaction():
            return library.restoring.forget_removed(self.database)

    def forget_removed_in_time(self) -> None:
        """Let go of what was removed too long ago to be put back; for every run that adds papers."""
        library.restoring.forget_in_time(self.database)
