"""Lines that point at what another sentence names, and others that stand by themselves in their place."""

from __future__ import annotations

import re
from collections.abc import Callable

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.takeaways.findings.announcing import makes, tells_a_finding
from radar.abstracts.takeaways.findings.findings import stands_by_itself
from radar.abstracts.takeaways.findings.found_beside import stands_alone
from radar.abstracts.takeaways.findings.lesser import (
    SURELY_FOUND,
    goes_beside,
    says_less,
)
from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.takeaways.telling_words import telling_compounds
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import any_of

_GATES = ("this ", "these ", "such ", "both ", "This ", "These ", "Such ", "Both ")
_POINTS = pattern(
    r"\b(?:[Tt]his|[Tt]hese|[Ss]uch(?: an?)?|both|all (?:of )?(?:these|three)) (?:[\w-]+ ){0,2}?"
    r"(?P<noun>(?:approach|assumption|barrier|belief|bottleneck|challenge|claim|conflict|discrepanc|divide|domain"
    r"|drawback|failure|framework|gap|idea|information|issue|limitation|mechanism|method|mismatch|model"
    r"|observation|obstacle|paradigm|paradox|phenomen|principle|problem|question|scenario|setting|shortcoming"
    r"|task|tension|theor|trade-?off|understanding|view|weakness)(?:s|es|y|ies|on|a)?)\b(?! that\b)"
)
"""Nouns that tell nothing without the sentence that they point at."""
_BEHIND = ";"
_COMMON = 5
"""So many letters of a word stand for its forms."""
_NAME = pattern(r"\b(?!(?:LLM|VLM|MLLM)s?\b)[A-Za-z]*[A-Z][a-z0-9-]*[A-Z][\w-]+")
_SHORT = pattern(r"\([A-Z][\w-]*[A-Z]\)")
"""What is made is given with its short name."""
_PROPOSES = pattern(
    r"\b(?:[Ww]e|[Tt]his (?:paper|work|study)) (?!will |would |can |could |should )(?:\w+ ){0,2}?"
    r"(?:propose|introduce|develop|design|build|construct|devise|derive)s?\b"
)
_PART_OF_IT = pattern(
    r"\b(?:module|regulari[sz]er|loss|block|layer|directions|metrics?|dataset|benchmark|mechanism"
    r"|strategy|scheme)\b",
    re.IGNORECASE,
)
"""Made beside what the paper is about."""
_AIMS = EitherCase(
    r"(?:[^,]{3,80}, )?(?:we|this \w+) (?:\w+ )?(?:aim|seek|wish|intend|plan|try|tries|attempt)"
)
"""What is only meant to be done."""
_OUR = " our "
"""What is made for one's own method is a part of it, or a test."""
_LEAST_NEW, _OF_THE_TITLE = 3, 2
"""So many telling words that the title lacks has what goes before another, and so many of the title's."""


def dangles(line: str, title: str) -> bool:
    """Say whether a line points at what only another sentence names, and gives no name of what was made."""
    if not any_of(_GATES, line):
        return False
    found = _POINTS.search(line.partition(_BEHIND)[0])
    if found is None or found["noun"][:_COMMON].lower() in line[: found.start()].lower():
        return False
    if found[0].lower().startswith("such") and line.startswith(" as ", found.end()):
        return False
    if found[0].startswith("both") and " and " in line[found.end() :]:
        return False
    return not _names_what_was_made(line, title)


def _names_what_was_made(line: str, title: str) -> bool:
    """Say whether a line gives the name of what was made."""
    name, colon, _ = title.partition(": ")
    if colon and " " not in name and name in line:
        return True
    return bool((makes(line) and _NAME.search(line)) or _SHORT.search(line))


def rather_standing(
    line: str,
    chosen: SentenceClaim,
    title: str,
    claims: tuple[SentenceClaim, ...],
    line_of: Callable[[tuple[SentenceClaim, ...]], tuple[str, SentenceClaim | None]],
) -> tuple[str, SentenceClaim]:
    """Return a line that stands by itself for one that dangles or says less, and its sentence, if any.

    Args:
        line: the takeaway.
        chosen: the sentence that it was made from.
        title: of the paper.
        claims: of all sentences of the abstract.
        line_of: returns the line of other sentences, and which of them it was made from.
    """
    if dangles(line, title):
        finding = True
    elif says_less(chosen, claims):
        finding = chosen.strength >= SURELY_FOUND
    else:
        return line, chosen
    rest = tuple(claim for claim in claims if claim is not chosen)
    if not any(_may_stand(claim, finding=finding) for claim in rest):
        return line, chosen
    other, found = line_of(rest)
    if found is None or not _stands(other, found, title, finding=finding):
        return line, chosen
    return other, found


def _may_stand(claim: SentenceClaim, *, finding: bool) -> bool:
    """Say whether a sentence may tell what was made or surely found, for less than it costs to find out."""
    if claim.background:
        return False
    made = claim.sentence.classes & classes.PROPOSES
    return bool(made) or (finding and claim.strength >= SURELY_FOUND)


def _stands(other: str, found: SentenceClaim, title: str, *, finding: bool) -> bool:
    """Say whether a line tells by itself what was made or found, and more than the title does.

    Args:
        other: the line.
        found: the sentence that it was made from.
        title: of the paper.
        finding: whether what was found will do: it says more than another finding, not than what was made.
    """
    if found.background or other.endswith(("…", "?")) or may_point_back(other.lower()) or dangles(other, ""):
        return False
    known, told = telling_compounds(title), telling_compounds(other)
    if len(told - known) < _LEAST_NEW or goes_beside(found) or _AIMS.begins(other):
        return False
    if _PROPOSES.search(other):
        return not (_PART_OF_IT.search(other) or _OUR in other or told.isdisjoint(known))
    return (
        finding
        and found.strength >= SURELY_FOUND
        and tells_a_finding(found)
        and len(told & known) >= _OF_THE_TITLE
        and stands_by_itself(other, "")
        and stands_alone(other, title)
    )
