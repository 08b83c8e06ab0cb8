"""Noun phrases of a clause: where they end, and what they name."""

from __future__ import annotations

import re
from enum import StrEnum

from radar.abstracts.vocabulary import release_nouns as words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of


class Thing(StrEnum):
    """What is released."""

    CODE = "code"
    DATA = "data"


def object_of(text: str) -> str:
    """Return the object of a verb without its modifiers, which may name other things, at the same length."""
    cut = words.PREPOSITION.search(text, 3)
    while cut is not None and _belongs(text, cut):
        cut = words.PREPOSITION.search(text, cut.end())
    if cut is None:
        return text
    kept = text[: cut.start()]
    resumed = words.RESUMES.search(text, cut.start())
    if resumed:
        kept += "," + " " * (resumed.end() - cut.start() - 1) + object_of(text[resumed.end() :])
    return kept


def _belongs(text: str, cut: re.Match[str]) -> bool:
    """Say whether a preposition ends no noun phrase: "a set of tools", or inside of brackets."""
    if cut[0] == " of " and words.QUANTITY.search(text[max(0, cut.start() - 30) : cut.start()]):
        return True
    return text.count("(", 0, cut.start()) > text.count(")", 0, cut.start()) and ")" in text[cut.start() :]


def nouns(text: str, with_soft: bool) -> tuple[dict[Thing, int], int]:
    """Return what the nouns of a phrase name, where each first stands, and where the last one ends."""
    things: dict[Thing, int] = {}
    last = 0
    for match in words.CODE.finditer(text):
        if not words.NO_CODE.search(text[max(0, match.start() - 24) : match.end()]):
            things.setdefault(Thing.CODE, match.start())
            last = max(last, match.end())
    for match in words.DATA.finditer(text):
        things.setdefault(Thing.DATA, match.start())
        last = max(last, match.end())
    if with_soft and Thing.CODE not in things:
        for match in words.SOFT.finditer(text):
            if not things or words.JOINED.search(text, max(0, match.start() - 30), match.start()):
                things[Thing.CODE] = match.start()
                last = max(last, match.end())
    return things, last


def main_clause(subject: str) -> str:
    """Return a subject with what stands before a conjunction blotted out: "robust, as new data"."""
    if not any_of(_CONJUNCTION_GATES, subject):
        return subject
    borders = [match.end() for match in words.CONJUNCTION.finditer(subject)]
    if not borders or not subject[borders[-1] :].strip():
        return subject
    return " " * borders[-1] + subject[borders[-1] :]


_CONJUNCTION_GATES = (" as ", " since ", " because ", " once ", " etc. ")


def last_phrase(subject: str) -> str:
    """Return the end of the subject: what stands before the last relative clause does not belong to it."""
    parts = _PHRASE_BORDER.split(subject)
    return " " * (len(subject) - len(parts[-1])) + parts[-1] if len(parts[-1].strip()) > 3 else subject


_PHRASE_BORDER = pattern(r"(?:\.\s|: |; | that | which | where )")
