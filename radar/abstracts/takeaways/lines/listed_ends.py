"""Where a sentence that is too long for a line ends among several things that are told side by side."""

from __future__ import annotations

from collections.abc import Set

from radar.abstracts.takeaways.lines.borders import VERB, balanced, ends_halfway, hangs, is_whole
from radar.abstracts.takeaways.lines.breaking_off import HOLLOW, is_adjective
from radar.abstracts.takeaways.lines.early_ends import (
    is_deed,
    leaves_behind,
    stands,
    takes_back,
    tells_a_find,
)
from radar.abstracts.vocabulary.patterns import pattern

_LEAST = 12
"""So many words tell enough at least."""
_GOES_ON = pattern(r"(?:, (?!and |or )[^,;:()]{2,60}){0,8}, (?:and|or) (?P<last>[^,;:.]{2,60})")
"""The rest of a list."""
_MAKES_WHOLE = pattern(
    r"\b(?:two|three|four|five|six|seven|eight|both|between|either|neither|whether|consist\w*|compris\w*|composed"
    r"|total|in which|where|whose|respectively|namely|i\.e\.,?|not|no|without|than|dual|triple)\b"
    r"|[:–—=]|\(\d\)|\([ivx]+\)"
)
"""Of what is counted, or made up of its parts, none may be left out."""
_NO_ITEM = pattern(
    r"(?:which|who|whose|where|when|while|with|in|on|at|for|from|by|to|via|as|and|or|but|not|we|it|they|this|that"
    r"|these|those|using|such|including|an?|the|namely|each|both|is|are|was|were|\w+ly"
    r"|\w+ed (?:as|at|by|for|from|in|on|to|using|via|with)) "
)
"""What is no thing of a list."""
_NO_NOUN = ("ed", "ly", "-based", "-aware")
_NOUN = pattern(r"(?:[^sui]s|[ts]ion|ment|ness|ity|ism|[ae]nce|age|ure|ics|ing|data|[A-Z)\d])$|^[A-Z]")
"""What ends like a noun, of several things or with a name."""
_SEVERAL_OR_NAMED = pattern(r"(?:[^sui]s|[A-Z)\d])$")
_MOST_IN_ITEM = 5
_DEED_NEXT = pattern(
    r"(?:then |also |\w+ly )?(?:analy[sz]|appl|build|built|compar|conduct|demonstrat|deriv|describ|design"
    r"|develop|discuss|establish|evaluat|examin|explor|find|found|identif|introduc|investigat|perform|present|propos|prov"
    r"|releas|report|show|study|studied|test|us|validat|verif|we|it|they)(?:e|es|y|ies|ied|s|ed|d)? "
)
"""A deed that is told beside."""
_SHARED = pattern(r"\b(?:the|its|their|our|this|these) (?:[a-z-]+ ){0,2}[a-z-]+$")
_DOING = pattern(r"[a-z]+ing\b")
_NO_LONE_NOUN = pattern(r"^[a-z]+ing\b| (?:of|for|by|in|from|with|on|to|at|using) ")
_USES = pattern(r"\b(?:us|leverag|employ|utili[sz]|exploit|harness)(?:es?|ing)? (?!.* (?:to|for) )")
"""What is used tells little without what for."""
_OPEN = pattern(
    r"\b(?:translat|convert|transform|turn|separat|distinguish|classif)(?:e|es|y|ies|ing|s)? "
    r"(?!.* (?:into|to|from|as) )"
)
"""Verbs that say little without what comes of it."""
_BEFORE_A_VERB = ("that", "which", "to", "who", "and")
_OF = pattern(r"[^,;:]{2,60} (?:of|between) ")
"""What is told of two things may be told behind the second: "the width and the depth of pools"."""
_NEXT_THING = pattern(
    r" and (?:(?:the|an?|its|their) [a-z]"
    r"|(?:[a-z-]+ ){0,3}[a-z-]*[^sui]s\b(?! (?:that|which|who|are|is|can)\b))"
)


