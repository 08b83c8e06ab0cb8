"""Lines below the one name of a RIS field, which are more names in some files and an address in others."""

from __future__ import annotations

import re
from collections.abc import Iterable

from radar.papers.listed.group_names import is_group

_WORD_OF_NAME = r"[^\W\d_][\w'’.-]{0,40}"
_PERSON = re.compile(
    rf"({_WORD_OF_NAME}(?: {_WORD_OF_NAME}){{0,3}}), ?({_WORD_OF_NAME}(?: {_WORD_OF_NAME}){{0,3}})"
    r"(?:, ?(?:[JS]r|I{2,3}|IV)\.?)?;?"
)
_NOT_OF_NAMES = frozenset(
    """academy and av avenue blvd boulevard box building campus center centre city clinic college
    corp department departments dept division école ecole email faculty fakultät floor für
    for gmbh gruppe group hospital inc inst institut institute instituto institutes lab
    laboratory laboratories labs llc ltd ministry of office p.o phone plaza rd road room
    school sciences section square str street suite tel univ universidad universidade
    università universitat universität universite université university unit zip""".split()
)
_COUNTRIES = frozenset(
    """algeria argentina armenia australia austria bangladesh belarus belgium brasil brazil
    bulgaria cameroon canada chad chile china colombia croatia cuba cyprus czechia denmark
    deutschland ecuador egypt england españa estonia ethiopia finland france georgia
    germany ghana greece hungary iceland india indonesia iran iraq ireland israel italia
    italy japan jordan kazakhstan kenya korea kuwait latvia lebanon lithuania luxembourg
    malaysia malta mexico méxico morocco nepal netherlands nigeria norway oman pakistan
    palestine peru philippines poland portugal qatar romania russia scotland senegal
    serbia singapore slovakia slovenia spain sudan sweden switzerland syria taiwan
    tanzania thailand tunisia turkey türkiye uganda ukraine uruguay uzbekistan venezuela
    vietnam wales yemen california colorado florida illinois massachusetts michigan ohio
    ontario pennsylvania quebec texas""".split()
)
"""And some of the states that addresses end in."""
_SHORT_PLACE = re.compile(r"(?:P\.? ?R\.? .+|[A-Z]{2,3}|D\.C\.?|U\.S\.(?:A\.)?|U\.K\.|U\.A\.E\.|N\.[YJ]\.)")
"""Also the initials of many people; they are not taken for sure."""
_LEAST = 2
_MOST_OTHERS = 3
"""One line that is no name is let pass for so many that are."""


def names_below(lines: Iterable[str]) -> frozenset[str]:
    """Return those of the lines below a name that are surely names: several that stand there as a list."""
    texts = tuple(lines)
    names = [text for text in texts if _is_person(text)]
    others = len(texts) - len(names)
    return frozenset(names if len(names) >= max(_LEAST, others * _MOST_OTHERS) else ())


def _is_person(text: str) -> bool:
    found = _PERSON.fullmatch(text)
    if found is None or is_group(text):
        return False
    family, given = found[1], found[2]
    words = {word.strip(".") for word in f"{family} {given}".lower().split()}
    return (
        family.split(" ")[-1][0].isupper()
        and not given[0].islower()
        and words.isdisjoint(_NOT_OF_NAMES)
        and given.lower().split(" ")[-1] not in _COUNTRIES
        and not _SHORT_PLACE.fullmatch(given)
    )
