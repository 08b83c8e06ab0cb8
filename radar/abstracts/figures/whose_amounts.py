"""Whether an amount is the authors' own, from the words on both sides of it."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern

_OWN = r"(?:ours?|we|the proposed)\b"
_OWN_BEFORE = pattern(rf"\b{_OWN}")
_THEN_OWN = pattern(
    rf"[^.;]{{0,60}}?,? (?:while|whereas|but|yet) (?:(?:with|for|on|in) )?(?:that of )?{_OWN}"
    r"|[^.;,]{0,60}? than (?:(?:with|for|on|in|that of) )?(?:ours?|the proposed)\b"
)
"""Behind an amount, the authors' own is set against it."""
_OTHERS_BEFORE = pattern(
    r"\b(?:random(?:ly)? (?:guess|choice|choos|chance|select|assign|predict|polic)\w*|chance(?: level)?"
    r"|rivals?|competitors?|other (?:authors|groups|works?|studies|teams))\b[^.;,]{0,90}$"
)
"""Who is no author, before what they reach."""
_PUT_IN = pattern(
    r"[^.;]{0,60}? as (?:(?:an?|the|our|its|their|conservative|strict|default) )*(?:inputs?|priors?|starting"
    r"|initial|reference|thresholds?|cut-?offs?|assumptions?|(?:upper|lower) (?:limits?|bounds?))\b"
)
"""Behind a value, that it was put in or only bounds what was found."""


def is_put_in(lower: str, end: int) -> bool:
    """Say whether a value is told as an input or as a limit, by the words behind it."""
    return _PUT_IN.match(lower, end) is not None


def is_set_against_own(lower: str, start: int, end: int) -> bool:
    """Say whether an amount is others', as the authors' own stands against it behind and not before.

    Args:
        lower: the sentence in lower case.
        start: where the amount begins.
        end: where it ends.
    """
    than = _THEN_OWN.match(lower, end)
    if than is None:
        return False
    return " than " in than[0] or _OWN_BEFORE.search(lower, 0, start) is None


def is_of_others(before: str) -> bool:
    """Say whether those who are no authors stand before an amount in its clause."""
    return _OTHERS_BEFORE.search(before) is not None
