"""Phrases of a title that a reader stumbles over in a takeaway, which is better without them."""

from __future__ import annotations

from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.text.titles import PREPOSITIONS, Words
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import word_set

_TELLS_OF_WORK = EitherCase(
    r"(?:we|i|this (?:\w+ )?(?:paper|work|study|article|thesis|report|survey|review)) "
    r"(?:\w+ly |also |further |first |then )*"
    r"(?:propos|present|introduc|develop|design|provid|outlin|offer|describ|formulat|releas|contribut|discuss"
    r"|review|survey)"
)
"""What is told to others, and not done in a field."""
_DOES_SO = pattern(r",? (?:that|which|to|by) (?:\w+ly )?(?P<verb>[a-z-]+)")
_SAID_NEXT = 7
"""So many words behind a phrase are heard beside it."""
_TWICE = 2
"""So many words said again make a reader stumble."""
_MANY, _JOINS = pattern(r"[A-Z]{2,}s$"), PREPOSITIONS | word_set("and or of to")


def without_odd_phrase(line: str, plain: str) -> str:
    """Return a line without the phrase of the title that was added to it, where it reads stiffly.

    Args:
        line: with the phrase.
        plain: the same without it.
    """
    if line.endswith(plain[1:]):
        opening = line[: len(line) - len(plain)].rstrip(", ")
        return plain if _is_odd_in_front(opening, plain) else line
    same = next((at for at, (one, other) in enumerate(zip(line, plain, strict=False)) if one != other), -1)
    place = line.rfind(" ", 0, same + 1)
    phrase = line[place : place + len(line) - len(plain)]
    if place < 0 or plain != line[:place] + line[place + len(phrase) :]:
        return line  # which took up two phrases
    return plain if _is_odd_within(phrase.split(), plain, place) else line


def _is_odd_in_front(opening: str, plain: str) -> bool:
    words = opening.split()
    if not words[1:]:
        return False  # nothing was added in front
    if words[0] == "In":
        return _TELLS_OF_WORK.begins(plain)
    verb = words[1].lower().removesuffix("ing")
    done_twice = verb != words[1].lower() and f" to {verb}" in plain
    return done_twice or _lacks_a_preposition(words)


def _is_odd_within(words: Words, plain: str, place: int) -> bool:
    """Say whether a phrase lacks a word, or tells what stands beside it."""
    return _lacks_a_preposition(words) or _is_said_twice(words, plain, place)


def _lacks_a_preposition(words: Words) -> bool:
    """Say whether a noun follows several things right away, as only titles have it: "RNNs training"."""
    following = words[2:3]
    return bool(following) and bool(_MANY.match(words[1])) and following[0] not in _JOINS


def _is_said_twice(words: Words, plain: str, place: int) -> bool:
    """Say whether the words next to a place tell a part of a phrase: "for gait repair that repairs gaits"."""
    does = _DOES_SO.match(plain, place)
    if does is None:
        return False
    tells = telling(" ".join(words))
    again = tells & telling(" ".join(plain[place:].split()[:_SAID_NEXT]))
    return len(again) >= _TWICE or not tells.isdisjoint(telling(does["verb"]))
