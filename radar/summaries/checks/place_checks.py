"""What a takeaway says is held against the place of the paper that says it, not against its words alone."""

from __future__ import annotations

from typing import Final

from radar.summaries.checks.comparisons import compared_the_other_way
from radar.summaries.checks.denials import turned_by_a_denial, turned_by_a_prefix
from radar.summaries.checks.number_bounds import bounded_otherwise
from radar.summaries.checks.number_places import number_of_another
from radar.summaries.checks.opposites import (
    goes_the_other_way,
    put_for_its_opposite,
    put_for_something_weaker,
)
from radar.summaries.checks.polarity import says_the_opposite
from radar.summaries.checks.surroundings import tokens_of

_LONGEST_TAKEAWAY, _LONGEST_PAPER = 600, 16_000
"""Characters up to which places are compared: longer takeaways are not shown anyway, and of longer papers an
endpoint sees a part."""
_TURNED: Final = (
    put_for_its_opposite,
    goes_the_other_way,
    turned_by_a_denial,
    turned_by_a_prefix,
    compared_the_other_way,
)


def turns_round(takeaway: str, paper: str) -> bool:
    """Say whether a takeaway says the opposite of the paper, both in plain form."""
    if says_the_opposite(takeaway, paper):
        return True
    if not _are_compared(takeaway, paper):
        return False
    said, text = tokens_of(takeaway), tokens_of(paper)
    return any(turned(said, text) for turned in _TURNED)


def claims_more(takeaway: str, paper: str) -> bool:
    """Say whether a takeaway claims more than the paper, both in plain form."""
    if not _are_compared(takeaway, paper):
        return False
    said, text = tokens_of(takeaway), tokens_of(paper)
    return put_for_something_weaker(said, text) or bounded_otherwise(takeaway, paper)


def misplaces_a_number(takeaway: str, paper: str) -> bool:
    """Say whether a takeaway tells a number of something else than the paper, both in plain form."""
    return _are_compared(takeaway, paper) and number_of_another(tokens_of(takeaway), tokens_of(paper))


def _are_compared(takeaway: str, paper: str) -> bool:
    return len(takeaway) <= _LONGEST_TAKEAWAY and len(paper) <= _LONGEST_PAPER
