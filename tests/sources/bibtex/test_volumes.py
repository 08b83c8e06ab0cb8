"""Entries of a bibliography that take their year and meeting from the volume they name."""

from __future__ import annotations

import pytest

from radar.papers.listed.listing import NotUnderstood
from radar.papers.text.partial_dates import PartialDate
from radar.sources.bibtex.bibliography import Bibtex
from tests.sources.bibtex.test_bibliography import entry, parsed

CHILD = "@inproceedings{kite, title = {On Kites}, author = {Kite, Ada}, crossref = {DBLP:conf/Kites/2024}}"
VOLUME = """@proceedings{DBLP:conf/kites/2024,
  title = {Proceedings of the Meeting on Kites},
  booktitle = {Meeting on Kites},
  year = 2024, month = aug}"""
"""As DBLP writes it; BibTeX compares keys without regard to case."""


@pytest.mark.parametrize("parts", [(CHILD, VOLUME), (VOLUME, CHILD)])
def test_an_entry_takes_year_and_meeting_from_its_volume_wherever_that_stands(parts: tuple[str, str]) -> None:
    papers, left_out = parsed("\n\n".join(parts).splitlines())
    assert [(paper.venue, paper.published) for paper in papers] == [
        ("Meeting on Kites", PartialDate(2024, 8))
    ]
    assert [report.reason for report in left_out] == ["a volume of proceedings, not a paper"]


def test_a_volume_is_found_behind_hundreds_of_entries() -> None:
    others = [f"@misc{{k{number}, title = {{Kite {number}}}}}" for number in range(1_200)]
    papers, _ = parsed("\n".join([CHILD, *others, VOLUME]).splitlines())
    assert [paper.venue for paper in papers if paper.title == "On Kites"] == ["Meeting on Kites"]


def test_what_an_entry_says_itself_stands() -> None:
    own = CHILD.replace("crossref", "year = 2023, booktitle = {Own Kites}, crossref")
    papers, _ = parsed(f"{own}\n{VOLUME}".splitlines())
    assert [(paper.venue, paper.published) for paper in papers] == [("Own Kites", PartialDate(2023))]


def test_a_volume_without_a_short_title_lends_its_title() -> None:
    volume = VOLUME.replace("booktitle = {Meeting on Kites},", "")
    papers, _ = parsed(f"{CHILD}\n{volume}".splitlines())
    assert [paper.venue for paper in papers] == ["Proceedings of the Meeting on Kites"]


def test_a_chapter_takes_from_a_book_which_is_a_paper_too() -> None:
    book = VOLUME.replace("@proceedings", "@book")
    papers, left_out = parsed(f"{CHILD}\n{book}".splitlines())
    assert {(paper.title, paper.venue) for paper in papers} >= {("On Kites", "Meeting on Kites")}
    assert (len(papers), left_out) == (2, [])


def test_a_volume_that_is_not_there_is_told_where_the_year_went_with_it() -> None:
    papers, left_out = parsed(["", *CHILD.splitlines()])
    assert [paper.title for paper in papers] == ["On Kites"]
    assert [(report.line, report.field) for report in left_out] == [(2, True)]
    assert "crossref" in left_out[0].reason
    dated = CHILD.replace("crossref", "year = 2023, crossref")
    assert parsed([dated])[1] == []


def test_more_entries_than_can_wait_come_without_their_volume_and_say_so() -> None:
    several = [CHILD.replace("On Kites", f"On Kites {number}") for number in range(4)]
    reader = Bibtex(most_waiting=2)
    items = list(reader.parse([*several, *VOLUME.splitlines()]))
    told = [item.reason for item in items if isinstance(item, NotUnderstood)]
    assert sum("crossref" in reason for reason in told) == 2


def test_bytes_of_a_volume_that_are_no_text_reach_no_entry() -> None:
    volume = VOLUME.replace("booktitle = {Meeting on", "booktitle = {M\udcfcting on")
    papers, _ = parsed(f"{CHILD}\n{volume}".splitlines())
    assert [paper.venue for paper in papers] == ["Proceedings of the Meeting on Kites"]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"title": "On Kites", "subtitle": "A {S}urvey"}, "On Kites: A Survey"),
        ({"title": "On Kites:", "subtitle": "A Survey"}, "On Kites: A Survey"),
        ({"title": "Kites?", "subtitle": "A Survey"}, "Kites? A Survey"),
        ({"title": "On Kites: A Survey", "subtitle": "a survey"}, "On Kites: A Survey"),
    ],
)
def test_the_subtitle_of_biblatex_is_part_of_the_title(fields: dict[str, str], title: str) -> None:
    assert entry(**fields).title == title


def test_the_meeting_of_biblatex_is_the_venue_where_no_volume_is_named() -> None:
    assert entry(eventtitle="Kites 2024", publisher="Kite Press").venue == "Kites 2024"
    assert entry(eventtitle="Kites 2024", booktitle="Proceedings of Kites").venue == "Proceedings of Kites"
