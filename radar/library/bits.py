"""The `flags` column: one integer a paper, narrow enough to filter a million by.

The values stand in the library's indexes, so they never change; a new flag takes a new bit.
"""

from __future__ import annotations

from radar.papers.flags import Basis, Claim, Flags, Release
from radar.papers.query import Mark
from radar.papers.standing import Standing
from radar.papers.summary import Agreement, TakeawayOrigin

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
_ORIGIN_SHIFT = 10
CODE_GUESSED = 1 << 12
CODE_AGREEMENT_SHIFT = 13
RESULTS_AGREEMENT_SHIFT = 16
INSTRUCTS = 1 << 19
_ORIGINS = (TakeawayOrigin.OFFLINE, TakeawayOrigin.QUOTED, TakeawayOrigin.TRIMMED, TakeawayOrigin.MODEL)
AGREEMENTS = (Agreement.UNASKED, Agreement.BOTH, Agreement.RULE, Agreement.MODEL, Agreement.DISPUTED)
"""By the number that three bits hold."""
BY_MODEL = (
    f"(p.flags >> {_ORIGIN_SHIFT} & 3) IN "
    f"({_ORIGINS.index(TakeawayOrigin.MODEL)}, {_ORIGINS.index(TakeawayOrigin.TRIMMED)})"
)
"""Condition on a row `p` of papers: a model wrote the takeaway shown."""

UNASKED = Standing()
"""Of a paper that no model was asked about."""


def derived(
    flags: Flags, origin: TakeawayOrigin, standing: Standing = UNASKED, *, instructs: bool = False
) -> int:
    """Return the bits that follow from the summaries of a paper; the mark bits are 0.

    Args:
        flags: of the summary that is shown, as `origin`.
        standing: how rule and model stand to each other.
        instructs: whether no model was asked because the text speaks to one.
    """
    bits = _release(flags.code.value, CODE_RELEASED, CODE_PROMISED)
    bits |= CODE_GUESSED if flags.code.basis is Basis.GUESS else 0
    bits |= _release(flags.data.value, DATA_RELEASED, DATA_PROMISED)
    if flags.results.value is Claim.QUANTIFIED:
        bits |= QUANTIFIED
    elif flags.results.value is Claim.QUALITATIVE:
        bits |= QUALITATIVE
    bits |= STATE_OF_THE_ART if flags.results.state_of_the_art else 0
    bits |= DISPUTED if standing.disputed else 0
    bits |= AGREEMENTS.index(standing.code) << CODE_AGREEMENT_SHIFT
    bits |= AGREEMENTS.index(standing.results) << RESULTS_AGREEMENT_SHIFT
    bits |= INSTRUCTS if instructs else 0
    return bits | _ORIGINS.index(origin) << _ORIGIN_SHIFT


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
    return _ORIGINS[bits >> _ORIGIN_SHIFT & 3]


def standing_of(bits: int) -> Standing:
    """Return how rule and model stand to each other."""
    return Standing(_agreement(bits >> CODE_AGREEMENT_SHIFT), _agreement(bits >> RESULTS_AGREEMENT_SHIFT))


def _agreement(bits: int) -> Agreement:
    number = bits & 7
    return AGREEMENTS[number] if number < len(AGREEMENTS) else Agreement.UNASKED


def _release(value: Release, released: int, promised: int) -> int:
    return {Release.RELEASED: released, Release.PROMISED: promised, Release.NONE: 0}[value]


def _released(released: int, promised: int) -> Release:
    if released:
        return Release.RELEASED
    return Release.PROMISED if promised else Release.NONE
