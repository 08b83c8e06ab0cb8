"""Names of people as listings write them."""

from __future__ import annotations

import re

_AND = re.compile(r"\s+(?:and|&)\s+|\s*;\s*")
_LAST_AND = re.compile(r",?\s+(?:and|&)\s+")
_OTHERS = re.compile(r"(?:et\s+al\.?|and\s+others|others)", re.IGNORECASE)
_OTHERS_AT_END = re.compile(r",?\s+et\.? al\.?$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|[IVX]+)\.?", re.IGNORECASE)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in "A B, C D and E F", "A B; C D" or "B, A and D, C", each as "Given Family"."""
    text = _OTHERS_AT_END.sub("", " ".join(text.split()))
    if ";" in text or _family_first(text):
        names = [turned(name) for name in _AND.split(text)]
    else:
        names = [name.strip() for part in _LAST_AND.split(text) for name in part.split(",")]
    return tuple(name for name in names if name and not _OTHERS.fullmatch(name))


def turned(name: str) -> str:
    """Return "Family, Given" and "Family, Jr., Given" as "Given Family" and "Given Family Jr."."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) == 2:
        given_last = not _SUFFIX.fullmatch(parts[1])
        return f"{parts[1]} {parts[0]}" if given_last else f"{parts[0]} {parts[1]}"
    return f"{parts[2]} {parts[0]} {parts[1]}" if len(parts) == 3 else " ".join(parts)


def _family_first(text: str) -> bool:
    """Whether every name between the "and"s holds exactly one comma, so that it is "Family, Given"."""
    names = _AND.split(text)
    return all(name.count(",") == 1 for name in names) and (
        len(names) > 1 or " " not in text.partition(",")[0].strip()
    )
