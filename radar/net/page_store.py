"""Pages as they were answered, kept on disk for a while."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import re
import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from radar.net.bodies import BODY_BYTES
from radar.net.cache import DiskCache
from radar.papers.bases import Value

KEPT_SECONDS = 30 * 86_400.0
"""How long a page is kept."""
LARGEST_STORE = 300_000_000
"""Bytes; beyond them the pages that were stored first go."""

_NAMESPACE = "pages"
_KEPT_HEADERS = frozenset(
    {"cache-control", "content-type", "date", "etag", "last-modified", "link", "x-total-count"}
)
"""Names of the headers that are kept: none of them can hold a key."""
_VALIDATOR = re.compile(r"[!-~](?:[ -~]{0,510}[!-~])?")
_MOST_TEXT = 4 * BODY_BYTES
"""Bytes of the text of a body: what cannot be decoded takes three bytes for one."""
_T = TypeVar("_T")


class StoredPage(Value):
    """A page that was a success."""

    text: str
    headers: Mapping[str, str]
    """Names in lower case; only those that mean something later."""
    retrieved: datetime
    """When the site gave it, or said that it still holds; aware and UTC."""

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only where it has changed (RFC 9110, 13.1)."""
        named = {
            "if-none-match": self.headers.get("etag"),
            "if-modified-since": self.headers.get("last-modified"),
        }
        return {name: value for name, value in named.items() if value and _VALIDATOR.fullmatch(value)}


def page_key(url: str, headers: Mapping[str, str]) -> str:
    """Return the digest that a page is kept under; neither address nor headers can be read from it.

    Args:
        url: what is asked for, with all its parameters.
        headers: what is asked with; a page for one key is not that for another, or for none.
    """
    asked = [url, sorted((name.lower(), value) for name, value in headers.items())]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


def kept_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers of an answer that are worth keeping."""
    return {name: value for name, value in headers.items() if name in _KEPT_HEADERS}


class PageStore:
    """A disk cache with a thread of its own: the event loop waits for no disk, and for no other radar.

    Whatever goes wrong with it means that a page is asked for anew.

    Args:
        folder: of the cache; made when it is first used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thread = ThreadPoolExecutor(1, "pages")
        self._cache: DiskCache | None = None

    async def get(self, key: str) -> StoredPage | None:
        """Return the page kept under a key."""
        return await self._there(lambda cache: _page(cache.get(_NAMESPACE, key)))

    async def put(self, key: str, page: StoredPage) -> None:
        """Keep a page."""
        await self._there(lambda cache: cache.set(_NAMESPACE, key, _row(page), KEPT_SECONDS))

    @property
    def warning(self) -> str:
        """Why pages are not kept, or begin anew; empty when all is well."""
        return self._cache.warning if self._cache is not None else ""

    async def aclose(self) -> None:
        """Drop what is too old or too much, and close the cache."""
        if self._cache is not None:
            await self._there(_tidied_and_closed)
        self._thread.shutdown()

    async def _there(self, act: Callable[[DiskCache], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: act(self._opened()))

    def _opened(self) -> DiskCache:
        if self._cache is None:
            self._cache = DiskCache.open(self._folder, LARGEST_STORE)
        return self._cache


def _tidied_and_closed(cache: DiskCache) -> None:
    cache.tidy()
    cache.close()


def _row(page: StoredPage) -> dict[str, object]:
    packed = zlib.compress(page.text.encode(), 6)
    return {
        "text": base64.b64encode(packed).decode(),
        "headers": kept_headers(page.headers),
        "retrieved": page.retrieved.timestamp(),
    }


def _page(row: object) -> StoredPage | None:
    """Return the page of a row; None for anything that is none."""
    if not isinstance(row, dict):
        return None
    text, headers, retrieved = row.get("text"), row.get("headers"), row.get("retrieved")
    if not (isinstance(text, str) and isinstance(headers, dict) and isinstance(retrieved, float)):
        return None
    if not all(isinstance(value, str) for value in headers.values()):
        return None
    try:
        unpacking = zlib.decompressobj()
        body = unpacking.decompress(base64.b64decode(text, validate=True), _MOST_TEXT)
        when = datetime.fromtimestamp(retrieved, UTC)
        return StoredPage(body.decode(), kept_headers(headers), when) if unpacking.eof else None
    except (ValueError, OverflowError, OSError, zlib.error):
        return None
