"""The `flags` column: one integer a paper, narrow enough to filter a million by.

The values stand in the library's indexes, so they never change; a new flag takes a new bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar.library.records.flag_bits import (
    AGREEMENTS,
    CODE_AGREEMENT_SHIFT,
    CODE_GUESSED,
    CODE_PROMISED,
    CODE_RELEASED,
    DATA_PROMISED,
    DATA_RELEASED,
    DISPUTED,
    INSTRUCTS,
    MARKS,
    ORIGIN_SHIFT,
    ORIGINS,
    QUALITATIVE,
    QUANTIFIED,
    READ,
    RESULTS_AGREEMENT_SHIFT,
    STARRED,
    STATE_OF_THE_ART,
    UPDATED,
    agreement_of,
    claim_of,
    code_of,
    data_of,
    marks_of,
    origin_of,
)
from radar.papers.summaries.standing import Standing
from radar.papers.values import Claim, Release, TakeawayOrigin

if TYPE_CHECKING:
    from radar.papers.summaries.flags import Flags

__all__ = [
    "AGREEMENTS",
    "BY_MODEL",
    "CODE_AGREEMENT_SHIFT",
    "CODE_GUESSED",
    "CODE_PROMISED",
    "CODE_RELEASED",
    "DATA_PROMISED",
    "DATA_RELEASED",
    "DISPUTED",
    "INSTRUCTS",
    "KEPT",
    "MARKS",
    "ORIGINS",
    "ORIGIN_SHIFT",
    "QUALITATIVE",
    "QUANTIFIED",
    "READ",
    "RESULTS_AGREEMENT_SHIFT",
    "STARRED",
    "STATE_OF_THE_ART",
    "UNASKED",
    "UPDATED",
    "agreement_of",
    "claim_of",
    "code_of",
    "data_of",
    "derived",
    "marks_of",
    "origin_of",
    "standing_of",
]

BY_MODEL = (
    f"(p.flags >> {ORIGIN_SHIFT} & 3) IN "
    f"({ORIGINS.index(TakeawayOrigin.MODEL)}, {ORIGINS.index(TakeawayOrigin.TRIMMED)})"
)
"""Condition on a row `p` of papers: a model wrote the takeaway shown."""

KEPT = MARKS | UPDATED
"""Bits that no summary says anything of."""

UNASKED = Standing()
"""Of a paper that no model was asked about."""


def derived(
    flags: Flags, origin: TakeawayOrigin, standing: Standing = UNASKED, *, instructs: bool = False
) -> int:
    """Return the bits that follow from the summaries of a paper; all others are 0.

    Args:
        flags: of the summary that is shown, as `origin`.
        standing: how rule and model stand to each other.
        instructs: whether no model was asked because the text speaks to one.
    """
    # Where flags are written only: a start that reads them does without what they are made of.
    from radar.papers.summaries.flags import Basis

    bits = _CODE[flags.code.value] | _DATA[flags.data.value]
    bits |= CODE_GUESSED if flags.code.basis is Basis.GUESS else 0
    if flags.results.value is Claim.QUANTIFIED:
        bits |= QUANTIFIED
    elif flags.results.value is Claim.QUALITATIVE:
        bits |= QUALITATIVE
    bits |= STATE_OF_THE_ART if flags.results.state_of_the_art else 0
    bits |= DISPUTED if standing.disputed else 0
    bits |= AGREEMENTS.index(standing.code) << CODE_AGREEMENT_SHIFT
    bits |= AGREEMENTS.index(standing.results) << RESULTS_AGREEMENT_SHIFT
    bits |= INSTRUCTS if instructs else 0
    return bits | ORIGINS.index(origin) << ORIGIN_SHIFT


def standing_of(bits: int) -> Standing:
    """Return how rule and model stand to each other."""
    return Standing(agreement_of(bits >> CODE_AGREEMENT_SHIFT), agreement_of(bits >> RESULTS_AGREEMENT_SHIFT))


_CODE, _DATA = (
    {Release.RELEASED: released, Release.PROMISED: promised, Release.NONE: 0}
    for released, promised in ((CODE_RELEASED, CODE_PROMISED), (DATA_RELEASED, DATA_PROMISED))
)
