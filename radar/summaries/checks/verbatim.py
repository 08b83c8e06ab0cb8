"""What stands in a paper letter by letter: cheap questions, asked before its whole text is taken apart.

Nearly everything that a good takeaway says stands in the abstract as it is. Each answer here is sure in one
direction only; the other leaves it to the exact question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from radar.summaries.checks.wording import WORD, stems_of

_RUN = re.compile(r"[^\W_]+")
_JOINS = frozenset("'’.&+/-")
"""What may stand within a word."""
_ASIA = "\u3040"
"""From here on a script may have no spaces, and words are told in another way."""


def stands(word: str, lower: str) -> bool:
    """Say whether a word in ASCII and lower case surely stands in a text as a word or a part of a compound.

    Args:
        word: of `WORD`, without the "s" behind an apostrophe.
        lower: the text in plain form and lower case.
    """
    if len(word) < 2 or not word.isascii() or word.endswith("'s"):
        return False
    alone = word.isalnum()
    start = lower.find(word)
    while start >= 0:
        before, end = lower[start - 1 : start], start + len(word)
        if alone and not before.isalnum() and not lower[end : end + 1].isalnum():
            return True
        if not alone and not before.isalnum() and before not in _JOINS:
            whole = WORD.match(lower, start)
            if whole is not None and whole[0] == word:
                return True
        start = lower.find(word, start + 1)
    return False


def shares(stems: Iterable[str], lower: str, least: float) -> bool:
    """Say whether a text surely has at least so many of the beginnings of content words.

    Args:
        stems: as `stems_in` gives them.
        lower: the text in plain form and lower case.
    """
    if not lower.isascii() and max(lower) >= _ASIA:
        return False
    found = 0
    for stem in stems:
        found += stem.isascii() and _begins_a_word(stem, lower)
        if found >= least:
            return True
    return False


def may_follow(words: Sequence[str], lower: str) -> bool:
    """Say whether words may follow each other in a text without any other between; "no" is sure.

    Args:
        words: in lower case, in their order.
        lower: the text in plain form and lower case.
    """
    if len(words) < 2:
        return True
    # The longest word is in few places, and what stands behind it there is mostly another word.
    word = max(words[:-1], key=len)
    place = words.index(word)
    start = lower.find(word)
    while start >= 0:
        behind = WORD.finditer(lower, start + len(word))
        if all(
            found[0] == expected
            for found, expected in zip(behind, islice(words, place + 1, None), strict=False)
        ):
            return True
        start = lower.find(word, start + 1)
    return False


def _begins_a_word(stem: str, lower: str) -> bool:
    start = lower.find(stem)
    while start >= 0:
        if not lower[start - 1 : start].isalnum():
            part = _RUN.match(lower, start)
            if part is not None and stem in stems_of(part[0]):
                return True
        start = lower.find(stem, start + 1)
    return False
