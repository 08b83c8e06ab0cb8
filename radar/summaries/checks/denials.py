"""Whether a takeaway denies what the paper says, or says what the paper denies."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import islice, takewhile
from typing import Final

from radar.abstracts.vocabulary.words import word_set
from radar.summaries.checks.surroundings import (
    RECENT_TEXTS,
    Margin,
    Tokens,
    counted,
    fits_better,
    likeness,
)
from radar.summaries.checks.wording import stems_of

_MARGIN: Final = Margin(least=0.5, times=1.6, more=0.1)
"""Chosen on takeaways by models: true ones, and such with one falsehood."""
_DENYING: Final = word_set(
    "not never cannot without neither nor no unable fail fails failed failing hardly rarely seldom lack "
    "lacks lacking"
)
_NOT_ALONE = word_set("only just merely")
"""Behind "not", they deny nothing."""
_SET_BESIDE = word_set(", and")
"""Before "not", they set one thing beside another: "as whole books, not as pages"."""
_BORDERS = word_set(". , ; : ( ) but while whereas yet although though however")
_PASSED = word_set("always also even necessarily any all be been being have has had")
"""What may stand between a word that denies and the one that it denies."""
_GOVERNS = 5
"""So many words behind a word that denies it may still govern one."""
_BEFORE, _BEHIND = 12, 8
"""So many words around another one may soften it."""
_WITHOUT = ("-free", "less")
"""Endings of words that deny what they begin with."""
_PREFIXES = ("un", "non-", "non", "in", "im", "ir", "dis", "mis")
_CONTRARY = (("over", "under"), ("under", "over"))
_NO_DENIALS = ("improv",)
"""How words begin that only seem to deny another: who improves proves nothing less."""
_ALL_PREFIXES = (*_PREFIXES, "over", "under")
_SHORTEST, _ENDING = 5, 3
"""Letters that words have in common which differ by such a beginning, and those of an ending."""
_NEAR = 3
"""So many words before such a word may deny it."""
_SURELY = 0.8
"""How well the place of such a word has to fit, where nothing else is compared."""
_SOFTENS = re.compile(
    r"(?:not|no|never|cannot|without|neither|nor|hardly|rarely|barely|seldom|little|few|fewer|less|limit\w*|unable"
    r"|fail\w*|lack\w*|unlike\w*|unclear|whether|nothing|none|instead|rather|only|avoid\w*|free|eliminat\w*|remov\w*"
    r"|prevent\w*|independent\w*|regardless|despite|replac\w*|obviat\w*|bypass\w*|dispens\w*|beyond|absen\w*|zero"
    r"|ignor\w*|neglect\w*|discard\w*|drop\w*|omit\w*|skip\w*|difficult\w*|struggl\w*|insufficient\w*|impossib\w*"
    r"|un\w{3,}|mis\w{4,}|\w+less|\w+-free|\w+n't|worse\w*|poor\w*|robust\w*|invarian\w*|exclud\w*|stop\w*|reject\w*"
    r"|challeng\w*|non|loses?|lost|reduc\w*|keep\w*|preserv\w*|constant|than|before|prior|assum\w*|requir\w*|need\w*"
    r"|rel(?:y|ies|ying|iance)|depend\w*|necess\w*)\Z"
)
"""Words near which something may be as good as denied, or be what others need and the authors do not."""


def turned_by_a_denial(takeaway: Tokens, paper: Tokens) -> bool:
    """Say whether a word is denied in a takeaway and not in the paper, or the other way round.

    Places are compared by what stands around them: the word may well be denied elsewhere in the paper.
    """
    said = denied(takeaway)
    for index in said:
        places = _places(takeaway.words[index], paper)
        rivals = frozenset(place for place in places if not _is_softened(place, paper))
        if fits_better(takeaway, index, paper, rivals, places - rivals, _MARGIN):
            return True
    theirs = denied(paper)
    roots = frozenset().union(*(stems_of(paper.words[place]) for place in theirs))
    for index, word in enumerate(takeaway.words):
        if index in said or roots.isdisjoint(stems_of(word)) or _is_softened(index, takeaway):
            continue
        places = _places(word, paper)
        if fits_better(takeaway, index, paper, places & theirs, places - theirs, _MARGIN):
            return True
    return False


def turned_by_a_prefix(takeaway: Tokens, paper: Tokens) -> bool:
    """Say whether the paper has a word of a takeaway only with "un-" or the like, or only without."""
    known = frozenset(paper.words)
    for index, word in enumerate(takeaway.words):
        if len(word) < _SHORTEST or word in known or not word[0].isalpha():
            continue
        if not _may_be_turned(word, paper):
            continue
        turned = _turned(word, paper)
        before = takeaway.words[max(0, index - _NEAR) : index]
        if not turned or any(map(_softens, before)) or _beginning_with(_stem(word), paper):
            continue
        places = [place for place, other in enumerate(paper.words) if other in turned]
        around = takeaway.around(index)
        common = counted(map(paper.around, places))
        if any(likeness(around, paper.around(place), common) > _SURELY for place in places):
            return True
    return False


def _turned(word: str, paper: Tokens) -> Set[str]:
    """Return words of a paper that are another one with a prefix that denies it, or without its own."""
    known = _stem(word)
    found = {other for other, rest in _with_prefixes(paper) if rest.startswith(known)}
    for rest in _without_prefixes(word):
        found |= _beginning_with(rest, paper)
    return found


def _may_be_turned(word: str, paper: Tokens) -> bool:
    """Ask the cheap question: whether the letters of such a word are in a paper at all."""
    if word.startswith(_ALL_PREFIXES):
        return True
    known, lower = _stem(word), paper.lower
    return any(f"{prefix}{known}" in lower for prefix in _PREFIXES)


def _stem(word: str) -> str:
    return word[: max(_SHORTEST, len(word) - _ENDING)]


def _without_prefixes(word: str) -> Iterator[str]:
    """Yield how words begin that are another one without its prefix, or with the contrary one."""
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST and not word.startswith(_NO_DENIALS):
            yield _stem(rest)
    for one, other in _CONTRARY:
        rest = word.removeprefix(one)
        if rest != word and len(rest) >= _SHORTEST:
            yield f"{other}{_stem(rest)}"


@lru_cache(maxsize=RECENT_TEXTS)
def _with_prefixes(paper: Tokens) -> tuple[tuple[str, str], ...]:
    """Return the words of a paper that have a prefix which denies, with what they are without it."""
    prefixed = [
        word for word in _in_order(paper) if word.startswith(_PREFIXES) and not word.startswith(_NO_DENIALS)
    ]
    return tuple(
        (word, word.removeprefix(prefix))
        for word in prefixed
        for prefix in _PREFIXES
        if word.startswith(prefix)
    )


def _beginning_with(beginning: str, paper: Tokens) -> Set[str]:
    """Return the words of a paper that begin so."""
    words = _in_order(paper)
    first = bisect_left(words, beginning)
    return frozenset(takewhile(lambda word: word.startswith(beginning), islice(words, first, None)))


@lru_cache(maxsize=RECENT_TEXTS)
def _in_order(paper: Tokens) -> Sequence[str]:
    """Return the distinct words of a paper by the alphabet."""
    return sorted(frozenset(paper.words))


@lru_cache(maxsize=RECENT_TEXTS)
def denied(tokens: Tokens) -> Set[int]:
    """Return the places of the words that a word before them denies."""
    words, found = tokens.words, set[int]()
    denying = [index for index, word in enumerate(words) if word in _DENYING]
    if tokens.shortens:
        denying += [index for index, word in enumerate(words) if word.endswith("n't")]
    for index in denying:
        if words[index] == "not" and words[index - 1] in _SET_BESIDE:
            continue
        for place in range(index + 1, min(index + 1 + _GOVERNS, len(words))):
            governed = words[place]
            if governed in _BORDERS or governed in _NOT_ALONE:
                break
            if not governed.endswith("ly") and governed not in _PASSED and stems_of(governed):
                found.add(place)
                break
    return frozenset(found)


def _places(word: str, paper: Tokens) -> Set[int]:
    """Return where a paper has a word in one of its forms."""
    roots = stems_of(word)
    return frozenset(
        place for place, other in enumerate(paper.words) if not roots.isdisjoint(stems_of(other))
    )


def _is_softened(place: int, tokens: Tokens) -> bool:
    before, behind = tokens.words[max(0, place - _BEFORE) : place], tokens.words[place + 1 : place + _BEHIND]
    own = tokens.words[place]
    return own.endswith(_WITHOUT) or any(map(_softens, before)) or any(map(_softens, behind))


@lru_cache(maxsize=65_536)
def _softens(word: str) -> bool:
    return _SOFTENS.match(word) is not None
