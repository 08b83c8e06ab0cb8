"""What tests of a thing show, told as what the thing does: "trials show 5% fewer falls"."""

from __future__ import annotations

from radar.abstracts.takeaways.findings.clause_forms import AMOUNT
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_GAINS = (
    r"(?:accelerations?|gains?|improvements?|increases?|reductions?|savings?|speed-?ups?|faster|fewer|higher"
    r"|lower|state-of-the-art|superior|strong|competitive)"
)
_TESTS = (
    r"(?:(?!by\b|for\b|from\b|in\b|of\b|on\b|with\b)[\w-]+ ){0,5}?(?:[Ee]xperiments|[Ee]xperimental results"
    r"|[Ee]valuations?|[Rr]esults|[Ss]imulations?|[Tt]ests|[Tt]rials)\b"
)
_CLAUSE = (
    r"(?:that|how|whether|are|can|is|has|have|was|were|where|which|(?:achiev|attain|deliver|demonstrat|improv"
    r"|indicat|obtain|outperform|provid|reach|reduc|reveal|show|surpass|yield)(?:e?s|ed|e)?)\b"
)
"""Words of a clause of its own, with its own subject."""
_ON = rf"(?: (?!{_CLAUSE})[^ ;:]+){{0,30}}?"
"""What the tests are of."""
_SHOWN = pattern(
    rf"{_TESTS}{_ON} (?P<verb>demonstrate|show|yield|achieve)(?P<past>d|ed)?s? "
    rf"(?=(?:(?!{_CLAUSE})[^ ,;:]+ ){{0,6}}?{_GAINS}\b)"
)
"""Tests show gains."""
_NO_GAINS = (
    " degrad", " drop", " declin", " loss", " fail", " gap", " vulnerab", " worse", " these ", " both ",
    " its ", " their ", " not ", " no ", " cannot ", " baseline achiev", " baselines achiev",
)  # fmt: skip
"""Words of what comes to no good, or is said of another."""


def shown_by_tests(text: str) -> str:
    """Return what a tidied sentence says that tests show, as a clause without its subject, or nothing.

    Args:
        text: the sentence, which says nothing of what a thing itself does.
    """
    found = _SHOWN.match(text) if AMOUNT.search(text) else None
    if found is None or any_of(_NO_GAINS, text[found.end() - 1 :]):
        return ""
    return f"{found['verb']}{found['past'] or 's'} {text[found.end() :]}"
