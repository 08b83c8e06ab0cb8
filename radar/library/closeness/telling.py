"""Which words tell the papers that a reader starred from the rest, and by how much.

A word's weight is the log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and Quinn
("Fightin' Words", Political Analysis 16(4), 2008), over papers and not over occurrences: how much likelier
a starred paper holds the word than another does, where both shares are first drawn towards the share among
all papers. The prior is worth a multiple of the starred papers, so that weights keep to one scale however
many there are. The weight is then lessened by the square root of the share of starred papers that hold the
word: what one of thirty papers holds says little about what the reader looks for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from radar.abstracts.vocabulary.words import word_set
from radar.papers.bases import Value

PRIOR = 5
"""Papers that the prior is worth, in multiples of the starred ones; of 1, 2 and 5 the best (see
tests/benchmarks/closeness.py)."""
WORDS = 40
"""Telling words that are kept; 24 find less, 60 hardly more."""
UNIT = 1000
"""Weights are whole numbers of such parts of a natural logarithm, so that sums have no rounding in them."""
_COMMON = 0.25
"""A word in a larger share of all papers tells nothing."""
_LEAST = UNIT // 4
_LETTERS = 2
_ADDRESSES = frozenset(("com", "doi", "github", "http", "https", "huggingface", "io", "org", "www", "zenodo"))
"""Words of links: they say where something is, and not what a paper is about."""
_MARKUP = word_set(
    "cdot circ ell emph geq gtrsim href infty langle leq lesssim mathbb mathbf mathcal mathrm neq odot "
    "propto rangle rm sim simeq sqrt textbf textcolor textit textsc texttt varepsilon"
)
"""Commands of TeX that are no words besides: they say how something is set."""
_FILLING = word_set(
    "about above according achieve achieved achieves across additional addressed addresses after again "
    "against al all allow allowed allows almost along already also although among an analyze analyzed "
    "and another any applied apply approach approaches are as at based be because been before being "
    "below best better between both but by can cannot case cases compare compared considered "
    "corresponding could demonstrate demonstrated demonstrates described describes despite did "
    "different difficult do does done due during each easily easy effective effectively efficacy eg "
    "either enable enables enough especially et etc even every evaluate evaluated evaluates exhibit "
    "exhibits existing experiments explicit explicitly explore explores extensive extensively fact "
    "finally find finding findings finds first focus focuses for found from further furthermore gain "
    "gains gave general generally get give given gives giving had has have having hence here high "
    "higher highly how however ie if important in including increase increased indeed instead into "
    "introduce introduced introduces investigate investigated investigates is issue issues it its "
    "itself just kind know known large largely larger later lead leads least less like likely little "
    "made main mainly make makes making many may me method methods might more moreover most mostly much "
    "must my namely nearly need needed needs neither new next no none nor not note novel now obtain "
    "obtained of off often on one ones only onto or other others our out over own paper papers part "
    "particular particularly per perform performed performs possible potential present presented "
    "presents previous problem problems propose proposed proposes provide provided provides providing "
    "put quite rather recent recently related result resulting results same second see seen several "
    "should show showed showing shown shows significant significantly similar simple simply since small "
    "so some studied studies study such suggest suggests take taken takes than that the their them then "
    "there thereby therefore these they third this those three through thus to together too toward "
    "towards two under until up upon us use used uses using usually various very via was way ways we "
    "well were what when where whereas whether which while who whose why will with within without work "
    "works would yet you your"
)
"""Words of the language and of every abstract: a star on two papers that hold one says nothing by it."""


class TellingWord(Value):
    """A word that tells starred papers from others."""

    word: str
    """As the search index has it."""
    weight: int
    """In parts of `UNIT`."""
    docs: int
    """Papers of the library that hold it."""


def least_starred(starred: int) -> int:
    """Return how many of the starred papers a word must be in to be looked at."""
    return min(1 + starred // 15, 5)


def can_tell(word: str) -> bool:
    """Return whether it may say what a paper is about.

    No single letter, no number, no part of a link, no command of TeX, no word of every text.
    """
    says_nothing = word in _ADDRESSES or word in _MARKUP or word in _FILLING
    return len(word) >= _LETTERS and not word.isdigit() and not says_nothing


def weight(among_starred: int, starred: int, docs: int, papers: int) -> int:
    """Return the weight of a word, in parts of `UNIT`; negative where it speaks against a paper.

    Args:
        among_starred: starred papers that hold the word, of `starred`.
        docs: papers of the library that hold it, of `papers`; the starred ones among them.
    """
    share = docs / papers
    prior = PRIOR * starred
    inside = (among_starred + prior * share) / (starred + prior)
    # The counts of words may be a little ahead of those of papers while an import runs.
    elsewhere = min(docs - among_starred, papers - starred)
    outside = (elsewhere + prior * share) / (papers - starred + prior)
    ratio = _log_odds(inside) - _log_odds(outside)
    return round(UNIT * ratio * math.sqrt(among_starred / starred))


def telling_words(
    counted: Iterable[tuple[str, int, int]], starred: int, papers: int
) -> tuple[TellingWord, ...]:
    """Return the words that tell most, the most telling first.

    They are chosen by weight times the starred papers they are in, as Robertson does for the expansion of
    queries (Journal of Documentation 46(4), 1990); a word that no other paper holds finds nothing.

    Args:
        counted: each word, how many starred papers hold it and how many papers of the library.
        starred: papers it was counted in.
        papers: papers of the library.
    """
    chosen: list[tuple[int, TellingWord]] = []
    for word, among, docs in counted:
        if not among < docs <= max(_COMMON * papers, starred + 1) or docs >= papers or not can_tell(word):
            continue
        found = weight(among, starred, docs, papers)
        if found >= _LEAST:
            chosen.append((among * found, TellingWord(word, found, docs)))
    chosen.sort(key=lambda one: (-one[0], one[1].word))
    return tuple(one for _worth, one in chosen[:WORDS])


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))
