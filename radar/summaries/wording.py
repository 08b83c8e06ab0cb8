"""The numbers, names and content words of a text, in a form in which two texts can be compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_PERCENT = re.compile(
    r"\s{0,2}(?:(?:-|to|and)\s{0,2}\d+(?:\.\d+)?\s{0,2})?(?:%|per ?cent|percentage|pp\b|points?\b)"
)
_WORD = re.compile(r"[^\W_]+(?:['’.&+/-][^\W_]+)*")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_COUNTED = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_OTHERS = """
seventeen=17 eighteen=18 nineteen=19 hundred=100 hundreds=100 thousand=1000 thousands=1000 million=1000000
millions=1000000 billion=1000000000 billions=1000000000 dozen=12 dozens=12 half=0.5 halve=0.5 halves=0.5
halved=0.5 halving=0.5 quarter=0.25 quarters=0.25 twice=2 twofold=2 double=2 doubles=2 doubled=2
doubling=2 triple=3 triples=3 tripled=3 threefold=3 tenfold=10
"""
_NUMBER_WORDS = {
    **{word: str(number) for number, word in enumerate(_COUNTED.split(), 2)},
    **{word: str(10 * tens) for tens, word in enumerate(_TENS.split(), 2)},
    **dict(pair.split("=") for pair in _OTHERS.split()),
}
_SAME = {"0.5": {"50%"}, "0.25": {"25%"}}
_STEM = 6
_KNOWN_WORDS = 30_000
"""So many words are remembered with their forms: a run of papers has few others, and forms are dear."""
_EMPTY_WORDS = """
and are been but can for from has have into its may more not our over paper papers presents present
propose proposes proposed show shows study than that the their this towards used uses using via which
while who will with without new novel method methods approach results finding findings introduces
introduce authors author these those they when where what how both between such also better work based
across
"""
_STOP = frozenset(_EMPTY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text is made of."""

    numbers: frozenset[str]
    """Every number, without thousands separators and trailing zeros; those with a percent sign twice, once
    with it. Number words count as their number."""
    words: frozenset[str]
    """Every word and every part of a compound, without case, accents and hyphens."""
    stems: frozenset[str]
    """The beginnings of the content words; pairs of characters for Chinese, Japanese and Korean."""


def wording_of(text: str) -> Wording:
    """Take a text apart."""
    plain = plain_form(text)
    words = set[str]()
    for word in set(_WORD.findall(plain)):
        words |= word_forms(word)
    return Wording(frozenset(numbers_in(plain)), frozenset(words), stems_in(plain))


def plain_form(text: str) -> str:
    """Return the text with compatibility characters, dashes, quotes and TeX percent signs made plain."""
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain).replace("’", "'").replace("\\%", "%")
    return re.sub(r"(?<=\d)\{?,\}?(?=\d{3}(?!\d))", "", plain)


def numbers_in(plain: str) -> set[str]:
    """Return the numbers of a text in plain form; "7-22%" holds 7% and 22%."""
    found = set[str]()
    for match in _NUMBER.finditer(plain):
        number = _shortest(match[0])
        found.add(number)
        if _PERCENT.match(plain, match.end()):
            found.add(f"{number}%")
    for word in re.findall(r"[a-z]+", plain.lower()):
        if word in _NUMBER_WORDS:
            number = _NUMBER_WORDS[word]
            found.add(number)
            found |= _SAME.get(number, set())
    return found


@lru_cache(maxsize=_KNOWN_WORDS)
def word_forms(word: str) -> frozenset[str]:
    """Return the forms under which a word counts as the same: without case, accents, hyphens, plural."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKD", word.casefold())
        if not unicodedata.combining(character)
    ).removesuffix("'s")
    forms = {re.sub(r"[^\w]", "", bare), *re.split(r"[^\w]+", bare)}
    forms |= {form.removesuffix("s") for form in forms if len(form) > 3}
    return frozenset(forms - {""})


def stems_in(plain: str) -> frozenset[str]:
    """Return the beginnings of the content words of a text in plain form."""
    return frozenset().union(*map(_stems_of, set(_WORD.findall(plain.lower()))))


@lru_cache(maxsize=_KNOWN_WORDS)
def _stems_of(word: str) -> frozenset[str]:
    asian = "".join(_EAST_ASIAN.findall(word))
    if asian:
        return frozenset(asian[index : index + 2] for index in range(len(asian) - 1))
    return frozenset(
        part[:_STEM] for part in re.split(r"[^\w]+", word) if len(part) > 2 and part not in _STOP
    )


def count_words(text: str) -> int:
    """Count words; two characters of Chinese, Japanese or Korean are one."""
    asian = len(_EAST_ASIAN.findall(text))
    return len(_EAST_ASIAN.sub(" ", text).split()) + (asian + 1) // 2


def _shortest(number: str) -> str:
    if number.count(".") == 1:
        number = number.rstrip("0").rstrip(".")
    return number.lstrip("0") or "0"
