"""What fields of a reference say in a way that nothing is taken of, so that it is told and not lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from radar.papers.text.partial_dates import known_parts
from radar.sources.references.reference import doi_of, published_in
from radar.sources.texts.dates import is_not_dated
from radar.sources.texts.web_links import links_in

Stated: TypeAlias = Iterable[tuple[str, str]]
"""Fields as they are told ("the field PY"), each with what it holds; an empty one counts for nothing."""

_YEAR_FIRST = re.compile(r"(?<!\d)([12]\d{3})[-/.](\d{1,2})(?!\d)(?:[-/.](\d{1,2})(?!\d))?")
_YEAR_LAST = re.compile(r"(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.][12]\d{3}(?!\d)")
_SURE_YEAR = "2000"
_SEASON = re.compile(
    r"\W*(?:spr(?:ing)?|sum(?:mer)?|autumn|fall?|win(?:ter)?"
    r"|(?:(?:first|second|third|fourth|\d\w\w) )?quarter|q\d)\b",
    re.IGNORECASE,
)
_NO_LINK_OF_PAPERS = re.compile(
    r"(?:file|internal-pdf|zotero|mendeley|papers\d?|readcube)[\w-]*:|<go to \w+>"
    r"|(?:[a-z]:)?[\\/]|(?!www\.)[^:]+\.(?:pdf|ps|txt|docx?|epub|djvu)$|\d*$",
    re.IGNORECASE,
)
"""Files on a reader's own disk and searches in databases, which nobody else can open; numbers."""


def date_complaints(stated: Stated) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with fields that say when a paper came out, each with its text.

    That a paper is "in press" or without a year ("n.d.") is no mistake, nor is a month or a day of 0, by
    which some programs say that it is not known.
    """
    given = [(name, text) for name, text in stated if text.strip(" /") and not is_not_dated(text)]
    dated = any(published_in([text]) for _, text in given)
    for name, text in given:
        if published_in([text]):
            if lost := _lost_of(text):
                yield f"{name} {lost}", text
        elif not dated:
            yield f"{name} holds no year", text
        elif not (_goes_with_a_year(text) or is_season(text)):
            yield f"{name} holds no day", text


def lost_of_day(text: str) -> str:
    """Return what cannot be taken of a day ("holds no such month, ..."); empty where all of it can."""
    return _lost_of(text) if published_in([text]) else ""


def link_complaints(stated: Stated) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with fields that are to hold links, each with its text.

    A DOI stands for a link, and files of the reader's own are none of the paper's.
    """
    for name, text in stated:
        plain = text.strip()
        if plain and not (links_in([plain]) or doi_of(plain) or _NO_LINK_OF_PAPERS.match(plain)):
            yield f"{name} holds no link of the web (https://...)", text


def is_season(text: str) -> bool:
    """Return whether a text is a season or a quarter, in full or as the Web of Science writes it (SPR)."""
    return _SEASON.match(text) is not None


def _goes_with_a_year(text: str) -> bool:
    """Say whether a text is a month, or a day, that is read where another field tells the year."""
    day = published_in([_SURE_YEAR, text])
    return day is not None and len(known_parts(day)) > 1


def _lost_of(text: str) -> str:
    # A season by its number (ISO 8601-2), and a span of two years, stand where a month does.
    text = text[:64]
    if found := _YEAR_FIRST.search(text):
        year, month, day = (int(part or 0) for part in found.groups())
        if month > 12 and not found.group(3) and (21 <= month <= 24 or month == year % 100 + 1):
            return ""
        if month > 12:
            return "holds no such month, and only its year is taken"
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            return "holds no such day, and only its month is taken"
    said = published_in([text])
    if said and len(known_parts(said)) == 1 and _YEAR_LAST.search(text):
        return "may mean two days, and only its year is taken: write it as 2024-06-03"
    return ""
