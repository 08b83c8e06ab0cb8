"""What an answer is, whatever it is called."""

from __future__ import annotations

import pytest

from radar.net.page_kinds import PageKind, fault_of, is_unfinished
from radar.net.reply import Reply

JSON, XML, TEXT = PageKind.JSON, PageKind.XML, PageKind.TEXT
DOCUMENTS = [
    ("[]", JSON),
    ("\ufeff {}\n", JSON),
    ('{"text": "<html>"}', JSON),
    ("<feed xmlns='http://www.w3.org/2005/Atom'/>", XML),
    ("<rdf:RDF xmlns:rdf='x'>\n</rdf:RDF >\n<!-- made at noon -->", XML),
    ("\ufeff\n<?xml version='1.0'?>\n<?xml-stylesheet href='a.css'?><!-- <html> --><rss></rss>", XML),
    ("<!DOCTYPE rss [<!ENTITY nbsp '&#160;'>]><rss></rss>", XML),
    ("<collection id='2024.acl'></collection>", XML),
    ("@article{moss, title={<b>Moss</b>}}", TEXT),
    ("Resource not found.", TEXT),
]
WEB_PAGES = [
    "<!DOCTYPE html><p>x",
    "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
    "<HTML lang=en>",
    "\n\n<!-- edge --><html><body>x</body></html>",
    "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html xmlns='http://www.w3.org/1999/xhtml'></html>",
    "<head><title>Just a moment</title>",
    "<body>502 Bad Gateway</body>",
]
CUT = [
    ("[1, 2", JSON),
    ("{", JSON),
    ('{"a": [1]', JSON),
    ("<rss><channel>", XML),
    ("<?xml version='1.0'?>", XML),
]


@pytest.mark.parametrize(("text", "kind"), DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_the_right_text_has_no_fault(text: str, kind: PageKind) -> None:
    assert fault_of(Reply(200, text, {"content-type": "text/html"}, "papers.example"), kind) is None


@pytest.mark.parametrize("kind", [JSON, XML, TEXT])
@pytest.mark.parametrize("text", WEB_PAGES, ids=range(len(WEB_PAGES)))
def test_a_web_page_is_known_by_its_text(text: str, kind: PageKind) -> None:
    fault = fault_of(Reply(200, text, {"content-type": "application/json"}, "papers.example"), kind)
    assert fault is not None
    assert fault.message == "papers.example answered with a web page instead of data"


@pytest.mark.parametrize("text", [*WEB_PAGES, "<rss></rss>", "{}", "moss"], ids=range(len(WEB_PAGES) + 3))
def test_who_asks_for_anything_gets_what_comes(text: str) -> None:
    assert fault_of(Reply(200, text, {}, "papers.example"), PageKind.ANY) is None


def test_a_feed_that_came_without_its_end_is_asked_for_again() -> None:
    assert is_unfinished(Reply(200, "<rss><channel>", {}, "papers.example"), PageKind.ANY)
    assert not is_unfinished(Reply(200, "<html><p>", {}, "papers.example"), PageKind.ANY)


@pytest.mark.parametrize(("text", "kind"), CUT, ids=range(len(CUT)))
def test_a_text_without_its_end_is_said_to_be_cut(text: str, kind: PageKind) -> None:
    fault = fault_of(Reply(200, text, {}, "papers.example"), kind)
    assert fault is not None
    assert fault.message == "The answer of papers.example is cut"


@pytest.mark.parametrize("kind", list(PageKind))
@pytest.mark.parametrize("text", ["", " \r\n\t", "\ufeff", " " * 9000], ids=range(4))
def test_nothing_is_said_to_be_nothing(text: str, kind: PageKind) -> None:
    fault = fault_of(Reply(200, text, {}, "papers.example"), kind)
    assert fault is not None
    assert fault.message == "papers.example answered with nothing"
