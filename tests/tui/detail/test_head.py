from datetime import date

import pytest

from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links
from radar.papers.reader.query import Mark
from radar.papers.text.partial_dates import PartialDate
from tests.tui.detail.shown import text_of
from tests.tui.invented import (
    PAPER,
    entry,
)

DAY = date(2025, 6, 3)


def test_title_people_and_place_come_first() -> None:
    lines = text_of(entry()).splitlines()
    assert lines[0] == PAPER.title
    assert lines[1] == "Ada Strand, Bo Kiesel"
    assert lines[2].startswith("BeachConf 2026 · published 1 Feb 2026, listed 3 Feb 2026 · cs.RO cs.CV")
    assert "hf:daily" in lines[2] + lines[3]


@pytest.mark.parametrize(
    ("day", "shown"), [(PartialDate(2025), "2025"), (PartialDate(2025, 6), "Jun 2025"), (DAY, "3 Jun 2025")]
)
def test_of_a_day_as_much_is_told_as_is_known(day: date, shown: str) -> None:
    about = replace(PAPER, published=day, listed=None, version=0, updated=None)
    assert f"BeachConf 2026 · {shown} · cs.RO" in text_of(entry(about))


def test_a_year_is_told_beside_the_day_of_the_listing_that_is_its_first() -> None:
    about = replace(PAPER, published=PartialDate(2026), listed=date(2026, 1, 1))
    assert "published 2026, listed 1 Jan 2026" in text_of(entry(about))


def test_a_feed_that_is_called_like_the_journal_is_not_named_twice() -> None:
    journal = Listing("feed:https://kites.example/rss", "Journal of Kites")
    about = replace(PAPER, venue="Journal of Kites", listed=None, categories=())
    lines = text_of(replace(entry(about), origins=(journal,), arrivals=())).splitlines()
    assert lines[2] == "Journal of Kites · 1 Feb 2026"


def test_links_are_written_with_their_hosts() -> None:
    text = text_of(entry())
    assert "page      arxiv.org/abs/2602.00017" in text
    assert "pdf       arxiv.org/pdf/2602.00017" in text


def test_a_code_link_that_the_site_guessed_says_so() -> None:
    links = Links(code="https://github.com/pebbles/pebbler", code_added_by="auto")
    text = text_of(entry(replace(PAPER, links=links, stars=1234)), width=90)
    assert "github.com/pebbles/pebbler · 1,234 stars · added by the site, not by the authors" in text


def test_a_doi_is_a_link() -> None:
    assert "doi       doi.org/10.1/pebbles" in text_of(entry(replace(PAPER, doi="10.1/pebbles")))


def test_many_authors_are_folded_and_can_be_unfolded() -> None:
    people = tuple(f"Author{number}" for number in range(20))
    shown = entry(replace(PAPER, authors=people))
    assert "Author9 … and 10 more" in text_of(shown)
    assert "Author10" not in text_of(shown)
    assert "Author19" in text_of(shown, all_people=True)


def test_a_dozen_authors_are_not_folded() -> None:
    people = tuple(f"Author{number}" for number in range(12))
    assert "Author11" in text_of(entry(replace(PAPER, authors=people)))


def test_marks_of_the_reader_are_named() -> None:
    assert "starred · read" in text_of(entry(marks=Mark.STARRED | Mark.READ))
