"""Lists of feeds."""

from __future__ import annotations

from radar.papers.listed.listing import NotUnderstood
from radar.sources.feeds.opml import Feed, feeds_in, is_feed_list
from tests.sources.hostile import hostile_texts

LIST = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- written by a reader -->
<opml version="2.0">
  <head><title>Kites</title></head>
  <body>
    <outline text="Wind" title="Wind">
      <outline type="rss" text="On Kites &amp; Lines" xmlUrl="https://kites.example/feed?a=1&amp;b=2" htmlUrl="https://kites.example"/>
      <outline type="rss" text="short" title="On Reels" xmlUrl="feed://reels.example/atom"/>
    </outline>
    <outline type="rss" text="Again" xmlUrl="https://kites.example/feed?a=1&amp;b=2"/>
    <outline type="rss" text="On a disk" xmlUrl="file:///etc/passwd"/>
    <outline type="rss" text="Nowhere"/>
    <outline text="[red]\x1b[31mLoud&#x202e;" xmlUrl=" https://loud.example/rss "/>
  </body>
</opml>
"""


def test_each_feed_is_named_once_with_its_title() -> None:
    found = list(feeds_in(LIST.split("\n")))
    assert [one for one in found if isinstance(one, Feed)] == [
        Feed("https://kites.example/feed?a=1&b=2", "On Kites & Lines"),
        Feed("https://reels.example/atom", "On Reels"),
        Feed("https://loud.example/rss", "[red][31mLoud"),
    ]
    assert [(one.line, one.reason) for one in found if isinstance(one, NotUnderstood)] == [
        (11, "the address of the feed is not one on the web"),
        (12, "the feed has no address"),
    ]


def test_a_feed_is_a_source_by_its_address() -> None:
    assert Feed("https://kites.example/feed", "").source == "feed:https://kites.example/feed"


def test_it_is_recognised_by_its_first_element() -> None:
    assert is_feed_list(LIST)
    assert is_feed_list("\ufeff\n <!DOCTYPE opml>\n<OPML>")
    assert not is_feed_list("see <opml>")
    assert not is_feed_list("<rss><opml/></rss>")
    assert not is_feed_list("<!-- x -->" * 3_000 + "<rss>")


def test_a_list_that_declares_entities_is_given_up() -> None:
    text = '<!DOCTYPE opml [<!ENTITY a "ha">]>\n<opml><body><outline xmlUrl="https://x.example/&a;"/></body></opml>'
    assert is_feed_list(text)
    (told,) = feeds_in(text.split("\n"))
    assert isinstance(told, NotUnderstood) and "declares the entity a" in told.reason


def test_a_cut_list_keeps_nothing_half_and_says_so() -> None:
    (told,) = feeds_in(LIST[:400].split("\n"))
    assert isinstance(told, NotUnderstood)
    assert "not closed" in told.reason


def test_hostile_text_never_raises() -> None:
    for text in hostile_texts(800):
        for whole in (text, LIST[:300] + text + LIST[300:]):
            for one in feeds_in(whole.split("\n")):
                assert not isinstance(one, Feed) or one.url.isprintable()
