"""Whether a number of a takeaway is bounded as the paper bounds it: up to, at least, about, by so much."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from enum import Enum
from types import MappingProxyType
from typing import Final

from radar.summaries.checks.numbers import shortest


class _Bound(Enum):
    """What is said of how something lies to a number."""

    ABOVE = r"at least|more than|exceed(?:s|ed|ing)|greater than|no (?:less|fewer) than|[>≥]"
    OVER = r"over|above"
    """The same, or no bound at all: "over 12 data sets"."""
    BELOW = r"up to|at most|under|less than|fewer than|below|no more than|as (?:much|many|high|low) as|[<≤]"
    ABOUT = r"about|approximately|around|roughly|nearly|almost|[∼~≈]"
    EXACT = r"exactly|precisely"
    MEAN = r"on average|averag(?:es?|ing)|(?:average|mean) of"
    ALL = r"all(?: of)?(?: the)?|every one of(?: the)?"
    SOME = r"\d+ ?(?:/|(?:out )?of(?: the| all)?)"
    LEVEL = r"to"
    CHANGE = r"by"


_AGAINST: Final = MappingProxyType(
    {
        _Bound.ABOVE: frozenset({_Bound.BELOW}),
        _Bound.OVER: frozenset({_Bound.BELOW}),
        _Bound.BELOW: frozenset({_Bound.ABOVE, _Bound.OVER}),
        _Bound.EXACT: frozenset({_Bound.ABOUT, _Bound.ABOVE, _Bound.OVER, _Bound.BELOW}),
        _Bound.MEAN: frozenset({_Bound.ABOVE, _Bound.OVER, _Bound.BELOW}),
        _Bound.ALL: frozenset({_Bound.SOME}),
        _Bound.LEVEL: frozenset({_Bound.CHANGE}),
        _Bound.CHANGE: frozenset({_Bound.LEVEL}),
    }
)
"""What cannot be said of the same number."""
_OPEN: Final = frozenset({_Bound.ABOVE, _Bound.OVER, _Bound.BELOW, _Bound.ABOUT})
"""Without one of these in the paper, nothing is known of more than the number itself."""
_LAST = re.compile(
    "(?:" + "|".join(rf"(?P<{bound.name}>(?<![\w.-])(?:{bound.value}))" for bound in _Bound) + r")"
    r"(?: an?| the)?\s{0,2}[+$-]?\Z"
)
_REACH = 80
_CHANGED = re.compile(
    r"\b(?:reduc|lower|rais|improv|increas|decreas|cut|boost|drop|shrink|shorten)\w*(?: [\w%-]+){0,6} ?\Z"
)
"""What something was done to, before "to" or "by" so much."""
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = re.compile(
    rf"(?<![\w.])(?:\d+(?:\.\d+)?(?!\.?\d)|(?:{'|'.join(_WORDS)})(?= (?:orders|times|fold)\b))"
)


def bounded_otherwise(takeaway: str, paper: str) -> bool:
    """Say whether the paper bounds a number of a takeaway in another way wherever it stands.

    Args:
        takeaway: in plain form.
        paper: the paper's text in plain form.
    """
    lower = takeaway.lower()
    said = {
        shortest(found[0]): bounds
        for found in _NUMBER.finditer(lower)
        if (bounds := _bounds(lower, found.start()) & _AGAINST.keys())
    }
    theirs = _bounds_of(said.keys(), paper.lower()) if said else {}
    for number, places in theirs.items():
        for bound in said[number]:
            told = [bounds for bounds in places if bounds] if bound is _Bound.ALL else places
            if told and all(bound not in bounds and bounds & _AGAINST[bound] for bounds in told):
                return True
            if bound is _Bound.ABOVE and not any(bounds & _OPEN for bounds in told):
                return True
    return False


def _bounds_of(numbers: Set[str], lower: str) -> Mapping[str, Sequence[Set[_Bound]]]:
    """Return how each of some numbers is bounded at every place of a text in lower case."""
    found: dict[str, list[Set[_Bound]]] = {}
    for place in _NUMBER.finditer(lower):
        if (number := shortest(place[0])) in numbers:
            found.setdefault(number, []).append(_bounds(lower, place.start()))
    return found


def _bounds(lower: str, start: int) -> Set[_Bound]:
    """Return all that the words directly before a number say of it."""
    before, found = lower[max(0, start - _REACH) : start], set[_Bound]()
    while match := _LAST.search(before):
        bound = _Bound[match.lastgroup or ""]
        if bound in (_Bound.LEVEL, _Bound.CHANGE) and not _CHANGED.search(before, 0, match.start()):
            break
        found.add(bound)
        before = before[: match.start()].rstrip()
    return found
