"""Opening a link: at once where papers and their code usually live, elsewhere after asking."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from radar.tui.detail.weblinks import host_of, is_well_known, refusal, shown
from radar.tui.flows.step import Ask, Say, Step

_HOST = 60
_REST = 40
"""Characters of host and rest that a question shows at most."""


class Opening:
    """Opens links, and asks first where a reader might not expect to be sent."""

    def __init__(self, open_link: Callable[[str], Step]) -> None:
        """Begin without a question; `open_link` opens a link and returns what tells of it."""
        self._open_link = open_link

    def start(self, url: str) -> Step:
        """Open a link, or show its host and ask; one that may not be opened is refused at once."""
        if refusal(url) or is_well_known(url):
            return self._open_link(url)
        question = f"open {_named(url)}? radar does not know this site"
        return Ask("open", question, partial(self._answered, url), choices=_CHOICES)

    def _answered(self, url: str, choice: str) -> Step:
        return self._open_link(url) if choice == "y" else Say("not opened")


def _named(url: str) -> str:
    """Return the host, of which a long one keeps its end, which decides, and the beginning of the rest."""
    host, written = host_of(url), shown(url)
    if len(host) > _HOST:
        return f"...{host[-_HOST:]}"
    return written if len(written) <= len(host) + _REST else f"{written[: len(host) + _REST]}..."


_CHOICES = {"y": "yes", "n": "no"}
