"""Lines that say less than another may: they point back, or tell what goes beside what was made."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.takeaways.findings.announcing import makes
from radar.abstracts.takeaways.findings.found_beside import stands_alone
from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.patterns import EitherCase, pattern

_BESIDES = pattern(
    r"[^,]{0,60}?\b(?:also|further\w*|additionally|in addition|moreover|finally|lastly|besides)\b"
)
_BEHIND = ";"
_OF_ITSELF = (
    "We ", "This ", "Our paper ", "Our work ", "Our study ", "Our research ", "Our survey ", "Our review ",
)  # fmt: skip
"""What begins so speaks of the work, which every reader knows."""
_NAME = pattern(r"\b(?!(?:LLM|VLM|MLLM)s?\b)[A-Za-z]*[A-Z][a-z0-9-]*[A-Z][\w-]+")
_SHORT = pattern(r"\([A-Z][\w-]*[A-Z]\)")
"""What is made is given with its short name."""
_OPENS = ("For ", "In ", "Under ", "Across ", "To ", "With ", "On ", "By ", "Using ", "Through ", "At ")
_OF_A_PART = EitherCase(
    r"(?:for|in|under|across|to|with|on|by|using|through|at) [^,]+, (?:our|the|an?|it|they) "
)
"""Behind an opening, a thing is told of as if it were known."""
SURELY_FOUND = 1.1
"""What is claimed no less surely is a finding."""


def goes_beside(claim: SentenceClaim) -> bool:
    """Say whether a sentence tells something more, beside what is told before it."""
    return _BESIDES.match(claim.sentence.lower) is not None


def names_what_was_made(line: str, title: str) -> bool:
    """Say whether a line gives the name of what was made."""
    name, colon, _ = title.partition(": ")
    if colon and " " not in name and name in line:
        return True
    return bool((makes(line) and _NAME.search(line)) or _SHORT.search(line))


def says_less(line: str, chosen: SentenceClaim, title: str, claims: tuple[SentenceClaim, ...]) -> bool:
    """Say whether a line likely says less than one that tells what was made, or what was surely found.

    Args:
        line: the takeaway.
        chosen: the sentence that it was made from.
        title: of the paper.
        claims: of all sentences of the abstract.
    """
    if goes_beside(chosen) or _follows_what_was_made(chosen, claims):
        return True
    first = line.partition(_BEHIND)[0]
    if may_point_back(first.lower()) and not names_what_was_made(line, title):
        return True
    if first.startswith(_OF_ITSELF):
        return False
    return not stands_alone(first, title) or (first.startswith(_OPENS) and _OF_A_PART.begins(first))


def _follows_what_was_made(chosen: SentenceClaim, claims: tuple[SentenceClaim, ...]) -> bool:
    """Say whether a sentence behind one that proposes something neither does so nor surely finds anything."""
    if chosen.sentence.classes & classes.PROPOSES or chosen.strength >= SURELY_FOUND:
        return False
    start = chosen.sentence.start
    return any(claim.sentence.classes & classes.PROPOSES and claim.sentence.start < start for claim in claims)
