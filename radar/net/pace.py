"""Who says when a request may go out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from radar.net.reply import Reply

Heard = Callable[[Reply], None]
"""Is told of an answer while the turn lasts."""


class Pace(Protocol):
    """Gives each request to a site its turn."""

    def turn(self, url: str) -> AbstractAsyncContextManager[Heard]:
        """Wait until the site of an address may be asked; the turn lasts until the answer is read.

        Raises:
            RateLimited: the site asks for a longer wait than is worth it now; nothing was sent.
        """
        ...
