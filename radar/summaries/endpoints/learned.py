"""What was learned of an endpoint and a model, kept between runs until it is a month old."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from radar.errors import EndpointError
from radar.net.cache import DiskCache
from radar.papers.bases import Value
from radar.papers.text.safe_text import clean
from radar.summaries.endpoints.base_url import tidy_base_url
from radar.summaries.endpoints.ladder import ROOM_FOR_THOUGHT, Format, Quiet, Shape

KEPT_FOR = timedelta(days=30)
"""Endpoints and models change: what was learned is learned anew after that time."""

_NAMESPACE = "dialects"
_LIMITS = ("max_tokens", "max_completion_tokens")
_REASONS = 6
_REASON = 160
_CLOCKS_DIFFER = timedelta(days=1)
_YEARS = (2000, 9000)
"""No clock of a reader says anything else, and dates beyond cannot be reckoned with."""


class Learned(Value):
    """The dialect of one model at one endpoint, and how it became known."""

    shape: Shape
    at: datetime
    """When it was learned, aware, in UTC."""
    reasons: tuple[str, ...] = ()
    """What the endpoint said to each request that it did not take."""
    enforced: bool | None = None
    """Whether answers keep to the schema; None while too few were seen."""
    elsewhere: bool = False
    """Whether it answers with /v1 where base_url has none, or without it where base_url has it."""

    @property
    def until(self) -> datetime:
        """When it is learned anew."""
        return self.at + KEPT_FOR

    def __str__(self) -> str:
        """Say it to a reader in one line."""
        ignored = " (accepted, but not kept to)" if self.enforced is False else ""
        shape = str(self.shape).replace(self.shape.format.value, self.shape.format.value + ignored, 1)
        said = f"{shape}; learned {self.at:%Y-%m-%d}, kept until {self.until:%Y-%m-%d}"
        return f"{said}; it said: {' | '.join(self.reasons)}" if self.reasons else said


class LearnedDialects:
    """The dialects that are kept in the cache; without a cache nothing is kept.

    Args:
        open: opens the cache, or returns None where nothing is kept; called when first needed.
        now: aware, in UTC.
    """

    def __init__(
        self,
        open: Callable[[], DiskCache | None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._open = open
        self.now = now

    def find(self, base_url: str, model: str) -> Learned | None:
        """Return what is known; None for nothing, what is too old, or what radar did not write."""
        cache = self._open()
        learned = _learned_in(cache.get(_NAMESPACE, _key(base_url, model))) if cache else None
        if learned is None:
            return None
        now = self.now()
        return learned if learned.at - _CLOCKS_DIFFER <= now < learned.until else None

    def keep(self, base_url: str, model: str, learned: Learned) -> None:
        """Keep what was learned."""
        cache = self._open()
        if cache is not None:
            cache.set(_NAMESPACE, _key(base_url, model), _to_keep(learned))

    def forget(self, base_url: str, model: str) -> bool:
        """Forget what is known; says whether there was anything."""
        cache, known = self._open(), self.find(base_url, model) is not None
        if cache is not None:
            cache.set(_NAMESPACE, _key(base_url, model), None)
        return known


def room_learned(folder: Path | None, base_url: str, model: str) -> int | None:
    """Return by how much the limit of an answer is multiplied for a model; None while that is not known.

    Args:
        folder: of the cache that holds completions; looking does not make it.
    """
    if folder is None or not folder.exists():
        return None
    try:
        address = tidy_base_url(base_url)
    except EndpointError:
        return None
    with closing(DiskCache.open(folder)) as cache:
        learned = LearnedDialects(lambda: cache).find(address, model)
    return learned.shape.room if learned else None


def reason_of(said: str) -> str:
    """Return what an endpoint said as it is kept: cleaned and short."""
    return clean(said)[:_REASON]


def _key(base_url: str, model: str) -> str:
    """Return a digest, so that the cache names no host; the key of the endpoint is no part of it."""
    return hashlib.sha256(json.dumps([base_url, model]).encode()).hexdigest()


def _to_keep(learned: Learned) -> dict[str, object]:
    return {
        "format": learned.shape.format.value,
        "limit": learned.shape.limit,
        "temperature": learned.shape.temperature,
        "room": learned.shape.room,
        "quiet": learned.shape.quiet.value,
        "system": learned.shape.system,
        "at": learned.at.isoformat(),
        "reasons": list(learned.reasons[:_REASONS]),
        "enforced": learned.enforced,
        "elsewhere": learned.elsewhere,
    }


def _learned_in(kept: object) -> Learned | None:
    """Read what `_to_keep` wrote; anything else is nothing."""
    if not isinstance(kept, dict):
        return None
    try:
        format, quiet = Format(str(kept.get("format"))), Quiet(str(kept.get("quiet")))
        at = datetime.fromisoformat(str(kept.get("at")))
    except ValueError:
        return None
    limit, room, temperature = kept.get("limit"), kept.get("room"), kept.get("temperature")
    if limit not in _LIMITS or room not in (1, ROOM_FOR_THOUGHT) or not isinstance(temperature, bool):
        return None
    if at.tzinfo is None or not _YEARS[0] < at.year < _YEARS[1]:
        return None
    said = kept.get("reasons")
    reasons = (
        tuple(reason_of(part) for part in said if isinstance(part, str)) if isinstance(said, list) else ()
    )
    enforced = kept.get("enforced")
    return Learned(
        Shape(format, str(limit), temperature, int(room), quiet, kept.get("system") is not False),
        at.astimezone(UTC),
        reasons[:_REASONS],
        enforced if isinstance(enforced, bool) else None,
        kept.get("elsewhere") is True,
    )
