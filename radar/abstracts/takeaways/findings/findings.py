"""Whether a finding can be told without the sentences before it, and of what it speaks."""

from __future__ import annotations

from radar.abstracts.takeaways.lines.pointing import POINTING_WORDS
from radar.abstracts.vocabulary.patterns import EitherCase, at_a_word, pattern

_SHORTEST = 6
"""A finding has so many words at least."""
_POINTS_BACK = EitherCase(
    r"(?:it|its|they|their|these|those|this|that|such|both|he|she|some|others?|another|each|here|there|doing"
    r"|(?:by|in) (?:comparison|contrast)(?=,)|conversely"
    r"|the (?:former|latter|first|second|third|two|three|other|same|result\w*|findings?|authors?|stud\w+"
    r"|paper)|our (?:work|stud(?:y|ies)|findings?|results?|analys[ie]s|experiments?|paper|contributions?"
    r"|ablations?|evaluations?)|(?:extensive|comprehensive|empirical|experimental|ablation|theoretical"
    r"|numerical|further|additional|qualitative|quantitative) \w+|experiments?|results?|evaluations?)\b"
)
"""What is named elsewhere, or speaks of a study and not of what it found."""
_STILL_DOES = EitherCase(
    r"(?:we (?!(?:\w+ly |also |further )?(?:achieve|find|show|observe|obtain|prove|demonstrate|identify"
    r"|establish|improve|outperform|reach|measure|detect|discover|estimate|infer|constrain|recover"
    r"|reveal|see)\b)"
    r"|[^,]{3,80}, (?:thereby|thus|it|they|this|these|we (?:present|propose|provide|introduce"
    r"|develop|discuss|apply|use|study|investigate|design|build|conduct|perform)\b))"
)
"""The authors do something and found nothing yet, or what is meant was named before."""
_NO_NEWS = pattern(
    r"\b(?:effectiveness|superiority|efficacy|usefulness|feasibility|viability|validity|potential|promise"
    r"|promising|importance|advantages?|the need|insights?|applicability|utility|future (?:work|research)"
    r"|next (?:application|step)s?)\b"
    r"|\b(?:is|are|was|were) (?:\w+ly )?(?:evaluated|validated|tested|applied|supported|triggered|conducted"
    r"|performed|carried out)\b"
)
"""What findings praise without saying what was found."""
_OF_WHAT_WAS_MADE = EitherCase(
    r"(?:our|the) (?:(?:proposed|new|resulting|overall) )?(?:method|approach|technique|framework|system"
    r"|algorithm|model|pipeline|network|solution|strategy|architecture|scheme|agent|estimator|formulation"
    r"|protocol|design|implementation|attack|defen[cs]e|models|methods|algorithms|bounds?|tool|procedure"
    r"|mechanism)\b"
)
_OF_OTHERS = EitherCase(
    r"(?:existing|prior|previous|earlier|traditional|conventional|standard|current|most|many)"
    r" (?:[\w-]+ ){0,3}?(?:methods|approaches|models|works|systems|techniques|protocols|algorithms|frameworks"
    r"|solutions|studies)\b"
)
_MAKES_DATA = pattern(
    at_a_word(
        "benchmark", "dataset", "data set", "corpus", "corpora", "survey", "suite", "testbed", "taxonomy",
        "collection", "database", "study", "challenge",
    ) + r"\b"
)  # fmt: skip
"""What no finding means that speaks of a method."""
_OF_A_THING = pattern(r"(?:The|Our) (?!(?:most|best|largest|highest|lowest|smallest) )([\w-]+)")
_NAME = pattern(r"[A-Za-z][\w-]*[A-Z\d][\w-]*")
_ACRONYM = pattern(r"[A-Z][A-Z-]*[A-Z]")


def stands_by_itself(found: str, number: str) -> bool:
    """Say whether a finding points at nothing that was named before, tells something, and has its number.

    Args:
        found: the finding as a line.
        number: that it gives, or nothing.
    """
    return (
        found.count(" ") + 1 >= _SHORTEST
        and found[0].isupper()
        and number in found
        and not _POINTS_BACK.begins(found)
        and not _STILL_DOES.begins(found)
        and not POINTING_WORDS.search(" " + found)
        and (number != "" or not _NO_NEWS.search(found))
    )


def of_what_was_made(found: str) -> bool:
    """Say whether a finding speaks of "our method", which only what was done can name."""
    return _OF_WHAT_WAS_MADE.begins(found)


def of_others(found: str) -> bool:
    """Say whether a finding speaks of what others made, which is no outcome of a method that is proposed."""
    return _OF_OTHERS.begins(found)


def makes_data(deed: str) -> bool:
    """Say whether what was made is a benchmark, a dataset or the like."""
    return _MAKES_DATA.search(deed) is not None


def thing_of(found: str) -> str:
    """Return the word behind "the" or "our" that a finding begins with, or nothing."""
    match = _OF_A_THING.match(found)
    return match[1] if match else ""


def name_of(found: str) -> str:
    """Return the name with capitals or digits inside that a finding begins with, or nothing."""
    first = found.split(" ", 1)[0].rstrip(",")
    return first if _NAME.fullmatch(first) else ""


def is_acronym(name: str) -> bool:
    """Say whether a name is short for something: all capitals, and no plural such as "LLMs"."""
    return _ACRONYM.fullmatch(name) is not None
