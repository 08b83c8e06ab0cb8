"""How a phrase of a title is worded within a takeaway: with its article, and without what is told."""

from __future__ import annotations

from radar.abstracts.text.titles import PREPOSITIONS, Words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, word_set

_HOW = word_set(
    "accurate adaptive controllable effective efficient explainable flexible generalizable interpretable "
    "lightweight practical promptable reliable robust scalable unified universal"
)
"""How something is done, and not what."""
_HOW_SO = (
    "-agnostic", "-aware", "-based", "-centric", "-domain", "-driven", "-efficient", "-free", "-grounded",
    "-guided", "-level", "-localized", "-modal", "-order", "-resource", "-shot", "-specific", "-step",
    "-supervised", "-time", "-to-end", "-turn", "-variable", "-view",
)  # fmt: skip
_NO_THING = PREPOSITIONS | word_set("and of or")
"""What stands behind an adjective that is a thing itself: "the self-driving of"."""
_ASKS_FOR_REST = word_set("application applications evidence implications extensions focus emphasis")
"""What tells nothing alone: "with an application", "for theory and applications"."""
_FEW = 4
"""So many words with one of these at the end, their preposition first, are hardly more than it."""
_TELLS_OF_WHAT_KIND = pattern(r"(?:[a-z]{3}(?:ive|al|ic|able|ised|ized|vised|ous|ble)|fast|quick)$")
_JUST_SAID = 4
"""So many words before a phrase are still in mind."""
_ONE = word_set(
    "agent algorithm approach architecture benchmark classifier cluster dataset device environment framework "
    "galaxy library mechanism method model module network paradigm perspective pipeline platform protocol "
    "robot scenario scheme setting strategy system task technique tool transformer"
)
"""Nouns of things that are counted, which have an article outside of titles."""
_NUMBER = "number"
_ONLY = word_set("challenge era issue problem question universe")
"""There is only one that is meant."""
_MADE = pattern(
    r" (?:algorithm|approach|architecture|benchmark|dataset|framework|library|machine|method|metric|model"
    r"|network|paradigm|pipeline|platform|protocol|scheme|strategy|system|technique|tool|toolkit)s?"
    r"(?: \([^()]+\))?$"
)
_OF_OTHERS = (
    " for ", " of ", " that ", " which ", " across ", " with ", " on ", " from ", " by ", " to ", " in ",
    " and ", " using ",
)  # fmt: skip
"""Behind one of these stands another thing than what was made."""
_SHORTEST = 2
_TELLS_WHICH = word_set(
    "a an the its their our this that these those each every any all one two some no single both what and or "
    "of"
)
_NAME = pattern(r"[A-Z][a-z]")
_GERUND = pattern(r"(?:[a-z]+|(?:fine|pre|post|re|co)-[a-z]+)ing$")
"""What is done; "self-evolving" tells which of things."""
_AN = pattern(r"[aeio]|u(?!ni|se|ti)|(?:[AEFHILMNORSX][A-Z0-9]|[AEIO])")
"""Words that begin with a vowel as they are spoken."""


def with_article(words: Words) -> Words:
    """Return a phrase with the article that its title leaves out: "with an old rope" for "with old rope".

    A deed has none, and what is called by a name may have another one.
    """
    if words[0] not in PREPOSITIONS or (_GERUND.match(words[1]) and len(words) > _SHORTEST):
        return words
    if "of" in words and words[words.index("of") - 1] == _NUMBER:
        return [words[0], _a(words[1]), *words[1:]] if _TELLS_WHICH.isdisjoint(words[1:2]) else words
    if not _TELLS_WHICH.isdisjoint(words) or any(_NAME.match(word) for word in words):
        return words
    noun = words[-1].rstrip(",")
    if noun in _ONE:
        return [words[0], _a(words[1]), *words[1:]]
    return [words[0], "the", *words[1:]] if noun in _ONLY else words


def _a(word: str) -> str:
    return "an" if _AN.match(word) else "a"


def is_made(head: str) -> bool:
    """Say whether words end with what was made: it is for a field, and not in it."""
    return _MADE.search(head) is not None and not any_of(_OF_OTHERS, head.rpartition(", ")[2])


def tells_nothing(words: Words) -> bool:
    """Say whether a phrase ends where it would begin to tell something."""
    if not words or words[-1] not in _ASKS_FOR_REST:
        return False
    return len(words) <= _FEW and (words[0] == "with" or words[-2] == "and")


def without_last_comma(words: Words) -> Words:
    return [*words[:-1], words[-1].rstrip(",")] if words else words


def without_repeated(words: Words, head: str) -> Words:
    """Return a phrase without what was just said of what was made: "quick method for quick repair"."""
    if words[0] != "for" or len(words) <= _FEW or words[2].lower() in _NO_THING or not is_made(head):
        return words
    said = head.lower().rsplit(" ", _JUST_SAID)[1:]
    return ["for", *words[2:]] if words[1] in said and _TELLS_OF_WHAT_KIND.search(words[1]) else words


def said_once(words: Words, lower: str, *, opens: bool = False) -> Words:
    """Return a phrase without how it is done where the line says so: "robust parsers for robust parsing".

    What opens a line keeps what tells kinds of things apart, as "few-shot" does.
    """
    at = 1 + (words[1].endswith("ing") and "-" not in words[1])
    how, what = words[at].lower() if at < len(words) else "", words[at + 1 : at + 2]
    if how not in _HOW and (opens or not how.endswith(_HOW_SO)):
        return words
    if not what or what[0].lower() in _NO_THING or f" {how} " not in lower:
        return words
    return said_once([*words[:at], *words[at + 1 :]], lower, opens=opens)
