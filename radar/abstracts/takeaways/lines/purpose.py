"""What something is done for, told where a line has no room for the means."""

from __future__ import annotations

from collections.abc import Iterator, Set

from radar.abstracts.takeaways.lines.doing import BASE_VERB
from radar.abstracts.takeaways.lines.early_ends import ASK_FOR_TO, begins_no_verb
from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.vocabulary.limiting import limits
from radar.abstracts.vocabulary.patterns import pattern

_USES = pattern(
    r"(?P<who>^We|\b(?:that|which)) (?:\w+ly )?(?:leverage|use|employ|utili[sz]e|exploit|harness)(?P<one>s)? "
    r"(?P<means>[^;:]{4,160}?) to (?P<how>(?:\w+ly )?)(?P<verb>[a-z]{3,}) (?P<what>.*)$"
)
"""By what means a thing is done, before what is done."""
_NO_MEANS = pattern(r"\b(?:both|that|which|who|by) |ing$|,? and [a-z]+(?:s|e) (?:the|an?|its|our) ")
"""What holds a clause of its own, or goes on as what is done."""
_UNIQUE = pattern(r"\b(?:first|only|best|sole)\b|[(:]")
"""What is the first of its kind is so only by its means."""
_SECOND_VERB = pattern(
    rf"(?:and|or) [a-z]+ |(?:.*?)(?:,|,? (?:and|or)) (?:to )?(?:then |also |\w+ly )?(?:{BASE_VERB} "
    r"|[a-z]+(?<!s) (?:the|an?|its|their|our|each|every|all|both|this|these|how|whether|new|novel|multiple) )"
)
"""Another verb may go with the first one, in whose form it would have to be put."""
_VAGUE = pattern(r"(?:achieve|address|boost|enhance|improve|mitigate|overcome|support|tackle)$")
"""Of such a deed the means tell more."""
_ENDS_IN_ES = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"


def straight_to_purpose(text: str, about: Set[str]) -> Iterator[str]:
    """Yield "that sorts shells" for "that uses sieves to sort shells".

    Args:
        text: a tidied sentence.
        about: the beginnings of the words that the title tells; means that tell one of them stay.
    """
    found = _USES.search(text) if " to " in text else None
    if found is None:
        return
    means, verb, before = found["means"], found["verb"], text[: found.start()]
    if limits(means) or _NO_MEANS.search(means) or ASK_FOR_TO.search(means):
        return
    if begins_no_verb(verb) or _VAGUE.match(verb) or _SECOND_VERB.match(found["what"]):
        return
    if _UNIQUE.search(before) or not about.isdisjoint(telling(means) - telling(f"{before} {found['what']}")):
        return
    done = _of_one(verb) if found["one"] else verb
    yield f"{before}{found['who']} {found['how']}{done} {found['what']}"


def _of_one(verb: str) -> str:
    """Return what one does: "sorts" for "sort"."""
    if verb.endswith(_ENDS_IN_ES):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}s"
