"""Which links of papers are kept, and where they lead."""

from __future__ import annotations

import pytest

from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
from radar.papers.text.web_links import has_host, host_of, is_usual, web_link


@pytest.mark.parametrize(
    "link",
    [
        "https://arxiv.org/abs/2511.00001",
        "http://coast.example:8080?q=1",
        "HTTPS://coast.example/x",
        "https://[2606:4700::6810:85e5]/x",
        "https://küste.example/x",
        "https://हिन्दी.example/x",
        "https://coast.example/a\\b%20c",
        "https://some_one.github.io/x",
        "https://localhost/x",
    ],
)
def test_a_link_is_kept_as_it_is(link: str) -> None:
    assert web_link(link) == link
    assert has_host(link)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://",
        "https:///x",
        "https://127.0.0.1\\.arxiv.org/admin",
        "https://evil.example\\.github.com/login",
        "https://evil.example\\@github.com/login",
        "http://%6c%6fcalhost:8632/",
        "https://coast.example＼.github.com/",
        "https://coast..example/",
        "https://coast.example:port/",
        "https://$(id).example/",
        "https:\\\\coast.example/",
        "ftp://coast.example/",
        "coast.example/x",
    ],
)
def test_a_link_of_which_the_host_is_in_doubt_is_none(link: str) -> None:
    assert web_link(link) == ""
    paper = Paper(PaperId("doi:10.1/x"), title="Gulls", links=Links(link, link, link, "", link))
    assert clean_paper(paper).links == Links()


def test_a_quick_look_agrees_with_a_thorough_one() -> None:
    for link in ("https://arxiv.org/abs/1", "http://coast.example:80", "https://a-b.example#x"):
        assert is_usual(link)
        assert host_of(link)
    for link in ("https://localhost/", "https://a_b.example/", "https://a.example\\x"):
        assert not is_usual(link)
