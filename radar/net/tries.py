"""Who is told of each try of a request, so that it can be paid for."""

from __future__ import annotations

from typing import Protocol

from radar.errors import NetworkError
from radar.net.reply import Reply


class Tries(Protocol):
    """Follows the tries of one request."""

    async def begin(self) -> None:
        """A try is about to be sent, once this returns; what it raises ends the request instead."""
        ...

    def heard(self, reply: Reply) -> None:
        """The try was answered."""
        ...

    def failed(self, error: NetworkError) -> None:
        """The try was not answered, or not whole."""
        ...
