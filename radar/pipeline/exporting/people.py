"""Names of people and groups taken apart, as a bibliography sorts and shortens them."""

from __future__ import annotations

from radar.papers.bases import Value
from radar.papers.listed.group_names import is_group

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    """abu ait al ben da dal dalla de degli del della dello den der di dos el ibn la le lo st st. ter van
    von""".split()
)
"""What begins a family name also with a capital: "Yann Le Cun", "Luc Van Gool".

Left out is what is a given name as often: "Xue Bin Peng", "Young San Kim", "Kapil Das Sahu".
"""
_VIETNAMESE = frozenset(
    """bui cao dang dinh do doan dong duong hoang huynh lam le luong luu ly mai ngo nguyen pham phan phung
    phuong ta thai tran trinh trieu truong vo vu vuong""".split()
)
"""Family names beside which Van and Le are a middle name: "Kiet Van Nguyen", "Nguyen Van Tu"."""


class Person(Value):
    """A name taken apart; `given` is empty where the name is one word, or that of a group."""

    family: str
    given: str = ""
    suffix: str = ""


def person(name: str) -> Person:
    """Take "Given Family", "Given van der Family Jr." or "Family, Given" apart; a group stays whole."""
    if is_group(name):
        return Person(name)
    if "," in name:
        family, _, given = name.partition(",")
        return Person(family.strip(), given.strip())
    words = name.split()
    suffix = words.pop() if len(words) > 2 and words[-1].lower() in _SUFFIXES else ""
    start = max(len(words) - 1, 0)
    while start > 1 and _begins_family(words[start - 1], beside=(words[0], words[start])):
        start -= 1
    return Person(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _begins_family(word: str, *, beside: tuple[str, str]) -> bool:
    if word.islower():
        return True
    lower = word.lower()
    is_middle = lower in ("van", "le") and not _VIETNAMESE.isdisjoint(other.lower() for other in beside)
    return lower in _PARTICLES and not is_middle
