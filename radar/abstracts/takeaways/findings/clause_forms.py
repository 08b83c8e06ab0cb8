"""A clause that tells what came of something, in fewer and fewer words, its number always among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from radar.abstracts.takeaways.findings.findings import stands_by_itself
from radar.abstracts.takeaways.lines.borders import in_a_list, is_whole, loses_measure
from radar.abstracts.takeaways.lines.shortening import whole_or_cut, without_asides
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

GERUND = (
    r"(?P<verb>(?:accelerat|achiev|attain|boost|decreas|deliver|exceed|improv|increas|lower|obtain|outperform"
    r"|rais|reach|reduc|sav|surpass|yield)ing)"
)
_WORKS = pattern(
    r"(?:\w+ly )*(?:align|blend|captur|convert|detect|estimat|find|generat|identif|lead|learn|locali[sz]"
    r"|operat|predict|produc|recogni[sz]|reconstruct|run|segment|set|transfer)(?:s|es|ies|ed|ied) "
)
"""What it does as well where it only works, so that what came of it may have been cut off."""
_PRAISES = pattern(
    r", (?:(?:\w+ly )?(?:advancing|confirming|demonstrating|emphasi[sz]ing|establishing|facilitating"
    r"|highlighting|illustrating|indicating|laying|making|marking|offering|opening|paving|positioning|proving"
    r"|providing|revealing|showcasing|showing|suggesting|supporting|underscoring|validating)|which)\b[^\d%]*$"
)
"""What is said of a finding behind it."""
_ALSO_DOES = pattern(
    rf", (?:consistently |further |notably |significantly |substantially )?{GERUND} (?=[^,;]*\d)"
)
"""What it comes to, behind what it comes to in words."""
_IN_E = ("accelerat", "achiev", "decreas", "improv", "increas", "rais", "reduc", "sav")
_AND_DOING = pattern(r" and (?:\w+ly )?[a-z]+ing ")
"""What was done besides, told in the same way."""
_ENDS = pattern(
    r",? (?=(?:while|whereas) )|, (?=and (?:\w+ly )?[a-z]+(?:s|ed) (?:[a-z]+|\d)|(?:\w+ly )?[a-z]+ing "
    r"|with (?:particularly|especially|notably|the|an?|average) |and (?:by|in|on|over|up to) )"
)
"""Where a clause may end that has its number before it."""
_LISTS = pattern(r", (?:\w+ly )?(?:[a-z]{4,}(?<!s)s|[a-z]+ed) (?!.* and )")
"""Another deed behind a comma, with no "and" before the next."""
_NOT_ALONE = (" our ", "respectively", " additional ", " us ", "for example", "for instance", ": ")
"""Words that mean something which is not told with the clause."""
_BARE = pattern(
    r"\. [a-z]|\b(?:achiev|attain|deliver|obtain|reach|show|yield)(?:s|es|ed) (?:an? |the )?"
    r"(?:(?:absolute|average|consistent|further|highest|mean|overall|relative|significant|substantial) )*"
    r"(?:gains?|improvements?|increases?|reductions?|scores?) of "
    r"(?:(?:up to|over|about|at least) )?[\d.,+%-]+$"
    r"|^\w+ (?:an? |the )?(?:average of |up to |over |about |at least )?[\d.,+%-]+$"
    r"|^\w+ (?:(?:an?|absolute|approximate|average|mean|overall|relative|significant|substantial|up to) )+"
    r"[\d.,+~%×-]+x?(?: (?:absolute|percent|points?|relative))* (?:gain|improvement|increase|reduction)s?\.?$"
)
"""Two sentences that ran into one, or a number that is of nothing."""
AMOUNT = pattern(
    r"(?P<number>\d[\d.,–-]*)(?: ?%|×|x\b|-fold| percent\b| (?:percentage )?points?\b| dB\b| times\b)"
    r"|(?:\b(?:at|from|of|to) | = )(?P<value>\d+\.\d+)(?![\w-])"
)
"""A number that tells by how much, or how well."""
_SO_MUCH = (
    r"(?:(?:an?|about|an average of|approximately|at least|more than|nearly|over|roughly|up to) )*[~≈+-]?\d"
)
_ALSO_FINITE = (
    r"(?:also |further |then |\w+ly )?(?:accelerates|achieves|allows|attains|avoids|consumes|delivers"
    r"|demonstrates|develops|eliminates|enables|enhances|ensures|exceeds|exhibits|generali[sz]es|generates"
    r"|improves|maintains|mitigates|obtains|offers|outperforms|preserves|prevents|produces|provides|reaches"
    r"|recovers|reduces|remains|requires|retains|saves|supports|surpasses|sustains|wins|yields"
    r"|is (?:\w+ly )?(?:up to |\d)"
    r"|(?:boosts|cuts|decreases|increases|lowers|raises|sets) (?!(?:and|by|for|in|of|on|to)\b))"
)
_FURTHER_ENDS = pattern(
    rf"(?:, (?=(?:and )?{_ALSO_FINITE})"
    rf"|(?<=[\d%×x]), (?=(?:and )?(?:[\w/-]+ ){{1,8}}?(?:by|(?<!up )to) {_SO_MUCH})"
    rf"|(?<=[\w)])(?P<more>, (?=(?:and )?{_SO_MUCH}))"
    r"|(?P<where> (?=(?:across|at|using|when) ))|,? (?=without (?:\w+ly )?\w+ing )"
    r"|,? (?=(?:compared (?:to|with)|relative to|versus|vs\.?) ))"
)
"""Where else one may end that tells an amount before it."""
_ADVERB = pattern(
    r"(?:consistently|considerably|drastically|dramatically|effectively|greatly|markedly|notably|significantly"
    r"|substantially|successfully) "
)
NUMBER = pattern(r"\d[\d.,]*")
_UNFINISHED = pattern(
    rf", (?:{_ALSO_FINITE}|(?:[^ ,]+ ){{0,8}}?(?:by|(?<!up )to) {_SO_MUCH}"
    rf"|(?:[\w/-]+ ){{0,2}}{_SO_MUCH}[^,]*$)(?!.*, )"
    r"| and [~+-]?\d[^ ]*$| [–—-]$| [a-z]+ed$"
)
"""Another item of a list behind a comma, with no "and" before it."""
_LEAST_OF = 2
"""So many words at least say what an amount is of."""
_NAME = "Name "
_SUBJECT = "We "
"""Behind this every clause is one, whatever its verb."""
SHORTEST = 5
"""So many words has a clause that was cut, at least."""


def clause(forms: Iterable[str], room: int, number: str) -> str:
    """Return what came of something in so many words, or nothing.

    Args:
        forms: the clause without its subject in fewer and fewer words.
        room: in words.
        number: that it gives, or nothing.
    """
    for form in forms:
        subject = _SUBJECT if number else _NAME
        told = whole_or_cut(subject + form, room + 1).text.removeprefix(subject)
        if not told or any_of(_NOT_ALONE, told) or _BARE.search(told) or not _holds(told, number):
            continue
        if not number and len(told) < len(form) and _WORKS.match(told):
            continue
        if stands_by_itself(_NAME + told, number):
            return told
    return ""


def forms_of(done: str, number: str, *, changed: bool) -> Iterator[str]:
    """Yield a clause in fewer and fewer words, all of them with its number.

    Args:
        done: the clause without its subject.
        number: that it gives, or nothing.
        changed: whether only what it comes to may be told, whose setting need not be the same.
    """
    bare = without_asides(_PRAISES.sub(".", done))
    yield bare
    forms = [bare]
    if number and changed and (also := _also_does(bare, number)):
        forms.append(also)
        yield also
    for text in forms:
        for border in reversed(list(_ENDS.finditer(text))):
            head = _without_half_a_list(text[: border.start()], text[border.start() :])
            if head.count(" ") + 1 >= SHORTEST and _holds(head, number) and _may_end(head, text[len(head) :]):
                yield f"{head}."


def shorter_of(done: str, number: str) -> Iterator[tuple[str, str]]:
    """Yield a clause in still fewer words with an amount that is in them: less of what came of a thing.

    Args:
        done: the clause without its subject.
        number: that it gives.
    """
    text = _ADVERB.sub("", without_asides(_PRAISES.sub(".", done)), count=1)
    if _holds(text, number):
        yield f"{text.rstrip('.')}.", number
    for head in _shorter(text):
        yield f"{head}.", number if _holds(head, number) else _first_number(head)


def _first_number(head: str) -> str:
    amount = AMOUNT.search(head)
    return (amount["number"] or amount["value"]) if amount else ""


def _shorter(text: str) -> Iterator[str]:
    """Yield the beginnings of a clause that tell an amount, the longest first."""
    amount = AMOUNT.search(text)
    if amount is None:
        return
    ends = [border.start() for border in _ENDS.finditer(text, amount.end())]
    for border in _FURTHER_ENDS.finditer(text, amount.end()):
        if _tells_enough(text, amount.end(), border):
            ends.append(border.start())
    for end in sorted(set(ends), reverse=True):
        head, tail = text[:end], text[end:]
        if "respectively" in tail or " and that " in head or head.count(" ") + 1 < SHORTEST:
            continue
        unfinished = in_a_list(head) or _UNFINISHED.search(head, amount.end())
        if not unfinished and is_whole(_SUBJECT + head):
            yield head


def _tells_enough(text: str, amount: int, border: re.Match[str]) -> bool:
    """Say whether an amount is told with what it is of, and is true without the rest."""
    head = text[: border.start()]
    if border["where"] and " up to " not in head:
        return False
    return not (border["more"] or border["where"]) or head.count(" ", amount) >= _LEAST_OF


def _also_does(text: str, number: str) -> str:
    """Return "halves falls by 5%" for "outruns lobsters, halving falls by 5%", or nothing."""
    for found in _ALSO_DOES.finditer(text):
        before, rest = text[: found.start()], text[found.end() :]
        if _holds(rest, number) and not _holds(before, number):
            told = rest.partition(", and ")[0].rstrip(".")
            whole = told == rest.rstrip(".") or ", " not in told
            if whole and _holds(told, number) and not _AND_DOING.search(told):
                return f"{finite(found['verb'])} {told}."
    return ""


def _without_half_a_list(head: str, tail: str) -> str:
    """Return a beginning without a list that would end before its last item, or nothing."""
    if not tail.lstrip(", ").startswith("and "):
        return head
    if listed := _LISTS.search(head):
        return head[: listed.start()]
    return "" if tail.startswith(",") and ", " in head else head


def _holds(text: str, number: str) -> bool:
    """Say whether a number stands in a text, and not within another."""
    place = text.find(number)
    while place > 0 and number and (text[place - 1].isdigit() or text[place - 1] in ".,"):
        place = text.find(number, place + 1)
    return place >= 0


def _may_end(head: str, tail: str) -> bool:
    return is_whole(_NAME + head) and not in_a_list(head) and not loses_measure(head, tail)


def finite(gerund: str) -> str:
    """Return "reduces" for "reducing"."""
    stem = gerund.removesuffix("ing")
    return stem + ("es" if stem in _IN_E or stem.endswith(("ch", "ss")) else "s")
