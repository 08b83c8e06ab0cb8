"""How long an endpoint that is asked has let nothing come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

_TOLD_AFTER = timedelta(seconds=10)
"""Models think for a while: a shorter silence is no news."""


class Silence:
    """Knows of questions under way, and when one of them last came to an end."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Make one that knows of no question; `now` says what time it is, aware."""
        self._now = now
        self._under_way = 0
        self._begun = now()

    @property
    def since(self) -> datetime | None:
        """Since when nothing came back; None while nothing is asked, or it is not long."""
        lasts = self._under_way and self._now() - self._begun >= _TOLD_AFTER
        return self._begun if lasts else None

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Count a question, however often it is sent until it has its answer or its error."""
        if not self._under_way:
            self._begun = self._now()
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._begun = self._now()
