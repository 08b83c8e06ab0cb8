"""What the reader has decided of papers and the library has not taken yet, and what that lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from radar.papers.bases import Value, field, replace
from radar.papers.reader.query import Mark, PaperQuery


class Decided(Value):
    """Marks, tags and notes that wait to be written."""

    marks: Mapping[tuple[int, Mark], bool] = field(default_factory=dict)
    tags: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)

    @property
    def papers(self) -> frozenset[int]:
        """All papers that something is decided of."""
        return frozenset((*(key for key, _mark in self.marks), *self.tags, *self.notes))

    def passing(
        self,
        query: PaperQuery,
        keys: Sequence[int],
        written: Callable[[PaperQuery, Sequence[int]], Sequence[int]],
    ) -> frozenset[int]:
        """Return which of some papers that passed a question still do once all that waits is written.

        A search that names states, tags or notes lets no paper go of which something waits: what becomes of
        it is known when that is written.

        Args:
            written: the same by what is written.
        """
        asked: dict[PaperQuery, list[int]] = {}
        passing: set[int] = set()
        for key in keys:
            if key in self.papers and ":" in query.text:
                passing.add(key)
            elif (rest := self._undecided(query, key)) is not None:
                asked.setdefault(rest, []).append(key)
        return frozenset(passing.union(*(written(rest, each) for rest, each in asked.items())))

    def _undecided(self, query: PaperQuery, key: int) -> PaperQuery | None:
        """Return what the library is to be asked of a paper still; None where it does not pass any more."""
        read, starred = self.marks.get((key, Mark.READ)), self.marks.get((key, Mark.STARRED))
        tags = self.tags.get(key)
        if read is not None:
            if read and (query.unread or query.updated):
                return None
            query = replace(query, unread=False)
        if starred is not None:
            if query.starred and not starred:
                return None
            query = replace(query, starred=False)
        if tags is not None and query.tag:
            if query.tag.casefold() not in (tag.casefold() for tag in tags):
                return None
            query = replace(query, tag="")
        return query
