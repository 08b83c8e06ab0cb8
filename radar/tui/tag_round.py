"""The tags that one key goes through."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from radar.papers.query import PaperQuery
from radar.tui.filters import next_tag


class TagRound:
    """Begins with the tags of the paper it is begun on, and goes through the others then, by their use."""

    def __init__(self) -> None:
        """Begin with no tag."""
        self._first: tuple[str, ...] = ()

    def next(self, query: PaperQuery, tags: Sequence[str], own: Callable[[], Sequence[str]]) -> PaperQuery:
        """Return the question with the next of the tags, and none behind the last.

        Args:
            tags: all there are, by use.
            own: gives those of the paper under the cursor; asked where the round begins, as the papers of a
                tag have others again.
        """
        if not query.tag:
            self._first = tuple(own())
        known = {tag.casefold(): tag for tag in tags}
        first = [known[folded] for tag in self._first if (folded := tag.casefold()) in known]
        return next_tag(query, (*first, *(tag for tag in tags if tag not in first)))
