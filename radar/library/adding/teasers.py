"""What stands in the place of an abstract and is none: feeds give it, and an abstract takes its place.

Of two abstracts in two wordings the first stays. Only what is surely less gives way: a publisher's line, a
beginning that is broken off, a few words where others have many.
"""

from __future__ import annotations

import re

from radar.papers.listed.identity import normalised_title
from radar.papers.text.patterns import pattern

_LONGEST_LINE = 400
_JOURNAL = r"(?:[^.:]{1,120},\s+)?"
_LINES = pattern(
    rf"{_JOURNAL}Published\s+online:|{_JOURNAL}Volume\s+\d+,|{_JOURNAL}(?:Ahead\s+of\s+Print|Early\s?View)\b"
    r"|Publication\s+date:|Available\s+online\b",
    re.IGNORECASE,
)
"""How lines of publishers begin: "Nature, Published online: 20 November 2026; doi:10.1038/x"."""
_DOI = pattern(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?\b10\.\d{4,9}/\S+", re.IGNORECASE)
_WORDS_BESIDE_DOI = 15
_BROKEN_OFF = pattern(
    r"\s*(?:\[?(?:…|\.\.\.)\]?\s*(?:\(?(?:read\s+)?more\)?)?|\(?read\s+more\)?)\s*", re.IGNORECASE
)
_SHORT = 200
"""Characters below which a text may be something else than an abstract."""
_NOTICE = pattern(r"\b(?:withdr[ae]w|retract)", re.IGNORECASE)
"""What a short text says that takes the place of an abstract on purpose."""


def gives_way(text: str, other: str) -> bool:
    """Return whether a text in the place of an abstract is surely less than another one."""
    if not text or not other:
        return bool(other)
    if len(other) <= len(text) or _is_line(other):
        return False
    if _is_line(text):
        return True
    if _NOTICE.search(text):
        return False
    begun = _begun(text)
    if (begun != text or 2 * len(other) >= 3 * len(text)) and _begins(other, begun):
        return True
    return len(text) < _SHORT and len(other) >= 3 * len(text)


def is_incomplete(text: str) -> bool:
    """Return whether a text is a publisher's line or the broken-off beginning of an abstract."""
    return _is_line(text) or _begun(text) != text


def _is_line(text: str) -> bool:
    if len(text) > _LONGEST_LINE:
        return False
    return bool(_LINES.match(text)) or (
        bool(_DOI.search(text)) and len(_DOI.sub(" ", text).split()) <= _WORDS_BESIDE_DOI
    )


def _begun(text: str) -> str:
    """Return a text without what says that it goes on elsewhere."""
    # Looked for at the end alone: an ellipsis within an abstract says nothing.
    end = text[-24:]
    at = next((at for at in range(len(end)) if _BROKEN_OFF.fullmatch(end, at)), len(end))
    return text[: len(text) - len(end) + at]


def _begins(text: str, beginning: str) -> bool:
    begun = normalised_title(beginning)
    return bool(begun) and normalised_title(text).startswith(begun)
