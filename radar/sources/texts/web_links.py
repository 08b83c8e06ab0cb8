"""Links of the web as files of references hold them, with https:// before those that stand without it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LABELS = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)"
_ENDINGS = "com|org|net|edu|gov|io|ai|dev|eu|info"
SCHEMELESS = (
    rf"(?<![\w@/.:%\\-])(?:www\.{_LABELS}{{1,8}}[^\W\d_]{{2,24}}(?![\w@-])(?::\d{{1,5}})?"
    rf"|{_LABELS}{{1,8}}(?:{_ENDINGS})(?=/))(?![\w@-]|[.:]\w)"
)
"""A host that is plainly one: it begins with "www.", or ends as most do and a path follows."""
# A "|" may stand in an address, and between two of them.
_PATH = r"(?:[^\s<>\"{}|\\^`]|\|(?!\s|$|https?:|www\.))"
_LINK = re.compile(rf"https?://{_PATH}+|{SCHEMELESS}(?:[/?#]{_PATH}*)?", re.IGNORECASE)
_LOOKED_AT = 2_000
"""Characters of a text that are searched."""


def links_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the links that stand in texts, each once and with its scheme."""
    found = (link.rstrip(".,;)") for text in texts for link in _LINK.findall(text[:_LOOKED_AT]))
    return tuple(dict.fromkeys(map(with_scheme, found)))


def is_link(text: str) -> bool:
    """Return whether a text is one link, with or without its scheme."""
    return _LINK.fullmatch(text) is not None


def holds_link(text: str) -> bool:
    """Return whether a link stands in a text."""
    return _LINK.search(text) is not None


def with_scheme(link: str) -> str:
    """Return a link with https:// before it where it has neither that nor http://."""
    return link if link.lower().startswith(("https://", "http://")) else f"https://{link}"
