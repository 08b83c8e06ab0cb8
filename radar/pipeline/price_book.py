"""List prices for the screen: kept in a file of the cache, looked up by a process of its own.

The list takes a third of a second to load, brings an HTTP client with it and would stay in the memory of the
screen for one number.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import radar
from radar.net.cached_file import write_cached
from radar.papers.bases import Value
from radar.summaries.endpoints.prices import Prices, as_json, from_json, has_list

_NAME = "prices.json"
_FRESH = 7 * 86_400
"""Seconds after which a price is looked up again: the list may be of a newer release."""
_PATIENCE = 20
_MOST = 200
"""Prices kept; beyond that the file begins anew."""


class PriceBook(Value):
    """Prices that were looked up, by address and model."""

    folder: Path | None
    """Where they are kept; None keeps nothing."""

    def known(self, base_url: str, model: str) -> bool:
        """Whether the answer, be it that there is no price, can be had at once."""
        return not has_list() or self._kept(base_url, model) is not None

    def look_up(self, base_url: str, model: str) -> Prices | None:
        """Return the list price of a model, or None where there is none; may take a second.

        Any thread may call it. Trouble with the process or the file means that there is no price.
        """
        if not has_list():
            return None
        kept = self._kept(base_url, model)
        line = kept if kept is not None else _asked(base_url, model)
        try:
            prices = from_json(line)
        except ValueError:
            return None
        if kept is None:
            self._keep(base_url, model, as_json(prices))
        return prices

    def _kept(self, base_url: str, model: str) -> str | None:
        found = self._all().get(_entry(base_url, model))
        if not isinstance(found, list) or len(found) != 2:
            return None
        when, line = found
        fresh = isinstance(when, float) and 0 <= time.time() - when < _FRESH
        return line if fresh and isinstance(line, str) else None

    def _all(self) -> dict[str, object]:
        if self.folder is None:
            return {}
        try:
            kept = json.loads((self.folder / _NAME).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _keep(self, base_url: str, model: str, line: str) -> None:
        if self.folder is None:
            return
        kept = self._all()
        kept = {} if len(kept) >= _MOST else kept
        kept[_entry(base_url, model)] = [time.time(), line]
        with suppress(OSError):
            write_cached(self.folder / _NAME, json.dumps(kept).encode())


def _entry(base_url: str, model: str) -> str:
    return f"{_place(base_url)} {model}"


def _place(base_url: str) -> str:
    """Return the address without what may hold a key."""
    return base_url.partition("?")[0].partition("#")[0]


def _asked(base_url: str, model: str) -> str:
    """Return what a process says that reads the list; an empty text where it fails."""
    import subprocess

    home = str(Path(radar.__file__).parents[1])
    places = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", ""))))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "radar.summaries.endpoints.prices", _place(base_url), model],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            env={**os.environ, "PYTHONPATH": places},
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return done.stdout if done.returncode == 0 else ""
