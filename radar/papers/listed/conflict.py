"""Where the listings of a paper contradict what is shown of it, in facts that matter to a reader."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from radar.papers.bases import Value
from radar.papers.listed.identity import arxiv_id, family_name, normalised_title
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.papers.text.partial_dates import date_written, days_between, written
from radar.papers.text.patterns import pattern

DAYS_APART = 7
"""Days by which two dates of one paper may differ: listings count from submission or from announcement, and
arXiv announces on Mondays what came in from Thursday afternoon on (https://info.arxiv.org/help/availability)."""
_SMALL_WORDS = frozenset({"of", "the", "on", "for", "in", "and", "at", "to", "a", "an"})
_REPOSITORY = pattern(r"(?:https?://)?(?:www\.)?(?P<place>[^?#]*?)(?:\.git)?/?(?:[?#].*)?")


class Fact(StrEnum):
    """What listings may contradict each other in; the values stand in libraries and never change."""

    TITLE = "title"
    FIRST_AUTHOR = "first author"
    PUBLISHED = "published"
    VENUE = "venue"
    DOI = "doi"
    CODE = "code"


class Conflict(Value):
    """One fact that a listing says otherwise."""

    field: Fact
    shown: str
    """What is shown; a day as 2026-11-24, or as much of it as is known."""
    other: str
    """What the listing says, in the same form."""
    listing: Listing

    @property
    def line(self) -> str:
        """Who says what, for people: "Semantic Scholar says: published 2024-06-03"."""
        return f"{self.listing.label or self.listing.name} says: {self.field.value} {self.other}"


def fact_of(paper: Paper, field: Fact) -> str:
    """Return what a paper says of a fact, as a conflict holds it; empty where it says nothing."""
    match field:
        case Fact.TITLE:
            return paper.title
        case Fact.FIRST_AUTHOR:
            return paper.authors[0] if paper.authors else ""
        case Fact.PUBLISHED:
            return written(paper.published)
        case Fact.VENUE:
            return paper.venue
        case Fact.DOI:
            return paper.doi
        case Fact.CODE:
            return paper.links.code


def differences(shown: Paper, other: Paper) -> Iterator[tuple[Fact, str]]:
    """Yield each fact that another record of a paper says otherwise, and what it says.

    Spelling, a name written in another way, days that lie near each other, the long form of a venue's name
    and the archive's own DOI are no contradictions.
    """
    for field in Fact:
        its = fact_of(other, field)
        if says_otherwise(field, fact_of(shown, field), its):
            yield field, its


def says_otherwise(field: Fact, shown: str, other: str) -> bool:
    """Return whether two words on one fact contradict each other; saying nothing contradicts nothing."""
    return bool(shown and other) and shown != other and not _ALIKE[field](shown, other)


def _same_title(one: str, other: str) -> bool:
    return normalised_title(one) == normalised_title(other)


def _same_person(one: str, other: str) -> bool:
    if family_name(one) == family_name(other):
        return True
    # The order of given and family name is not the same everywhere.
    names, others = (set(normalised_title(name).split()) for name in (one, other))
    return any(len(name) > 1 for name in names & others)


def _near(one: str, other: str) -> bool:
    return days_between(date_written(one), date_written(other)) <= DAYS_APART


def same_venue(one: str, other: str) -> bool:
    """Return whether one name of a venue is part of the other, or its initials are."""
    left, right = (normalised_title(name) for name in (one, other))
    if not left or not right or left in right or right in left:
        return True
    return _initials_in(left, right) or _initials_in(right, left)


def _initials_in(short: str, long: str) -> bool:
    initials = "".join(word[0] for word in long.split() if word not in _SMALL_WORDS and not word.isdigit())
    names = [word for word in short.split() if word.isalpha() and word not in _SMALL_WORDS]
    return any(len(name) > 2 and name in initials for name in names)


def _same_doi(one: str, other: str) -> bool:
    # The archive gives its own papers a DOI beside that of the publisher.
    return one.casefold() == other.casefold() or bool(arxiv_id(one)) or bool(arxiv_id(other))


def same_repository(one: str, other: str) -> bool:
    """Return whether two links lead to the same repository, or one to a place inside the other."""
    left, right = (_place(link) for link in (one, other))
    return left == right or left.startswith(right + "/") or right.startswith(left + "/")


def _place(link: str) -> str:
    found = _REPOSITORY.fullmatch(link.strip().casefold())
    return found["place"] if found else link


_ALIKE = {
    Fact.TITLE: _same_title,
    Fact.FIRST_AUTHOR: _same_person,
    Fact.PUBLISHED: _near,
    Fact.VENUE: same_venue,
    Fact.DOI: _same_doi,
    Fact.CODE: same_repository,
}
