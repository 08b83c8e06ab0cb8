"""Papers from EndNote's tagged text, as the ACL Anthology, Google Scholar and the ACM export it."""

from __future__ import annotations

from datetime import date

import pytest

from radar.papers.listed.listing import FieldsLeftOut
from radar.papers.listed.paper import Links, Paper
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.text.partial_dates import PartialDate
from radar.sources.references.endnote import EndNote
from tests.sources.parsing import meet_hostile_texts, paper_in, parsed

ANTHOLOGY = """\
%0 Conference Proceedings
%T Slack Lines: A Kite's View
%A Kite, Ada
%A Line, Bo
%Y Reel, Cy
%S Proceedings of the 9th Meeting on Kites
%D 2024
%8 August
%I Association for Kites
%F kite-line-2024-slack
%X We fly 12% higher.
%R 10.18653/v1/2024.kites-long.7
%U https://aclanthology.org/2024.kites-long.7
%U https://doi.org/10.18653/v1/2024.kites-long.7
%P 1-10

"""
SCHOLAR = (
    "%0 Journal Article\r\n%T Kites\r\n%A Kite, Ada\r\n%J arXiv preprint arXiv:2406.01234\r\n%D 2024\r\n"
)
ACM = """\
%0 Conference Paper
%1 3600001
%A Ada Kite
%A The Reel Group,
%T Strings that Hum
%B Proceedings of Strings
%D 2024
%R 10.1145/3600001.3600002
%8 June 3, 2024
%K wind
long strings
%X Strings hum.
  Two lines.
"""


def test_a_record_of_the_anthology_becomes_a_paper() -> None:
    assert EndNote().recognises(ANTHOLOGY)
    assert paper_in(EndNote(), ANTHOLOGY) == Paper(
        id="acl:2024.kites-long.7",  # type: ignore[arg-type]
        title="Slack Lines: A Kite's View",
        authors=("Ada Kite", "Bo Line"),
        abstract="We fly 12% higher.",
        venue="Proceedings of the 9th Meeting on Kites",
        published=PartialDate(2024, 8),
        links=Links(landing="https://aclanthology.org/2024.kites-long.7"),
        doi="10.18653/v1/2024.kites-long.7",
    )


def test_the_number_of_a_preprint_is_found_in_the_journal() -> None:
    assert EndNote().recognises(SCHOLAR)
    paper = paper_in(EndNote(), SCHOLAR)
    assert (paper.id, paper.venue, paper.published) == ("arxiv:2406.01234", "", PartialDate(2024))


def test_groups_wrapped_lines_and_days_are_read() -> None:
    assert EndNote().recognises(ACM)
    paper = paper_in(EndNote(), ACM)
    assert paper.authors == ("Ada Kite", "The Reel Group")
    assert paper.abstract == "Strings hum. Two lines."
    assert paper.published == date(2024, 6, 3)
    assert paper.venue == "Proceedings of Strings"


def test_keywords_become_tags_where_asked_and_are_told_otherwise() -> None:
    kept = list(EndNote(takes_tags=True).parse(ACM.splitlines()))
    assert kept[0] == OwnMarks(tags=("wind", "long strings"), asked=True)
    assert [item for item in EndNote().parse(ACM.splitlines()) if isinstance(item, FieldsLeftOut)]


def test_of_notes_the_comment_is_taken_and_those_of_the_reader_are_told() -> None:
    text = "%0 Journal Article\n%T Kites\n%Z Comment: 12 pages\n%Z Read this again.\n"
    assert paper_in(EndNote(), text).comment == "12 pages"
    left = [item for item in EndNote().parse(text.splitlines()) if isinstance(item, FieldsLeftOut)]
    assert len(left) == 1
    none = "%0 Journal Article\n%T Kites\n%Z Comment: 12 pages\n"
    assert not [item for item in EndNote().parse(none.splitlines()) if isinstance(item, FieldsLeftOut)]


def test_a_file_of_the_web_is_a_pdf_and_one_of_the_disk_none() -> None:
    text = "%0 Journal Article\n%T Kites\n%> internal-pdf://kites.pdf\n%> https://kites.example/a.pdf\n"
    assert paper_in(EndNote(), text).links.pdf == "https://kites.example/a.pdf"


def test_what_is_not_understood_is_told_by_line() -> None:
    papers, left_out = parsed(
        EndNote(),
        "%0 Book\n%A Kite, Ada\n\n%0 Book\n%T Caf\udce9\n\n%0 Book\n%T Kept\n%R 10.1\n%D soon\n%U here\n",
    )
    assert [paper.title for paper in papers] == ["Kept"]
    assert [(item.line, item.reason) for item in left_out[:2]] == [
        (1, "the record has no title"),
        (5, left_out[1].reason),
    ]
    assert [item.reason for item in left_out[2:]] == [
        "the field %R holds no DOI",
        "the field %D holds no year",
        "the field %U holds no link of the web (https://...)",
    ]


def test_another_number_of_a_resource_is_no_mistake() -> None:
    assert parsed(EndNote(), "%0 Report\n%T Kites\n%R TR-77\n")[1] == []


@pytest.mark.parametrize("text", ["%0 is a comment of TeX\n\\begin{a}\n", "0%\n%T x\n", "%T Kites\n"])
def test_other_text_is_none(text: str) -> None:
    assert not EndNote().recognises(text)


def test_an_endless_record_is_bounded() -> None:
    papers, left_out = parsed(EndNote(), ["%0 Book", "%T One", *["kite " * 200_000] * 6])
    assert papers == []
    assert left_out[0].reason == "a record of more than 4 MB"


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    meet_hostile_texts(EndNote(), ANTHOLOGY)
