"""Which hosts are asked one after the other, and how far apart."""

from __future__ import annotations

import pytest

from radar.net.gaps import USUAL_GAP, PacedSite, site_of


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2406.01234",
        "http://export.arxiv.org/api/query?id_list=2406.01234",
        "https://export.arxiv.org:443/api/query",
        "https://rss.arxiv.org/rss/cs.CL",
        "https://RSS.arXiv.org./atom/cs.CL",
    ],
)
def test_all_hosts_of_arxiv_are_one_site(url: str) -> None:
    assert site_of(url) == PacedSite("arxiv.org", 3.0)


@pytest.mark.parametrize(
    "url", ["https://notarxiv.org/", "https://arxiv.org.example/", "https://example.org/arxiv.org"]
)
def test_others_are_not_arxiv(url: str) -> None:
    assert site_of(url).name != "arxiv.org"
    assert site_of(url).gap == USUAL_GAP


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://huggingface.co/api/daily_papers", "huggingface.co"),
        ("https://api.semanticscholar.org/graph/v1/paper/search", "semanticscholar.org"),
        ("https://api.openalex.org/works", "openalex.org"),
        ("https://api.crossref.org/works", "crossref.org"),
        ("https://api2.openreview.net/notes", "openreview.net"),
        ("https://api.openreview.net/notes", "openreview.net"),
    ],
)
def test_sites_that_say_how_often_they_may_be_asked_are_known(url: str, name: str) -> None:
    site = site_of(url)
    assert site.name == name and site.alone
    assert 0.1 <= site.gap <= 1.0


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/", "http://localhost/", "http://[::1]:80/"])
def test_this_machine_is_paced_only_where_that_is_asked_for(url: str) -> None:
    site = site_of(url)
    assert (site.gap, site.alone) == (0.0, False)
    assert site_of(url, {site.name: 0.5}) == PacedSite(site.name, 0.5)
