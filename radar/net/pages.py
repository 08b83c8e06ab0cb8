"""Pages of sites: asked politely, not twice, and told apart from what comes in their place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from radar.errors import NetworkError
from radar.net.course import Course
from radar.net.failures import status_error
from radar.net.http import HttpClient
from radar.net.key_headers import HiddenText, KeyHeaders
from radar.net.page_kinds import PageKind, fault_of
from radar.net.page_store import PageStore, StoredPage, kept_headers, page_key
from radar.net.repeated_keys import without_key
from radar.net.reply import Reply
from radar.net.turns import Turns
from radar.papers.bases import Guarded, Value, replace
from radar.papers.jobs.site_wait import SiteWait, ToldOfWait

_Same: TypeAlias = tuple[str, PageKind, bool, timedelta]


class FetchedPage(Value):
    """A page, from the site or from the store."""

    text: str
    status: int
    headers: Mapping[str, str]
    """Names in lower case; of a page from the store only those that were kept."""
    retrieved: datetime
    """When the site gave it, or said that it still holds; aware and UTC."""
    unchanged: bool = False
    """Whether it is what was fetched before: the site said so, or was not asked again."""
    unasked: bool = False
    """Whether the site was not asked again."""


class _Wanted(Guarded):
    """What is asked for."""

    unshown = frozenset({"url", "headers", "secret"})

    key: str
    url: str
    headers: Mapping[str, str]
    kind: PageKind
    any_status: bool
    fresh: timedelta
    secret: str

    @property
    def same(self) -> _Same:
        """What requests have in common that are answered as one."""
        return self.key, self.kind, self.any_status, self.fresh


class _UnderWay:
    """A page that is being fetched, for all who wait for it."""

    def __init__(self) -> None:
        self.task: asyncio.Task[FetchedPage]
        self.waiting = 0
        self.told: list[ToldOfWait] = []

    def tell(self, wait: SiteWait) -> None:
        for told in self.told:
            told(wait)


class PageFetcher:
    """Fetches pages for sources.

    Args:
        client: asks the sites; its waits between tries are only those after a failed connection.
        turns: says when each site may be asked.
        store: keeps pages; None to ask for each anew.
        now: the present moment, aware and UTC.
    """

    def __init__(
        self,
        client: HttpClient,
        turns: Turns,
        store: PageStore | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._client = client
        self._turns = turns
        self._store = store
        self._now = now
        self._under_way: dict[_Same, _UnderWay] = {}

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        kind: PageKind = PageKind.JSON,
        any_status: bool = False,
        fresh: timedelta = timedelta(),
        told: ToldOfWait | None = None,
        secret: str = "",
    ) -> FetchedPage:
        """Return what is behind an address.

        A page that was stored is asked for with a condition, and what the site says to be unchanged comes
        from the store. Equal requests at the same time are one.

        Args:
            url: an http(s) address.
            headers: sent beside the user agent; they may hold a key, which is kept nowhere.
            kind: what the page should be.
            any_status: return an answer that is no success, once it is final, instead of raising.
            fresh: a stored page that is younger is returned without asking.
            told: of each wait before the site is asked, when it begins.
            secret: a key in the address or the headers, which is taken out of the page where it repeats it.

        Raises:
            Offline: no connection could be made.
            RateLimited: the site asks to wait for longer than is worth it now; `retry_after` says how long.
            NetworkError: anything else, such as a status that is no success, or a web page in place of data.
        """
        # Under the same name, so that no report shows what was given.
        headers = KeyHeaders({name.lower(): value for name, value in (headers or {}).items()})
        wanted = _Wanted(page_key(url, headers), url, headers, kind, any_status, fresh, HiddenText(secret))
        return await self._joined(wanted, told)

    @property
    def warning(self) -> str:
        """Why pages are not kept, or begin anew; empty when all is well."""
        return self._store.warning if self._store is not None else ""

    async def aclose(self) -> None:
        """Close connections and store; what is under way ends."""
        tasks = [under_way.task for under_way in self._under_way.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._client.aclose()
        if self._store is not None:
            await self._store.aclose()

    async def _joined(self, wanted: _Wanted, told: ToldOfWait | None) -> FetchedPage:
        found = self._under_way.get(wanted.same)
        if found is None:
            found = self._under_way[wanted.same] = _UnderWay()
            found.task = asyncio.create_task(self._fetched(wanted, found.tell))
            found.task.add_done_callback(lambda task: self._ended(wanted, task))
        found.waiting += 1
        found.told += [told] if told is not None else []
        try:
            return await asyncio.shield(found.task)
        finally:
            found.waiting -= 1
            if not found.waiting:
                # Nobody waits for it any more; where it has ended, this does nothing.
                found.task.cancel()
                self._forget(wanted, found.task)

    def _ended(self, wanted: _Wanted, task: asyncio.Task[FetchedPage]) -> None:
        self._forget(wanted, task)
        if not task.cancelled():
            # Whoever waited has the error; it counts as seen where nobody did.
            task.exception()

    def _forget(self, wanted: _Wanted, task: asyncio.Task[FetchedPage]) -> None:
        found = self._under_way.get(wanted.same)
        if found is not None and found.task is task:
            del self._under_way[wanted.same]

    async def _fetched(self, wanted: _Wanted, told: ToldOfWait) -> FetchedPage:
        stored = await self._store.get(wanted.key) if self._store is not None else None
        if stored is not None and timedelta() <= self._now() - stored.retrieved < wanted.fresh:
            return replace(_from_store(stored), unasked=True)
        conditions = stored.conditions if stored is not None else {}
        course = Course(self._turns, wanted.kind, told)
        reply = await self._client.get(
            wanted.url,
            headers=KeyHeaders({**conditions, **wanted.headers}),
            any_status=True,
            judge=course.judge,
            pace=course,
        )
        if reply.status == 304 and stored is not None and conditions:
            renewed = {**stored.headers, **kept_headers(reply.headers)}
            stored = replace(stored, headers=renewed, retrieved=self._now())
            await self._keep(wanted, stored)
            return _from_store(stored)
        text = without_key(reply.text, wanted.secret, "...")
        page = FetchedPage(text, reply.status, reply.headers, self._now())
        if 200 <= reply.status < 300:
            fault = fault_of(reply, wanted.kind)
            if fault is not None:
                raise fault
            await self._keep_reply(wanted, reply, page)
        elif not wanted.any_status:
            raise _refusal(reply, course.wait)
        return page

    async def _keep_reply(self, wanted: _Wanted, reply: Reply, page: FetchedPage) -> None:
        stored = StoredPage(page.text, kept_headers(page.headers), page.retrieved)
        private = "no-store" in reply.headers.get("cache-control", "").lower()
        if reply.status == 200 and not private and (wanted.fresh or stored.conditions):
            await self._keep(wanted, stored)

    async def _keep(self, wanted: _Wanted, page: StoredPage) -> None:
        if self._store is not None:
            await self._store.put(wanted.key, page)


def _from_store(page: StoredPage) -> FetchedPage:
    return FetchedPage(page.text, 200, page.headers, page.retrieved, unchanged=True)


def _refusal(reply: Reply, wait: float | None) -> NetworkError:
    if reply.status == 304:
        return NetworkError(f"{reply.host} says that a page is unchanged that radar never had", "Try again")
    return status_error(reply.status, reply.host, wait)
