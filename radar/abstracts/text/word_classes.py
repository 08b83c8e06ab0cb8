"""Which classes of telling words a sentence has, looked up once for all rules that ask for them."""

from __future__ import annotations

from collections.abc import Iterable

from radar.abstracts.vocabulary import claim_numbers as numbers
from radar.abstracts.vocabulary import claim_words as claims
from radar.abstracts.vocabulary.release_words import RELEASE_WORDS
from radar.abstracts.vocabulary.words import any_of, verb_forms, word_set

SELF = 1 << 0
OWN = 1 << 1
OUTCOME = 1 << 2
STRONG_CLAIM = 1 << 3
FINDS_VERB = 1 << 4
FINDS_SUBJECT = 1 << 5
WEAK_CLAIM = 1 << 6
STRONG_WORD = 1 << 7
THAT = 1 << 8
AIM = 1 << 9
PERHAPS_AIM = 1 << 10
PERHAPS_OWN = 1 << 11
PERHAPS_SPEAKS = 1 << 12
BEATS_OTHERS = 1 << 13
BEST = 1 << 14
RANKED = 1 << 15
WE = 1 << 16
PROPOSES = 1 << 17
DOES = 1 << 18
PROBLEM = 1 << 19
METRIC = 1 << 20
RELEASES = 1 << 21
PAPER = 1 << 22
NOVEL = 1 << 23
CAUTION = 1 << 24
OUTLOOK = 1 << 25

POINTS = 1 << 26
"""The first of the gates, which are worth nothing: where one is closed, a costlier question has no answer."""
FACTOR = 1 << 27
LINKED = 1 << 28
"""Somewhere in the text one of `LINK_SIGNS` stands."""
PERHAPS_BEST = 1 << 29
"""Somewhere in the text one of `BEST_SIGNS` stands."""
PERHAPS_SELF = 1 << 30
"""A word stands there that may be the authors; `pronouns` says whether it is, and puts this out."""
TIMES = 1 << 31
"""A word for a time that something takes."""
TOLD = 1 << 32
"""A word of what data, people or evidence tell."""
STUDY = 1 << 33
"""A word for a study that may be what is presented."""
GATES = POINTS | FACTOR | LINKED | PERHAPS_BEST | STUDY
LINK_SIGNS = ("://", "github")
BEST_SIGNS = ("state", "sota", "#1")
"""What stands wherever a text claims to be the best without a word that says so."""

_PROPOSES = verb_forms("propose present introduce develop design")
_CLASSES = {
    SELF: claims.SELF,
    OWN: claims.OWN_WORDS,
    OUTCOME: claims.OUTCOME,
    STRONG_CLAIM: claims.STRONG_CLAIM,
    FINDS_VERB: claims.FINDS_VERBS,
    FINDS_SUBJECT: claims.FINDS_SUBJECTS,
    WEAK_CLAIM: claims.WEAK_CLAIM,
    STRONG_WORD: numbers.STRONG_WORDS,
    THAT: word_set("that"),
    AIM: claims.AIM_WORDS,
    PERHAPS_AIM: word_set(
        "aim aims aimed aiming order discuss describe review survey outline argue propose plan remain "
        "remains promise promising need used intended designed opportunity opportunities hope expected"
    ),
    PERHAPS_OWN: word_set(
        "this these extensive simulation simulations evaluated tested applied theoretical numerical "
        "quantitative present resulting model method approach system framework analysis"
    ),
    PERHAPS_SPEAKS: word_set(
        "we our this here results proposed presented introduced studied investigated introduces presents "
        "paper investigation manuscript article"
    ),
    METRIC: numbers.METRIC_WORDS,
    TIMES: numbers.TIME_WORDS,
    RELEASES: RELEASE_WORDS,
    CAUTION: word_set("warning disclaimer trigger caution contain contains discretion"),
    OUTLOOK: word_set(
        "future pave paves paving opens open hope call calls further organized organised discuss discusses "
        "implications help enable serve potential"
    ),
    PAPER: word_set("paper work study article letter thesis survey review report"),
    NOVEL: word_set("novel new simple framework approach method algorithm first"),
    BEATS_OTHERS: claims.BEATS,
    BEST: claims.BEST_WORDS,
    RANKED: claims.RANK_WORDS,
    WE: word_set("authors"),
    PROPOSES: _PROPOSES,
    DOES: _PROPOSES
    | verb_forms(
        "show demonstrate find prove study investigate explore describe examine analyze analyse "
        "derive establish provide construct create address report conduct formulate extend compare "
        "evaluate use train argue apply survey review reveal discover observe identify measure achieve"
    )
    | word_set("found shown built build"),
    POINTS: word_set("they them these those such this both former latter second presented above"),
    FACTOR: word_set("factor factors") | numbers.COUNTS,
    PERHAPS_SELF: word_set("we our i us"),
    TOLD: word_set(
        "evidence determined inferred estimated deduced measured predicted identified identify identifies "
        "reveal reveals confirm confirms suggest suggests indicate indicates exhibit exhibits favor favors "
        "favour favours disfavor disfavors disfavour disfavours reported preferred rated perceived favored "
        "favoured outcome outcomes conclusion finding solve solves settle settles resolve resolves "
        "disproves refutes experimentally show find prove effectiveness efficacy feasibility "
        "superiority viability practicality usefulness"
    ),
    STUDY: word_set(
        "study analysis investigation evaluation comparison experiment examination assessment "
        "characterisation characterization"
    ),
    PROBLEM: word_set(
        "challenge challenges challenging remain remains difficult difficulty limited lack lacks lacking "
        "suffer suffers however struggle struggles critical crucial essential important increasingly "
        "widely popular unclear understudied underexplored hinder hinders hindering problem"
    ),
}


def _bits_by_word() -> dict[str, int]:
    found: dict[str, int] = {}
    for bit, words in _CLASSES.items():
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found


_BITS = _bits_by_word()
_KNOWN = frozenset(_BITS)


def gates_of(lower: str) -> int:
    """Return the gates that a whole text in lower case opens."""
    return (LINKED if any_of(LINK_SIGNS, lower) else 0) | (PERHAPS_BEST if any_of(BEST_SIGNS, lower) else 0)


def classes_of(words: Iterable[str]) -> int:
    """Return the classes of some words, and the gates that they open, as a set of bits."""
    bits = 0
    for word in _KNOWN.intersection(words):
        bits |= _BITS[word]
    return bits


def rejoined(words: list[str]) -> list[str]:
    """Return the words with those put together that the end of a line broke: "demonstrat-" and "ing"."""
    found: list[str] = []
    for word in words:
        if found and found[-1].endswith("-") and (whole := found[-1][:-1] + word) in _KNOWN:
            found[-1] = whole
        else:
            found.append(word)
    return found
