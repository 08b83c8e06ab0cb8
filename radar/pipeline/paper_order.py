"""Which paper of a run is next: those that somebody looks at, then the others as they were given."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import chain


class PaperOrder:
    """Hands out each paper of a run once, but for those put back; holds numbers only, however many there are.

    Args:
        keys: the papers in their order; repeated ones count once.
    """

    def __init__(self, keys: Iterable[int]) -> None:
        self._keys = array("q", keys)
        self._place = 0
        self._first: deque[int] = deque()
        self._taken: set[int] = set()
        self._put_off: deque[int] = deque()
        self.total = len(set(self._keys))
        """How many papers there are in all."""

    @property
    def empty(self) -> bool:
        """Whether every paper has been handed out."""
        return len(self._taken) == self.total

    @property
    def only_put_off(self) -> bool:
        """Whether no papers are left but those that were put back."""
        return not self._first and self._place == len(self._keys)

    def take(self) -> int | None:
        """Return the next paper; None where none is left."""
        while self._first:
            key = self._first.popleft()
            if key not in self._taken:
                self._taken.add(key)
                return key
        while self._place < len(self._keys):
            key = self._keys[self._place]
            self._place += 1
            if key not in self._taken:
                self._taken.add(key)
                return key
        while self._put_off:
            key = self._put_off.popleft()
            if key not in self._taken:
                self._taken.add(key)
                return key
        return None

    def put_back(self, key: int) -> None:
        """Put a paper that was taken off until all others have been handed out."""
        self._taken.discard(key)
        self._put_off.append(key)

    def coming(self, number: int) -> tuple[int, ...]:
        """Return which papers are next, at most so many, and take none of them."""
        coming: dict[int, None] = {}
        rest = (self._keys[place] for place in range(self._place, len(self._keys)))
        for key in chain(self._first, rest, self._put_off):
            if len(coming) >= number:
                break
            if key not in self._taken:
                coming[key] = None
        return tuple(coming)

    def prefer(self, keys: Sequence[int]) -> None:
        """Let these go first, in this order, as far as they belong to the run; others named before do not."""
        wanted = set(keys) - self._taken
        # One pass over plain numbers takes some 20 ms for a million papers, and there is no second list.
        found = {key for key in self._keys if key in wanted} if wanted else set()
        self._first = deque(key for key in keys if key in found)
