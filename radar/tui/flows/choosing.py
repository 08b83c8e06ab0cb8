"""Choosing the endpoint that writes summaries, for as long as the screen is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from radar.papers.text.safe_text import clean
from radar.pipeline.endpoint_info import EndpointInfo
from radar.tui.flows.step import Ask, Say, Step

_KEYS = "123456789abcdefghijklmopqrstuvwxyz"
"""Keys of the choices; `n` is not among them, for it leaves a question everywhere."""


class Choice(Protocol):
    """Knows the endpoints, and which of them is asked."""

    summariser: str

    @property
    def endpoints(self) -> tuple[EndpointInfo, ...]:
        """Every endpoint that is set."""
        ...

    @property
    def settings_news(self) -> Callable[[], str]:
        """Says that the settings file says something else by now; empty while it does not."""
        ...

    def choose(self, name: str) -> EndpointInfo:
        """Ask this endpoint from here on."""
        ...


class Choosing:
    """Offers the endpoints, and has the chosen one asked."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice

    def start(self) -> Step:
        """Offer the endpoints, or say why there is nothing to choose."""
        endpoints, news = self._choice.endpoints, self._choice.settings_news()
        if not endpoints:
            lack = f"{news}; no endpoint was set at the start" if news else ""
            return Say(lack or "no endpoint is set: radar endpoint add sets one; start radar again then")
        if len(endpoints) == 1 and endpoints[0].summariser == self._choice.summariser:
            only = f"{clean(endpoints[0].name)} is the only endpoint"
            if news:
                return Say(f"{news}; {only} so far")
            return Say(f"{only}: radar endpoint add sets another; start radar again then")
        left = len(endpoints) - len(_KEYS)
        rest = f" ({left} more have no letter here: radar summarise --summariser)" if left > 0 else ""
        stale = f" ({news})" if news else ""
        question = f"summaries by {self._now()} now{rest}{stale}; ask by"
        return Ask("choose", question, self._chosen, choices=self._offered())

    def _chosen(self, key: str) -> Say:
        chosen = self._choice.choose(self._choice.endpoints[_KEYS.index(key)].summariser)
        said = f"{clean(chosen.name)} writes summaries until radar is left"
        if chosen.lacks_key:
            said += f"; its key is not there yet: {chosen.key_env}"
        return Say(said, standing=True)

    def _offered(self) -> dict[str, str]:
        names = (
            clean(one.model if one.summariser == "endpoint" else one.summariser) or clean(one.host)
            for one in self._choice.endpoints
        )
        return dict(zip(_KEYS, names, strict=False))

    def _now(self) -> str:
        now = next((one for one in self._choice.endpoints if one.summariser == self._choice.summariser), None)
        return clean(now.name if now is not None else self._choice.summariser)
