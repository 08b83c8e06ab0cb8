"""What changed of a paper, in words, and what counts as a contradiction between two listings."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from radar.papers.bases import replace
from radar.papers.listed.announced import Announced
from radar.papers.listed.change import Change, ChangeKind
from radar.papers.listed.conflict import Conflict, Fact, differences
from radar.papers.listed.listing import Listing
from radar.papers.listed.origin import Origin
from radar.papers.listed.paper import Links, Paper, PaperId

WHEN = datetime(2026, 11, 26, 7, tzinfo=UTC)
LISTING = Listing("tide:daily", "Tide tables")
PAPER = Paper(
    PaperId("arxiv:2611.00001"),
    "Counting cockles by the moon",
    ("Ada Strand", "Bo Kiesel"),
    venue="Proceedings of the Association for Tidal Counting",
    published=date(2026, 11, 20),
    links=Links(code="https://github.com/strand/cockles"),
    doi="10.1234/tide.1",
)


@pytest.mark.parametrize(
    ("kind", "before", "after", "line"),
    [
        (ChangeKind.VERSION, "2", "3", "version 3"),
        (ChangeKind.CODE_OUT, "", "https://github.com/x/y/", "code is now out: github.com/x/y"),
        (ChangeKind.CODE_OUT, "", "", "code is now out"),
        (ChangeKind.CODE_LINK, "", "https://x.example/y", "a link to code: x.example/y"),
        (ChangeKind.CODE_LINK, "http://a", "http://b", "another link to its code: b"),
        (ChangeKind.TITLE, "Old name", "New name", "a new title, before: Old name"),
        (ChangeKind.ABSTRACT, "", "", "the abstract was changed"),
        (ChangeKind.WITHDRAWN, "", "", "withdrawn"),
    ],
)
def test_a_change_reads_as_a_line(kind: ChangeKind, before: str, after: str, line: str) -> None:
    assert Change(WHEN, kind, before, after, LISTING).line == line


@pytest.mark.parametrize(
    ("announced", "line"),
    [
        (Announced.UNKNOWN, "Tide tables"),
        (Announced.NEW, "Tide tables"),
        (Announced.CROSS, "Tide tables (cross-listed)"),
        (Announced.REPLACED_CROSS, "Tide tables (cross-listed, replaced)"),
    ],
)
def test_an_origin_tells_how_it_was_announced_there(announced: Announced, line: str) -> None:
    assert Origin(LISTING, WHEN, announced).line == line


def test_a_conflict_tells_who_says_what() -> None:
    said = Conflict(Fact.PUBLISHED, "2026-11-20", "2026-01-02", LISTING)
    assert said.line == "Tide tables says: published 2026-01-02"
    assert replace(said, listing=Listing("tide:daily")).line.startswith("tide:daily says")


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"title": "Counting mussels by the sun"}, Fact.TITLE, "Counting mussels by the sun"),
        ({"authors": ("Bo Kiesel", "Ada Strand")}, Fact.FIRST_AUTHOR, "Bo Kiesel"),
        ({"published": date(2026, 10, 1)}, Fact.PUBLISHED, "2026-10-01"),
        ({"venue": "Journal of Dry Land"}, Fact.VENUE, "Journal of Dry Land"),
        ({"doi": "10.1234/tide.2"}, Fact.DOI, "10.1234/tide.2"),
        ({"links": Links(code="https://github.com/kiesel/cockles")}, Fact.CODE, "https://github.com/kiesel/cockles"),
    ],
    ids=[fact.name for fact in Fact],
)  # fmt: skip
def test_other_facts_are_contradictions(change: dict[str, object], field: Fact, value: str) -> None:
    assert list(differences(PAPER, replace(PAPER, **change))) == [(field, value)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Counting {C}ockles by the Moon."},
        {"title": ""},
        {"authors": ("Strand, A.",)},
        {"authors": ("Strand Ada", "Kiesel Bo")},
        {"published": date(2026, 11, 24)},
        {"published": None},
        {"venue": "ATC 2026"},
        {"venue": "the association for tidal counting"},
        {"doi": "10.48550/arXiv.2611.00001"},
        {"doi": "10.1234/TIDE.1"},
        {"links": Links(code="http://www.github.com/Strand/Cockles.git")},
        {"links": Links(code="https://github.com/strand/cockles/tree/main")},
    ],
    ids=[
        "spelling", "no title", "initials", "names turned", "near day", "no day", "initials of a venue",
        "part of a venue", "the archive's doi", "case of a doi", "way of writing a link", "place in it",
    ],
)  # fmt: skip
def test_what_is_only_written_otherwise_is_no_contradiction(change: dict[str, object]) -> None:
    assert list(differences(PAPER, replace(PAPER, **change))) == []  # type: ignore[arg-type]