def ended_in_a_list(text: str, limit: int, about: Set[str]) -> str:
    """Return the longest beginning of a deed that ends with a whole item of a list of at least three.

    Args:
        text: a tidied sentence.
        limit: in words.
        about: the beginnings of the words that the title tells, none of which is left behind.
    """
    if text.count(", ") < 2 or not is_deed(text):
        return ""
    place = len(text)
    while (place := text.rfind(", ", 0, place)) > 0:
        words = text.count(" ", 0, place) + 1
        if words < _LEAST:
            return ""
        if words < limit and (head := _with_last_item(text[:place], text[place:])):
            return "" if leaves_behind(about, head, head + text[place:]) else head
    return ""


def _with_last_item(head: str, rest: str) -> str:
    """Return a beginning with "and" before its last item, or nothing where it ends within none of a list."""
    goes_on = _GOES_ON.match(rest)
    before, comma, item = head.rpartition(", ")
    if goes_on is None or not comma or not _is_item(item) or _DEED_NEXT.match(goes_on["last"] + " "):
        return ""
    if _OPEN.search(head) or tells_a_find(head) or _MAKES_WHOLE.search(head) or takes_back(head, rest):
        return ""
    former = before.rpartition(", ")[2]
    last = former.rpartition(" ")[2]
    if not _NOUN.search(last) or (item[0].isupper() and not _SEVERAL_OR_NAMED.search(last)):
        return ""
    if _shares_noun(item, goes_on["last"]) or not is_whole(before) or not balanced(head):
        return ""
    mark = "," if ", " in before and _is_item(former) and not _NO_LONE_NOUN.search(former) else ""
    return f"{before}{mark} and {item}"


def _is_item(item: str) -> bool:
    """Say whether words between two commas are a noun of a list."""
    last = item.rpartition(" ")[2]
    return (
        item.count(" ") < _MOST_IN_ITEM
        and not _NO_ITEM.match(f"{item} ")
        and not VERB.search(item)
        and not last.endswith(_NO_NOUN)
        and not is_adjective(last.lower())
        and not hangs(last)
        and not ends_halfway(item)
        and (" " in item or _NOUN.search(item) is not None)
    )


def _shares_noun(item: str, last: str) -> bool:
    """Say whether the last of a list may end with the noun of all: "grey, sand and shore crabs"."""
    one = item.rpartition(" ")[2]
    if _DOING.match(item) and _DOING.match(last):
        return True
    if _SEVERAL_OR_NAMED.search(one) and not one.isupper():
        return False
    return any(word.endswith(("s", "data")) for word in last.split()[1:3]) or " of " in last


def ended_before_another(text: str, limit: int, about: Set[str]) -> str:
    """Return the longest beginning of a deed that ends before " and" and another thing.

    Args:
        text: a tidied sentence.
        limit: in words.
        about: the beginnings of the words that the title tells, none of which is left behind.
    """
    if " and " not in text or not is_deed(text):
        return ""
    place = len(text)
    while (place := text.rfind(" and ", 0, place)) > 0:
        words = text.count(" ", 0, place) + 1
        if words < _LEAST:
            return ""
        if words <= limit and _ends_before(text[:place], text, place):
            return "" if leaves_behind(about, text[:place], text) else text[:place]
    return ""


def _ends_before(head: str, text: str, place: int) -> bool:
    *_, before, last = head.split(" ")
    if before in _BEFORE_A_VERB or _USES.search(head) or _OPEN.search(head):
        return False
    if not _SEVERAL_OR_NAMED.search(last) or last.lower() in HOLLOW or not _NEXT_THING.match(text, place):
        return False
    if _DEED_NEXT.match(text, place + len(" and ")) or _MAKES_WHOLE.search(head) or tells_a_find(head):
        return False
    if takes_back(head, text[place:]) or (_SHARED.search(head) and _OF.match(text, place)):
        return False
    return stands(head, text, place + 1)
