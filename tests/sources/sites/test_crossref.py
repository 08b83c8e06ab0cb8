"""Crossref: one paper by its DOI."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from radar.errors import ListingError, NetworkError, RateLimited, SettingsError
from radar.papers.listed.listing import Listing, ListingPage, NotUnderstood
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
from radar.papers.text.partial_dates import written
from radar.sources.sites.crossref import SITE
from tests.sources.answering import NOON, Answering
from tests.sources.answering import page as answer
from tests.sources.hostile import hostile_texts

WORK = {
    "DOI": "10.1000/K.7",
    "title": ["", "Kites that <i>Steer</i>"],
    "subtitle": ["A Study"],
    "author": [
        {"given": "Ada", "family": "Kite"},
        {"family": "Line", "suffix": "Jr."},
        {"name": "The Kite Collaboration"},
        7,
    ],
    "container-title": ["Journal of Kites &amp; Lines"],
    "abstract": "<jats:title>Abstract</jats:title><jats:p>Kites steer &amp;lt; 5 times.</jats:p>",
    "issued": {"date-parts": [[None]]},
    "published-online": {"date-parts": [[2026, 3]]},
    "created": {"date-parts": [[2026, 4, 1]]},
    "link": [
        {
            "URL": "https://pub.example/check.pdf",
            "content-type": "application/pdf",
            "intended-application": "similarity-checking",
        },
        {
            "URL": "https://pub.example/k7.pdf",
            "content-type": "application/pdf",
            "intended-application": "text-mining",
        },
    ],
}
KITES = Paper(
    id=PaperId("doi:10.1000/k.7"),
    title="Kites that Steer: A Study",
    authors=("Ada Kite", "Line Jr.", "The Kite Collaboration"),
    abstract="Kites steer < 5 times.",
    venue="Journal of Kites & Lines",
    published=date(2026, 3, 1),
    links=Links(landing="https://doi.org/10.1000/k.7", pdf="https://pub.example/k7.pdf"),
    doi="10.1000/k.7",
)


def work(**changed: object) -> str:
    return json.dumps({"status": "ok", "message-type": "work", "message": {**WORK, **changed}})


def parsed(text: str) -> tuple[list[Paper], list[NotUnderstood]]:
    page = ListingPage(Listing("doi:10.1000/k.7"), text, NOON)
    items = list(SITE.source("doi:10.1000/k.7", Answering().means()).parse(page))
    return [i for i in items if isinstance(i, Paper)], [i for i in items if isinstance(i, NotUnderstood)]


def only(text: str) -> Paper:
    (paper,), left_out = parsed(text)
    assert left_out == []
    return paper


async def pages_of(name: str, site: Answering, since: date | None = None) -> list[ListingPage]:
    source = SITE.source(name, site.means("http://127.0.0.1:1/"))
    return [page async for page in source.pages(since)]


def test_a_work_becomes_a_paper() -> None:
    assert only(work()) == KITES


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ({"issued": {"date-parts": [[2025]]}}, "2025"),
        ({"issued": {"date-parts": [[2025, 3]]}}, "2025-03"),
        ({"published": {"date-parts": [[2024, 12, 31]]}}, "2024-12-31"),
        ({"published-online": {"date-parts": [[2026, 13, 1]]}}, "2026-04-01"),
        ({"published-online": {"date-parts": []}, "created": {"date-parts": [["2026"]]}}, ""),
        ({"published-online": None, "created": []}, ""),
    ],
)
def test_the_day_is_the_first_that_is_whole(dates: Mapping[str, object], day: str) -> None:
    published = only(work(**dates)).published
    assert (written(published) if published else "") == day


def test_a_retraction_is_a_withdrawal_and_a_correction_is_none() -> None:
    assert only(work(**{"updated-by": [{"type": "correction"}, {"type": "retraction"}]})).withdrawn
    assert not only(work(**{"updated-by": [{"type": "correction"}, "retraction"]})).withdrawn


def test_where_there_is_no_journal_the_venue_is_the_meeting_or_the_institution() -> None:
    without: dict[str, object] = {"container-title": []}
    assert only(work(**without, event={"name": "Kites 2026"})).venue == "Kites 2026"
    assert only(work(**without, institution=[{"name": "bioRxiv"}])).venue == "bioRxiv"


@pytest.mark.parametrize(
    "text",
    [
        work(title=[]),
        work(DOI="no"),
        "{}",
        "[]",
        "Resource not found.",
        '{"status": "failed", "message": [{"message": "no"}]}',
        "<html>",
        work()[:200],
        "[" * 5_000_000,
    ],
)
def test_what_is_no_paper_is_reported(text: str) -> None:
    papers, left_out = parsed(text)
    assert papers == [] and len(left_out) == 1


async def test_a_doi_is_one_page_of_one_paper() -> None:
    site = Answering(work())
    (page,) = await pages_of("doi:https://doi.org/10.1000/K.7(a)", site)
    assert site.asked == ["http://127.0.0.1:1/works/10.1000%2Fk.7%28a%29"]
    assert (page.listing.name, page.total) == ("doi:10.1000/k.7(a)", 1)
    with pytest.raises(ListingError, match="without earlier days"):
        await pages_of("doi:10.1000/x", Answering(), date(2026, 3, 1))


async def test_a_doi_of_another_registry_is_explained_with_what_to_do() -> None:
    agency = (
        '{"status": "ok", "message": {"DOI": "10.5281/x", "agency": {"id": "datacite", "label": "DataCite"}}}'
    )
    site = Answering(answer("Resource not found.", 404), agency)
    with pytest.raises(ListingError, match="is registered with DataCite") as caught:
        await pages_of("doi:10.5281/x", site)
    assert "https://doi.org/10.5281/x" in caught.value.hint and "import" in caught.value.hint
    assert site.asked[1] == "http://127.0.0.1:1/works/10.5281%2Fx/agency"


async def test_a_doi_that_nobody_knows_is_told() -> None:
    missing = answer("Resource not found.", 404)
    for second in (missing, NetworkError("503"), "<html>", '{"message": {"agency": {"label": "Crossref"}}}'):
        with pytest.raises(ListingError, match="Crossref knows no such DOI"):
            await pages_of("doi:10.1371/notarealdoi", Answering(missing, second))


async def test_another_failure_is_told_as_what_it_is() -> None:
    with pytest.raises(RateLimited):
        await pages_of("doi:10.1000/x", Answering(answer("", 429)))
    with pytest.raises(NetworkError, match="503"):
        await pages_of("doi:10.1000/x", Answering(answer("<html>", 503)))
    with pytest.raises(ListingError, match="a web page instead of data"):
        await pages_of("doi:10.1000/x", Answering("<html>"))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("doi:", "doi:10.1371/journal.pone.0033693"),
        ("doi:kites", "doi:10.1371/journal.pone.0033693"),
        ("doi:10.48550/arXiv.2406.01234", "arxiv:id/2406.01234"),
        ("doi:2406.01234", "arxiv:id/2406.01234"),
    ],
)
def test_what_is_no_doi_of_crossref_is_refused_with_what_to_write(name: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        SITE.source(name, Answering().means())
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1000/K.7", "10.1000/k.7"),
        ("doi: 10.1000/k.7", "10.1000/k.7"),
        ("https://dx.doi.org/10.1000/k.7", "10.1000/k.7"),
        ("https://dl.acm.org/doi/pdf/10.1145/3442188.3445922", "10.1145/3442188.3445922"),
        ("https://dl.acm.org/doi/10.1145/3442188.3445922?cid=7", "10.1145/3442188.3445922"),
        ("https://link.springer.com/article/10.1007/s10994-021-05946-3#Sec1", "10.1007/s10994-021-05946-3"),
        (
            "https://link.springer.com/content/pdf/10.1007/s10994-021-05946-3.pdf",
            "10.1007/s10994-021-05946-3",
        ),
        ("https://onlinelibrary.wiley.com/doi/full/10.1002/kite.7/abstract", "10.1002/kite.7"),
        ("https://www.biorxiv.org/content/10.1101/2024.01.02.573845v2.full.pdf", "10.1101/2024.01.02.573845"),
        (
            "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0033693",
            "10.1371/journal.pone.0033693",
        ),
        ("https://www.nature.com/articles/s41586-021-03819-2.pdf", "10.1038/s41586-021-03819-2"),
    ],
)
def test_a_doi_and_a_link_of_a_publisher_lead_to_the_paper(text: str, doi: str) -> None:
    assert SITE.sources_of(text) == (f"doi:{doi}",)


@pytest.mark.parametrize(
    "text",
    [
        "10.48550/arXiv.2406.01234",
        "https://doi.org/10.18653/v1/2024.acl-long.1",
        "https://www.nature.com/",
        "https://[",
        "2406.01234",
        "kites",
        "",
    ],
)
def test_what_is_for_another_site_or_no_paper_leads_nowhere(text: str) -> None:
    assert SITE.sources_of(text) == ()


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    for text in hostile_texts(120):
        for changed in (
            {"title": [text]},
            {"author": [{"family": text}]},
            {"abstract": text},
            {"link": text},
        ):
            for paper in parsed(work(**changed))[0]:
                assert clean_paper(paper) == paper
        parsed(text)
        SITE.sources_of(text)


@pytest.mark.eval
def test_real_works_are_read(eval_data: Path) -> None:
    folder = eval_data / "data/api/crossref"
    paper = only((folder / "works_one.json").read_text(encoding="utf-8"))
    assert paper.id == "doi:10.1371/journal.pone.0033693" and paper.venue == "PLoS ONE"
    assert (len(paper.authors), paper.published, paper.withdrawn) == (6, date(2012, 3, 21), False)
    listed = json.loads((folder / "works_cursor.json").read_text(encoding="utf-8"))["message"]["items"]
    papers = [only(json.dumps({"message": item})) for item in listed]
    assert len(papers) == 20 and all("<" not in paper.abstract for paper in papers)


@pytest.mark.eval
async def test_a_real_missing_doi_is_told(eval_data: Path) -> None:
    text = (eval_data / "data/api/crossref/error_404.txt").read_text(encoding="utf-8")
    with pytest.raises(ListingError, match="knows no such DOI"):
        await pages_of("doi:10.1371/notarealdoi", Answering(answer(text, 404), answer(text, 404)))
