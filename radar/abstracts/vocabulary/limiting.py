"""Words that limit or deny what is said, so that a line without them claims more than its authors do."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern

_LIMITS = pattern(
    r"\b(?:except(?:ions?|ing)?|unless|without|only|under|assum\w+|exclud\w+|fail\w*|not|no|none|nor|never"
    r"|cannot|neither|mostly|mainly|partly|partially|(?:as|so) long as|if|when|whenever|provided|lack\w*"
    r"|limited|restricted|barring|although|though|rarely|hardly|at most|subject to|given that)\b|n't\b"
)
_DENIES = pattern(
    r"\b(?:not(?! only| just)|no|none|never|neither|nor|cannot|without|fail(?:s|ed|ing|ure|ures)?|hardly"
    r"|lacks?|unable|impossible)\b|n't\b"
)
_TAKES_BACK = pattern(
    r"\b(?:but(?! also)|yet|however|although|though|unless|except|provided that|only (?:if|when))\b"
)
_NOT_SO = pattern(
    r"\b(?:(?:not(?! only| just)|never|none|neither|nor|cannot|fail(?:s|ed|ing)?|unable|impossible|whether"
    r"|hop(?:es?|ed|ing) to|(?<!even )if(?! and only))\b|no (?:[\w-]+ ){1,4}(?:can|could|may|will)\b)[^,;:]*$"
    r"|n['’]t\b[^,;:]*$"
)
_HALF = pattern(r"\bnot only\b(?!.*(?:\bbut\b|\balso\b|; ))")


def limits(text: str) -> bool:
    """Say whether words limit or deny what is said beside them."""
    return _LIMITS.search(text.lower()) is not None


def denies(text: str) -> bool:
    """Say whether a text denies something, so that fewer words of it may deny more."""
    return _DENIES.search(text) is not None


def is_not_so(before: str) -> bool:
    """Say whether what goes on behind some words is denied, or only supposed: "if claws reach"."""
    return _NOT_SO.search(before) is not None


def is_taken_back(rest: str) -> bool:
    """Say whether the rest of a sentence takes back some of what its beginning claims."""
    return _TAKES_BACK.search(rest) is not None


def says_half(head: str) -> bool:
    """Say whether a beginning holds "not only" and nothing of what it is besides."""
    return _HALF.search(head) is not None
