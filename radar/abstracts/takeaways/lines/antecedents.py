"""What a finished line points at, told by the abstract or by itself: "the wet sand" for "this sand"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.abstracts.takeaways.lines.parentheticals import sounds_like_a_vowel
from radar.abstracts.text.titles import PREPOSITIONS
from radar.abstracts.vocabulary.limiting import denies
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, word_set

_GATES = (" such ", " this ", " these ")
_POINTED = pattern(
    r"(?<=[\w)] )(?P<points>such an?|such|this|these) (?P<noun>[a-z][a-z-]{2,})"
    r"(?=[,.;:…]| (?:and|are|as|at|be|by|can|does|for|from|has|have|in|into|is|may|on|or|remains?|through"
    r"|to|under|using|via|was|were|when|which|while|will|with|within|without)\b)"
)
"""One noun; what follows says that the phrase ends there."""
_ENDS = pattern(
    r"(?=[,.;:()]| (?:and|are|as|at|be|but|by|can|could|from|has|have|in|into|is|may|on|or|that|to|under"
    r"|using|via|was|were|when|where|which|while|will|with|within|without)\b)"
)
_BEFORE = PREPOSITIONS | word_set("a an the of into between during across than against within")
"""Behind one of these, a noun phrase begins."""
_NEVER = word_set(
    "paper work study article survey thesis review report research project letter tutorial way ways case "
    "cases end ends model approach framework method methodology system algorithm results findings data "
    "dataset benchmark challenge challenges limitation limitations gap issue issues manner fashion "
    "respect regard purpose approaches methods models frameworks systems is was process idea series field "
    "question questions"
)
"""What of these is meant, a phrase with the same noun need not tell."""
_NO_MODIFIERS = word_set(
    "additional all another any both certain common complex corresponding critical crucial current "
    "different diverse each either every existing extra few first fundamental further general given good "
    "important its key large last latter main major many more most multiple much my new next no novel one "
    "only other our own particular popular possible previous primary promising recent related relevant "
    "same second several shared significant similar simple single some specific standard such that their "
    "the their these third this those three traditional two typical unique unresolved various well-known "
    "what which whose four five long-standing longstanding"
)
_THESE = " these "
_TELLS = pattern(
    r"(?:[^,]{3,70}, )?(?:we|this (?:paper|work|study|article|thesis|review))(?: \w+ly)? "
    r"(?!(?:show|find|prove|argue|demonstrate|observe|reveal|conclude|confirm|establish|claim|believe|note"
    r"|suggest|report|identify|identifie|discover|hypothesi[sz]e|posit|contend)s?\b)[a-z]+ ",
    re.IGNORECASE,
)
"""What was made or done; what was found of these need not be so of others."""
_PLURAL = pattern(
    r"(?<= )these (?P<which>(?:[a-z][a-z-]+ ){1,2})(?P<noun>[a-z-]{3,}s)(?<!ss)(?<!us)"
    r"(?=[,.;:…]| (?:and|as|at|by|for|from|in|into|on|or|that|through|to|under|using|via|when|which|while"
    r"|with|within|without|across|during|between)\b)"
)
_COUNTS = pattern(
    r"\b(?:one|each|all|any|none|both|some|most|many|two|three|first|that|which|whether|how) (?:of )?$"
)
_RIDS = pattern(
    r"\b(?:avoid|bypass|circumvent|discard|drop|eliminat|exclud|filter|fix|forbid|ignor|omit|prevent|reject|remov"
    r"|resolv|skip|solv|suppress)[a-z]*(?: [^ ]+){0,2} $"
)
"""Who is rid of these is not of all of their kind."""
_NO_KINDS = _NO_MODIFIERS | word_set(
    "and are as at by can conduct dual for foundational from has have in into is may methods on or "
    "practical persistent proposed resulting techniques through to training under using via was were when "
    "which while will with"
)
"""Beside these, another word before the noun says which are meant."""
_HOLLOW = word_set(
    "approaches areas aspects barriers bottlenecks cases challenges concerns constraints criteria "
    "deficiencies difficulties does drawbacks efforts findings gaps goals hurdles insights issues "
    "limitations means methods models needs objectives observations obstacles papers problems questions "
    "requirements results settings shortcomings shows steps studies suggests systems tasks techniques "
    "thus towards tradeoffs trade-offs weaknesses works"
)
_CLAUSE = pattern(r"[.;:] ")
_MOST = 3
_MARKS = frozenset(".:")


def told_before(line: str, text: str, limit: int) -> str:
    """Return a line of at most `limit` words whose "such", "this" and "these" name what they point at.

    Args:
        line: the takeaway.
        text: the abstract.
        limit: in words.
    """
    if not any_of(_GATES, line):
        return line
    if _THESE in line and _TELLS.match(line):
        line = _PLURAL.sub(_as_it_says, line)
    for found in reversed(list(_POINTED.finditer(line))):
        noun, points = found["noun"], found["points"]
        if (
            noun in _NEVER
            or (points == "such" and not noun.endswith("s"))
            or _stem(noun) in line[: found.start()].lower()
        ):
            continue
        place = text.find(f"{points} {noun}")
        which = _modifiers(text[:place], noun) if place > 0 else ""
        if not which or any(f" {word.lower()}" in line[: found.start()].lower() for word in which.split()):
            continue
        longer = f"{line[: found.start()]}{_article(points, which)}{which} {line[found.start('noun') :]}"
        if longer.count(" ") < limit:
            line = longer
    return line


def _as_it_says(found: re.Match[str]) -> str:
    """Return "unreliable cues" for "these unreliable cues", where nothing in the line says which."""
    before, which = found.string[: found.start()], found["which"].split()
    if not _NO_KINDS.isdisjoint(which) or found["noun"] in _HOLLOW or _COUNTS.search(before):
        return found[0]
    if denies(before) or _RIDS.search(before):
        return found[0]
    return found[0] if _stem(found["noun"]) in before.lower() else found[0].removeprefix("these ")


def _modifiers(before: str, noun: str) -> str:
    """Return what stands before the same noun, or nothing where that is denied or not the same each time."""
    told = set[str]()
    for head, begin in _heads(before, noun):
        found = _modifiers_at(head, begin, before)
        if found and denies(_CLAUSE.split(before[max(0, begin - _LONGEST_CLAUSE) : begin + len(head)])[-1]):
            return ""
        told.add(found)
    told.discard("")
    return told.pop() if len(told) == 1 else ""


def _modifiers_at(head: str, begin: int, before: str) -> str:
    """Return what stands before one noun, or nothing where that does not say which is meant."""
    words = head.split()
    start = len(words)
    begins = before[:begin].rstrip()[-1:] in _MARKS
    while start and words[start - 1].lower() not in _BEFORE:
        start -= 1
    found = words[start:]
    if not found or len(found) > _MOST or (not start and not begins):
        return ""
    if not start:
        found[0] = _inside(found[0], before)
    if (start and words[start - 1].lower() == "to") or not found[0] or any(map(_is_deed, found)):
        return ""
    if not _NO_MODIFIERS.isdisjoint(word.lower() for word in found):
        return ""
    return " ".join(found)


def _heads(before: str, noun: str) -> Iterator[tuple[str, int]]:
    """Yield the words before the same noun where it ends its phrase, and where they begin, the last first."""
    at = before.rfind(noun)
    for _ in range(_TRIED):
        if at < 0:
            return
        head = _HEAD.search(before, max(0, at - _LONGEST_HEAD), at)
        if head and _ENDS.match(before, at + len(noun)):
            yield head[0], head.start()
        at = before.rfind(noun, 0, at)


_TRIED = 20
"""So many of the same words are looked at; an abstract hardly ever has more."""
_LONGEST_CLAUSE = 400
_LONGEST_HEAD = 120
_HEAD = pattern(r"(?<![\w’'-])(?:[\w’'-]{1,40} ){1,5}$")


def _inside(word: str, text: str) -> str:
    """Return the first word of a clause as it is written inside of one, or nothing where that is unknown."""
    if not word[0].isupper() or not word[1:].islower():
        return word
    return word.lower() if f" {word.lower()} " in text else ""


def _is_deed(word: str) -> bool:
    return word.endswith(("ing", "ly")) and "-" not in word


def _article(points: str, which: str) -> str:
    if points == "this":
        return "the "
    if points.startswith("such a"):
        return "an " if sounds_like_a_vowel(which) else "a "
    return ""


def _stem(noun: str) -> str:
    return noun.removesuffix("s")
