"""The lines that a sentence can be made into as a takeaway, with what the title says of their scope."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.takeaways.lines.borders import cut_before_the_way, never_begins
from radar.abstracts.takeaways.lines.doing import as_doing, may_be_told_as_doing, whole_as_doing
from radar.abstracts.takeaways.lines.loose_ends import without_unnamed_parts
from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.takeaways.lines.pointing_ends import without_pointing_end
from radar.abstracts.takeaways.lines.shortening import (
    Cut,
    Line,
    finished,
    lines,
    main_clause,
    whole_lines,
    without_openings,
)
from radar.abstracts.takeaways.lines.whole_ends import before_half, best_end, in_fewer_words
from radar.abstracts.takeaways.scope.scope import Scope
from radar.abstracts.takeaways.telling_words import is_own, telling
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.limiting import says_half
from radar.papers.summaries.flags import Claim
from radar.papers.summaries.summary import TAKEAWAY_WORDS

_WORTH_AN_OPENING = 3
"""So many words of a sentence tell more than what the title says before it."""
_SHORT_MADE, _LEAST_MADE = 14, 5
"""So many words at most, and at least, tell what was made where the title says what it is for."""
_LEAST_TIGHT = 9
"""So many words are left at least where a sentence gives up what leads up to what is done."""
_MORE = (3, 7)
"""So many words more has a sentence room for without "We build" and "that", or without what a thing is."""
_GIVEN_UP = 6
"""To tell what a thing does, a line gives up so many words at most of what broke off."""
_SAME_BEGINNING = 20
"""Lines that have so many characters at the beginning in common begin with the same clause."""
_POINTERS = ("It ", "They ", "These ", "Those ", "Such ", "Both ")
"""What is meant by one of these may be named in the opening."""


def lines_of(claim: SentenceClaim, text: str, scope: Scope | None = None) -> list[Line]:
    """Return the lines of a sentence, each with what the title says of its scope where it has room.

    Args:
        claim: what the sentence claims.
        text: the sentence as lines are made from it.
        scope: what the title says; without it, only the lines of the sentence.
    """
    found = lines(text, TAKEAWAY_WORDS, made=made(claim), deed=deed(claim))
    if scope is None:
        return found
    scoped = [_scoped(line, line.text, scope) for line in found]
    if found and found[0].cut is Cut.BROKEN and scoped == found and (need := scope.need(text)):
        for short in _shorter(claim, text, TAKEAWAY_WORDS - need):
            if (line := _scoped(Line(short, Cut.BORDER), short, scope)).plain:
                scoped.append(line)
    return scoped


def begun(line: Line, claim: SentenceClaim, text: str) -> Line:
    """Return a line of the main clause of a sentence in the place of one that breaks off behind its opening.

    Args:
        line: made of the sentence.
        claim: what the sentence claims.
        text: the sentence as lines are made from it.
    """
    main = main_clause(text) if line.cut is Cut.BROKEN else ""
    if not main or line.text.startswith(main[:_SAME_BEGINNING]):
        return line
    found = lines(main, TAKEAWAY_WORDS, made=made(claim), deed=deed(claim))[0]
    if never_begins(line.text):
        return found
    points = found.text.startswith(_POINTERS) or may_point_back(found.text.lower())
    return line if points or line.text.endswith(found.text[1:]) else found


def ended(line: Line, text: str, title: str) -> Line:
    """Return a line that breaks off as one that ends early and whole, where its sentence can.

    Args:
        line: made of the sentence, what the title says of its scope before it or not at all.
        text: the sentence as lines are made from it.
        title: what it speaks of is not left behind.
    """
    plain = line.plain or line.text
    opening = line.text[: len(line.text) - len(plain)]
    if line.cut is not Cut.BROKEN or not line.text.endswith(plain[1:]):
        return line
    begins = plain[:_SAME_BEGINNING].removesuffix("…")
    forms = [form for form in without_openings(text) if form.startswith(begins)]
    limit = TAKEAWAY_WORDS - opening.count(" ")
    about = telling(title)
    told = plain.count(" ") + 1
    head = best_end(forms, limit, about, told)
    if not head and says_half(plain):
        head = next(filter(None, (before_half(form, limit) for form in forms)), "")
    if opening:
        longer = best_end(forms, TAKEAWAY_WORDS, about, told)
        is_all = longer.endswith(".") and not head.endswith(".")
        if is_all or longer.count(" ") > head.count(" ") + _WORTH_AN_OPENING:
            head = longer
    if not head:
        return line
    if head.count(" ") >= limit or not telling(opening).isdisjoint(telling(head) - telling(plain)):
        opening = ""  # which has no room, or is said again by what broke off
    whole = finished(without_pointing_end(without_unnamed_parts(head)))
    return Line((line.text[: len(opening) + 1] if opening else whole[0]) + whole[1:], Cut.BORDER)


def told_whole(line: str, text: str, title: str) -> str:
    """Return a sentence with less of what leads up to what is done where a line of it is cut, or nothing.

    Args:
        line: made of the sentence, and finished.
        text: the sentence as lines are made from it.
        title: no means that it speaks of is left out.
    """
    breaks_off = line.endswith("…")
    if not (breaks_off or may_be_told_as_doing(line, text)):
        return ""
    forms = without_openings(text)
    brief = list(dict.fromkeys(one for form in forms for one in in_fewer_words(form)))
    if whole := whole_as_doing(line, brief, title, TAKEAWAY_WORDS):
        return whole
    if not breaks_off:
        return ""
    about, told = telling(title), line.count(" ") + 1
    ends = (head for more in _MORE if (head := best_end(forms, TAKEAWAY_WORDS + more, about, told + more)))
    for many, least in ((brief, _LEAST_TIGHT), (ends, told - _GIVEN_UP)):
        for shorter in (one for form in many for one in as_doing(form)):
            if least <= shorter.count(" ") + 1 <= TAKEAWAY_WORDS:
                return finished(without_pointing_end(shorter))
    return ""


def _scoped(line: Line, text: str, scope: Scope) -> Line:
    longer = scope.added(text, TAKEAWAY_WORDS)
    return Line(without_pointing_end(without_unnamed_parts(longer)), line.cut, text) if longer else line


def _shorter(claim: SentenceClaim, text: str, limit: int) -> list[str]:
    """Return what a sentence can be cut to, so that there is room for its scope; none of it breaks off."""
    is_made = made(claim)
    whole = [line.text for line in whole_lines(text, limit, made=is_made)]
    if whole or not is_made:
        return whole
    heads = [cut_before_the_way(text, most, _LEAST_MADE) for most in (limit, _SHORT_MADE)]
    return [finished(head) for head in dict.fromkeys(heads) if head]


def deed(claim: SentenceClaim) -> bool:
    """Say whether a sentence tells what its authors did, and claims no outcome."""
    return bool(claim.sentence.classes & classes.DOES) and claim.claim is Claim.NONE and is_own(claim)


def made(claim: SentenceClaim) -> bool:
    """Say whether a sentence tells what its authors made, and claims no outcome."""
    return bool(claim.sentence.classes & classes.PROPOSES) and claim.claim is Claim.NONE and is_own(claim)
