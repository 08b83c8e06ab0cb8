"""What models cost by the token: the reader's own prices, or the list in genai-prices; the only one that
reads it.

The list is that of the installed package; its update over the network is never switched on. It takes a
third of a second to load and brings an HTTP client with it, so it is loaded at the first price that is
neither set nor free, and never by the screen, which asks a process of its own:
`python -m radar.summaries.endpoints.prices`.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from enum import StrEnum

from radar.papers.bases import Value

_MILLION = 1_000_000
_LISTED_AS = {"https://api.together.ai/": "https://api.together.xyz/"}
"""Addresses that the list knows by an older name of the same host."""
_MUCH = 1000
"""Tokens that a price is asked for: below every tier."""


class PriceSource(StrEnum):
    """Where a price comes from."""

    SETTINGS = "settings"
    LIST = "list"
    LOCAL = "local"
    """It runs on this machine."""


class Prices(Value):
    """US dollars a million tokens."""

    tokens_in: float
    tokens_out: float
    reused: float | None = None
    """For tokens sent that the endpoint had from an earlier request; None: as for others."""
    source: PriceSource = PriceSource.SETTINGS

    def cost(self, tokens_in: int, tokens_out: int, reused: int = 0) -> float:
        """Return US dollars for so many tokens, of which `reused` are among those sent."""
        at_once = self.tokens_in if self.reused is None else self.reused
        sent = (tokens_in - reused) * self.tokens_in + reused * at_once
        return (sent + tokens_out * self.tokens_out) / _MILLION


def known_prices(price_in: float | None, price_out: float | None, *, local: bool) -> Prices | None:
    """Return the prices that need no list: those of the settings, both set, or none for what runs here."""
    if price_in is not None and price_out is not None:
        return Prices(price_in, price_out)
    if local:
        return Prices(price_in or 0.0, price_out or 0.0, source=PriceSource.LOCAL)
    return None


def has_list() -> bool:
    """Say whether the list of prices is installed, without loading it."""
    return importlib.util.find_spec("genai_prices") is not None


def listed_prices(base_url: str, model: str) -> Prices | None:
    """Return the list price of a model at an address, matched by both; None where it is unknown.

    Never asks the network. The prices are those of the day, of the lowest tier and of no batch.
    """
    if not model or not has_list():
        return None
    import genai_prices

    for ours, theirs in _LISTED_AS.items():
        base_url = base_url.replace(ours, theirs, 1) if base_url.startswith(ours) else base_url

    def price(**tokens: int) -> float:
        used = genai_prices.Usage(**tokens)
        found = genai_prices.calc_price(used, model_ref=model, provider_api_url=base_url)
        return float(found.total_price) * _MILLION / _MUCH

    try:
        sent, answered = price(input_tokens=_MUCH), price(output_tokens=_MUCH)
        reused = price(input_tokens=_MUCH, cache_read_tokens=_MUCH)
    except (LookupError, ValueError, TypeError, ArithmeticError):
        return None
    return Prices(sent, answered, reused, PriceSource.LIST)


def prices_of(
    base_url: str, model: str, price_in: float | None, price_out: float | None, *, local: bool
) -> Prices | None:
    """Return the prices of a model: the reader's own, else free where it is local, else the listed ones."""
    return known_prices(price_in, price_out, local=local) or listed_prices(base_url, model)


def as_json(prices: Prices | None) -> str:
    """Return prices as one line of JSON."""
    return json.dumps(prices and [prices.tokens_in, prices.tokens_out, prices.reused])


def from_json(text: str) -> Prices | None:
    """Read what `as_json` wrote; None where that is no price.

    Raises:
        ValueError: it is something else.
    """
    value = json.loads(text)
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 3:
        raise ValueError("no prices")
    sent, answered, reused = (None if part is None else float(part) for part in value)
    if sent is None or answered is None:
        raise ValueError("no prices")
    return Prices(sent, answered, reused, PriceSource.LIST)


if __name__ == "__main__":
    print(as_json(listed_prices(*sys.argv[1:3])))
