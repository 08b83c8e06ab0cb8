"""An unchecked answer turned into what a reader may see, each part held against the paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from radar.abstracts.reading import claim_of, code_status_of
from radar.abstracts.sentences import Span, sentences
from radar.abstracts.tex import readable_text
from radar.papers.evidence import Evidence, TextField
from radar.papers.flags import Basis, Claim, CodeStatus, Flags, Release, ResultClaim
from radar.papers.paper import Paper
from radar.papers.summary import Reading, Takeaway, TakeawayOrigin, Verdicts
from radar.papers.text import clean
from radar.summaries.answer import Answer
from radar.summaries.prompt import PaperText, Prompt, prompt_words
from radar.summaries.takeaway_checks import failed_checks, ground_of, strange_characters

_OPENING = re.compile(
    r"^(?:(?:sure|okay|certainly)[,!.]? *)?(?:here(?:'s| is) [^:]{0,40}: *)?"
    r"(?:(?:the )?(?:one-line )?(?:takeaway|summary)(?: is)? *: *)?",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"\*\*|__|`+")
_QUOTES = "\"'“”‘’*_` "


@dataclass(frozen=True, slots=True)
class Grounded:
    """The takeaway and the flags of a summary."""

    takeaway: Takeaway
    flags: Flags
    failed_checks: tuple[str, ...] = ()
    """Which checks the model's own words failed."""
    verdicts: Verdicts = field(default_factory=Verdicts)
    """What the model said of the flags, beside what the rules read."""
    relevance: str = ""
    """Why the paper may matter to the reader, as the model sees it."""


def ground(answer: Answer, paper: Paper, text: PaperText, reading: Reading, prompt: Prompt) -> Grounded:
    """Turn an answer into what may be shown.

    Args:
        answer: what the model said.
        paper: the paper, with clean texts.
        text: what the model was given of it.
        reading: what the rules read; it holds where the model's word does not count.
        prompt: what the model was told.
    """
    takeaway, failed = _takeaway(answer, paper, text, reading, prompt)
    flags = reading.flags
    if takeaway.origin in (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED):
        # Who cannot say in a line what a paper is about cannot be trusted to have found the sentence either.
        flags = Flags(
            code=_code(answer.code_sentence, paper, text, flags),
            data=flags.data,
            results=_results(answer.results_sentence, paper, text, flags.results),
        )
    return Grounded(takeaway, flags, failed)


def _takeaway(
    answer: Answer, paper: Paper, text: PaperText, reading: Reading, prompt: Prompt
) -> tuple[Takeaway, tuple[str, ...]]:
    shown = (paper.title, paper.abstract, readable_text(paper.title), readable_text(paper.abstract))
    against = ground_of(text.title, shown, prompt_words(prompt))
    failed = failed_checks(answer.takeaway, against)
    if not failed:
        return Takeaway(clean(answer.takeaway), TakeawayOrigin.MODEL), ()
    for shorter in _trimmed(answer.takeaway):
        if not failed_checks(shorter, against):
            return Takeaway(shorter, TakeawayOrigin.TRIMMED), failed
    return reading.takeaway, failed


def _trimmed(takeaway: str) -> tuple[str, ...]:
    """Return what a rule makes of a takeaway: without chatter and quotes, and its first sentence alone."""
    lines = takeaway.strip().splitlines()
    if not lines or strange_characters(" ".join(lines)):
        return ()
    bare = _EMPHASIS.sub("", _OPENING.sub("", clean(lines[0]).strip(_QUOTES))).strip(_QUOTES)
    first = next(iter(sentences(bare)), Span(0, 0))
    return tuple(dict.fromkeys((bare, bare[first.start : first.end])))


def _sentence(number: int, paper: Paper, text: PaperText) -> tuple[str, Span] | None:
    for sentence in text.sentences:
        if sentence.number == number:
            return paper.abstract[sentence.span.start : sentence.span.end], sentence.span
    return None


def _code(number: int, paper: Paper, text: PaperText, rule: Flags) -> CodeStatus:
    found = _sentence(number, paper, text)
    if rule.code.value is not Release.NONE or found is None:
        return rule.code
    sentence, span = found
    status = code_status_of(sentence)
    if status.value is Release.NONE or _lies_in(rule.data.evidence, span):
        # With the whole abstract in view, the rules know which name stands for a data set.
        return rule.code
    return replace(status, evidence=_moved(status.evidence, span), basis=Basis.MODEL)


def _results(number: int, paper: Paper, text: PaperText, rule: ResultClaim) -> ResultClaim:
    found = _sentence(number, paper, text)
    if rule.value is not Claim.NONE or found is None:
        return rule
    sentence, span = found
    claim = claim_of(sentence)
    if claim.value is Claim.NONE:
        return rule
    best = claim.state_of_the_art_evidence
    return replace(
        claim,
        evidence=tuple(_moved(evidence, span) for evidence in claim.evidence) or (_moved(None, span),),
        state_of_the_art_evidence=_moved(best, span) if best else None,
    )


def _moved(evidence: Evidence | None, sentence: Span) -> Evidence:
    """Count evidence from the start of the abstract instead of its sentence's."""
    if evidence is None:
        return Evidence(TextField.ABSTRACT, sentence.start, sentence.end)
    return Evidence(TextField.ABSTRACT, sentence.start + evidence.start, sentence.start + evidence.end)


def _lies_in(evidence: Evidence | None, sentence: Span) -> bool:
    if evidence is None or evidence.field is not TextField.ABSTRACT:
        return False
    return evidence.start < sentence.end and evidence.end > sentence.start
