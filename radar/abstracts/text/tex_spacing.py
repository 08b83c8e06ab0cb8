"""Which spaces of a TeX source are spaces to a reader."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern

_BEFORE_ABOUT = " ([<>=±/–—-"
"""A tilde behind one of these is "about"."""
_NUMBER = pattern(r"(?:^|[ (])[\d.]{1,8}\\?%?$")
_LONGEST_NUMBER = 11
_CLOSING = ("", "$", ")", "]", "}")


def is_tie(source: str, at: int, tex: bool) -> bool:
    """Say whether a tilde is a space that may not be broken, and not "about".

    Args:
        at: where the tilde stands.
        tex: whether the text is written in TeX at all.
    """
    before, after = source[at - 1 : at] if at else "", source[at + 1 : at + 2]
    if before == " " and (after.isalpha() or source[max(0, at - 2) : at - 1] in (".", ";", ",")):
        return tex
    if before in _BEFORE_ABOUT or not after.strip():
        return False
    if after.isdigit() and _NUMBER.search(source[max(0, at - _LONGEST_NUMBER) : at]):
        return False  # "to"
    alone = before.isalpha() and not source[max(0, at - 2) : at - 1].isalnum()
    if alone and (after.isdigit() or after in ".-"):
        return False
    if before.isalpha() and not alone and after == "(":
        return True
    return tex or before in ".,;:)" or (before.isalnum() and after.isalpha())


def stands_apart(source: str, start: int, following: str, binary: bool) -> bool:
    """Say whether a sign between two sides has spaces around it: as it is before it, so it is behind.

    Args:
        start: where the sign begins.
        following: the character behind it, empty where nothing is.
        binary: whether it always has two sides.
    """
    if following in _CLOSING or start < 1:
        return False
    before = source[max(0, start - 2) : start]
    if before.endswith("$"):
        return binary and before == " $"
    return before.endswith(" ") and before[0] not in "$("
