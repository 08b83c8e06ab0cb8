"""Feeds of papers."""

from __future__ import annotations

import io
from datetime import date

import feedparser
import pytest

from radar.errors import Gone, ListingError, NetworkError, SettingsError
from radar.papers.listed.paper import Paper
from radar.papers.text.partial_dates import written
from radar.sources.feeds.site import SITE
from radar.sources.source import Source
from tests.sources.answering import Answering, page
from tests.sources.hostile import hostile_texts
from tests.sources.site_papers import as_page, pages_of, papers_of, reports_of

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<channel><title>Journal of Moss</title><link>https://moss.example/</link>
%s
</channel></rss>
"""
RDF = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://purl.org/rss/1.0/modules/prism/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://moss.example/"><title>Archive of Moss</title></channel>
%s
</rdf:RDF>
"""
BIORXIV = (
    RDF
    % """<item rdf:about="https://www.biorxiv.org/content/10.1101/2026.02.03.700001v2?rss=1">
<title><![CDATA[ Weighing <i>Moss</i> ]]></title>
<link>https://www.biorxiv.org/content/10.1101/2026.02.03.700001v2?rss=1</link>
<description><![CDATA[ We weigh moss. ]]></description>
<dc:creator><![CDATA[ Doe, J., Roe, J. ]]></dc:creator>
<dc:date>2026-02-05</dc:date>
<dc:identifier>doi:10.1101/2026.02.03.700001</dc:identifier>
<prism:publicationName>bioRxiv</prism:publicationName>
<prism:publicationDate>2026-02-05</prism:publicationDate>
</item>"""
)
NATURE = (
    RDF
    % """<item rdf:about="https://www.nature.com/articles/s42256-026-00001-1">
<title><![CDATA[Moss at scale]]></title>
<link>https://www.nature.com/articles/s42256-026-00001-1</link>
<content:encoded><![CDATA[<p>Nature Moss, Published online: 05 February 2026;
<a href="x">doi:10.1038/s42256-026-00001-1</a></p>Moss is weighed.]]></content:encoded>
<dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator>
<dc:date>2026-02-05</dc:date>
<prism:doi>10.1038/s42256-026-00001-1</prism:doi>
</item>"""
)
ARXIV = (
    RSS
    % """<item><title>Moss Transformers</title><link>https://arxiv.org/abs/2602.00001</link>
<description>arXiv:2602.00001v1 Announce Type: new
Abstract: We train moss.</description>
<guid isPermaLink="false">oai:arXiv.org:2602.00001v1</guid>
<category>cs.CL</category><category>cs.LG</category>
<pubDate>Wed, 04 Feb 2026 00:00:00 -0500</pubDate><dc:creator>Jane Doe, John Roe</dc:creator></item>"""
)
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Moss Lab</title><id>urn:x</id>
<entry><title type="html">Drying &amp;lt;b&amp;gt;Moss&amp;lt;/b&amp;gt;</title><id>urn:1</id>
<link href="/papers/1" rel="alternate"/>
<link href="/papers/1.pdf" type="application/pdf" rel="related"/>
<author><name>Jane Doe</name></author><author><name>Roe, John</name></author>
<published>2026-02-03T23:30:00-05:00</published><updated>2026-02-09T00:00:00Z</updated>
<summary type="html">
&lt;p&gt;Dry moss.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</summary></entry></feed>"""
ADDRESS = "https://moss.example/feeds/new.xml"


def source(address: str = ADDRESS, site: Answering | None = None) -> Source:
    return SITE.source(f"feed:{address}", (site or Answering()).means())


def only(text: str) -> Paper:
    (paper,) = papers_of(source(), text)
    return paper


def test_a_feed_of_biorxiv_is_read() -> None:
    paper = only(BIORXIV)
    assert (paper.id, paper.doi) == ("doi:10.1101/2026.02.03.700001", "10.1101/2026.02.03.700001")
    assert (paper.title, paper.abstract) == ("Weighing Moss", "We weigh moss.")
    assert (paper.venue, paper.published) == ("bioRxiv", date(2026, 2, 5))
    assert paper.authors == ("J. Doe", "J. Roe")


@pytest.mark.parametrize("day", ["2026", "2026-02"])
def test_a_feed_that_names_no_day_is_given_none(day: str) -> None:
    paper = only(BIORXIV.replace("2026-02-05</", f"{day}</"))
    assert paper.published and written(paper.published) == day


def test_a_feed_of_nature_is_read() -> None:
    paper = only(NATURE)
    assert paper.id == "doi:10.1038/s42256-026-00001-1"
    assert paper.abstract == "Moss is weighed."
    assert paper.authors == ("Jane Doe", "John Roe")
    assert (paper.venue, paper.published) == ("Archive of Moss", date(2026, 2, 5))


def test_a_feed_of_arxiv_is_read() -> None:
    paper = only(ARXIV)
    assert (paper.id, paper.venue) == ("arxiv:2602.00001", "")
    assert paper.abstract == "We train moss."
    assert paper.categories == ("cs.CL", "cs.LG")
    assert paper.authors == ("Jane Doe", "John Roe")
    assert paper.published == date(2026, 2, 4)


def test_an_atom_feed_is_read_with_links_that_are_relative_to_it() -> None:
    paper = only(ATOM)
    assert paper.id.startswith("title:")
    assert (paper.title, paper.abstract) == ("Drying Moss", "Dry moss.")
    assert paper.links.landing == "https://moss.example/papers/1"
    assert paper.links.pdf == "https://moss.example/papers/1.pdf"
    assert paper.authors == ("Jane Doe", "John Roe")
    assert (paper.venue, paper.published) == ("Moss Lab", date(2026, 2, 4))


@pytest.mark.parametrize(
    ("item", "id"),
    [
        ("<prism:doi>10.1145/1.2</prism:doi>", "doi:10.1145/1.2"),
        ("<guid>https://dl.acm.org/doi/abs/10.1145/1.2?af=R</guid>", "doi:10.1145/1.2"),
        ("<link>https://dl.acm.org/doi/10.1145/1.2?af=R</link>", "doi:10.1145/1.2"),
        ("<dc:identifier>10.48550/arXiv.2602.00001</dc:identifier>", "arxiv:2602.00001"),
        ("<prism:doi>10.18653/v1/2026.acl-long.1</prism:doi>", "acl:2026.acl-long.1"),
        ("<link>https://aclanthology.org/2026.acl-long.1/</link>", "acl:2026.acl-long.1"),
        (
            "<link>https://www.biorxiv.org/content/10.1101/2026.02.03.1v1.full</link>",
            "doi:10.1101/2026.02.03.1",
        ),
        ("<link>http://ieeexplore.ieee.org/document/1</link>", "title:"),
        ("<link>javascript:alert(1)</link>", "title:"),
    ],
)
def test_dois_and_ids_are_found_where_journals_put_them(item: str, id: str) -> None:
    paper = only(RSS % f"<item><title>Moss</title>{item}</item>")
    assert paper.id.startswith(id)
    assert "javascript" not in repr(paper)


def test_covers_and_lists_of_contents_are_no_papers() -> None:
    text = RSS % "<item><title>Front Cover: Moss</title></item><item><title> </title></item>"
    assert papers_of(source(), text) == []
    reports = reports_of(source(), text)
    assert [(report.line, report.reason, report.text) for report in reports] == [
        (1, "a part of an issue and no paper", "Front Cover: Moss"),
        (2, "it has no title", ""),
    ]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<link>/papers/7</link><guid>urn:7</guid>", "https://moss.example/papers/7"),
        ("<guid isPermaLink='false'>urn:7</guid>", "urn:7"),
        ("<description>&lt;p&gt;Moss is dry.&lt;/p&gt;</description>", "Moss is dry."),
    ],
)
def test_an_item_without_a_title_is_told_by_what_else_it_holds(item: str, text: str) -> None:
    (report,) = reports_of(source(), RSS % f"<item>{item}</item>")
    assert (report.reason, report.text) == ("it has no title", text)


async def test_the_title_of_the_feed_is_its_label() -> None:
    site = Answering(ARXIV)
    (found,) = await pages_of(source(site=site))
    assert site.asked == [ADDRESS]
    assert (found.listing.name, found.listing.label) == (f"feed:{ADDRESS}", "Journal of Moss")
    assert source().label == "moss.example/feeds/new.xml"


async def test_a_feed_that_begins_with_the_markup_of_an_entry_is_no_web_page() -> None:
    page = "<![CDATA[<html><body>Dry.</body></html>]]>"
    item = f"<item><title>Moss</title><description>{page}</description></item>"
    (found,) = await pages_of(source(site=Answering(RSS % item)))
    assert [paper.abstract for paper in papers_of(source(), found.text)] == ["Dry."]


async def test_a_feed_without_entries_is_an_empty_day() -> None:
    (found,) = await pages_of(source(site=Answering(RSS % "")))
    assert papers_of(source(), found.text) == []
    assert reports_of(source(), found.text) == []


def test_the_entries_before_a_cut_are_kept() -> None:
    item = "<item><title>Moss {}</title><description>Whole.</description></item>"
    text = (RSS % "".join(item.format(number) for number in range(5))).rstrip()
    cut = text[: text.index("Moss 3") + 8]
    assert [paper.title for paper in papers_of(source(), cut)] == ["Moss 0", "Moss 1", "Moss 2"]
    assert reports_of(source(), cut)[0].reason == "the feed is cut from here on"


def test_a_feed_with_a_small_fault_is_read_whole() -> None:
    text = RSS % "<item><title>Moss & Fern</title></item><item><title>Next &nbsp; one</title></item>"
    assert [paper.title for paper in papers_of(source(), text)] == ["Moss & Fern", "Next one"]


PAGE = """<!DOCTYPE html><html><head>
<link rel="stylesheet" type="text/css" href="/x.css">
<link rel="alternate" type="application/rss+xml" title="All" href="/all.rss">
<link href='https://moss.example/atom?a=1&amp;b=2' rel=alternate type='application/atom+xml'>
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
</head><body></body></html>"""


async def test_a_web_page_is_told_with_the_feeds_that_it_names() -> None:
    with pytest.raises(ListingError) as caught:
        await pages_of(source(site=Answering(PAGE)))
    assert caught.value.message == f"feed:{ADDRESS}: this is a web page and no feed"
    feeds = "https://moss.example/all.rss, https://moss.example/atom?a=1&b=2"
    assert caught.value.hint == f"The page names feeds: {feeds}"
    with pytest.raises(ListingError, match="Look on the page"):
        await pages_of(source(site=Answering("<html></html>")))


@pytest.mark.parametrize("answer", ["", "moss", "<svg></svg>", '{"items": []}'])
async def test_what_is_no_feed_is_an_error(answer: str) -> None:
    with pytest.raises(ListingError, match="the answer is"):
        await pages_of(source(site=Answering(answer)))
    assert papers_of(source(), answer) == []
    assert len(reports_of(source(), answer)) == 1


async def test_a_missing_feed_and_a_site_in_trouble_are_told_apart() -> None:
    with pytest.raises(ListingError, match=r"404.*whether the address is still right"):
        await pages_of(source(site=Answering(page("<html>gone</html>", 404))))
    with pytest.raises(NetworkError, match="503"):
        await pages_of(source(site=Answering(page("", 503))))


async def test_a_feed_that_is_gone_for_good_says_how_it_is_followed_no_longer() -> None:
    address = "https://moss.example/new?a=1&b=2"
    with pytest.raises(Gone) as caught:
        await pages_of(source(address, Answering(page("gone", 410))))
    assert caught.value.message == f"feed:{address}: the site says that it is gone for good (410)"
    assert caught.value.hint == f"To follow it no longer: radar sources remove 'feed:{address}'"


def test_nothing_that_a_site_may_answer_stops_the_parser() -> None:
    for text in hostile_texts(150):
        list(source().parse(as_page(source(), text)))
        list(
            source().parse(
                as_page(source(), RSS % f"<item><title>{text}</title><pubDate>{text}</pubDate></item>")
            )
        )
        list(source().parse(as_page(source(), ATOM.replace("Dry moss.", text).replace("2026-02-03", text))))


async def test_a_feed_that_declares_entities_is_refused() -> None:
    declared = '<!DOCTYPE rss [<!ENTITY a "haha">' + "".join(
        f'<!ENTITY {name} "{"&" + before + ";" * 1}{("&" + before + ";") * 9}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    text = f"{declared}]>" + (RSS % "<item><title>Moss &i;</title></item>").partition("?>")[2]
    assert [report.reason for report in reports_of(source(), text)] == [
        "the feed declares entities, which radar does not follow"
    ]
    with pytest.raises(ListingError, match="declares entities") as told:
        await pages_of(source(site=Answering(text)))
    assert told.value.hint == "Asking again does not help: tell those who make it"


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("feed:https://moss.example/x#top", "feed:https://moss.example/x"),
        ("feed://moss.example/x", "feed:https://moss.example/x"),
        ("feed: http://moss.example/x ", "feed:http://moss.example/x"),
    ],
)
def test_an_address_is_taken_as_it_is_meant(name: str, normal: str) -> None:
    assert SITE.source(name, Answering().means()).name == normal


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("feed:moss.example/x.rss", "The nearest is feed:https://moss.example/x.rss"),
        ("feed:", "Write it as feed:https://"),
        ("feed:file:///etc/passwd", "Write it as feed:https://"),
        ("feed:javascript:alert(1)", "Write it as feed:https://"),
        ("feed:https://", "Write it as feed:https://"),
        ("feed:https://[moss", "Write it as feed:https://"),
        ("feed:https://a b", "Write it as feed:https://"),
        ("feed:https://reader:secret@moss.example/x", "Use the address without it"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(name: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        SITE.source(name, Answering().means())
    assert hint in caught.value.hint
    assert "secret" not in str(caught.value)


async def test_a_test_server_takes_the_place_of_every_host() -> None:
    site = Answering(RSS % "")
    mirrored = SITE.source("feed:https://moss.example/a/b.xml?c=1", site.means("http://127.0.0.1:8/x/"))
    await pages_of(mirrored)
    assert site.asked == ["http://127.0.0.1:8/x/a/b.xml?c=1"]
    assert SITE.sources_of("https://moss.example/a") == ()


async def test_a_feed_is_parsed_once_however_often_its_parts_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parse, parsed = feedparser.parse, []

    def counting(file: io.BytesIO, **options: object) -> object:
        parsed.append(file.getvalue())
        return parse(file, **options)

    monkeypatch.setattr(feedparser, "parse", counting)
    asked = source(site=Answering(ARXIV, ATOM))
    (first,) = await pages_of(asked)
    assert first.listing.label == "Journal of Moss"
    assert [item.title for item in asked.parse(first) if isinstance(item, Paper)] == ["Moss Transformers"]
    assert parsed == [ARXIV.encode()]
    # A page that was stored is read again, whatever was fetched since.
    (second,) = await pages_of(asked)
    assert [item.title for item in asked.parse(first) if isinstance(item, Paper)] == ["Moss Transformers"]
    assert [item.title for item in asked.parse(second) if isinstance(item, Paper)] == ["Drying Moss"]
