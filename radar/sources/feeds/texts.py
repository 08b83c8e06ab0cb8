"""What the text of an entry of a feed tells beside the abstract, or in its place.

Feeds of Science Direct and of Pensoft name authors, day and DOI nowhere else, each behind a label; PubMed
puts where a paper came out before its abstract and its numbers behind it; those of Wiley and of Taylor &
Francis tell volume and page where they have no abstract.
"""

from __future__ import annotations

import re
from datetime import date

from radar.papers.bases import Value
from radar.sources.references.reference import published_in
from radar.sources.texts.names import names_in

_LABEL = re.compile(r"(?:^|(?<=\s))(Publication date|Source|DOI|Author\(s\)|Authors|Abstract):(?=\s|$)")
_PEOPLE = ("Author(s)", "Authors")
_BEFORE_LABELS = 120
_HEAD = 20_000
"""Characters in which labels are looked for; a paper of a large group has hundreds of authors."""
_LINKS_AT_END = re.compile(r"(?: (?:HTML|XML|PDF)){2,3}$")
_ONLINE = re.compile(r"available online\s+", re.IGNORECASE)
_CITED = re.compile(r"[^.]{2,120}\. (?:19|20)\d\d\b.{0,300}?\s(?P<none>NO )?ABSTRACT(?:\s+|$)")
_NUMBERS_AT_END = re.compile(r"\s*PMID:\s?\d+(?: \| [A-Z]+:\S+){0,3}$")
_ISSUE = re.compile(
    r"(?:(?:[^.]{1,120}, )?(?:Volume [\w-]+(?:, [^.]{1,120})?|Early ?View|Ahead of Print|Accepted Article))?"
    r"[\s.]*"
)
_LONGEST_ISSUE = 300


class FeedText(Value):
    """A text taken apart."""

    abstract: str
    authors: tuple[str, ...] = ()
    doi: str = ""
    venue: str = ""
    published: date | None = None


def text_taken_apart(text: str) -> FeedText:
    """Return what a clean text tells; all of it is the abstract where it is written in no known way."""
    if len(text) <= _LONGEST_ISSUE and _ISSUE.fullmatch(text):
        return FeedText("")
    if cited := _CITED.match(text):
        return FeedText("" if cited["none"] else _NUMBERS_AT_END.sub("", text[cited.end() :]))
    told = _labelled(text)
    people = next((told[label] for label in _PEOPLE if label in told), None)
    if people is None or len(told) < 2:
        return FeedText(text)
    return FeedText(
        abstract=_LINKS_AT_END.sub("", told.get("Abstract", "")),
        authors=names_in(people),
        doi=told.get("DOI", ""),
        venue=told.get("Source", "").partition(", Volume ")[0],
        published=published_in([_ONLINE.sub("", told.get("Publication date", ""))]),
    )


def _labelled(text: str) -> dict[str, str]:
    """Return what stands behind each label at the beginning of a text; behind the abstract none is one."""
    told: dict[str, str] = {}
    label, start = "", 0
    for found in _LABEL.finditer(text, 0, _HEAD):
        if label == "Abstract" or found[1] in told or (not label and found.start() > _BEFORE_LABELS):
            break
        if label:
            told[label] = text[start : found.start()].strip()
        label, start = found[1], found.end()
    return {**told, label: text[start:].strip()} if label else told
