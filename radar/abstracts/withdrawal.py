"""The notice in an abstract whose paper was withdrawn: said as it is, or left out of the takeaway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar.abstracts.text.tex import readable_text
from radar.abstracts.vocabulary.words import any_of
from radar.papers.listed.withdrawal import begins_as_notice
from radar.papers.summaries.summary import TAKEAWAY_WORDS, Takeaway, TakeawayOrigin

if TYPE_CHECKING:
    from radar.abstracts.claims import SentenceClaim

_WORDS = ("ithdr", "etracted", "ITHDR", "ETRACTED")
"""What every notice has one of; most abstracts are told by it to have none."""
_MOST_CHARACTERS = 400


def may_tell(text: str) -> bool:
    """Say whether an abstract may have a notice, the cheap question."""
    return any_of(_WORDS, text)


def notice_of(claims: tuple[SentenceClaim, ...]) -> Takeaway | None:
    """Return the notice that an abstract begins with, as the takeaway; None where it begins otherwise."""
    if not claims or not _is_notice(claims[0]):
        return None
    notice = readable_text(claims[0].sentence.text)
    words = notice.split()
    line = notice if len(words) <= TAKEAWAY_WORDS else f"{' '.join(words[:TAKEAWAY_WORDS]).rstrip(',;:')}…"
    return Takeaway(
        line if len(line) <= _MOST_CHARACTERS else f"{line[: _MOST_CHARACTERS - 1]}…", TakeawayOrigin.QUOTED
    )


def without_notices(claims: tuple[SentenceClaim, ...]) -> tuple[SentenceClaim, ...]:
    """Return what the sentences of an abstract claim without those that say that the paper is withdrawn."""
    return tuple(one for one in claims if not _is_notice(one))


def _is_notice(claim: SentenceClaim) -> bool:
    return begins_as_notice(claim.sentence.text)
