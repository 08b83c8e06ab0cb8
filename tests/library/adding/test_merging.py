"""What a further record of a paper adds to it."""

from __future__ import annotations

from datetime import date

import pytest

from radar.library.adding.merging import is_newer, merged
from radar.papers.bases import replace
from radar.papers.listed.announced import Announced
from radar.papers.listed.paper import Links, Paper
from radar.papers.text.partial_dates import PartialDate
from tests.library.samples import paper

FIRST = paper(
    1,
    version=1,
    updated=date(2024, 6, 1),
    published=date(2024, 6, 1),
    comment="8 pages",
    categories=("q-bio.TO",),
)
SECOND = replace(
    FIRST,
    version=2,
    updated=date(2024, 7, 1),
    title="Growing tomatoes under lamps",
    abstract="Rewritten. It works.",
    authors=("Ada Author1", "Ben Builder", "Cy Carter"),
    comment="9 pages, code at https://code.example",
    categories=("cs.GR", "q-bio.TO"),
)


def test_a_newer_version_replaces_texts_authors_and_categories() -> None:
    assert merged(FIRST, SECOND) == SECOND


def test_an_older_or_equal_version_replaces_nothing() -> None:
    assert merged(SECOND, FIRST) == SECOND
    assert merged(SECOND, replace(FIRST, version=2)) == SECOND


def test_a_newer_version_keeps_what_its_record_does_not_tell() -> None:
    bare = replace(SECOND, comment="", abstract="", categories=(), published=None)
    both = merged(FIRST, bare)
    assert (both.comment, both.abstract) == (FIRST.comment, FIRST.abstract)
    assert (both.categories, both.published) == (FIRST.categories, FIRST.published)
    assert (both.version, both.updated, both.title) == (2, SECOND.updated, SECOND.title)


def test_of_a_paper_without_a_version_only_a_later_one_with_other_words_is_newer() -> None:
    unversioned = replace(FIRST, version=0, updated=None)
    assert not is_newer(unversioned, replace(FIRST, title="Another title altogether"))
    assert not is_newer(unversioned, replace(FIRST, version=3, title=FIRST.title.upper() + "."))
    assert is_newer(unversioned, SECOND)
    both = merged(unversioned, replace(FIRST, version=3, title=FIRST.title.upper()))
    assert (both.title, both.version, both.updated) == (FIRST.title, 3, FIRST.updated)


def test_the_first_day_of_publication_is_kept_and_the_archive_knows_it_best() -> None:
    assert merged(SECOND, replace(FIRST, published=date(2024, 5, 1))).published == date(2024, 5, 1)
    proceedings = replace(FIRST, version=0, updated=None, published=date(2025, 1, 1))
    assert merged(proceedings, FIRST).published == FIRST.published
    assert merged(FIRST, proceedings).published == FIRST.published
    assert merged(FIRST, replace(SECOND, published=SECOND.updated)).published == FIRST.published


def test_a_date_that_says_more_of_the_same_day_is_kept() -> None:
    year, day, other = PartialDate(2024), date(2024, 6, 3), date(2023, 6, 3)
    known = replace(FIRST, version=0, updated=None, published=year, listed=None)
    assert merged(known, replace(known, published=day)).published is day
    assert merged(replace(known, published=day), known).published is day
    assert merged(known, replace(known, published=other)).published is year


def linked(code: str, by: str) -> Paper:
    return paper(1, links=Links(code=code, code_added_by=by))


@pytest.mark.parametrize(
    ("known", "other", "kept"),
    [
        ("auto", "author", "other"),
        ("auto", "", "other"),
        ("", "author", "other"),
        ("author", "auto", "known"),
        ("author", "author", "known"),
        ("auto", "auto", "known"),
        ("", "auto", "known"),
    ],
)
def test_the_authors_link_to_code_comes_before_a_listings_and_that_before_a_guess(
    known: str, other: str, kept: str
) -> None:
    both = merged(linked("https://known.example", known), linked("https://other.example", other))
    assert both.links.code == f"https://{kept}.example"
    assert both.links.code_added_by == (other if kept == "other" else known)


def test_each_record_gives_what_the_other_lacks() -> None:
    one = paper(1, abstract="", links=Links(code="https://code.example", code_added_by="auto"))
    other = paper(1, upvotes=7, stars=3, venue="Journal of Windowsills", withdrawn=True)
    both = merged(one, other)
    assert (both.links, both.upvotes, both.stars) == (one.links, 7, 3)
    assert (both.abstract, both.venue, both.withdrawn) == (other.abstract, other.venue, True)
    assert merged(other, one).withdrawn, "once is enough"


def test_the_longer_of_two_lists_of_authors_is_taken_where_it_holds_the_shorter_one() -> None:
    short = paper(1, authors=("Author1, Ada", "Ben Builder"))
    long = paper(1, authors=("Ada Author1", "Ben Builder", "Cy Carter"))
    assert merged(short, long).authors == merged(long, short).authors == long.authors
    other = paper(1, authors=("Dora Dune", "Ben Builder", "Cy Carter"))
    assert merged(short, other).authors == short.authors


def test_the_preprint_server_is_no_venue_where_there_is_another() -> None:
    server = paper(1, venue="arXiv.org", doi="10.48550/arXiv.2406.00001")
    proceedings = paper(1, venue="Journal of Windowsills", doi="10.1234/w.1")
    for both in (merged(server, proceedings), merged(proceedings, server)):
        assert (both.venue, both.doi) == ("Journal of Windowsills", "10.1234/w.1")


def test_a_site_may_renew_its_summary_and_the_authors_come_before_sites() -> None:
    one = paper(1, site_summary="It grows.", site_summary_by="Leaf")
    newer = paper(1, site_summary="It grows tall.", site_summary_by="Leaf")
    other = paper(1, site_summary="Plants.", site_summary_by="Root")
    authors = paper(1, site_summary="We grow plants.", site_summary_by="the authors")
    said = [merged(known, told).site_summary for known, told in ((one, newer), (one, other), (one, authors))]
    assert said == ["It grows tall.", "It grows.", "We grow plants."]
    assert merged(authors, newer) == authors
    assert merged(paper(1), one).site_summary_by == "Leaf"


def test_a_category_is_added_without_a_new_version_and_how_it_was_announced_is_not_kept() -> None:
    crossed = replace(FIRST, categories=("cs.GR", "q-bio.TO"), announced=Announced.CROSS)
    both = merged(FIRST, crossed)
    assert both == replace(FIRST, categories=("q-bio.TO", "cs.GR"))


@pytest.mark.parametrize(
    ("known", "other", "kept"),
    [
        ("title:0", "hf:x", "hf:x"),
        ("hf:x", "doi:10.1/x", "doi:10.1/x"),
        ("doi:10.1/x", "acl:2024.x-1", "acl:2024.x-1"),
        ("acl:2024.x-1", "arxiv:2406.1", "acl:2024.x-1"),
        ("arxiv:2406.1", "acl:2024.x-1", "arxiv:2406.1"),
        ("arxiv:2406.1", "doi:10.1/x", "arxiv:2406.1"),
    ],
)
def test_an_id_gives_way_to_one_by_which_more_can_be_looked_up(known: str, other: str, kept: str) -> None:
    assert merged(paper(1, id=known), paper(1, id=other)).id == kept
