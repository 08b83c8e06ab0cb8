"""The words of a text in a form in which two texts can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

WORD = re.compile(r"[^\W_]+(?:['’.&+/-][^\W_]+)*")
_PART = re.compile(r"[^\w]+")
_NO_LETTER = re.compile(r"[^\w]")
_DASH = re.compile(r"[\u2010-\u2015\u2212]")
_RAISED = re.compile(r"(?<=\d)[⁺⁻]?[⁰¹²³⁴-⁹]+")
_BY = re.compile(r"(?<=\d)(\s?)×|×(?=\s?\d)")
_SEPARATOR = re.compile(r"(?<=\d)(?:\{?,\}?|[ \u00a0\u202f]?\u2009)(?=\d{3}(?!\d))")
_COMMA = re.compile(r",\}?\d")
"""What there is of a separator in each text without strange spaces; a fixed first character is found fast."""
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer have no spaces between words."""
_STEM = 6
_CACHED = 65_536
"""Words whose forms are kept: those of some thousand abstracts."""
_EMPTY_WORDS = """
and are been but can for from has have into its may more not our over paper papers presents present
propose proposed proposes show shows study than that the their this towards used uses using via which
while who will with without new novel method methods approach results finding findings introduces
introduce authors author these those they when where what how both between such also better work based
across
"""
_STOP = frozenset(_EMPTY_WORDS.split())


def plain_form(text: str) -> str:
    """Return the text with compatibility characters, dashes, quotes and TeX percent signs made plain.

    Thousands separators are left out and raised digits behind a number become a power.
    """
    if not text.isascii():
        if max(text) >= "⁰" or "²" in text or "³" in text or "¹" in text:
            text = _RAISED.sub(lambda raised: f"^{raised[0]}", text)
        text = _BY.sub(r"\1x", text) if "×" in text else text
        text = _SEPARATOR.sub("", text)
        text = _DASH.sub("-", unicodedata.normalize("NFKC", text)).replace("’", "'")
    if "\\%" in text:
        text = text.replace("\\%", "%")
    return _SEPARATOR.sub("", text) if _COMMA.search(text) else text


@lru_cache(maxsize=_CACHED)
def word_forms(word: str) -> frozenset[str]:
    """Return the forms under which a word counts as the same: without case, accents, hyphens, plural."""
    bare = word.casefold()
    if not bare.isascii():
        bare = "".join(
            character
            for character in unicodedata.normalize("NFKD", bare)
            if not unicodedata.combining(character)
        )
    bare = bare.removesuffix("'s")
    forms = {bare} if bare.isalnum() else {_NO_LETTER.sub("", bare), *_PART.split(bare)}
    forms |= {form.removesuffix("s") for form in forms if len(form) > 3}
    return frozenset(forms - {""})


@lru_cache(maxsize=_CACHED)
def stems_of(word: str) -> frozenset[str]:
    """Return the beginnings of the content words that a word in lower case is made of."""
    asian = "" if word.isascii() else "".join(_EAST_ASIAN.findall(word))
    if asian:
        return frozenset(asian[index : index + 2] for index in range(len(asian) - 1))
    parts = (word,) if word.isalnum() else _PART.split(word)
    return frozenset(part[:_STEM] for part in parts if len(part) > 2 and part not in _STOP)


def stems_in(words: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of the content words among words in lower case."""
    return frozenset(chain.from_iterable(map(stems_of, words)))


def words_in(plain: str) -> list[str]:
    """Return the words of a text in plain form as they follow each other, in lower case."""
    return WORD.findall(plain.lower())


def count_words(text: str) -> int:
    """Count words; two characters of Chinese, Japanese or Korean are one, and five of Thai."""
    if text.isascii():
        return len(text.split())
    asian, spaceless = len(_EAST_ASIAN.findall(text)), len(_SPACELESS.findall(text))
    rest = _SPACELESS.sub(" ", _EAST_ASIAN.sub(" ", text)).split()
    return len(rest) + (asian + 1) // 2 + (spaceless + 4) // 5
