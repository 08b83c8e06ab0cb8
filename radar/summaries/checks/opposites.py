"""Whether a takeaway has a word where the paper has its opposite, told by what stands around both."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from typing import Final

from radar.abstracts.vocabulary.words import word_set
from radar.papers.bases import Value
from radar.summaries.checks.denials import denied
from radar.summaries.checks.surroundings import RECENT_TEXTS, Margin, Tokens, fits_better
from radar.summaries.checks.wording import stems_of

_MARGIN: Final = Margin(least=0.6, times=2.0, more=0.1)
"""Chosen on takeaways by models: true ones, and such with one falsehood."""
_NEAR = 8
"""So many words behind a comparative may "than" stand."""


_UP: Final = r"increas|higher|rais|grow(?:s|n|ing)?$|boost|rise|enlarg"
_DOWN: Final = r"decreas|reduc|lower|fewer|drop(?:s|ped|ping)?$|cut(?:s|ting)?$|shrink"
_DIRECTION: Final = re.compile(f"(?P<up>{_UP})|{_DOWN}")
_BEFORE_A_THING = word_set("the a an its their both in of by our this")
"""What may stand between a word of direction and the thing that goes up or down."""


class _Pair(Value):
    """Words of one meaning, and those of the opposite one."""

    words: re.Pattern[str]
    opposites: re.Pattern[str]
    stronger: bool = False
    """Whether only the words say too much where the paper has an opposite, and not the other way round."""


def _pair(words: str, opposites: str, *, stronger: bool = False) -> _Pair:
    return _Pair(re.compile(words), re.compile(opposites), stronger)


_PAIRS: Final = (
    _pair(
        rf"{_UP}|more$|larger|greater|strengthen|stronger|longer|richer",
        rf"{_DOWN}|less$|smaller|weaken|weaker|declin|shorter|falls?$|poorer",
    ),
    _pair(
        r"improv|better$|gain|enhanc|succe[es]d",
        r"degrad|worse|hurts?$|harm(?!on)|underperform",
    ),
    _pair(r"well$|good$", r"poor|badly$"),
    _pair(r"easi|easy$", r"hard(?:er|est)?$|difficult"),
    _pair(r"fast(?:er|est)?$|accelerat|quick", r"slow"),
    _pair(r"low(?:est)?$|minim", r"high(?:est)?$|maxim"),
    _pair(r"earlier$|before$", r"later$|after$"),
    _pair(r"stab(?:le|ili)", r"unstable|instab|destab"),
    _pair(r"positiv", r"negativ"),
    _pair(r"best$", r"worst$"),
    _pair(r"over(?:estimat|confiden|fit)", r"under(?:estimat|confiden|fit)"),
    _pair(
        r"outperform|surpass|exceed|beat(?:s|ing|en)?$|superior",
        r"match|comparabl|competitiv|parity$|par$|equals$|second$",
        stronger=True,
    ),
    _pair(r"first$|tops$", r"second$|third$", stronger=True),
    _pair(
        r"all$|every$|always$",
        r"some$|most$|several$|often$|sometimes$|average|partial",
        stronger=True,
    ),
    _pair(
        r"prov(?:e|es|ed|ing|en)$|confirm|establish|demonstrat",
        r"suggest|hint|may$|might$|could$|potential|possibl|candidate|conjectur",
        stronger=True,
    ),
    _pair(r"steep", r"flat|shallow"),
    _pair(r"early$", r"late$"),
    _pair(r"strong", r"weak"),
    _pair(r"parallel", r"perpendicular|orthogonal"),
    _pair(r"support", r"contradict|refut"),
    _pair(r"exact", r"approximat|asymptotic", stronger=True),
)
_ANY = re.compile("|".join(side.pattern for pair in _PAIRS for side in (pair.words, pair.opposites)))


def put_for_its_opposite(takeaway: Tokens, paper: Tokens) -> bool:
    """Say whether a word of a takeaway stands where the paper has the opposite.

    A word is compared by what stands around it with every place of the paper that has such a word or an
    opposite: "raises bids" stands where the paper has "lowers the bids", whatever is raised elsewhere.
    """
    return _put_for(takeaway, paper, stronger=False)


def put_for_something_weaker(takeaway: Tokens, paper: Tokens) -> bool:
    """Say whether a word of a takeaway stands where the paper claims less, as "matches" for "beats"."""
    return _put_for(takeaway, paper, stronger=True)


def _put_for(takeaway: Tokens, paper: Tokens, *, stronger: bool) -> bool:
    said = [
        (index, number, turned)
        for index, number, turned in _found(takeaway)
        if _PAIRS[number].stronger == stronger and not (stronger and turned)
    ]
    theirs = _found(paper) if said else ()
    for index, number, turned in said:
        rivals = [place for place, other, side in theirs if other == number and side != turned]
        if _is_compared(index, takeaway):
            # "Less than" may well be told as "more than" of the other: see `compared_the_other_way`.
            rivals = [place for place in rivals if not _is_compared(place, paper)]
        own = [place for place, other, side in theirs if other == number and side == turned]
        if rivals and fits_better(takeaway, index, paper, rivals, own, _MARGIN):
            return True
    return False


def goes_the_other_way(takeaway: Tokens, paper: Tokens) -> bool:
    """Say whether a thing goes up in a takeaway and only ever down in the paper, or the other way round.

    The word directly behind tells which thing, however little else stands around both.
    """
    said = _directions(takeaway)
    theirs = _directions(paper) if said else frozenset()
    return any((not up, thing) in theirs and (up, thing) not in theirs for up, thing in said)


@lru_cache(maxsize=RECENT_TEXTS)
def _directions(tokens: Tokens) -> Set[tuple[bool, str]]:
    """Return which things go up, and which down, by the beginnings of the words directly behind."""
    words, found = tokens.words, set[tuple[bool, str]]()
    for index, word in enumerate(words):
        direction = _DIRECTION.match(word) if word.isalpha() else None
        if direction is not None:
            behind = words[index + 1 : index + 3]
            skipped = bool(behind) and behind[0] in _BEFORE_A_THING
            thing = "".join(behind[skipped : skipped + 1])
            found.update((direction["up"] is not None, stem) for stem in stems_of(thing))
    return found


@lru_cache(maxsize=RECENT_TEXTS)
def _found(tokens: Tokens) -> tuple[tuple[int, int, bool], ...]:
    """Return where words of a pair stand undenied, which pair each is of, and whether it is an opposite."""
    marked = [(index, sides) for index, word in enumerate(tokens.words) if (sides := _sides(word))]
    passed = denied(tokens) if marked else frozenset()
    return tuple(
        (index, number, turned) for index, sides in marked if index not in passed for number, turned in sides
    )


def _is_compared(index: int, tokens: Tokens) -> bool:
    return "than" in tokens.words[index : index + _NEAR]


@lru_cache(maxsize=65_536)
def _sides(word: str) -> tuple[tuple[int, bool], ...]:
    parts = (word, *word.split("-")) if "-" in word else (word,)
    if not any(map(_ANY.match, parts)):
        return ()
    found = dict.fromkeys(
        (number, turned)
        for number, pair in enumerate(_PAIRS)
        for turned, pattern in ((False, pair.words), (True, pair.opposites))
        if any(pattern.match(part) for part in parts)
    )
    return tuple(found)
