"""The first of several things that a sentence introduces one by one, told alone where there is no room."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern

_GATES = (": (1) ", ": (i) ", ": (a) ", ": 1) ", ": i) ", "fold: ")
_LISTS = pattern(
    r"(?P<who>(?:[^:;]{0,90} )?(?:introduc|propos|present|develop|identif|contribut|offer|provid)"
    r"(?:e|es|y|ies|s)? )"
    r"(?:the following|two|three|four|five|several|key)(?: [a-z-]+){0,4}(?: to [^:;]{3,60})?"
    r": \(?(?:1|i|a)\)[.:]? (?!Our |The |It |We |we |[a-z]+ing )"
    r"|(?:[^:;]{0,60}(?:two|three|four|five|many)-?fold"
    r"|(?:We|This (?:paper|work)) makes? [^:;]{0,40}contributions)"
    r": (?:\(?(?:1|i|a)\)|[Ff]irst(?:ly)?)[,.:]? (?=[Ww]e )"
)
_NEXT = pattern(r"[,;]? (?:and )?\(?(?:2|ii|b)\) |[,;] (?:and )?[Ss]econd(?:ly)?,? |; ")
"""What stands wherever things are told one by one, how they are announced, and where the second begins."""
_IS_A_CLAUSE = pattern(
    r"(?:(?!(?:that|which|who|where|whose|when|how|to)\b)[^ ,]+ ){1,7}?"
    r"(?:can|cannot|is|are|was|were|do|does|did|has|have|may|will|must|should)\b"
)
"""What is no thing that somebody makes or names: "crabs cannot see"."""
_POINTS = (" these ", " this ", " such ", ": ")


def first_listed(text: str) -> str:
    """Return "We build a sieve." for "We build two tools: (1) a sieve, (2) a comb.", or nothing."""
    if not any(gate in text for gate in _GATES) or not (found := _LISTS.match(text)):
        return ""
    first = _NEXT.split(text[found.end() :], maxsplit=1)[0].rstrip(".,; ")
    if not first or (found["who"] and _IS_A_CLAUSE.match(first)) or any(mark in first for mark in _POINTS):
        return ""
    return f"{found['who'] or ''}{first if found['who'] else first[0].upper() + first[1:]}."
