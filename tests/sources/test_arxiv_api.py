"""arXiv's query interface."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from radar.errors import ListingError, SettingsError
from radar.papers.listing import Listing, ListingPage, NotUnderstood
from radar.papers.paper import Links, Paper, clean_paper
from radar.sources.arxiv_api import ArxivCategory
from tests.sources.answering import Answering
from tests.sources.hostile import hostile_texts

HEAD = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom"
 xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id><title>arXiv Query</title>
 <updated>2026-04-12T22:09:27Z</updated>"""
ENTRY = """<entry><id>http://arxiv.org/abs/2603.00001v2</id>
<title>Kites   &lt;b&gt; Steer
  at $p&lt;0.05$</title><updated>2026-03-09T15:05:19Z</updated>
<link href="https://arxiv.org/abs/2603.00001v2" rel="alternate" type="text/html"/>
<link href="https://arxiv.org/pdf/2603.00001v2" rel="related" type="application/pdf" title="pdf"/>
<summary>  We let kites &amp; lines
 steer.</summary><category term="cs.LG"/><category term="cs.RO"/><published>2026-03-01T18:05:19Z</published>
<arxiv:comment>8 pages, code at https://kites.example/code</arxiv:comment>
<arxiv:primary_category term="cs.RO"/><arxiv:journal_ref>J. Kites 7</arxiv:journal_ref>
<author><name>Ada Kite</name><arxiv:affiliation>Beach</arxiv:affiliation></author>
<author><name>Bo Line</name></author>
<arxiv:doi>10.1000/K.7</arxiv:doi></entry>"""
ERROR = """<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id><title>Error</title>
<summary>incorrect id format for abc</summary><author><name>arXiv api core</name></author></entry>"""


def feed(*entries: str) -> str:
    return HEAD + "".join(entries) + "</feed>"


def parsed(text: str) -> tuple[list[Paper], list[NotUnderstood]]:
    page = ListingPage(Listing("arxiv:cs.RO"), text, datetime(2026, 3, 4, tzinfo=UTC))
    items = list(ArxivCategory("arxiv:cs.RO", Answering("").fetch).parse(page))
    return [i for i in items if isinstance(i, Paper)], [i for i in items if isinstance(i, NotUnderstood)]


KITES = Paper(
    id="arxiv:2603.00001",  # type: ignore[arg-type]
    title="Kites <b> Steer at $p<0.05$",
    authors=("Ada Kite", "Bo Line"),
    abstract="We let kites & lines steer.",
    venue="J. Kites 7",
    categories=("cs.RO", "cs.LG"),
    published=date(2026, 3, 1),
    links=Links(landing="https://arxiv.org/abs/2603.00001", pdf="https://arxiv.org/pdf/2603.00001"),
    comment="8 pages, code at https://kites.example/code",
    doi="10.1000/k.7",
)


def test_an_entry_becomes_a_paper() -> None:
    assert parsed(feed(ENTRY)) == ([KITES], [])


def test_the_namespace_counts_and_not_its_prefix() -> None:
    text = (
        feed(ENTRY).replace("xmlns:arxiv", "xmlns:ax").replace("<arxiv:", "<ax:").replace("</arxiv:", "</ax:")
    )
    assert parsed(text) == ([KITES], [])


def test_an_old_id_keeps_its_archive() -> None:
    (paper,), _ = parsed(feed(ENTRY.replace("abs/2603.00001v2", "abs/astro-ph/0601001v1")))
    assert paper.id == "arxiv:astro-ph/0601001"


def test_a_feed_without_entries_is_not_an_error() -> None:
    assert parsed(feed()) == ([], [])


def test_an_entry_that_is_no_paper_is_reported_by_its_place() -> None:
    papers, left_out = parsed(feed(ENTRY, ENTRY.replace("arxiv.org/abs/2603.00001v2", "elsewhere.example/1")))
    assert len(papers) == 1
    assert [item.line for item in left_out] == [2]


def test_a_feed_cut_short_keeps_what_stands_before() -> None:
    papers, left_out = parsed(feed(ENTRY, ENTRY)[:-300])
    assert papers == [KITES]
    assert [item.line for item in left_out] == [2]


@pytest.mark.parametrize("text", [feed(ERROR), "<html><body>busy</body></html>", "", "busy", "{}"])
async def test_an_error_entry_or_another_answer_is_an_error_and_not_an_empty_listing(text: str) -> None:
    papers, left_out = parsed(text)
    assert papers == [] and len(left_out) == 1
    with pytest.raises(ListingError, match=r"arxiv:cs\.RO: "):
        await anext(aiter(ArxivCategory("arxiv:cs.RO", Answering(text).fetch).pages()))


async def test_the_newest_of_the_categories_are_asked_for() -> None:
    site = Answering(feed(ENTRY))
    source = ArxivCategory("arxiv:cs.cl+cs.LG", site.fetch, "http://127.0.0.1:1/")
    (page,) = [page async for page in source.pages()]
    assert (page.listing.label, page.text) == ("arXiv cs.CL, cs.LG", feed(ENTRY))
    (url,) = site.asked
    assert url.startswith("http://127.0.0.1:1/api/query?search_query=cat%3Acs.CL+OR+cat%3Acs.LG&")
    assert "sortBy=submittedDate&sortOrder=descending" in url


@pytest.mark.parametrize(
    ("name", "near"),
    [("arxiv:cs.CLL", "arxiv:cs.CL"), ("arxiv:", "arxiv:cs.CL"), ("arxiv:math.STT", "arxiv:math.ST")],
)
def test_an_unknown_category_is_refused_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(SettingsError) as caught:
        ArxivCategory(name, Answering("").fetch)
    assert near in caught.value.hint


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    for text in hostile_texts(400):
        for answer in (text, feed(ENTRY, text), feed(ENTRY.replace("Ada Kite", text.replace("<", "&lt;")))):
            papers, _ = parsed(answer)
            for paper in papers:
                assert clean_paper(paper) == paper


@pytest.mark.eval
@pytest.mark.parametrize(
    ("name", "count"), [("search_100", 100), ("search_10", 10), ("old_style_id", 1), ("id_not_found", 0)]
)
def test_real_feeds_are_read(eval_data: Path, name: str, count: int) -> None:
    papers, left_out = parsed((eval_data / f"data/api/arxiv/api_{name}.xml").read_text(encoding="utf-8"))
    assert (len(papers), left_out) == (count, [])
    assert all(paper.abstract and paper.authors and paper.published and paper.categories for paper in papers)


@pytest.mark.eval
def test_a_real_error_is_an_error(eval_data: Path) -> None:
    papers, left_out = parsed((eval_data / "data/api/arxiv/api_bad_id.xml").read_text(encoding="utf-8"))
    assert papers == [] and "incorrect id format" in left_out[0].reason
