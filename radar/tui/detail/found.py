"""Where the words that the reader searched for stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from radar.tui.detail.blocks import Mark, Role

_WORD = re.compile(r"\w+")


def found_marks(text: str, words: Sequence[str]) -> tuple[Mark, ...]:
    """Mark each word of the text that is one of `words`, or begins with the last of them.

    Case and accents do not count, as in the library's search; the last word may be unfinished.
    """
    wanted = [part for word in words for part in _WORD.findall(plain(word))]
    if not wanted:
        return ()
    whole, unfinished = frozenset(wanted), wanted[-1]
    return tuple(
        Mark(match.start(), match.end(), Role.FOUND)
        for match in _WORD.finditer(text)
        if (word := plain(match.group())) in whole or word.startswith(unfinished)
    )


def plain(text: str) -> str:
    """Return the text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
