"""What a thing does told of the thing itself, where a line has no room for who made it and what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.vocabulary.base_verbs import BASE_VERB
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import any_of

_MAKES = (
    r"(?:[Ww]e|[Tt]his (?:paper|work|study|article|report)) (?:\w+ly |also |further |then |first |here )?"
    r"(?:propose|introduce|present|develop|design|build|release|describe)(?:s|ed|d)? "
)
_DOES = (
    r"(?P<does>(?:\w+ly )?(?!(?:this|its|less|across|as|thus|perhaps|always|is|has|was|does"
    r"|(?:addresses|tackles|overcomes|solves) (?:this|these|both|such))\b)[a-z]{2,}(?<!s)s .*)$"
)
_KIND = r"(?:[\w-]+, ){0,2}[^,;:–—]{3,100}?"
_NAMED = pattern(
    rf"{_MAKES}(?P<name>[“\"]?(?:[A-Z]|[a-z]+[A-Z]|[Tt]he )[^,;:–—]{{1,80}})(?:,|:| [–—]) "
    rf"(?P<what>(?:an?|the first) {_KIND})(?:,? that|, which) {_DOES}"
)
"""Who made a thing, its name, what it is, and what it does."""
_TELLS_OF_MADE = EitherCase(rf"(?:[^,]{{3,120}}, )?{_MAKES}")
_MADE_GATES = (" propose", " introduce", " present", " develop", " design", " buil", " release", " describe")
_DOES_GATES = (" that ", ", which ")
_SEVERAL = pattern(r" (?:and|or) |[A-Za-z](?<![su])(?<!i)s(?: \([^()]*\))?$|\b(?:of|for|to|on) ")
"""A name of several things, or none at all."""
_SAYS_LITTLE = pattern(
    r"an? (?:(?:new|novel|simple|general|generali[sz]able|unified|effective|efficient|first|promising) )*"
    r"[a-z]+$"
)
"""What most things that are made are."""
_OF_ANOTHER = pattern(
    r" (?:of|for|on|against|to|in|with|over|between|from|by|at|under|than|into|via|using) "
    r".*(?<!(?:.ion|ment|.ing|ance|ence|.ity|.sis|ness|.ure|..cy|data))$(?<![^sui]s)"
    r"|\b(?:whether|if|which|who|whose|where) "
)
"""Ends with one thing that may itself do what is told behind "that"."""
_NOT_REAL = pattern(
    r"\b(?:hypothetical|planned|concept\w*|envision\w*|simulated|imagin\w+|potential|possible|future"
    r"|prospective|mock|fiction\w*)\b"
)
"""What does nothing yet, or only in thought."""
_FIRST_OF_ALL = pattern(r"the first (?!.* (?:for|of|in|to|on|with)\b)")
"""What is the first of its kind only as far as it does what is told behind it."""
_ANOTHER_DEED = pattern(rf",? (?:and|then) (?:then |also |\w+ly |we )?{BASE_VERB}(?![\w-])")
"""What the authors did beside."""
_OF_OTHERS = pattern(r"\b(?:we|our)\b|^[^,]*, (?:and an? |along with |alongside |together with )")
"""What speaks of the authors, or of another thing that they made."""
_MAKES_DO = pattern(r"\b(?:to|lets?|helps?|makes?|can|may) ")
_LISTED_DEED = pattern(r", (?:\w+ly )?[a-z]+(?: [^ ,]+){0,6}$")
"""Behind such a verb, others may be what the thing does; one of several stands before the last."""
_BRACKETS = pattern(r" \([^()]*\)")
_SAME, _SAME_END = 5, 12
"""So many letters tell that two texts begin alike with what was made, or end alike."""
_LEAST, _NEW = 12, 2
"""So many words tell enough of what a thing does, and so many more than the line that is cut."""


def may_be_told_as_doing(line: str, text: str) -> bool:
    """Say whether a line may cut a sentence that tells what was made, what it is, and what it does."""
    if text[-_SAME_END:].rstrip(".") in line or "; " in line:
        return False
    return any_of(_MADE_GATES, text) and any_of(_DOES_GATES, text) and _NAMED.search(text) is not None


def whole_as_doing(line: str, forms: Sequence[str], title: str, limit: int) -> str:
    """Return all that a thing does in the place of a line that tells who made it and is cut, or nothing.

    Args:
        line: a finished line of the same sentence.
        forms: the sentence, and what is left of it without what leads up to it and says little.
        title: where only it says something of a line that is whole, that stays.
        limit: in words.
    """
    start = _TELLS_OF_MADE.end(line) if "; " not in line else -1
    if start < 0:
        return ""
    name, end = line[start : start + _SAME], line.rstrip(".…")[-_SAME_END:]
    bare = _BRACKETS.sub("", line)
    if not line.endswith("…") and _has_more(line, forms, title):
        return ""
    for form in forms:
        is_cut = _BRACKETS.sub("", form)[-_SAME_END:].rstrip(".") not in bare
        if not (is_cut and name in form and end in form):
            continue
        for whole in as_doing(form, bare=line.endswith("…")):
            fits = _LEAST <= whole.count(" ") + 1 <= limit
            if fits and _tells_more(whole, line) and not may_point_back(whole.lower()):
                return whole
    return ""


def _has_more(line: str, forms: Sequence[str], title: str) -> bool:
    """Say whether a line tells what only the title says."""
    only = telling(title) & telling(line)
    return bool(only) and not all(only <= telling(form) for form in forms)


def _tells_more(whole: str, line: str) -> bool:
    return len(telling(whole) - telling(line)) >= _NEW


def as_doing(text: str, *, bare: bool = True) -> Iterator[str]:
    """Yield "X, a fine sieve, sorts shells" for "We build X, a fine sieve that sorts shells".

    Args:
        text: a tidied sentence.
        bare: whether "X sorts shells" is to be yielded too; it always is where most things are what X is.
    """
    found = _NAMED.match(text)
    if found is None or _SEVERAL.search(found["name"]):
        return
    name, what = found["name"], found["what"]
    if _OF_ANOTHER.search(what):
        return
    does = _without_another_deed(found["does"])
    name = f"The{name[3:]}" if name.startswith("the ") else name
    says_little = _SAYS_LITTLE.match(what) is not None
    if does and not (says_little or _FIRST_OF_ALL.match(what)):
        yield f"{name}, {what}, {does}"
    if does and (bare or says_little) and not _NOT_REAL.search(what):
        yield f"{name} {does}"


def _without_another_deed(does: str) -> str:
    """Return what a thing does without what its authors did beside, or nothing where that cannot be told."""
    beside = _ANOTHER_DEED.search(does)
    if beside is None:
        return "" if _OF_OTHERS.search(does) else does
    before = does[: beside.start()]
    if not _MAKES_DO.search(before):
        return "" if _OF_OTHERS.search(before) else f"{before}."
    of_thing = not beside[0].startswith(",") or _LISTED_DEED.search(before)
    return does if of_thing and not _OF_OTHERS.search(does) else ""
