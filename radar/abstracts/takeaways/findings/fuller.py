"""What else the sentence itself says of what was made, in the place of a line that only repeats the title."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.findings.workings import says_no_more
from radar.abstracts.takeaways.lines.loose_ends import without_unnamed_parts
from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.takeaways.lines.pointing_ends import without_pointing_end
from radar.abstracts.takeaways.lines.shortening import finished, without_openings
from radar.abstracts.takeaways.lines.whole_ends import best_end
from radar.abstracts.takeaways.telling_words import telling, telling_compounds
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import any_of
from radar.papers.summaries.summary import TAKEAWAY_WORDS

_REPEATS = 4
"""A line with so few telling words that the title lacks says little more than it."""
_LEAST_GAIN, _OF_TITLE = 4, 2
"""So many more has what is told in its place, and besides where the title adds to the line."""
_LEADS_UP = EitherCase(
    r"(?:(?:in )?(?:order|addition) to|to|as|while|although|though|when|since|because|given|given that|unlike"
    r"|in contrast to|inspired by|motivated by|building (?:up)?on|driven by|for|in|with|despite|recognizing"
    r"|considering|after|beyond|instead of|rather than|different from|compared (?:to|with))\b[^;:]*?, "
    r"(?=(?:we|this)\b)"
)
"""Says why or where, and not how, before what was done."""
_ASIDE_FROM_IT = (", while ", ", whereas ", ", although ", ", though ", " above", " below")
"""What is told beside what was made, or elsewhere."""
_ADDS = pattern(r" (?:to|in|for|with|from|on|over|under|of|by|as|at|into|than) ")
"""What goes on with these says what for, where or with what, and is missed more than what only adds."""
_END = 24
"""So many last characters tell where a line ends in its sentence."""
_OF_WHAT = (" order of magnitude.", " orders of magnitude.")
"""Ends that do not say of what."""


def fuller(line: str, chosen: SentenceClaim, abstract: ReadAbstract, *, scoped: bool) -> str:
    """Return the sentence to as late an end as fits, or nothing where that tells little more than the line.

    Args:
        line: the takeaway that tells what was made, without what the title adds.
        chosen: the sentence that it was made from.
        abstract: of which it is one.
        scoped: whether the title adds something.
    """
    text = abstract.tidied(chosen)
    least = _LEAST_GAIN + _OF_TITLE * scoped
    if text.count(" ") - line.count(" ") < least:
        return ""
    known = telling_compounds(abstract.title)
    had = telling_compounds(line) - known
    if len(had) > _REPEATS:
        return ""
    forms = [form for form in without_openings(text) if not _LEADS_UP.begins(form)]
    head = best_end(forms, TAKEAWAY_WORDS, telling(abstract.title), line.count(" ") + 1)
    told = finished(without_pointing_end(without_unnamed_parts(head)))
    if len(telling_compounds(told) - known) - len(had) < least:
        return ""
    if any_of(_ASIDE_FROM_IT, told) or told.endswith(_OF_WHAT) or says_no_more(told):
        return ""
    if _ADDS.match(_behind(told, text)):
        return ""
    return "" if may_point_back(told.lower()) else told


def _behind(told: str, text: str) -> str:
    """Return what a sentence goes on with behind an early end."""
    end = told.removesuffix(".")[-_END:]
    place = text.rfind(end)
    return text[place + len(end) :] if place >= 0 else ""
