"""What a sentence tells as found, as a clause of few words that speaks of the outcome and praises nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.abstracts.takeaways.findings.findings import stands_by_itself
from radar.abstracts.takeaways.lines.borders import VERB, ends_halfway, in_a_list, is_whole, loses_measure
from radar.abstracts.takeaways.lines.shortening import Cut, Line, whole_lines, without_asides
from radar.abstracts.takeaways.lines.whole_ends import with_last_deed_joined
from radar.abstracts.vocabulary.limiting import denies, is_taken_back
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import any_of

_SHORTEST = 6
"""A finding has so many words at least."""
_OPENING = 4
"""Behind more words than this a comma is that of a list."""
_CONTRIBUTES = EitherCase(
    r"we (?:also |further |then |\w+ly )?(?:derive|obtain|establish|prove|detect|discover|propose|introduce"
    r"|develop|find)\b"
)
"""Tells what was made or derived."""
_PRAISES = pattern(
    r"\b(?:highlight|underscore|emphasi[sz]e|contribute|pave|shed|open|serve|lay|illustrate|motivate"
    r"|call for|inform|deepen|establish|facilitate|validate|showcase|confirm|help|aid|guide|underline"
    r"|align|agree|denote|play)s?\b"
    r"|\b(?:provides?|offers?) (?:\w+ )?(?:[\w-]+ )?(?:insights?|frameworks?|foundations?|basis|tools?|ways?"
    r"|approach\w*|evidence|support|guid\w+|benchmarks?|resources?|baselines?|alternatives?|solutions?"
    r"|tests?|probes?|perspectives?|means|opportunit\w+|pathways?|fits?|routes?)\b"
    r"|\b(?:provided|offered|contributed|highlighted|supported our|validated our|helped)\b"
    r"|\b(?:is|are|was|were|be|remains?|as|an?|more|highly) (?:\w+ly )?(?:important|crucial|essential"
    r"|critical|valuable|effective|challenging|viable|superior|competitive|useful|practical|powerful)\b"
    r"|\b(?:may|might|could|would|should|suggest\w*|likely|potential\w*|possibl[ey]|seems?|appears?|hope"
    r"|needs?|promis\w+|importance|insights?|implications?|future|understanding|feasible|feasibility"
    r"|excellent|(?:good|in|strong|close) agreement|consistent with|well-suited|state-of-the-art|SOTA"
    r"|framework|remains? (?:an?|difficult|open|unclear)|pivotal|significance|direction|notable|meaningful"
    r"|interesting|key findings|in this|how to|expected to|hypothes[ei]s|concerns?|issues"
    r"|key (?:[\w-]+ )?(?:processes|factors|challenges|mechanisms|aspects|differences)"
    r"|(?:and|but|or) that)\b"
    r"|\b(?:improvements?|gains?) over (?:existing|prior|previous|other|all|the)\b"
    r"|\bnot (?:\w+ ){0,2}(?:at the (?:expense|cost)|sacrific|compromis|degrad|harm|hurt)"
    r"|\b(?:superior|competitive|promising|strong|remarkable) (?:\w+ )?(?:performance|results)"
    r"(?!,? (?:to|compared|over|than)\b)"
)
"""Hints, pleas and praise, and what tells of a whole field."""
_AND_FINDS = pattern(
    r"(?:,|\band|\bto|\bby) (?:we |it |results |experiments )?(?:\w+ly |also |further |then )?(?:show"
    r"(?:ing|s)?|find(?:ing)?|found|demonstrat(?:e|es|ing)|prov(?:e|es|ing)|observ(?:e|ing)|reveal(?:s|ing)?"
    r"|conclud(?:e|ing)|establish(?:ing)?|discover(?:ing)?|report(?:ing)?|indicat(?:ing|es?)) that,? (?=\w)"
    r"|\b(?:provides?|find|present) (?:\w+ )?evidence that (?=\w)"
)
"""What leads to a finding from within a sentence that tells a step before."""
_SUGGESTS = EitherCase(
    r"(?:overall, |together, |taken together, )?(?:(?:our|the|these) )?(?:(?:experimental|empirical|numerical"
    r"|main|key|combined|overall) )?(?:data|evidence|experiments|findings|observations|results)"
    r" (?:strongly |clearly |consistently |further |together |also )?suggest that (?=\w)(?!contrary )"
)
HEDGE = "Results suggest that "
"""What stays of that which leads to a finding that is not claimed for sure."""
_HOLDS_WHERE = pattern(
    r"(?!(?:In|For|On|With|At|Under) (?:this|these|our|the present|particular|addition|contrast|fact"
    r"|general|summary|total|short|all|example|average|the other|the end"
    r"|an? (?:\w+ )?(?:study|analysis|evaluation))\b)"
    r"(?:In|For|Under|Within|Among|When|If|Where|Given|Assuming|On|At) [^,]{3,90}, (?:we|I)\b"
)
"""As in "In a preliminary trial, we" and "For sparse graphs, we"."""
_TAIL = pattern(
    r"(?<=.{40}), (?:\w+ly |thus |thereby |further )?(?:[a-z]+ing|consistent with|in line with) [^;]*$"
)
"""What a finding leads to, behind it."""
_SUBORDINATE = pattern(
    r"(?:While|Although|Though|Given|After|By|To|But|And|If|When|Since|As|Because|Despite|Beyond)\b[^,]*\.?$"
    r"|(?:[^,]{3,40}, )?(?:[Bb]y|[Tt]hrough) (?:\w+ly )?\w+ing\b[^,]*$"
)
"""A clause that is none by itself."""
_NO_FINDING = EitherCase(
    r"(?:\(?(?:i|1|a)\)|first(?:ly)?\b|one\b|(?:findings|results|analys[ie]s)\b"
    r"|we (?:show how|find evidence|show (?:results|examples)|find (?:that )?no"
    r"|identify (?:the|several|key|two|three|four|five|six|\d))\b"
    r"|(?:while|although|despite|though) [^,]*\b(?:existing|current|most|many|prior|previous|recent"
    r"|remarkable)\b"
    r"|(?:[^,]{3,80}, )?(?:we|i|this \w+|our \w+) (?!(?:\w+ly |also |further |can )?(?:find|found|show"
    r"|observe|obtain|prove|identify|establish|detect|discover|derive|propose"
    r"|introduce|develop|uncover|recover|reveal|see|infer|constrain)(?:s|d|ed)?\b))"
)
"""Begins a list, background, or what the authors did and found nothing by yet."""
_ENDS = pattern(
    r",? (?=(?:while|whereas|without|thereby|compared (?:to|with)|relative to|across"
    r"|through|via|by \w+ing|rather than|even|due to|because|owing to|thanks to"
    r"|resulting in|leading to|suggesting|indicating|highlighting|reflecting)\b)"
    r"|, (?=(?:with|\w+ing|which|where)\b)|[;:] "
    r"|,? (?=and that\b)"
    r"|(?P<and>,? (?=and (?:\w+ly |also |further )?(?:[a-z]{3,}s|[a-z]+ed|are|do|can|that|the|an?)\b))"
)
"""Where a finding may end that stays true without the rest."""
_ADDS = pattern(r", (?:which|where|while|whereas|and)\b| and (?:that|the|we|can|are|do)\b|[;:] ")
"""What only adds to what was denied, and does not say of what it is so."""
_A_NUMBER = pattern(r"\d ?%|\d[x×]|\d\.\d")
_HOLDS_THERE = pattern(r",? (?:and|while) [^;,]*\d[^;,]* (?:in|on|for|under|with) the [\w-]+(?: [\w-]+)?\.?$")
"""Behind all that was measured stands where it was."""
_TELLS_PLACE = 24
"""So many last characters of a finding tell where its sentence goes on."""
_SECOND_CLAUSES = (" and that ",)
"""What goes on with another finding behind "we show that", which a line has no more."""
_LEADS_UP = pattern(r"(?:While|Although|Though|Despite|When|If|As|Whereas)\b[^,]*,[^,]*$")
"""What is cut within its second clause."""
_HALF = pattern(
    r"\bnot only\b(?!.*\bbut\b)|\b(?:also|further|furthermore|additionally|moreover|in addition)\b"
)
"""Half of what was found, or what was found beside it."""
_BAD_END = pattern(
    r"\b(?:deliver|provide|yield|offer|enable|produce|achieve|ensure)s? more \w+$|"
    r"\b(?:suggest|demonstrat|show|reveal|indicat|find|found|\w+ly|as follows|follow)(?:e|s|es|ing|ed)?$"
    r"|[–—-]$| [–—-] \S+$| [^ ]$"
)
"""What no finding ends with."""


def clauses(text: str, room: int) -> Iterator[str]:
    """Yield what a tidied sentence tells as found, in so many words, the most told first."""
    forms = [text, without_asides(text)]
    tail = _TAIL.search(text)
    if tail and _PRAISES.search(tail[0]):
        head = text[: tail.start()]
        if is_whole(head) and VERB.search(head) and not in_a_list(head):
            forms.insert(0, head + ".")
    if " that" in text and (within := _AND_FINDS.search(text)):
        rest = text[within.end() :]
        forms.append(rest[0].upper() + rest[1:] if rest[0].isascii() else rest)
    for form in dict.fromkeys(forms):
        if not _NO_FINDING.begins(form) and (found := _fitting(form, room)):
            yield found
    if " suggest that" in text and (found := _suggested(text, room)):
        yield found


def _suggested(text: str, room: int) -> str:
    """Return what results suggest, said to be no more than that, or nothing."""
    end = _SUGGESTS.end(text)
    rest = text[end:] if end > 0 else ""
    found = _fitting(rest[0].upper() + rest[1:], room - HEDGE.count(" ")) if rest else ""
    return f"{HEDGE}{rest[0]}{found[1:]}" if found else ""


def holds_where(sentence: str) -> bool:
    """Say whether a sentence begins with where, or how surely, what was found holds."""
    return _HOLDS_WHERE.match(sentence) is not None


def contributes(text: str) -> bool:
    """Say whether a tidied sentence tells what its authors made or derived."""
    return _CONTRIBUTES.begins(text)


def _fitting(text: str, room: int) -> str:
    """Return a finding in so many words, whole or cut where it may end, or nothing."""
    found = plain_clause(text, room)
    if not found:
        return ""
    contributes = _CONTRIBUTES.begins(found) and found.count(" ") + 1 >= _SHORTEST
    return found if contributes or stands_by_itself(found, "") else ""


def plain_clause(text: str, room: int, *, praise: re.Pattern[str] = _PRAISES) -> str:
    """Return a tidied sentence in so many words, whole or cut where it may end, or nothing.

    Args:
        text: the sentence.
        room: in words.
        praise: what it must not have.
    """
    if room < _SHORTEST:
        return ""
    if any_of(_SECOND_CLAUSES, text):
        text = _cut(text, 2 * room) or text
    line = next(iter(whole_lines(text, room)), Line("", Cut.BROKEN))
    found = line.text or _cut(text, room)
    if line.cut is not Cut.WHOLE:
        found = with_last_deed_joined(found, room)
    if line.cut is not Cut.WHOLE and (not VERB.search(found) or _LEADS_UP.match(found)):
        return ""
    if (
        not found
        or _BAD_END.search(found.rstrip("."))
        or _SUBORDINATE.match(found)
        or found.endswith(("…", "?"))
        or ": " in found
        or "; " in found
    ):
        return ""
    if praise.search(found) or _HALF.search(found) or _loses_limit(found, text):
        return ""
    return found


def _loses_limit(found: str, text: str) -> bool:
    """Say whether what a finding leaves out takes some of it back, or limits what it denies."""
    end = found.rstrip(".")[-_TELLS_PLACE:]
    place = text.rfind(end)
    rest = text[place + len(end) :] if place >= 0 else ""
    if _A_NUMBER.search(found) and _HOLDS_THERE.match(rest):
        return True
    return is_taken_back(rest) or (denies(found) and bool(rest.strip(".")) and not _ADDS.match(rest))


def _cut(text: str, room: int) -> str:
    """Return a finding without a contrast, an adjunct or a second deed, the longest, or nothing."""
    for match in reversed(list(_ENDS.finditer(text))):
        head = text[: match.start()]
        if not _SHORTEST <= head.count(" ") + 1 <= room or not is_whole(head):
            continue
        if loses_measure(head, text[match.start() :]) or in_a_list(head) or ends_halfway(head):
            continue
        if match["and"] and head.rpartition(", ")[0].count(" ") > _OPENING:
            continue
        if not _BAD_END.search(head):
            return head + "."
    return ""
