"""The part of the library that keeps watches, searches that are saved under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar import library

if TYPE_CHECKING:
    from datetime import datetime

    from radar.library.database.connection import Database
    from radar.library.watches.saved_searches import WatchUndo
    from radar.papers.reader.query import PaperQuery
    from radar.papers.reader.watch import Watch


class WatchShelf:
    """Saves, changes, moves and forgets watches; each act can be taken back."""

    database: Database

    def add_watch(self, name: str, query: PaperQuery) -> tuple[Watch, WatchUndo]:
        """Save a question under a name, behind the others; what it finds by now is not new.

        Raises:
            LibraryError: the name is empty, a number, or taken.
        """
        return library.saved_searches.add_watch(self.database, name, query)

    def change_watch(self, number: int, query: PaperQuery) -> WatchUndo:
        """Give a watch another question; raises LibraryError where it is gone."""
        return library.saved_searches.change_watch(self.database, number, query)

    def rename_watch(self, number: int, name: str) -> WatchUndo:
        """Give a watch another name.

        Raises:
            LibraryError: the name is empty, a number or taken, or the watch is gone.
        """
        return library.saved_searches.rename_watch(self.database, number, name)

    def move_watch(self, number: int, place: int) -> WatchUndo:
        """Put a watch at a place, counted from 1, among the others; raises LibraryError where it is gone."""
        return library.saved_searches.move_watch(self.database, number, place)

    def remove_watch(self, number: int) -> WatchUndo:
        """Forget a watch; raises LibraryError where it is gone already."""
        return library.saved_searches.remove_watch(self.database, number)

    def undo_watch(self, undo: WatchUndo) -> None:
        """Take back what one act changed of watches; LibraryError where a name is taken by now."""
        library.saved_searches.take_back_watches(self.database, undo)

    def look_at_watch(self, number: int, until: datetime) -> None:
        """Note that the reader has seen what a watch finds among the papers added up to a moment."""
        library.saved_searches.look_at_watch(self.database, number, until)

    def show_watches(self, shown: bool) -> None:
        """Note whether the reader wants the watches on screen."""
        library.side_bar.show_watches(self.database, shown)
