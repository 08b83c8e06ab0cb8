"""Signs that belong to a word: C++, C#, UNet++, HCO+."""

from __future__ import annotations

import unicodedata

from radar.papers.text.patterns import pattern

_SIGNED = pattern(r"([^\W_]+)([+#]{1,3})(?![^\W_])")


def signed(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a text that end in signs which tell them from the word alone, and those signs.

    A plus between two words (`CMB+BAO`) is a sign between words like any other.
    """
    if "+" not in text and "#" not in text:
        return ()
    return tuple(dict.fromkeys((found[1], found[2]) for found in _SIGNED.finditer(text)))


def signs_end(text: str, end: int, signs: str) -> int:
    """Return where signs end that stand at the end of a word, raised ones too; -1 where they do not."""
    stop = end + len(signs)
    return stop if unicodedata.normalize("NFKC", text[end:stop]) == signs else -1
