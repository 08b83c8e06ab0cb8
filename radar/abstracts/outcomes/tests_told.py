"""What experiments or the like are said to show: a fault that came to light, or that a thing is good."""

from __future__ import annotations

from radar.abstracts.vocabulary import claim_words as words
from radar.abstracts.vocabulary.words import verb_forms, word_set


def fault(said: list[str]) -> float:
    """Return how surely a sentence tells of a fault that experiments or the like brought to light, or 0."""
    if _TO_LIGHT.isdisjoint(said) or _FAULTS.isdisjoint(said):
        return 0.0
    for place, verb in enumerate(said):
        if verb not in _TO_LIGHT or said[max(0, place - 1)] in NO_FINITE:
            continue
        told = said[place + 1 : place + _FAULT_REACH]
        faults = [number for number, word in enumerate(told) if word in _FAULTS]
        if not faults or not _BETWEEN.isdisjoint(told[: faults[0]]):
            continue
        subject = said[max(0, place - _SUBJECT_BEFORE) : place]
        if not _TESTING.isdisjoint(subject):
            return 1.1
        if not _LOOKING.isdisjoint(subject):
            return HINTED
    return 0.0


HINTED = 0.9
"""As sure as a finding that a survey may drop in passing."""
_FAULT_REACH, _SUBJECT_BEFORE = 6, 14
NO_FINITE = ("to", "not", "will", "would", "could", "might")
"""Behind these a verb reports nothing that was."""
_TO_LIGHT = verb_forms("highlight underscore reveal uncover expose emphasize unveil pinpoint") - word_set(
    "highlighting underscoring revealing uncovering exposing emphasizing unveiling pinpointing"
)
_TESTING = word_set(
    "experiment experiments results evaluation evaluations tests benchmarking benchmarks baselines "
    "ablations simulations"
)
_LOOKING = words.REPORTING | word_set("study studies assessment")
_FAULTS = word_set(
    "limitations gap gaps weakness weaknesses shortcomings failure failures deficiencies vulnerability "
    "vulnerabilities brittleness fragility disparity disparities bias biases lack inconsistency "
    "inconsistencies difficulty difficulties struggles trade-off trade-offs tradeoffs superiority "
    "effectiveness efficacy advantage advantages benefit benefits robustness strengths"
)
"""What experiments or the like are said to have brought to light."""
_BETWEEN = word_set("for to in existing need importance")
"""Before a fault, they say that it is none: "the need to handle failures"."""


def tests_show(said: list[str], start: int) -> bool:
    """Say whether tests were made to show that something is good: "experiments to verify its efficacy"."""
    if not _PLANNED.isdisjoint(said):
        return False
    return any(
        before == "to" and verb in words.REPORTS and not _GOOD.isdisjoint(said[place : place + 4])
        for place, (before, verb) in enumerate(zip(said[start:], said[start + 1 :], strict=False), start + 2)
    )


_PLANNED = word_set("plan plans planned will would should could future outline needed")
"""With them, tests are still to come."""
_GOOD = word_set(
    "effectiveness efficacy superiority efficiency advantages advantage benefits usefulness accuracy"
)
