"""Any RSS or Atom feed of papers: "feed:https://www.nature.com/natmachintell.rss"."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from datetime import date
from urllib.parse import urldefrag, urlsplit

from radar.errors import Gone, ListingError, SettingsError
from radar.papers.bases import Value, replace
from radar.papers.listed.listing import Listing, ListingPage
from radar.papers.text.safe_text import clean
from radar.sources.answers import Wrong, raise_refusal, raise_wrong, refusal, refuse_going_back
from radar.sources.feeds.entries import Entry, feed_in, feeds_of_page, papers_of_feed, title_of_feed
from radar.sources.site import Expected, Means, PageRequest
from radar.sources.source import Parsed, Source, is_web_page

_FORMS = ("feed:https://www.nature.com/natmachintell.rss",)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}(?::\d{1,5})?(?:[/?].*)?", re.IGNORECASE)
_MISSING, _GONE = 404, 410
_REMOVE = "To follow it no longer: radar sources remove"
_LONGEST = 2000
_NOTHING_READ: tuple[str, Entry | Wrong] = ("", Wrong("the answer is empty"))


class Feed:
    """The entries of a feed; a feed holds what is new and cannot go back."""

    goes_back = False

    def __init__(self, address: str, means: Means) -> None:
        self.name = f"feed:{address}"
        parts = urlsplit(address)
        self.label = f"{parts.hostname}{parts.path}".rstrip("/")
        self._address = address
        self._means = means
        self._read = _NOTHING_READ

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the feed as one page."""
        refuse_going_back(self.name, since)
        request = PageRequest(self._asked(), expects=Expected.ANY, any_status=True)
        page = await self._means.fetch(request)
        if wrong := refusal(page):
            if page.status == _GONE:
                raise self._gone()
            if page.status == _MISSING:
                wrong = replace(wrong, hint="Look in a browser whether the address is still right")
            raise_refusal(self.name, page, wrong)
        feed = feed_in(page.text, self._address)
        if isinstance(feed, Wrong):
            # Looked at only now, for a feed may begin with the markup of its first entry.
            if is_web_page(page.text):
                raise self._web_page(page.text)
            raise_wrong(self.name, feed)
        self._read = (page.text, feed)
        listing = Listing(self.name, title_of_feed(feed) or self.label)
        yield ListingPage(listing, page.text, page.retrieved)

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers; the number of a report is the place in the feed."""
        # Reading a feed is most of what a refresh of it costs: the one that was just fetched is read once.
        text, feed = self._read
        self._read = _NOTHING_READ
        if text != page.text:
            feed = feed_in(page.text, self._address)
        return papers_of_feed(feed, page.text, self._address)

    def _asked(self) -> str:
        """Return the address to ask: that of a mirror takes the place of scheme and host."""
        if not self._means.home:
            return self._address
        parts = urlsplit(self._address)
        path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        return f"{self._means.home.rstrip('/')}{path}"

    def _gone(self) -> Gone:
        # Imported where it is needed: a feed is seldom gone.
        import shlex

        name = shlex.quote(self.name)
        return Gone(f"{self.name}: the site says that it is gone for good (410)", f"{_REMOVE} {name}")

    def _web_page(self, text: str) -> ListingError:
        feeds = feeds_of_page(text, self._address)
        hint = f"The page names {'a feed' if len(feeds) == 1 else 'feeds'}: {', '.join(feeds)}"
        none = "Look on the page for a link that says RSS or Atom"
        return ListingError(f"{self.name}: this is a web page and no feed", hint if feeds else none)


class Feeds(Value):
    """Every feed on the web."""

    prefix: str = "feed"
    forms: tuple[str, ...] = _FORMS

    def source(self, name: str, means: Means) -> Source:
        """Return the source of a feed."""
        address = urldefrag(clean(name.partition(":")[2])).url
        if address.startswith("//"):
            # Written as feed://host/path, as browsers once did.
            address = f"https:{address}"
        near = (
            f"The nearest is feed:https://{address}"
            if _HOST.fullmatch(address)
            else f"Write it as {_FORMS[0]}"
        )
        try:
            parts = urlsplit(address)
            host, password = parts.hostname, parts.password or parts.username
        except ValueError:
            host, password = None, None
        if _lacks_address(address, host):
            raise SettingsError(f"{clean(name)[:120]} is no address of a feed", near)
        if password:
            raise SettingsError(
                "The address of a feed must hold no password, for radar shows and keeps it",
                "Use the address without it",
            )
        return Feed(address, means)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return nothing: a feed brings many papers."""
        return ()


SITE = Feeds()


def _lacks_address(address: str, host: str | None) -> bool:
    """Return whether an address cannot be that of a feed on the web."""
    scheme = _SCHEME.match(address)
    return (
        not host
        or len(address) > _LONGEST
        or " " in address
        or scheme is None
        or scheme[0].lower() not in ("http:", "https:")
    )
