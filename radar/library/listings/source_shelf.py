"""The part of the library that knows how sources stand, and whose code is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar import library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from radar.library.database.connection import Database
    from radar.papers.jobs.source_state import BackFill, SourceState
    from radar.papers.listed.paper import PaperId


class SourceShelf:
    """Keeps what came of asking sources; each act is one short transaction."""

    database: Database

    def source_states(self) -> tuple[SourceState, ...]:
        """Return how every source stands that was ever asked, by name."""
        return library.source_states.source_states(self.database)

    def note_source(self, state: SourceState) -> None:
        """Keep how a source stands, unless somebody asked it later; its last success never goes back."""
        library.source_states.note_source(self.database, state)

    def left_out_before(self, source: str) -> frozenset[str]:
        """Return which items of the last answer of a source were left out, as they were noted."""
        return library.source_states.left_out_before(self.database, source)

    def note_left_out(self, source: str, items: Iterable[str]) -> None:
        """Note which items of the last answer of a source were left out, so that they are told once."""
        library.source_states.note_left_out(self.database, source, items)

    def back_fill(self, source: str, since: date) -> BackFill | None:
        """Return how far a back-fill of a source to that day is, or None where there was none."""
        return library.source_states.back_fill(self.database, source, since)

    def back_fills(self) -> tuple[BackFill, ...]:
        """Return all back-fills, those first that something came of last."""
        return library.source_states.back_fills(self.database)

    def note_back_fill(self, fill: BackFill) -> None:
        """Keep how far a back-fill is, unless another radar is further or has ended it.

        Call it after the papers of the page were added: a kill in between repeats a page and loses none.
        """
        library.source_states.note_back_fill(self.database, fill)

    def starred_without_code(self, limit: int) -> tuple[PaperId, ...]:
        """Return starred papers whose code is not out, at most so many, longest not looked for first."""
        return library.code_looks.starred_without_code(self.database, limit)

    def note_code_looked(self, ids: Iterable[str]) -> None:
        """Note that the code of papers was looked for now; unknown ids are passed over."""
        library.code_looks.note_code_looked(self.database, ids)
