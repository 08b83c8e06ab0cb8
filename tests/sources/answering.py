"""A site that answers as told and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType

from radar.errors import NetworkError, Offline
from radar.sources.site import Means, Page, PageRequest

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


class Answering:
    """Gives its answers in order, and is offline when they are used up.

    Args:
        answers: texts, pages with a status and headers of their own, or errors to raise.
    """

    def __init__(self, *answers: str | Page | NetworkError) -> None:
        self.answers = list(answers)
        self.requests: list[PageRequest] = []

    @property
    def asked(self) -> list[str]:
        """The addresses that were asked for, in order."""
        return [request.url for request in self.requests]

    async def fetch(self, request: PageRequest) -> Page:
        """Give the next answer."""
        self.requests.append(request)
        if not self.answers:
            raise Offline("no connection")
        answer = self.answers.pop(0)
        if isinstance(answer, NetworkError):
            raise answer
        return answer if isinstance(answer, Page) else page(answer)

    def means(self, home: str = "", keys: Mapping[str, str] = MappingProxyType({})) -> Means:
        """Return what a site makes sources with, so that they ask this one; it is the 4th of March 2026."""
        return Means(self.fetch, lambda name: keys.get(name, ""), home, lambda: date(2026, 3, 4))


def page(text: str, status: int = 200, **headers: str) -> Page:
    """Return an answer; names of headers have underscores for hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Page(text, status, named, NOON)
