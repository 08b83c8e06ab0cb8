"""The page of a digest: whole, escaped, nothing remote, and readable without its <style>."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from radar.papers.listed.paper import Links
from radar.pipeline.digest.contents import DigestPaper
from radar.pipeline.digest.html_page import render
from tests.pipeline.digest.digests import NASTY, digest, full, hostile
from tests.pipeline.exporting.entries import entry, paper

_VOID = frozenset({"meta", "br", "hr", "img", "link", "input", "base"})
_KNOWN = frozenset(
    {"html", "head", "meta", "title", "style", "body", "table", "tr", "td", "h1", "h2", "h3", "p"}
) | {"span", "strong", "em", "a"}
_ATTRIBUTES = frozenset(
    {"lang", "charset", "http-equiv", "content", "name", "class", "style", "role", "width", "cellpadding"}
) | {"cellspacing", "border", "align", "dir", "href"}


class _Page(HTMLParser):
    """Reads a page as strictly as a careful reader would."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.title = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"]:
            self.title += data
        elif "body" in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.texts))

    def of(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]


def test_a_page_is_whole_has_a_language_and_a_title_and_tells_everything() -> None:
    text = render(full())
    page = _Page(text)
    assert text.startswith("<!DOCTYPE html>\n")
    assert page.open == []
    assert page.of("lang") == ["en"]
    assert page.title == "Radar digest, Thursday 26 November 2026"
    for told in (
        "4 new papers, 2 updated since",
        "Newest first.",
        "snails (3)",
        "1. Snails Sort Marbles with BERT arxiv.org",
        "Ada van der Berg, Bo Chen, OpenSnail · 2025-11-03 · starred",
        "Snails sort 40% faster. [offline, by rule]",
        "Code: released (the authors, in title or abstract): “Code: https://github.com/snail/sort” "
        "github.com/snail/sort",
        "Results: quantified, -40 %: “Our method sorts 40% faster.”",
        "Because of: snails, marbles",
        "Also in: code out",
        "and 2 more: radar digest --since 2026-11-25T07:00:00Z --top 3",
        "Everything else (1)",
        "Updated (2)",
        "Updated: code is now out: github.com/snail/sort",
        "arXiv cs.CL (arxiv:cs.CL) could not be asked on",
        "it asks to slow down. Wait.",
    ):
        assert told in page.text, told


def test_nothing_is_remote_and_nothing_runs() -> None:
    text = render(full())
    page = _Page(text)
    assert set(page.tags) <= _KNOWN
    assert {name for _, name, _ in page.attributes} <= _ATTRIBUTES
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in page.of("content")[0]


@pytest.mark.parametrize("text", NASTY)
def test_what_others_wrote_is_text_and_never_mark_up(text: str) -> None:
    page = _Page(render(hostile(text)))
    assert page.open == []
    assert set(page.tags) <= _KNOWN
    assert {name for _, name, _ in page.attributes} <= _ATTRIBUTES
    assert page.tags.count("style") == 1
    assert set(page.of("href")) <= {"https://arxiv.org/abs/2511.00123", "https://github.com/snail/sort"}


def test_only_web_links_lead_out_and_their_hosts_are_seen() -> None:
    odd = Links(landing="https://arxiv.org@evil.example/x", code="javascript:alert(1)")
    page = _Page(render(digest(DigestPaper(entry(paper(links=odd))))))
    assert page.of("href") == ["https://github.com/snail/sort"]
    other = _Page(render(digest(DigestPaper(entry(paper(links=Links(landing="https://аrxiv.org/abs/1")))))))
    assert "https://xn--rxiv-43d.org/abs/1" in other.of("href")
    assert "xn--rxiv-43d.org" in other.text


def test_every_element_carries_its_own_style_for_mail_programs_that_drop_the_sheet() -> None:
    page = _Page(render(full()))
    styled = {tag for tag, name, _ in page.attributes if name == "style"}
    assert {"body", "table", "td", "h1", "h2", "h3", "p", "a", "em", "span"} <= styled
    assert all("color" in value for tag, name, value in page.attributes if (tag, name) == ("p", "style"))


def test_every_colour_has_a_dark_counterpart() -> None:
    text = render(full())
    sheet = re.findall(r"<style>(.*)</style>", text)[0]
    dark = set(re.findall(r"\.(\w+)\{", sheet.partition("@media (max-width")[0]))
    coloured = {found["name"] for found in re.finditer(r'class="(?P<name>\w+)" style="(?=[^"]*color:)', text)}
    assert coloured <= dark


def test_a_day_without_anything_is_one_line() -> None:
    page = _Page(render(digest(sections=())))
    assert "Nothing new since" in page.text
    assert "Newest first" not in page.text
    assert page.open == []
