"""Macros that stand where a name should, left over in an abstract: "we propose ours, a gait"."""

from __future__ import annotations

import re

from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_GATES = (
    " ours", "ours)", "name,", "Name,", "method,", "model,", "alg,", "algo,", "sys,", "system,", "tool,",
    " method (", " model (", "name (",
)  # fmt: skip
"""One of these stands wherever `_PLACEHOLDER` matches, but for what is hardly ever written."""
_PLACEHOLDER = pattern(
    r"(?P<made>\b(?:propos|present|introduc|develop|design)(?:e|es|ed|ing|s)?) "
    r"(?:ours|name|(?:the|our)?(?:method|model|algo?|sys|system|tool)(?:name)?|(?:The|Our)?(?:Method|Model)?Name)"
    r"(?: \((?P<long>[^()]{3,80})\))?, (?=(?:an?|the|our) )"
    r"|(?P<comma>,)? (?:called|named|termed|dubbed) ours(?(comma),|)(?=[ ,.])| \([Oo]urs\)"
)


def without_placeholder(text: str) -> str:
    """Return "we propose a gait" for "we propose ours, a gait"."""
    return _PLACEHOLDER.sub(_what_is_made, text) if any_of(_GATES, text) else text


def _what_is_made(match: re.Match[str]) -> str:
    """Return that something is made, by its long name where that stands behind the placeholder."""
    if not match["made"]:
        return ""
    return f"{match['made']} {match['long']}, " if match["long"] else f"{match['made']} "
