"""What was made: its names, and what it is in fewer and fewer words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from radar.abstracts.takeaways.findings.naming import name_in
from radar.abstracts.takeaways.findings.outcome_clauses import KIND
from radar.abstracts.takeaways.findings.workings import OF_MANY, called_short
from radar.abstracts.takeaways.lines.borders import cut_before_an_adjunct, cut_before_the_way
from radar.abstracts.takeaways.lines.shortening import without_asides
from radar.abstracts.takeaways.telling_words import telling_compounds
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set

_LONGEST_WHAT, _SHORTEST_WHAT, _LEAST_WHAT = 20, 5, 2
"""What a thing is has so many words at most and at least, and so many that tell something."""
MAKES = r"(?:propose|present|introduce|develop|design|build|create|devise|describe)(?:s|d|ed)?"
WHO = rf"(?:We|This (?:paper|work|study|article|report)) (?:\w+ )?{MAKES} "
_NAME = r"[A-Z][\w.+-]*(?: (?:(?:of|and|for|with|via|in) )?[A-Z][\w.+-]*)*|[a-z]{1,6}[A-Z][\w.+-]*"
_NAMED = pattern(
    rf"{WHO}(?:the )?(?P<name>{_NAME})(?: \((?P<short>[^()]{{2,80}})\))?(?: {KIND})?, "
    r"(?P<what>(?:an?|the|which) .+?)(?P<rest>)\.?$"
)
"""A name, and what it is."""
_NAMED_BEHIND = pattern(
    rf"{WHO}(?P<what>(?:an?|the) (?:[\w-]+,? ){{1,9}}?[\w-]+)"
    r"(?:, (?:(?:named|called|termed|dubbed|namely) )?| (?:named|called|termed|dubbed) )[\"“]?"
    r"(?P<name>[\w.+-]*[A-Z][\w.+-]*)[\"”]?(?: \((?P<short>[^()]{2,80})\))?,?"
    r"(?P<rest>(?: (?:that|which|for|to|based on|built on|using|with|designed) .+?)?)\.?$"
)
"""What was made, and its name behind it."""
_MAY_BE_BEHIND = pattern(r"(?:, | (?:called|named|termed|dubbed) )[\"“]?[\w.+-]*[A-Z]| namely ")
_CALLED = pattern(
    rf"{WHO}(?:the )?(?P<name>{_NAME})(?=,|\.?$| (?:to|for|that|which|based|using|via|by|with|in|{KIND})\b)"
)
_CORE = pattern(
    rf"an? (?:[\w-]+ ){{1,6}}?{KIND}"
    r"(?= (?:for|to|in|that|which|designed|tailored|on|with|based|capable|built) )"
)
"""What a thing is, without what it is for and how it works."""
_PLAIN_CORE = pattern(
    rf"an? (?:[\w-]+,? ){{1,6}}?{KIND}(?=,|\.?$| (?:based|built|by|capable|designed|developed|driven"
    r"|engineered|for|grounded|in|leveraging|on|specifically|tailored|that|to|trained|using|via|which|with)\b)"
)
"""The same, of several adjectives."""
_TAKES_TWO = pattern(
    r"\b(?:adapt|align|appl|attribut|convert|decoupl|deriv|disentangl|distinguish|empower|evolv|extend|extract"
    r"|isolat|link|map|match|mov|relat|rout|separat|shift|switch|transfer|transform|translat|turn)(?:e|es|s|ies|ing)?"
    r"(?: [^ ]+){1,7}$"
)
"""A verb that says little without "from" or "to" behind what it is done to."""
_FROM_ONE_TO_ANOTHER = pattern(r" from [^,]{1,80} (?:in)?to ")
"""What goes that parts a change from what is changed."""
_HALF_TOLD = pattern(
    r"\b(?:are|be|is|was|were) (?:\w+ly )?\w+(?:ed|en|t)$|\b(?:applicable|available|suitable|\w+ly)$"
)
"""What is done to a thing, and not what for."""
_INSIDE = pattern(r"[,;:–—]| - | and its ")
"""What a thing is may not hold these between two commas; "its" part is not the thing."""
PRAISE = word_set(
    "comprehensive efficient effective flexible general hybrid innovative lightweight new novel powerful "
    "practical principled robust scalable simple training-free two-stage unified versatile"
)
_THE_ONE = ("the ", "which ")
"""What begins with these is said whole: the first of its kind is not the first of all."""
_WE = "We propose "


class Made(NamedTuple):
    """What was made."""

    names: tuple[str, ...]
    """What it is called."""
    shown: tuple[str, ...] = ()
    """How it is called before what it is."""
    what: str = ""
    """What it is, where its name is told apart from that."""


def made_of(done: str, title: str, text: str) -> Made:
    """Return what was made by its names, and what it is."""
    match = _NAMED.match(done) or (_NAMED_BEHIND.match(done) if _MAY_BE_BEHIND.search(done) else None)
    if match is None:
        return Made(tuple(dict.fromkeys(filter(None, (*_called(done), name_in(title, text))))))
    name, short = match["name"].rstrip("."), match["short"] or ""
    what = without_asides(match["what"] + match["rest"])
    if not short or (" " in short and " " not in name):
        return Made((name,), (name,), what)
    known = short in title or name in title
    return Made((name, short), (short,) if known else (f"{name} ({short})", short), what)


def _called(done: str) -> Iterator[str]:
    """Yield the names that stand before what a thing is for, or in brackets behind what it is."""
    short = called_short(done)
    if short and short.lower().removesuffix("s") not in OF_MANY:
        yield short
    if called := _CALLED.match(done):
        yield called["name"]


def shorter(what: str) -> Iterator[str]:
    """Yield what a thing is in fewer and fewer words that tell what it is."""
    forms = [what]
    if not what.startswith(_THE_ONE):
        forms += [one.removeprefix(_WE) for one in ever_shorter(_WE + what, _LONGEST_WHAT, _SHORTEST_WHAT)]
        core = _CORE.match(what)
        forms.append(core[0] if core else "")
    for form in dict.fromkeys(forms):
        ends = form and not _INSIDE.search(form) and not form.endswith("ly")
        if ends and len(telling_compounds(form) - PRAISE) >= _LEAST_WHAT:
            yield form


def further_shorter(what: str) -> Iterator[str]:
    """Yield what a thing is without what goes with that, and at last only of what kind it is."""
    if what.startswith(_THE_ONE):
        return
    most = _LONGEST_WHAT
    while head := cut_before_an_adjunct(_WE + what, most):
        most = head.count(" ")
        form = head.removeprefix(_WE)
        tells = len(telling_compounds(form) - PRAISE) >= _LEAST_WHAT
        if tells and not _INSIDE.search(form) and not _asks_for_more(form, what[len(form) :]):
            yield form
    core = _PLAIN_CORE.match(what)
    if core and len(telling_compounds(core[0]) - PRAISE) >= _LEAST_WHAT:
        yield core[0]


def _asks_for_more(form: str, rest: str) -> bool:
    """Say whether what a thing does is half told without the rest."""
    return bool(_TAKES_TWO.search(form) or _HALF_TOLD.search(form) or _FROM_ONE_TO_ANOTHER.match(rest))


def ever_shorter(text: str, most: int, least: int) -> Iterator[str]:
    """Yield the beginnings of a sentence that say what was made, not how it works, the longest first."""
    while most > least and (head := cut_before_the_way(text, most, least)):
        yield head
        most = head.count(" ")
