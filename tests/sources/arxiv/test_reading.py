"""Papers of arXiv's feeds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from radar.papers.bases import replace
from radar.papers.listed.announced import Announced
from radar.papers.listed.listing import Listing, ListingPage, NotUnderstood
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
from radar.sources.arxiv.api import is_withdrawn
from radar.sources.arxiv.notes import announcements_of, only_of, with_announcements, with_only
from radar.sources.arxiv.rss import Announcement
from radar.sources.arxiv.site import SITE
from tests.sources.answering import Answering
from tests.sources.arxiv_answers import ENTRY, ERROR, KITES, entry, feed, item, rss
from tests.sources.hostile import hostile_texts


def parsed(text: str) -> tuple[list[Paper], list[NotUnderstood]]:
    page = ListingPage(Listing("arxiv:cs.RO"), text, datetime(2026, 3, 4, tzinfo=UTC))
    items = list(SITE.source("arxiv:cs.RO", Answering().means()).parse(page))
    return [i for i in items if isinstance(i, Paper)], [i for i in items if isinstance(i, NotUnderstood)]


def test_an_entry_becomes_a_paper() -> None:
    assert parsed(feed(ENTRY)) == ([KITES], [])


def test_the_namespace_counts_and_not_its_prefix() -> None:
    text = (
        feed(ENTRY).replace("xmlns:arxiv", "xmlns:ax").replace("<arxiv:", "<ax:").replace("</arxiv:", "</ax:")
    )
    assert parsed(text) == ([KITES], [])
    declared = ENTRY.replace("<arxiv:comment>", '<c:comment xmlns:c="http://arxiv.org/schemas/atom">')
    assert parsed(feed(declared.replace("</arxiv:comment>", "</c:comment>"))) == ([KITES], [])


def test_an_old_id_keeps_its_archive() -> None:
    (paper,), _ = parsed(feed(ENTRY.replace("abs/2603.00001v2", "abs/astro-ph/0601001v1")))
    assert (paper.id, paper.version) == ("arxiv:astro-ph/0601001", 1)


def test_a_feed_without_entries_is_not_an_error() -> None:
    assert parsed(feed()) == ([], [])
    assert parsed(rss()) == ([], [])


def test_an_entry_that_is_no_paper_is_reported_by_its_place() -> None:
    papers, left_out = parsed(feed(ENTRY, ENTRY.replace("arxiv.org/abs/2603.00001v2", "elsewhere.example/1")))
    assert len(papers) == 1
    assert [(item.line, item.text[:5]) for item in left_out] == [(2, "Kites")]


def test_a_feed_cut_short_keeps_what_stands_before() -> None:
    papers, left_out = parsed(feed(ENTRY, ENTRY)[:-300])
    assert papers == [KITES]
    assert [item.line for item in left_out] == [2]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (feed(ERROR), "the site answers: incorrect id format for abc"),
        ("<html><body>busy</body></html>", "a web page instead of data"),
        ("", "empty"),
        ("busy", "the site answers: busy"),
        ("{}", "not"),
        (feed(ENTRY)[:500], "broken"),
        ("<feed><a></a></feed>", "not a feed"),
        ('<!DOCTYPE feed [<!ENTITY a "b">]><feed>&a;</feed>', "declares entities"),
        (
            f"<!--<feed {'x' * 3000}--><!\x08DOCTYPE feed [<!ENTITY a 'b'>]><feed>&a;</feed>",
            "declares entities",
        ),
    ],
)
def test_another_answer_is_reported_and_not_an_empty_listing(text: str, reason: str) -> None:
    papers, left_out = parsed(text)
    assert papers == [] and len(left_out) == 1 and reason in left_out[0].reason


def test_what_xml_cannot_hold_does_not_break_a_feed() -> None:
    text = feed(ENTRY).replace("We let", "We\x08 let\ud800&#8; &#x1F; &#0;").replace("UTF-8", "ISO-8859-1")
    (paper,), left_out = parsed("\ufeff\n" + text.replace("Ada Kite", "Ad\u00e1 Kite"))
    assert left_out == []
    assert (paper.abstract, paper.authors[0]) == ("We let kites & lines steer.", "Ad\u00e1 Kite")


def test_an_item_of_a_day_becomes_a_paper_without_comment() -> None:
    (paper,), left_out = parsed(rss(item(7, "replace-cross", 3)))
    assert left_out == []
    assert paper == Paper(
        id=PaperId("arxiv:2603.00007"),
        title="Kites &amp; Lines 7",
        authors=("Ada Kite", "Bo Line, Jr.", "The Kite Collaboration"),
        abstract="Kites &lt; boats. They fly.",
        venue="J. Kites 7",
        categories=("cs.RO", "cs.LG"),
        listed=date(2026, 3, 4),
        links=Links(landing="https://arxiv.org/abs/2603.00007", pdf="https://arxiv.org/pdf/2603.00007"),
        doi="10.1000/k.7",
        version=3,
        announced=Announced.REPLACED_CROSS,
    )


def test_an_item_says_by_its_text_what_its_elements_lack() -> None:
    bare = item(7, "cross", 2)
    for element in ("guid", "arxiv:announce_type", "dc:creator", "link"):
        start, end = bare.index(f"<{element}"), bare.index(f"</{element}>")
        bare = bare[:start] + bare[end + len(element) + 3 :]
    (paper,), _ = parsed(rss(bare))
    assert (paper.id, paper.version, paper.announced) == ("arxiv:2603.00007", 2, Announced.CROSS)
    plain = bare.replace("Announce Type: cross", "").replace("arXiv:2603.00007v2", "")
    assert len(parsed(rss(plain))[1]) == 1


def test_a_note_says_how_the_papers_of_a_page_are_announced() -> None:
    announced = {
        PaperId("arxiv:2603.00001"): Announcement(Announced.NEW, 2, date(2026, 3, 4)),
        PaperId("arxiv:2603.00002"): Announcement(Announced.REPLACED, 3),
    }
    text = with_announcements(feed(ENTRY, entry(2, 2), entry(3)), announced)
    assert announcements_of(text) == announced
    first, third = parsed(text)[0]
    assert first == replace(KITES, announced=Announced.NEW, listed=date(2026, 3, 4))
    # Of the second the feed announces a later version than this.
    assert (third.id, third.announced) == ("arxiv:2603.00003", Announced.UNKNOWN)


def test_a_note_says_which_items_of_a_day_are_meant() -> None:
    text = with_only(rss(item(1), item(2)), ["arxiv:2603.00002"])  # type: ignore[list-item]
    assert [paper.id for paper in parsed(text)[0]] == ["arxiv:2603.00002"]
    assert only_of(rss(item(1))) is None


@pytest.mark.parametrize(
    ("abstract", "comment", "withdrawn"),
    [
        ("This paper has been withdrawn by the author due to an error in Lemma 2.", "", True),
        ("  The article was withdrawn.", "", True),
        ("This submission has been temporarily withdrawn.", "", True),
        ("Withdrawn by the authors.", "", True),
        ("We fly kites.", "Withdrawn due to a mistake", True),
        ("We fly kites.", "8 pages. This paper has been withdrawn by arXiv administrators", True),
        ("We fly kites.", "Paper withdrawn by author, see 2603.00002", True),
        ("The authors have withdrawn this paper.", "", True),
        ("This paper was retracted.", "", True),
        ("We fly kites.", "8 pages; the first version was retracted in part", False),
        ("We fly kites that were withdrawn from the market.", "", False),
        ("This paper shows that money is withdrawn at night.", "", False),
        ("We fly kites.", "withdrawn from ICLR 2026", False),
        ("We fly kites.", "8 pages", False),
    ],
)
def test_a_notice_of_withdrawal_is_told_from_other_words(
    abstract: str, comment: str, withdrawn: bool
) -> None:
    assert is_withdrawn(abstract, comment) is withdrawn


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    for text in hostile_texts(400):
        escaped = text.replace("<", "&lt;")
        answers = (
            text,
            feed(ENTRY, text),
            feed(ENTRY.replace("Ada Kite", escaped)),
            rss(item(1).replace("Ada Kite", escaped).replace("Abstract:", escaped), text),
            with_announcements(feed(ENTRY), {})[:-4] + escaped + " -->",
            f"<feed>\n<!-- radar: announced {escaped} -->",
        )
        for answer in answers:
            for paper in parsed(answer)[0]:
                assert clean_paper(paper) == paper


def test_huge_answers_end() -> None:
    start = "<feed xmlns='http://www.w3.org/2005/Atom'>"
    for text in ("[" * 5_000_000, start + "[" * 5_000_000, start + "<a>" * 100_000, "<" * 5_000_000):
        assert parsed(text)[0] == []


@pytest.mark.eval
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("search_100", 100),
        ("search_10", 10),
        ("search_page2", 10),
        ("old_style_id", 1),
        ("versioned_id", 1),
        ("id_list_one", 1),
        ("id_not_found", 0),
    ],
)
def test_real_feeds_are_read(eval_data: Path, name: str, count: int) -> None:
    papers, left_out = parsed((eval_data / f"data/api/arxiv/api_{name}.xml").read_text(encoding="utf-8"))
    assert (len(papers), left_out) == (count, [])
    for paper in papers:
        assert paper.abstract and paper.authors and paper.published and paper.categories
        assert paper.version and paper.updated and paper.updated >= paper.published
        assert not paper.withdrawn


@pytest.mark.eval
def test_real_comments_and_dois_are_kept(eval_data: Path) -> None:
    papers, _ = parsed((eval_data / "data/api/arxiv/api_search_100.xml").read_text(encoding="utf-8"))
    assert sum(bool(paper.comment) for paper in papers) == 97
    assert sum(bool(paper.doi) for paper in papers) == 32
    assert sum(bool(paper.venue) for paper in papers) == 18


@pytest.mark.eval
def test_a_real_error_is_an_error_and_a_real_holiday_is_none(eval_data: Path) -> None:
    papers, left_out = parsed((eval_data / "data/api/arxiv/api_bad_id.xml").read_text(encoding="utf-8"))
    assert papers == [] and "incorrect id format" in left_out[0].reason
    assert parsed((eval_data / "data/api/arxiv/rss_empty_day.xml").read_text(encoding="utf-8")) == ([], [])
