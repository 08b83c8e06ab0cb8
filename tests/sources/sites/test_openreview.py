"""OpenReview."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from radar.errors import ListingError, RateLimited, SettingsError
from radar.sources.sites.openreview import SITE
from radar.sources.source import Source
from tests.sources.answering import Answering, page
from tests.sources.site_papers import pages_of, papers_of, read_everything, reports_of, strange_records

CONTENT: dict[str, object] = {
    "title": {"value": "Weighing Moss"},
    "abstract": {"value": "Moss is weighed."},
    "authors": {"value": ["Jane Doe", {"fullname": "John Roe", "username": "~John_Roe1"}]},
    "TLDR": {"value": "Moss is light."},
    "venue": {"value": "ICLR 2026 Poster"},
    "venueid": {"value": "ICLR.cc/2026/Conference"},
    "pdf": {"value": "/pdf/abc.pdf"},
    "code": {"value": "https://github.com/m/moss"},
}
NOTE: dict[str, object] = {
    "id": "abcDEF123_-",
    "forum": "abcDEF123_-",
    "cdate": 1_759_000_000_000,
    "pdate": 1_769_385_600_000,
    "content": CONTENT,
}


def listed(*notes: object, count: int | None = None) -> str:
    return json.dumps({"notes": notes, "count": count if count is not None else len(notes)})


VENUE = "openreview:ICLR.cc/2026/Conference"


def source(name: str = VENUE, site: Answering | None = None, **keys: str) -> Source:
    return SITE.source(name, (site or Answering()).means(keys=keys))


def test_a_note_is_a_paper_with_the_authors_own_summary() -> None:
    (paper,) = papers_of(source(), listed(NOTE))
    assert paper.id.startswith("title:")
    assert (paper.title, paper.abstract) == ("Weighing Moss", "Moss is weighed.")
    assert paper.authors == ("Jane Doe", "John Roe")
    assert (paper.site_summary, paper.site_summary_by) == ("Moss is light.", "the authors")
    assert (paper.venue, paper.published) == ("ICLR 2026 Poster", date(2026, 1, 26))
    assert paper.links.landing == "https://openreview.net/forum?id=abcDEF123_-"
    assert paper.links.pdf == "https://openreview.net/pdf?id=abcDEF123_-"
    assert (paper.links.code, paper.links.code_added_by) == ("https://github.com/m/moss", "author")
    assert not paper.withdrawn


def test_fields_that_are_not_wrapped_are_read_too() -> None:
    bare = {"title": "Moss", "authors": ["Jane Doe"], "TL;DR": "Light.", "pdf": "https://x.example/a.pdf"}
    (paper,) = papers_of(source(), listed({"id": "abcDEF123", "content": bare}))
    assert (paper.title, paper.authors, paper.site_summary) == ("Moss", ("Jane Doe",), "Light.")
    assert paper.links.pdf == "https://x.example/a.pdf"


def test_anonymous_and_withdrawn_papers_are_papers() -> None:
    changed = {**CONTENT, "venueid": {"value": "ICLR.cc/2026/Conference/Withdrawn_Submission"}}
    del changed["authors"]
    (paper,) = papers_of(source(), listed({**NOTE, "content": changed}))
    assert (paper.authors, paper.withdrawn) == ((), True)


def test_a_review_is_no_paper() -> None:
    (report,) = reports_of(source(), listed({**NOTE, "replyto": "abcDEF123_-"}))
    assert report.reason == "a review or a comment, not a paper"


async def test_a_venue_is_asked_for_from_its_newest_paper_on() -> None:
    site = Answering(listed(NOTE))
    (found,) = await pages_of(source(site=site))
    assert (found.total, found.resume) == (1, "")
    assert site.asked == [
        "https://api2.openreview.net/notes?content.venueid=ICLR.cc/2026/Conference&limit=1000&offset=0"
        "&sort=cdate%3Adesc"
    ]


async def test_a_back_fill_asks_from_a_day_on_and_can_be_resumed() -> None:
    full = listed(*[NOTE] * 1000, count=1500)
    site = Answering(full, listed(*[NOTE] * 500, count=1500))
    first, last = await pages_of(source(site=site), date(2026, 1, 1))
    assert (first.resume, first.total, last.resume) == ("1000", 1500, "")
    assert site.asked[0].endswith("&mintcdate=1767225600000")
    assert "offset=1000&" in site.asked[1]
    again = Answering(listed(NOTE, count=1500))
    await pages_of(source(site=again), date(2026, 1, 1), "1000")
    assert "offset=1000&" in again.asked[0]


async def test_an_invitation_and_one_paper_are_asked_for_by_their_own_parameters() -> None:
    site = Answering(listed(NOTE), listed(NOTE), listed())
    await pages_of(source("openreview:ICLR.cc/2026/Conference/-/Submission", site))
    await pages_of(source("openreview:forum/abcDEF123_-", site))
    assert "?invitation=ICLR.cc/2026/Conference/-/Submission&" in site.asked[0]
    assert site.asked[1] == "https://api2.openreview.net/notes?id=abcDEF123_-"
    with pytest.raises(ListingError, match="OpenReview has no such paper"):
        await pages_of(source("openreview:forum/abcDEF123_-", site))


CHALLENGE = '{"name": "ChallengeRequiredError", "message": "Challenge verification required", "status": 403}'


async def test_the_check_for_browsers_is_explained_and_not_asked_for_again() -> None:
    site = Answering(page(CHALLENGE, 403))
    with pytest.raises(ListingError) as caught:
        await pages_of(source(site=site))
    assert "only browsers and signed-in readers" in caught.value.message
    assert "OPENREVIEW_TOKEN" in caught.value.hint
    assert "does not help" in caught.value.hint
    assert len(site.asked) == 1


async def test_a_token_is_sent_and_shown_nowhere() -> None:
    site = Answering(listed(NOTE), page('{"name": "ForbiddenError", "message": "no"}', 403))
    asked = source(site=site, OPENREVIEW_TOKEN="secret")
    await pages_of(asked)
    assert site.requests[0].headers == {"Authorization": "Bearer secret"}
    assert "secret" not in repr(site.requests)
    with pytest.raises(ListingError) as caught:
        await pages_of(asked)
    assert "Look whether the key in OPENREVIEW_TOKEN is right" in caught.value.hint


async def test_a_site_that_asks_to_wait_is_left_alone() -> None:
    with pytest.raises(RateLimited) as caught:
        await pages_of(source(site=Answering(page("{}", 429, retry_after="60"))))
    assert caught.value.retry_after == 60.0


@pytest.mark.parametrize("answer", ["<!doctype html><html>", "[1]", "{}", '{"notes": [', '{"message": "no"}'])
async def test_what_is_no_listing_is_an_error(answer: str) -> None:
    with pytest.raises(ListingError, match=f"{re.escape(VENUE)}: "):
        await pages_of(source(site=Answering(answer)))


def test_nothing_that_a_site_may_answer_stops_the_parser() -> None:
    read_everything(source(), ({"notes": [note]} for note in strange_records(NOTE)))
    read_everything(source(), ({"notes": [{**NOTE, "content": one}]} for one in strange_records(CONTENT)))
    wrapped = ({"value": strange} for content in strange_records({"x": 1}) for strange in content.values())
    read_everything(source(), ({"notes": [{"content": dict.fromkeys(CONTENT, value)}]} for value in wrapped))


@pytest.mark.parametrize(
    "text",
    [
        "https://openreview.net/forum?id=abcDEF123_-",
        "https://openreview.net/forum?noteId=x&id=abcDEF123_-#all",
        "https://openreview.net/pdf?id=abcDEF123_-",
    ],
)
def test_a_link_to_the_site_names_a_source_of_that_paper(text: str) -> None:
    assert SITE.sources_of(text) == ("openreview:forum/abcDEF123_-",)
    assert source(f"openreview:{text}").name == "openreview:forum/abcDEF123_-"


def test_a_link_to_a_venue_is_its_name() -> None:
    link = "openreview:https://openreview.net/group?id=ICLR.cc/2026/Conference#tab-accept-oral"
    assert source(link).name == "openreview:ICLR.cc/2026/Conference"


@pytest.mark.parametrize(
    "name", ["openreview:", "openreview:ICLR", "openreview:forum/", "openreview:../x?y=1"]
)
def test_a_wrong_name_is_refused_with_a_right_one(name: str) -> None:
    with pytest.raises(SettingsError) as caught:
        source(name)
    assert "openreview:" in caught.value.hint
