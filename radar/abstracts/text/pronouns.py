"""Whether "we", "our", "I" and "us" are the authors of an abstract."""

from __future__ import annotations

from collections.abc import Sequence

from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set

_OF_US = classes.SELF | classes.OWN | classes.FINDS_SUBJECT
"""The classes of each of them; all but "us" are `WE` as well."""
_I = pattern(
    r"(?:^|[,;:.)] |(?:^|[ (])(?:(?!(?:type|phase|class|part|paper|stage|level|group|order|grade|mode"
    r"|category|complex|photosystem|collagen|war|band|region|chapter|section|volume|population) )[a-z]+"
    r"|Here|When|While|Where|Then|As|Since|Because|If|Although|Though|And|But|That|What|How) )"
    r"I(?=['’](?:m|ve|ll|d)\b| (?!(?:and|or|of|in|is|are|was|were|with|for|to|at|on|by|as|from)\b)[a-z]{2})"
)
_US = pattern(r" us(?!\w)")
_WE_OUR = word_set("we our")
_EVERYBODYS = word_set(
    "understanding knowledge ability galaxy universe daily everyday solar planet society societies world "
    "lives life comprehension home sun moon milky bodies brain brains species cosmic local"
)
_NAMING, _NAMES = word_set("which what"), word_set("term call define refer denote dub name")
"""What a name is put in with: "a habit which we call drift"."""
_OF_OR_TO = word_set("of to")
"""What leads to the authors' own knowledge: "to the best of our knowledge"."""
_WAYS = word_set("how way ways")
_AS_ALL_DO = pattern(r"\b(?:how|ways?) we\b")
_ALL_DO = word_set("live lack often know need")


def of_pronouns(lower: str, text: str, words: Sequence[str]) -> int:
    """Return the classes that "we", "our", "I" and "us" give a sentence, by what stands around them.

    Not all are the authors: "I" is as often a numeral ("Class I sources"), an item ("(i) a parser"), a
    variable or the beginning of "i.e.", "US" a country, and "our galaxy" everybody's.

    Args:
        lower: the sentence in lower case.
        text: the sentence as it is written.
        words: in order, in lower case.
    """
    before = ""
    for number, word in enumerate(words):
        if word in _WE_OUR and not _of_everybody(before, word, words[number + 1 : number + 2], lower):
            return _OF_US | classes.WE
        before = word
    if " I" in f" {text}" and _I.search(text):
        return _OF_US | classes.WE
    return _OF_US if _US.search(text) else 0


def _of_everybody(before: str, word: str, behind: Sequence[str], lower: str) -> bool:
    if word == "our":
        return not _EVERYBODYS.isdisjoint(behind) and not (before in _OF_OR_TO and "knowledge" in behind)
    if before in _NAMING:
        return not _NAMES.isdisjoint(behind)
    return not _ALL_DO.isdisjoint(behind) or (before in _WAYS and _AS_ALL_DO.search(lower) is not None)
