"""The key of one endpoint: fetched by the first request where it has to be, sent nowhere else."""

from __future__ import annotations

import asyncio

from radar.errors import KeyRefused
from radar.net.key_headers import HiddenText, KeyHeaders
from radar.net.key_sources import KeySource
from radar.net.repeated_keys import without_key
from radar.summaries.endpoints.base_url import authorization, refuse_unencrypted


class EndpointKey:
    """Makes the headers that carry the key, and takes the key out of what comes back.

    Args:
        base_url: whom it goes to.
        key: the key; empty where there is none, or where it is to be fetched.
        key_env: the environment variable that the key came from; empty where it came from none.
        source: where it is fetched from when a request first needs it; None where it is not.
        header: the header that carries it.
        allow_http: whether it may travel to another machine without encryption.

    Raises:
        KeyRefused: the key cannot be a key, or would travel without encryption; nothing is fetched then.
    """

    def __init__(
        self,
        base_url: str,
        *,
        key: str,
        key_env: str,
        source: KeySource | None,
        header: str,
        allow_http: bool,
    ) -> None:
        self._base_url = base_url
        self._source = source
        self._header = header
        self._allow_http = allow_http
        self._place = source.place if source else f"in {key_env}" if key_env else ""
        self._refused: KeyRefused | None = None
        self._fetching = asyncio.Lock()
        self._headers: KeyHeaders | None = None
        self._key = HiddenText()
        if source is None:
            self._headers = self._made(HiddenText(key.strip()))
        elif not allow_http:
            refuse_unencrypted(base_url, self._place)

    @property
    def place(self) -> str:
        """Where the key is from, behind the words "the key": "in GROQ_API_KEY"; empty where unknown."""
        return self._place

    @property
    def present(self) -> bool:
        """Whether a key is sent along."""
        return bool(self._headers)

    async def headers(self) -> KeyHeaders:
        """Return the headers of a request; the key is fetched where it has to be and has not been.

        Raises:
            KeyRefused: there is no key to be had; it is not tried again.
        """
        if self._headers is not None:
            return self._headers
        async with self._fetching:
            if self._refused is not None:
                raise KeyRefused(self._refused.message, self._refused.hint)
            if self._headers is None:
                try:
                    self._headers = self._made(await self._fetched())
                except KeyRefused as refused:
                    self._refused = refused
                    raise
        return self._headers

    def taken_out_of(self, text: str) -> str:
        """Return a text without the key: some endpoints repeat it in what they answer, and that is kept."""
        return without_key(text, self._key)

    async def _fetched(self) -> HiddenText:
        return HiddenText(await self._source.key() if self._source else "")

    def _made(self, key: HiddenText) -> KeyHeaders:
        self._key = key
        return authorization(self._base_url, key, self._place, self._header, allow_http=self._allow_http)
