"""What says that a paper was withdrawn: a notice in the place of the abstract, or a comment beside it."""

from __future__ import annotations

import re

from radar.papers.text.patterns import pattern

_WITHDRAWN = r"withdrawn\b(?!\s+from\b)"
_RETRACTED = r"(?:withdrawn|retracted)\b(?!\s+from\b)"
_PAPER_IS = (
    r"(?:this|the|our)\s+(?:\w+\s+){0,2}?(?:article|paper|manuscript|submission|work|preprint|version|thesis)"
    r"\s+(?:has|have|is|was|had)\s+(?:\w+\s+){0,2}?"
)
_NOTICE = pattern(
    rf"\W*(?:{_PAPER_IS}{_RETRACTED}|(?:withdrawn|retracted)\s+by\b"
    r"|the\s+authors?\s+(?:(?:have|has|had)\s+)?(?:withdrawn|withdrew|retracted)\s+(?:this|the|their)\b)",
    re.IGNORECASE,
)
_COMMENT = pattern(
    rf"\W*{_WITHDRAWN}|\b{_PAPER_IS}{_WITHDRAWN}"
    r"|\bwithdrawn\s+by\s+(?:the\s+)?(?:\w+\s+)?(?:authors?|submitter|arxiv)\b",
    re.IGNORECASE,
)
"""Amid a comment, what is retracted is as often a claim or an earlier version."""
_MOST_CHARACTERS = 2_000


def begins_as_notice(text: str) -> bool:
    """Return whether an abstract, or a sentence of one, begins with the notice of a withdrawal.

    It stands in the place of the abstract (https://info.arxiv.org/help/withdraw.html).
    """
    return _NOTICE.match(text) is not None


def comment_tells(comment: str) -> bool:
    """Return whether a comment says that the paper was withdrawn, where the abstract was kept."""
    return _COMMENT.search(comment[:_MOST_CHARACTERS]) is not None
