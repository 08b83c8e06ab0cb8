"""Sites that give more to readers with a key: the key is sent to them and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from radar.errors import ListingError, RateLimited, SettingsError
from radar.net.repeated_keys import without_key
from radar.net.waiting import retry_after
from radar.papers.bases import Value, replace
from radar.sources.answers import Wrong, raise_wrong, refusal
from radar.sources.site import Expected, Means, Page, PageRequest

_REFUSED = (401, 403)
_WAITS = (429,)


class KeyedSite(Value):
    """How a site takes a key, and what to tell a reader who has none."""

    label: str
    variables: tuple[str, ...]
    """Names of the environment variables that may hold the key; the first that is set counts."""
    where: str
    """Where a reader gets a key, as a sentence without a full stop."""
    header: str = ""
    """Name of the header that carries the key; empty where the address does."""
    scheme: str = ""
    """What stands before the key in the header."""
    parameter: str = ""
    """Name of the parameter of the address that carries the key."""

    def key(self, means: Means) -> str:
        """Return the key, empty where the reader has set none.

        Raises:
            SettingsError: it could not be sent; the message names its variable and nothing of it.
        """
        for name in self.variables:
            key = means.key(name).strip()
            if key and not (key.isascii() and key.isprintable()):
                raise SettingsError(
                    f"The key of {self.label} in {name} holds characters that no key has",
                    "Copy it anew, on one line",
                )
            if key:
                return key
        return ""

    async def ask(
        self, name: str, means: Means, url: str, explain: Callable[[Page], Wrong | None] = lambda page: None
    ) -> Page:
        """Return what the site answers, which may be a refusal for the source to read.

        Args:
            name: of the source, for errors.
            url: with all parameters but the key.
            explain: says what a refusal of this site means, where it means more than its words say.

        Raises:
            SettingsError: the key could not be sent.
            RateLimited: it asks to wait; the hint tells of the key.
            ListingError: it takes no request without a key, or not this key.
            NetworkError: it could not be reached.
        """
        key = self.key(means)
        headers = {self.header: f"{self.scheme}{key}"} if key and self.header else {}
        if key and self.parameter:
            url += f"{'&' if '?' in url else '?'}{self.parameter}={quote(key, safe='')}"
        try:
            page = await means.fetch(PageRequest(url, headers, Expected.JSON, any_status=True, key=key))
            page = _without_key(page, key)
        except RateLimited as error:
            error.hint = self._wait_hint(error.hint, bool(key))
            raise
        if page.status in _WAITS:
            hint = self._wait_hint("Try again later", bool(key))
            wait = retry_after(page.headers, page.retrieved)
            raise RateLimited(f"{self.label} asks to wait", hint, wait)
        if page.status in _REFUSED:
            if wrong := explain(page):
                raise_wrong(name, wrong)
            raise self._refused(name, page, bool(key))
        return page

    def _wait_hint(self, hint: str, has_key: bool) -> str:
        if has_key:
            return hint
        return f"{hint}. Without a key all readers share what it gives: {self._how}".lstrip(". ")

    @property
    def _how(self) -> str:
        return f"{self.where}, and set {self.variables[0]}"

    def _refused(self, name: str, page: Page, has_key: bool) -> ListingError:
        wrong = refusal(page)
        said = wrong.reason if wrong else f"the site answers {page.status}"
        if has_key:
            return ListingError(f"{name}: {said}", f"Look whether the key in {self.variables[0]} is right")
        return ListingError(f"{name}: {said}", f"It may ask for a key: {self._how}")


def _without_key(page: Page, key: str) -> Page:
    """Return an answer without the key, which some sites repeat where they refuse it."""
    text = without_key(page.text, key, "...")
    return page if text == page.text else replace(page, text=text)
