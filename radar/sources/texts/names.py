"""Names of people as listings write them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from radar.papers.listed.group_names import is_group

_AND = re.compile(r"\s+(?:and|&)\s+|\s*;\s*")
_LAST_AND = re.compile(r",?\s+(?:and|&)\s+")
_NOBODY = re.compile(
    r"(?:et\.?\s+al\.?|and\s+others|others|(?:(?:and|&)\s+)?\d+\s+(?:others|more)"
    r"|\[?no author name available\]?|\[?no authors? listed\]?)",
    re.IGNORECASE,
)
"""What stands in the place of names; the last two by Scopus and PubMed."""
_OTHERS_AT_END = re.compile(r"[,;]?\s+(?:et\.?\s+al\.?|(?:and|&)\s+others)$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?", re.IGNORECASE)
"""A lone I, V or X is none: it is the initial of a given name."""
_PART = re.compile(r"\s*(?P<name>[A-Za-z-]+)\s*=\s*\"?(?P<text>[^\"=]*?)\"?\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,4}")
_DEGREE = re.compile(r"[A-Z](?:[a-z]?[A-Z.]){1,4}[a-z]?|(?:Dr|Ed|Prof)\.?")
_JUNIOR = re.compile(r"(?:[Jj]r|[Ss]r)\.?|(?:JR|SR)\.")
"""What is a suffix without a given name too; JR are the initials J. R."""


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in "A B, C D and E F", "A B; C D" or "B, A and D, C", each as "Given Family"."""
    text = _OTHERS_AT_END.sub("", " ".join(text.split()))
    if ";" in text or _family_first(text):
        names = [turned(name) for name in _AND.split(text)]
    else:
        names = [name.strip() for part in _LAST_AND.split(text) for name in part.split(",")]
    return without_others(names)


def without_others(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of people: without those that are empty, "et al." and "others"."""
    return tuple(name for name in names if name and not _NOBODY.fullmatch(name.strip()))


def turned(name: str) -> str:
    """Return "Family, Given" as "Given Family", with a suffix as "Given Family Jr."; a group's name stays."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) > 1 and is_group(name):
        return ", ".join(parts)
    if len(parts) == 2:
        return _turned(*parts)
    if len(parts) != 3:
        return " ".join(parts)
    family, suffix, given = parts
    if is_suffix(given) and not is_suffix(suffix):
        # RIS has it last, BibTeX in the middle.
        suffix, given = given, suffix
    return f"{given} {family} {suffix}"


def listed_by_commas(text: str) -> tuple[str, ...]:
    """Return the name of a text, turned; where it has more commas than a name has, the names they divide.

    "Ada Kite, Bo Line, Cy Reel", "Kite, A., Line, B." and "Kite, A., B. Line, C. Reel" are read.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    behind = parts[2:]
    if len(parts) < 3 or is_group(text) or all(map(_DEGREE.fullmatch, behind)):
        return (" ".join((*reversed(parts[:2]), *behind)) if len(parts) > 3 else turned(text),)
    if len(parts) == 3 and not all(" " in part and not is_suffix(part) for part in parts):
        return (turned(text),)
    names: list[str] = []
    waiting = deque(parts)
    while waiting:
        name = waiting.popleft()
        whole = " " in name and not name[0].islower()
        if waiting and (not whole or _is_initials(waiting[0])):
            name = f"{waiting.popleft()} {name}"
        names.append(name)
    return tuple(names)


def in_a_line(text: str) -> tuple[str, ...]:
    """Return the names of a line for one author, which is one name unless it says otherwise.

    A suffix stands last here ("Kite, Bo, Jr."), not in the middle as in BibTeX.
    """
    # The word that tells a group may be the first of its name; that one of two people is called so is rare.
    if ";" in text or (" and " in text and not is_group(f"A {text}")):
        return names_in(text)
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 3 and not is_suffix(parts[1]) and not all(" " in part for part in parts):
        return (f"{parts[1]} {parts[0]} {parts[2]}",)
    return listed_by_commas(text)


def _is_initials(text: str) -> bool:
    return text.isupper() and _INITIALS.fullmatch(text) is not None


def of_parts(name: str) -> str:
    """Return "family=Gaulle, given=Charles, prefix=de", as biblatex takes names, as "Charles de Gaulle".

    A name that is not written so is returned as it is.
    """
    found = [_PART.fullmatch(part) for part in name.split(",")]
    parts = {match["name"].lower(): match["text"] for match in found if match}
    if len(parts) < len(found) or "family" not in parts:
        return name
    return " ".join(filter(None, (parts.get(part) for part in ("given", "prefix", "family", "suffix"))))


def is_suffix(text: str) -> bool:
    """Return whether this is Jr., Sr., II, III or IV."""
    return bool(_SUFFIX.fullmatch(text))


def _turned(family: str, given: str) -> str:
    if is_suffix(given) and (_holds_given(family) or _JUNIOR.fullmatch(given)):
        return f"{family} {given}"
    first, _, last = given.rpartition(" ")
    return f"{first} {family} {last}" if first and is_suffix(last) else f"{given} {family}"


def _holds_given(name: str) -> bool:
    """Whether a given name stands before the family name, as in "Bo Line" but not in "van der Line"."""
    first, _, rest = name.partition(" ")
    return bool(rest) and not first.islower()


def _family_first(text: str) -> bool:
    """Whether every name between the "and"s holds exactly one comma, so that it is "Family, Given"."""
    names = _AND.split(text)
    return all(name.count(",") == 1 for name in names) and (
        len(names) > 1 or " " not in text.partition(",")[0].strip()
    )
