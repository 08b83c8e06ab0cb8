"""What arXiv answers, put together for tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from radar.papers.listed.paper import Links, Paper, PaperId

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
KITES = Paper(
    id=PaperId("arxiv:2603.00001"),
    title="Kites <b> Steer at $p<0.05$",
    authors=("Ada Kite", "Bo Line"),
    abstract="We let kites & lines steer.",
    venue="J. Kites 7",
    categories=("cs.RO", "cs.LG"),
    published=date(2026, 3, 1),
    links=Links(landing="https://arxiv.org/abs/2603.00001", pdf="https://arxiv.org/pdf/2603.00001"),
    comment="8 pages, code at https://kites.example/code",
    doi="10.1000/k.7",
    version=2,
    updated=date(2026, 3, 9),
)
_RSS_HEAD = """<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
<channel><title>cs.RO updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.RO</link>
<skipDays><day>Saturday</day><day>Sunday</day></skipDays>"""


def feed(*entries: str, total: int | None = None) -> str:
    """A feed of the query interface."""
    found = "" if total is None else f"<opensearch:totalResults>{total}</opensearch:totalResults>"
    return f"{HEAD}{found}{''.join(entries)}</feed>"


def entry(number: int, version: int = 1, day: str = "2026-03-03") -> str:
    """An entry of a paper with a number of its own."""
    text = ENTRY.replace("2603.00001v2", f"2603.{number:05}v{version}")
    return text.replace("2026-03-01T18", f"{day}T18")


def entries(numbers: Iterable[int], total: int | None = None, day: str = "2026-03-03") -> str:
    """A feed of papers with these numbers."""
    return feed(*(entry(number, day=day) for number in numbers), total=total)


def item(number: int, kind: str = "new", version: int = 1) -> str:
    """What a day's feed says of a paper."""
    return f"""<item><title>Kites &amp;amp; Lines {number}</title>
<link>https://arxiv.org/abs/2603.{number:05}</link>
<description>arXiv:2603.{number:05}v{version} Announce Type: {kind}
Abstract: Kites &amp;lt; boats.
They fly.</description>
<guid isPermaLink="false">oai:arXiv.org:2603.{number:05}v{version}</guid>
<category>cs.RO</category><category>cs.LG</category><pubDate>Wed, 04 Mar 2026 00:00:00 -0500</pubDate>
<arxiv:announce_type>{kind}</arxiv:announce_type><dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
<dc:creator>Ada Kite, Bo Line, Jr., The Kite Collaboration</dc:creator>
<arxiv:DOI>10.1000/K.{number}</arxiv:DOI>
<arxiv:journal_reference>J. Kites 7</arxiv:journal_reference></item>"""


def rss(*items: str) -> str:
    """The feed of a day."""
    return f"{_RSS_HEAD}{''.join(items)}</channel></rss>"
