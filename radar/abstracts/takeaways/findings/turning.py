"""What the next sentence takes back of a finding, told behind it: "it may walk; however, it hardly does"."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.findings.two_parts import continued
from radar.abstracts.takeaways.lines.borders import never_begins
from radar.abstracts.takeaways.lines.early_ends import is_deed, stands
from radar.abstracts.takeaways.lines.shortening import finished, whole_or_cut, without_asides
from radar.abstracts.vocabulary.patterns import pattern
from radar.papers.summaries.summary import TAKEAWAY_WORDS

_TURNS = ("however", "nevertheless", "nonetheless", "yet,", "but ")
_HOWEVER = "; however, "
_OF_OTHERS = pattern(
    r"\b(?:prior|previous|existing|earlier|recent|past|published) (?:[\w-]+ )?(?:approach|literature|method"
    r"|model|paper|research|result|stud|work)[a-z]*\b|\bet al\b"
)
"""What others did takes nothing back of what the authors found."""
_OPEN = (";", ":", "…", "?")
_LEAST = 5
"""So many words at least say what a finding is not."""


def turned(line: str, chosen: SentenceClaim, abstract: ReadAbstract) -> str:
    """Return a finding with what its next sentence takes back of it, where there is room, or the finding.

    Args:
        line: the takeaway.
        chosen: the sentence that it was made from.
        abstract: whose next sentence may take it back.
    """
    room = TAKEAWAY_WORDS - line.count(" ") - 2
    if room < _LEAST or any(mark in line for mark in _OPEN):
        return line
    following = next(
        (claim for claim in abstract.claims if claim.sentence.start > chosen.sentence.start), None
    )
    if following is None or not following.sentence.lower.startswith(_TURNS):
        return line
    if is_deed(line) or chosen.background or _OF_OTHERS.search(following.sentence.lower):
        return line
    back = abstract.tidied(following)
    if is_deed(back):
        return line
    told = next(filter(None, (_brief(form, room) for form in (back, without_asides(back)))), "")
    if told.count(" ") + 1 < _LEAST or not told.endswith("."):
        return line
    return finished(f"{line.rstrip('.')}{_HOWEVER}{continued(told, abstract.text)}")


def _brief(back: str, room: int) -> str:
    """Return a sentence in so many words, or its longest beginning before a comma that stands, or nothing."""
    if told := whole_or_cut(back, room).text:
        return told
    place = back.rfind(", ")
    while place > 0:
        head = back[:place]
        if head.count(" ") < room and not never_begins(head) and stands(head, back, place + 2):
            return finished(head)
        place = back.rfind(", ", 0, place)
    return ""
