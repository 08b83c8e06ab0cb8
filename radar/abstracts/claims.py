"""Whether an abstract claims an outcome, with numbers or in words, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radar.abstracts import claim_words as words
from radar.abstracts.figures import Figure, best_figure
from radar.abstracts.sentences import Span
from radar.abstracts.state_of_the_art import claims_to_be_best
from radar.abstracts.words import lowered
from radar.papers.evidence import Evidence, TextField
from radar.papers.flags import Claim, ResultClaim

_SPANS = 4
"""So many spans are kept as evidence."""
_HAS_NUMBER = re.compile(
    r"\d|half|halv|twice|doubl|tripl|third|quarter|fold|magnitude|times|first|second|ranked"
    r"|place|mathcal|\bo\(|theta\(|omega\("
)
_BEST_GATES = (
    "state", "sota", "outperform", "surpass", "exceed", "beat", "superior", "better", "best", "highest",
    "lowest", "first", "1st", "#1", "winning", "improv", "top", "record", "unprecedented", "leading",
    "number one",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SentenceClaim:
    """What one sentence claims; offsets are into the text that holds the sentence."""

    claim: Claim
    span: Span
    strength: float
    figure: Figure | None
    best: Span | None
    background: bool


def sentence_claim(text: str, span: Span, *, opening: bool = False) -> SentenceClaim:
    """Return what a sentence claims.

    Args:
        text: the text that holds the sentence.
        span: where the sentence stands.
        opening: whether nothing before it speaks of the paper itself, so that it may speak of others.
    """
    sentence = text[span.start : span.end]
    lower = lowered(sentence)
    own = words.OWN.search(lower) is not None
    background = (opening and not own) or (
        words.BACKGROUND.match(lower) is not None and not _speaks_of_itself(lower)
    )
    if background:
        return SentenceClaim(Claim.NONE, span, 0.0, None, None, True)
    figure = None
    claim, strength = Claim.NONE, 0.0
    if _HAS_NUMBER.search(lower) and (measured := _measured(lower)):
        claim, strength = Claim.QUANTIFIED, measured
        figure = best_figure(sentence, lower)
    elif match := words.QUALITATIVE.search(lower):
        claim, strength = Claim.QUALITATIVE, 1.0 if match else 0.0
    best = claims_to_be_best(lower) if any(gate in lower for gate in _BEST_GATES) else None
    if best and claim is Claim.NONE:
        claim, strength = Claim.QUALITATIVE, 1.0
    best_span = Span(span.start + best[0], span.start + best[1]) if best else None
    return SentenceClaim(claim, span, strength, figure, best_span, False)


def _speaks_of_itself(lower: str) -> bool:
    return re.search(r"\b(?:we|our|this paper|this work|the proposed|this study)\b", lower) is not None


def _measured(lower: str) -> float:
    """Return how surely a sentence gives an outcome as a number; 0 where it does not."""
    if not words.OUTCOME.search(lower):
        return 0.0
    if words.STRONG.search(lower):
        return 3.0
    if words.METRIC_NUMBER.search(lower):
        return 2.5
    if words.BOUND.search(lower):
        return 2.0
    if words.FINDS.search(lower) and words.VALUE.search(words.SIZES.sub(" ", lower)):
        return 1.5
    return 0.0


def read_claims(text: str, spans: tuple[Span, ...]) -> tuple[SentenceClaim, ...]:
    """Return what each sentence of an abstract claims, in order."""
    claims: list[SentenceClaim] = []
    opening = True
    for span in spans:
        if opening and _OWN_WORD.search(text, span.start, span.end):
            opening = False
        claims.append(sentence_claim(text, span, opening=opening))
    if all(claim.background or claim.claim is Claim.NONE for claim in claims) and opening:
        return tuple(sentence_claim(text, span) for span in spans)
    return tuple(claims)


_OWN_WORD = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Tt]his (?:paper|work|study|article|letter|thesis|report|survey"
    r"|review|technical)|[Hh]ere,? |[Ii]n this|is (?:presented|proposed|introduced|studied"
    r"|investigated)|Results|[Pp]roposed|introduces|presents)\b"
)


def result_claim(claims: tuple[SentenceClaim, ...], field: TextField = TextField.ABSTRACT) -> ResultClaim:
    """Return the flag that the claims of the sentences add up to."""
    quantified = [claim for claim in claims if claim.claim is Claim.QUANTIFIED]
    stated = [claim for claim in claims if claim.claim is Claim.QUALITATIVE]
    value = Claim.QUANTIFIED if quantified else Claim.QUALITATIVE if stated else Claim.NONE
    ordered = sorted(quantified, key=lambda claim: -_weight(claim)) + sorted(
        stated, key=lambda claim: -claim.strength
    )
    best = next((claim.best for claim in claims if claim.best), None)
    figures = [claim.figure for claim in ordered if claim.figure]
    figure = max(figures, key=lambda one: one.weight).text if figures else ""
    evidence = tuple(Evidence(field, claim.span.start, claim.span.end) for claim in ordered[:_SPANS])
    best_evidence = Evidence(field, best.start, best.end) if best else None
    return ResultClaim(value, best is not None, figure, evidence, best_evidence)


def _weight(claim: SentenceClaim) -> float:
    return claim.strength + (claim.figure.weight if claim.figure else 0.0)
