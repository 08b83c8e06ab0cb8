"""Whether the names of a takeaway stand in the paper, or are long or short forms of what stands there."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

from radar.abstracts.text.titles import ordinary_words
from radar.abstracts.vocabulary.words import word_set
from radar.summaries.checks.name_words import MAY_OPEN, OPENING_ENDS, OPENING_STEMS, SHORT_FORMS
from radar.summaries.checks.number_words import UNITS
from radar.summaries.checks.verbatim import stands
from radar.summaries.checks.wording import WORD, word_forms

_PART = re.compile(r"[^\w]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+)[\"'“(]*\Z")
_CLAUSE = re.compile(r"[.,;:!?()\[\]]+")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,4}s?")
_LONG_FORM = re.compile(r"\b[A-Z][a-z]+(?:[- ](?:of |the |and )?[A-Z][a-z]+){1,5}\b")
_COUNT = re.compile(
    r"\d[\d.]*(?:-?[a-z]{1,3}|-?D|[KMB](?:-[a-z]+)?|e-?\d+|-\w+)|(?:\d+x-?)+|\d+x\d+(?:x\d+)*"
)
_OTHER_SCRIPT = re.compile(
    r"[\u0400-\u052f\u0590-\u06ff\u0900-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[.+&/-][A-Za-z0-9]+)*")
_FUNCTION_WORDS = word_set("a an the of and or in on for to with by from at as via is are be")
_ENDINGS = ("ing", "ed", "es", "s", "ly", "al", "e")
_SHORTEST_ROOT = 4
_ADDED = re.compile(r"(?<=[\dA-Z])(?:-[a-z]{3,})+\Z")
"""What is added to a name that ends in a digit or a capital: GWTC-4-like, Llama-3-based."""
_ALSO_NAMES = word_set("meta")


class Names:
    """What names of a takeaway are held against; what few of them need is made when one does.

    Args:
        plain: the paper's text in plain form.
        words: gives the forms of its words.
    """

    def __init__(self, plain: str, words: Callable[[], frozenset[str]]) -> None:
        self._plain = plain
        self._words = words

    @property
    def words(self) -> frozenset[str]:
        """The forms of the words."""
        return self._words()

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self._plain.lower()

    @cached_property
    def roots(self) -> frozenset[str]:
        """The words without their endings."""
        return frozenset(map(_root, self.words))

    @cached_property
    def order(self) -> str:
        """The words as they follow each other, in lower case, clauses divided by " | "."""
        return f" {' | '.join([' '.join(clause) for clause in self._clauses])} "

    @cached_property
    def initials(self) -> str:
        """The first letters of the content words as they follow each other, clauses divided by spaces."""
        return " ".join(
            ["".join([word[:1] for word in one if word not in _FUNCTION_WORDS]) for one in self._clauses]
        )

    @cached_property
    def _clauses(self) -> list[list[str]]:
        return [_PART.split(clause.strip()) for clause in _CLAUSE.split(self.lower)]


def ungrounded_names(
    plain: str, names: Names, *, nouns: bool = False, abroad: bool = False
) -> tuple[str, ...]:
    """Return the names of a text in plain form that the paper does not have.

    A word with two capitals, or digits among its letters, is a name, and so is one with a capital that
    begins no sentence, unless the paper has the word in another form ("Gated" and "gates"). Abbreviations
    and their long forms stand for each other where one letter follows the other.

    Args:
        plain: the text that is held against the paper.
        names: what is known of its names.
        nouns: whether every noun has a capital, as in German, so that it does not tell a name.
        abroad: whether the text is in another language: the first word of a sentence is no name then, and
            words in Latin letters amid another script are.
    """
    if abroad and _OTHER_SCRIPT.search(plain):
        return tuple(word for word in _LATIN.findall(plain) if not _stands_abroad(word, names))
    perhaps = [
        found
        for found in WORD.finditer(plain)
        if not _is_no_name(found[0]) and not stands(_bare(found[0]).lower(), names.lower)
    ]
    if not perhaps:
        return ()
    spelt_out = _spelt_out(plain, names.words)
    return tuple(
        found[0]
        for found in perhaps
        if not all(_stands(part, names.words) for part in _bare(found[0]).split("/"))
        and not any(start <= found.start() < end for start, end in spelt_out)
        and _is_ungrounded(
            _bare(found[0]), bool(_SENTENCE_START.search(plain, 0, found.start())), names, nouns, abroad
        )
    )


def _is_no_name(word: str) -> bool:
    """Say whether a word is surely none: without capitals, and of letters or digits alone."""
    if word.islower():
        return word.isascii() and (word.isalpha() or not any(map(str.isdigit, word)))
    return word.isascii() and word.upper() == word.lower()


def _bare(word: str) -> str:
    """Return a word without the "s" that says whose something is, and a name without what is added to it."""
    word = word.removesuffix("'s")
    return _ADDED.sub("", word) if any(map(str.isdigit, word)) else word


def _stands(word: str, words: frozenset[str]) -> bool:
    forms = word_forms(word)
    if not forms & words:
        return False
    whole = re.sub(r"[^\w]", "", word.casefold())
    return word.isalnum() or whole in words or whole.removesuffix("s") in words


def _is_ungrounded(word: str, first: bool, names: Names, nouns: bool, abroad: bool) -> bool:
    nouns = nouns or (abroad and first)
    if _COUNT.fullmatch(word):
        return False
    for part in (word,) if word.isalnum() else _PART.split(word):
        if _is_name(part, first, nouns) and not word_forms(part) & names.words and not _is_form(part, names):
            return True
    return not word.isalpha() and any(map(str.isdigit, word)) and any(map(str.isalpha, word))


def _stands_abroad(word: str, names: Names) -> bool:
    """Say whether a word in Latin letters amid another script is the paper's, or a unit or a variable."""
    return len(word) == 1 or word in UNITS or _stands(word, names.words) or _is_form(word, names)


def _is_name(part: str, first: bool, nouns: bool) -> bool:
    if part.islower() or part.isdigit():
        return False
    capitals = sum(map(str.isupper, part))
    if capitals != 1 or not part[:1].isupper():
        return capitals > 0
    return not nouns and not (first and _may_open(part.lower()))


def _is_form(part: str, names: Names) -> bool:
    """Say whether the paper has a word in another form, or the words that a name abbreviates."""
    if part.isupper() or part[1:] != part[1:].lower():
        return bool(_ACRONYM.fullmatch(part)) and _abbreviates(part.removesuffix("s").lower(), names)
    return _root(part.lower()) in names.roots


def _abbreviates(short: str, names: Names) -> bool:
    if any(f" {long}" in names.order for long in SHORT_FORMS.get(short, ())):
        return True
    if len(short) < 3:
        return False
    return short in names.initials or bool(_runs_with(short, names.order))


def _runs_with(short: str, order: str) -> re.Match[str] | None:
    """Find words that begin with the letters one after the other, function words among them."""
    return re.search(" " + " ".join(rf"{re.escape(letter)}\w*" for letter in short) + r"\b", order)


def _spelt_out(plain: str, words: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Return where names stand whose first letters are an abbreviation that the paper has."""
    return tuple(
        found.span()
        for found in _LONG_FORM.finditer(plain)
        if "".join(re.findall(r"[A-Z]", found[0])).lower() in words
    )


@lru_cache(maxsize=65_536)
def _root(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT:
            return word.removesuffix(ending)
    return word


def _may_open(word: str) -> bool:
    if word in MAY_OPEN or word.endswith(OPENING_ENDS) or word.startswith(OPENING_STEMS):
        return True
    return word in ordinary_words() and word not in _ALSO_NAMES
