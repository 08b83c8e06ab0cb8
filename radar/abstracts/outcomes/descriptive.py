"""Titles of papers that describe a field or a resource, and may name an outcome in passing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary import claim_words as words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_DESCRIPTIVE = pattern(
    r"\b(?:an? (?:[\w-]+ ){0,3}survey(?! (?:approach|data|experiment))|surveys? (?:of|on|and|for)\b"
    r"|(?<=: )survey"
    r"|(?<!peer )(?<!code )review(?! (?!(?:of|on|and|for|from|with|in|to|about|article|paper)\b)[a-z])"
    r"|(?<!survey )overview|roadmap|road map|position(?= on\b| paper|:)|tutorial|shared task"
    r"|(?:(?<=^)|(?<=: )|(?<=: an )|(?<=: a )|(?<=, )|(?<=and ))perspectives?(?= on\b|$)"
    r"|challenges|opportunities|(?<!-)corpus(?! refinement)|dataset|lexicon|treebank|challenge"
    r"|proposal(?= to\b| for\b| of\b|$)"
    r"|(?:a|brief|short) (?:\w+ )?history|introduction(?! of\b| generation)|primer|lectures?)\b"
    r"|(?:^|(?<=: )|\b(?:a|our) )vision(?= (?:for|of|paper|and)\b)",
    re.IGNORECASE,
)
_DESCRIPTIVE_GATES = (
    "survey", "review", "overview", "road", "position", "tutorial", "shared task", "perspective", "challenge",
    "opportunities", "corpus", "dataset", "lexicon", "treebank", "proposal", "vision", "history",
    "introduction", "primer", "lecture",
)  # fmt: skip
_RESOURCE = pattern(
    r"^(?!.*\b(?:survey|review|overview)\b).*(?:corpus|dataset|lexicon|treebank|challenge\b)", re.IGNORECASE
)
_RESOURCE_GATES = ("corpus", "dataset", "lexicon", "treebank", "challenge")


def describes_others(title: str) -> bool:
    """Say whether a title is that of a survey, a plea, a resource or the like."""
    return any_of(_DESCRIPTIVE_GATES, title.lower()) and _DESCRIPTIVE.search(title) is not None


def is_resource(title: str) -> bool:
    """Say whether a title is that of something made to be used, which may have been tried out as well."""
    return any_of(_RESOURCE_GATES, title.lower()) and _RESOURCE.match(title) is not None


def describes_itself(sentences: Iterable[Sentence], but: tuple[str, ...] = ()) -> bool:
    """Say whether an abstract calls its paper a survey, a position or the like, but not by some words."""
    for sentence in sentences:
        lower = sentence.lower
        match = words.DESCRIBES.search(lower) if any_of(words.DESCRIBES_GATES, lower) else None
        if match and not (but and match[0].endswith(but)):
            return True
    return False
