"""The bits of the `flags` column and what they say; light to import, for the first page needs them.

The values stand in the library's indexes, so they never change; a new flag takes a new bit.
"""

from __future__ import annotations

from radar.papers.values import Agreement, Claim, Mark, Release, TakeawayOrigin

READ = int(Mark.READ)
STARRED = int(Mark.STARRED)
MARKS = READ | STARRED
CODE_RELEASED = 4
CODE_PROMISED = 8
DATA_RELEASED = 16
DATA_PROMISED = 32
QUANTIFIED = 64
QUALITATIVE = 128
STATE_OF_THE_ART = 256
DISPUTED = 512
ORIGIN_SHIFT = 10
CODE_GUESSED = 1 << 12
CODE_AGREEMENT_SHIFT = 13
RESULTS_AGREEMENT_SHIFT = 16
INSTRUCTS = 1 << 19
UPDATED = 1 << 20
ORIGINS = (TakeawayOrigin.OFFLINE, TakeawayOrigin.QUOTED, TakeawayOrigin.TRIMMED, TakeawayOrigin.MODEL)
AGREEMENTS = (Agreement.UNASKED, Agreement.BOTH, Agreement.RULE, Agreement.MODEL, Agreement.DISPUTED)
"""By the number that three bits hold."""


def marks_of(bits: int) -> Mark:
    """Return what the reader has done with the paper."""
    return Mark(bits & MARKS)


def code_of(bits: int) -> Release:
    """Return whether code is out."""
    return _released(bits & CODE_RELEASED, bits & CODE_PROMISED)


def data_of(bits: int) -> Release:
    """Return whether data are out."""
    return _released(bits & DATA_RELEASED, bits & DATA_PROMISED)


def claim_of(bits: int) -> Claim:
    """Return how strongly an outcome is claimed."""
    if bits & QUANTIFIED:
        return Claim.QUANTIFIED
    return Claim.QUALITATIVE if bits & QUALITATIVE else Claim.NONE


def origin_of(bits: int) -> TakeawayOrigin:
    """Return how the shown takeaway came about."""
    return ORIGINS[bits >> ORIGIN_SHIFT & 3]


def agreement_of(bits: int) -> Agreement:
    """Return the agreement that three bits hold."""
    number = bits & 7
    return AGREEMENTS[number] if number < len(AGREEMENTS) else Agreement.UNASKED


def _released(released: int, promised: int) -> Release:
    if released:
        return Release.RELEASED
    return Release.PROMISED if promised else Release.NONE
