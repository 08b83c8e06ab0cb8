"""Whether an abstract claims an outcome, with numbers or in words, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radar.abstracts import claim_words as words
from radar.abstracts.figures import Figure, best_figure
from radar.abstracts.patterns import pattern
from radar.abstracts.sentences import Span
from radar.abstracts.state_of_the_art import claims_to_be_best
from radar.abstracts.words import lowered
from radar.papers.evidence import Evidence, TextField
from radar.papers.flags import Claim, ResultClaim

_TOKEN = pattern(r"[a-z][a-z0-9@-]*")
_DESCRIPTIVE = pattern(
    r"\b(?:survey|review|overview|roadmap|road map|position|tutorial|shared task|perspectives?|challenges"
    r"|opportunities|corpus|dataset|lexicon|treebank|challenge|proposal|vision|history"
    r"|introduction|primer)\b",
    re.IGNORECASE,
)
_SPANS = 4
"""So many spans are kept as evidence."""
_DIGIT = pattern(r"\d")


@dataclass(frozen=True, slots=True)
class SentenceClaim:
    """What one sentence claims; offsets are into the text that holds the sentence."""

    claim: Claim
    span: Span
    strength: float
    figure: Figure | None
    best: Span | None
    background: bool
    """The sentence speaks of others, or of the field."""
    words: frozenset[str]


def sentence_claim(text: str, span: Span, *, opening: bool = False) -> SentenceClaim:
    """Return what a sentence claims.

    Args:
        text: the text that holds the sentence.
        span: where the sentence stands.
        opening: whether nothing before it speaks of the paper itself, so that it may speak of others.
    """
    sentence = text[span.start : span.end]
    lower = lowered(sentence)
    tokens = frozenset(_TOKEN.findall(lower))
    others = opening and tokens.isdisjoint(words.OWN_WORDS) and not words.OWN.search(lower)
    if others or (words.BACKGROUND.match(lower) and not _speaks_of_itself(lower, tokens)):
        return SentenceClaim(Claim.NONE, span, 0.0, None, None, True, tokens)
    claim, strength, figure = Claim.NONE, 0.0, None
    if not tokens.isdisjoint(words.OUTCOME) and (strength := _measured(lower, tokens)):
        claim, figure = Claim.QUANTIFIED, best_figure(lower)
    elif strength := _stated(lower, tokens):
        claim = Claim.QUALITATIVE
    best = claims_to_be_best(lower, tokens)
    if best and claim is Claim.NONE:
        claim, strength = Claim.QUALITATIVE, 1.0
    best_span = Span(span.start + best[0], span.start + best[1]) if best else None
    return SentenceClaim(claim, span, strength, figure, best_span, False, tokens)


def _speaks_of_itself(lower: str, tokens: frozenset[str]) -> bool:
    return not tokens.isdisjoint(words.SELF) or words.ITSELF.search(lower) is not None


def _stated(lower: str, tokens: frozenset[str]) -> float:
    """Return how surely a sentence asserts an outcome in words; 0 where it does not."""
    finds = not tokens.isdisjoint(words.FINDS_VERBS) and not tokens.isdisjoint(words.FINDS_SUBJECTS)
    if finds and "that" in tokens:
        return 1.2
    if not tokens.isdisjoint(words.STRONG_CLAIM) and not words.AIM.search(lower):
        return 1.1
    if (finds or not tokens.isdisjoint(words.WEAK_CLAIM)) and not words.AIM.search(lower):
        return 0.9 if finds else 0.5
    return 0.0


def _measured(lower: str, tokens: frozenset[str]) -> float:
    """Return how surely a sentence gives an outcome as a number; 0 where it does not."""
    numbered = _DIGIT.search(lower) is not None
    if numbered and words.STRONG_NUMBER.search(lower):
        return 3.0
    if not tokens.isdisjoint(words.STRONG_WORDS) and words.STRONG_PHRASE.search(lower):
        return 3.0
    if not numbered:
        return 2.0 if _bounded(lower) else 0.0
    if words.METRIC_NUMBER.search(lower):
        return 2.5
    if _bounded(lower):
        return 2.0
    bare = words.PARENTHESIS.sub(" ", words.SIZES.sub(" ", lower))
    if words.FINDS.search(lower) and words.VALUE.search(bare):
        return 1.5
    return 0.0


def _bounded(lower: str) -> bool:
    return any(gate in lower for gate in words.BOUND_GATES) and words.BOUND.search(lower) is not None


def read_claims(text: str, spans: tuple[Span, ...]) -> tuple[SentenceClaim, ...]:
    """Return what each sentence of an abstract claims, in order."""
    claims: list[SentenceClaim] = []
    first = _OWN_WORD.search(text)
    own_from = first.start() if first else len(text)
    for span in spans:
        claims.append(sentence_claim(text, span, opening=span.end <= own_from))
    if first is None and all(claim.claim is Claim.NONE for claim in claims):
        return tuple(sentence_claim(text, span) for span in spans)
    return tuple(claims)


_OWN_WORD = pattern(
    r"\b(?:[Ww]e|[Oo]ur|[Tt]his (?:paper|work|study|article|letter|thesis|report|survey"
    r"|review|technical)|[Hh]ere,? |[Ii]n this|is (?:presented|proposed|introduced|studied"
    r"|investigated)|Results|[Pp]roposed|introduces|presents)\b"
)


def result_claim(claims: tuple[SentenceClaim, ...], title: str = "") -> ResultClaim:
    """Return the flag that the claims of the sentences of an abstract add up to.

    Args:
        claims: one a sentence.
        title: of the paper; a survey or a resource needs more than a hint of an outcome.
    """
    field = TextField.ABSTRACT
    least = 0.95 if _DESCRIPTIVE.search(title) else 0.0
    quantified = [claim for claim in claims if claim.claim is Claim.QUANTIFIED]
    stated = [claim for claim in claims if claim.claim is Claim.QUALITATIVE and claim.strength > least]
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
