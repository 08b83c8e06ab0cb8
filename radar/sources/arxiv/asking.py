"""Questions to arXiv, each checked, and asked again where the answer is short of papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from radar.errors import ListingError, NetworkError
from radar.papers.bases import Value
from radar.sources.answers import Wrong, raise_refusal, raise_wrong, refusal
from radar.sources.arxiv.feed import Feed, feed_in
from radar.sources.arxiv.windows import LIMIT, SLICE, Window
from radar.sources.site import Expected, Means, Page, PageRequest

QUERY_HOME = "https://export.arxiv.org"
FEED_HOME = "https://rss.arxiv.org"

_REBUILT = timedelta(hours=5, minutes=30)
"""After midnight in UTC. Feeds are made at midnight Eastern time (https://info.arxiv.org/help/rss.html),
which is 4 or 5 o'clock in UTC; half an hour is for the making."""
_BUSY = timedelta(hours=1, minutes=30)
_AT_MOST = timedelta(hours=2)
"""A day's papers come late at times, and no answer from before may hide them for long."""
_BRIEFLY = timedelta(minutes=10)
_SETTLED = timedelta(days=1)
_SETTLED_AFTER = timedelta(days=14)
"""Papers may be held back for some days before they are announced."""
_TRIES = 3
"""An empty page of a full span is the answer of an index that is not ready; the next is mostly whole."""
_INEXACT = 50
"""One part of so many may lack at the end of a span: the total that arXiv tells is not exact."""


class Answer(Value):
    """A page that is a feed."""

    page: Page
    feed: Feed

    @property
    def count(self) -> int:
        """How many papers it holds."""
        return len(self.feed.entries)

    @property
    def total(self) -> int:
        """How many papers the query found in all; as many as are here, where that is not told."""
        return self.count if self.feed.total is None else self.feed.total


def fresh_at(now: datetime) -> timedelta:
    """Return how old an answer may be that still holds all that arXiv has announced.

    What is listed changes once a day (https://info.arxiv.org/help/api/tou.html asks to keep answers for that
    long), but never for longer than two hours, and only for minutes while the day's feeds are made.
    """
    rebuilt = datetime(now.year, now.month, now.day, tzinfo=UTC) + _REBUILT
    if now < rebuilt:
        if now >= rebuilt - _BUSY:
            return _BRIEFLY
        rebuilt -= timedelta(days=1)
    return min(now - rebuilt, _AT_MOST)


class Asking:
    """Asks arXiv for one source.

    Args:
        source: its name, for errors.
    """

    def __init__(self, source: str, means: Means) -> None:
        self._source = source
        self._means = means
        self._query_home = (means.home or QUERY_HOME).rstrip("/")
        self._feed_home = (means.home or FEED_HOME).rstrip("/")

    async def announced(self, categories: Sequence[str]) -> Answer:
        """Return what is announced today in some categories."""
        address = f"{self._feed_home}/rss/{'+'.join(categories)}"
        return await self._ask(address, fresh_at(datetime.now(UTC)))

    async def newest(self, query: str, start: int, count: int) -> Answer:
        """Return papers that a query finds, those that were submitted last first."""
        return await self._query(
            fresh_at(datetime.now(UTC)),
            search_query=query,
            sortBy="submittedDate",
            sortOrder="descending",
            start=start,
            max_results=count,
        )

    async def by_ids(self, ids: Sequence[str]) -> Answer:
        """Return papers by their ids; where some are missing, the better of two answers."""
        first = await self._by_ids(ids, fresh_at(datetime.now(UTC)))
        if first.count >= len(ids):
            return first
        try:
            second = await self._by_ids(ids, timedelta())
        except NetworkError:
            if first.count:
                return first
            raise
        return second if second.count >= first.count else first

    async def how_many(self, query: str, window: Window) -> int:
        """Return how many papers were submitted in a span, as far as arXiv knows."""
        for fresh in (fresh_at(datetime.now(UTC)), timedelta()):
            answer = await self._window(query, window, 1, fresh)
            if answer.total:
                return answer.total
        return 0

    async def slice_of(self, query: str, window: Window) -> Answer:
        """Return a slice of a span, asked for again where it is short.

        Raises:
            ListingError: it stays empty although there are papers.
        """
        settled = window.last < self._means.today() - _SETTLED_AFTER
        fresh = _SETTLED if settled else fresh_at(datetime.now(UTC))
        best = await self._window(query, window, SLICE, fresh)
        for _ in range(_TRIES - 1):
            if best.total > LIMIT and window.start == 0:
                return best
            if best.count and best.count >= min(SLICE, best.total - window.start):
                return best
            again = await self._window(query, window, SLICE, timedelta())
            if (again.count, again.total) == (0, 0) == (best.count, best.total):
                # Twice the same word: nothing was submitted.
                return again
            best = max(best, again, key=lambda answer: (answer.count, answer.total))
        missing = best.total - window.start
        if best.count == 0 and missing > max(10, best.total // _INEXACT):
            raise ListingError(
                f"{self._source}: arXiv gives an empty page where there are {missing} papers",
                "Try again later; it goes on from here",
            )
        return best

    async def _by_ids(self, ids: Sequence[str], fresh: timedelta) -> Answer:
        return await self._query(fresh, id_list=",".join(ids), start=0, max_results=len(ids))

    async def _window(self, query: str, window: Window, count: int, fresh: timedelta) -> Answer:
        return await self._query(
            fresh,
            search_query=f"({query}) AND {window.query}",
            sortBy="submittedDate",
            sortOrder="ascending",
            start=window.start,
            max_results=count,
        )

    async def _query(self, fresh: timedelta, **asked: str | int) -> Answer:
        return await self._ask(f"{self._query_home}/api/query?{urlencode(asked)}", fresh)

    async def _ask(self, address: str, fresh: timedelta) -> Answer:
        # A wrong question is answered by a feed with a status of its own, 400.
        request = PageRequest(address, expects=Expected.XML, any_status=True, fresh=fresh)
        page = await self._means.fetch(request)
        feed = feed_in(page.text)
        told = page.status == 400 and isinstance(feed, Wrong)
        if not told and (refused := refusal(page)):
            raise_refusal(self._source, page, refused)
        if isinstance(feed, Wrong):
            raise_wrong(self._source, feed)
        return Answer(page, feed)
