"""The tags that one key goes through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic

from radar.papers.reader.query import PaperQuery
from radar.tui.words.filters import next_tag

_PASSED_OVER = 50
"""Tags that are tried at most for one that lists a paper: each is a question to the library."""
_LONGEST = 0.1
"""Seconds after which no further tag is tried, for the key waits."""


class TagRound:
    """Begins with the tags of the paper it is begun on, and goes through the others then, by their use."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Begin with no tag; the clock counts seconds."""
        self._first: tuple[str, ...] = ()
        self._clock = clock

    def next(
        self,
        query: PaperQuery,
        tags: Sequence[str],
        own: Callable[[], Sequence[str]],
        lists: Callable[[PaperQuery], bool] = lambda query: True,
    ) -> PaperQuery | None:
        """Return the question with the next of the tags that lists a paper, and without one behind the last.

        None where the round would begin on a paper without a tag: those of others are not what was meant.

        Args:
            tags: all there are, by use.
            own: gives those of the paper under the cursor; asked where the round begins, as the papers of a
                tag have others again.
            lists: says whether a question lists a paper.
        """
        if not query.tag:
            self._first = tuple(own())
            if not self._first:
                return None
        known = {tag.casefold(): tag for tag in tags}
        first = [known[folded] for tag in self._first if (folded := tag.casefold()) in known]
        every = (*first, *(tag for tag in tags if tag not in first))
        end = self._clock() + _LONGEST
        for _ in range(_PASSED_OVER):
            query = next_tag(query, every)
            if not query.tag or lists(query) or self._clock() > end:
                break
        return query
