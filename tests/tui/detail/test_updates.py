"""What changed of a paper, who lists it, and what they say otherwise."""

from __future__ import annotations

from datetime import date, timedelta

from radar.papers.bases import replace
from radar.papers.listed.announced import Announced
from radar.papers.listed.change import Change, ChangeKind
from radar.papers.listed.conflict import Conflict, Fact
from radar.papers.listed.listing import Listing
from radar.papers.listed.origin import Origin
from radar.tui.detail.blocks import Role
from tests.tui.detail.shown import block_with, marked, text_of
from tests.tui.invented import PAPER, WHEN, entry

ARCHIVE = Listing("arxiv:cs.RO", "arXiv cs.RO")
DAILY = Listing("hf:daily", "Hugging Face daily papers")
CODE = Change(WHEN + timedelta(days=2), ChangeKind.CODE_OUT, "", "https://github.com/pebbles/pebbler", DAILY)
VERSION = Change(WHEN + timedelta(days=1), ChangeKind.VERSION, "2", "3", ARCHIVE)
CHANGED = replace(entry(), changes=(VERSION, CODE), updated=True)


def test_what_changed_is_told_with_its_day_and_who_told_the_newest_first() -> None:
    text = text_of(CHANGED, width=120)
    assert "UPDATED   5 Feb 2026: code is now out: github.com/pebbles/pebbler · Hugging Face daily" in text
    assert "          4 Feb 2026: version 3 · arXiv cs.RO" in text
    assert text.index("code is now out") < text.index("version 3")
    link = block_with(CHANGED, "code is now out").marks
    assert [mark.target for mark in link if mark.target] == ["https://github.com/pebbles/pebbler"]
    assert marked(block_with(CHANGED, "code is now out"), Role.STRONG) == ["code is now out"]
    assert marked(block_with(CHANGED, "version 3"), Role.STRONG) == [], "only the last is news"


def test_what_was_read_is_no_news_any_more() -> None:
    seen = replace(CHANGED, updated=False)
    assert "CHANGES   5 Feb 2026: code is now out" in text_of(seen)
    assert marked(block_with(seen, "code is now out"), Role.STRONG) == []


def test_of_many_changes_the_last_ones_are_told() -> None:
    many = tuple(
        Change(WHEN + timedelta(days=number), ChangeKind.VERSION, str(number), str(number + 1), ARCHIVE)
        for number in range(1, 10)
    )
    text = text_of(replace(CHANGED, changes=many))
    assert "version 10 ·" in text and "version 4 ·" not in text
    assert "and 3 before" in text


def test_a_link_that_pretends_to_be_another_is_written_with_its_host_and_never_followed_inside() -> None:
    trick = replace(CODE, after="https://github.com@127.0.0.1/x")
    shown = replace(CHANGED, changes=(trick,))
    assert "127.0.0.1 (https://github.com@127.0.0.1/x)" in text_of(shown, width=120)
    assert all(not mark.target for mark in block_with(shown, "code is now out").marks)


def test_the_version_stands_with_the_dates() -> None:
    versioned = replace(PAPER, version=3, updated=date(2026, 2, 20))
    assert "listed 3 Feb 2026, version 3 of 20 Feb 2026" in text_of(entry(versioned), width=120)
    assert "version" not in text_of(entry(replace(PAPER, version=1, updated=PAPER.published)))


def test_a_withdrawn_paper_says_so_at_the_top() -> None:
    lines = text_of(entry(replace(PAPER, withdrawn=True))).splitlines()
    assert lines[2].startswith("withdrawn")


def test_the_site_s_own_summary_is_told_as_the_site_s() -> None:
    said = replace(PAPER, site_summary="A net that sorts.", site_summary_by="Hugging Face")
    assert "Hugging Face writes: A net that sorts." in text_of(entry(said))
    by_authors = replace(said, site_summary_by="the authors")
    assert "The authors write: A net that sorts." in text_of(entry(by_authors))
    assert "The listing writes: A net that sorts." in text_of(entry(replace(said, site_summary_by="")))


def test_who_lists_a_paper_is_told_where_several_do_and_what_they_contradict() -> None:
    arrivals = (Origin(ARCHIVE, WHEN, Announced.CROSS), Origin(DAILY, WHEN + timedelta(days=1)))
    conflicts = (
        Conflict(Fact.PUBLISHED, "2026-02-01", "2025-06-01", DAILY),
        Conflict(Fact.CODE, "", "https://github.com/other/place", DAILY),
    )
    shown = replace(entry(), arrivals=arrivals, conflicts=conflicts)
    text = text_of(shown)
    assert "LISTED BY arXiv cs.RO (cross-listed), 3 Feb 2026" in text
    assert "          Hugging Face daily papers, 4 Feb 2026" in text
    assert "DIFFERS   Hugging Face daily papers says: published 2025-06-01" in text
    assert "          Hugging Face daily papers says: code github.com/other/place" in text
    assert "LISTED BY" not in text_of(replace(entry(), arrivals=arrivals[:1]))


def test_summaries_of_an_earlier_text_are_counted() -> None:
    assert "1 summary by a model is of an earlier text" in text_of(replace(entry(), outdated_summaries=1))
    assert "2 summaries by models are of an earlier text" in text_of(
        replace(entry(), outdated_summaries=2), width=120
    )
