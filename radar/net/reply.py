"""What a server answered."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property

from radar.errors import NetworkError, WebPage
from radar.net.waiting import RETRIED, retry_after
from radar.papers.bases import Value
from radar.papers.text.json_text import strict_json

_ODD = re.compile(r"NaN|Infinity|\ufeff")
"""What Python reads as JSON, or passes over, and the standard does not know: RFC 8259, 6 and 8.1."""


class Reply(Value, dict=True):
    """What a server answered, unpacked and as text; header names are in lower case."""

    status: int
    text: str
    headers: Mapping[str, str]
    host: str = ""

    # It is asked for again and again.
    @cached_property
    def parsed(self) -> object | None:
        """The body read as JSON, a byte order mark passed over; None where it is something else."""
        return _json_or_none(self.text.removeprefix("\ufeff"))

    def json(self) -> object:
        """Return the body read as JSON in its strict form; NetworkError where it is something else."""
        if self.parsed is not None and not _ODD.search(self.text):
            return self.parsed
        try:
            return strict_json(self.text)
        except (ValueError, RecursionError):
            raise _not_json(self) from None


class Load(StrEnum):
    """What an answer says of how the other side is."""

    FINE = "fine"
    BUSY = "busy"
    """It asks to be asked less."""
    TROUBLE = "trouble"
    """It failed in a way that may pass; where it names a wait, it asks to be asked less too."""


class Judged(Value):
    """What a caller makes of an answer."""

    again: bool = False
    """Whether the same request may fare better later."""
    load: Load = Load.FINE
    wait: float | None = None
    """Seconds that the other side asks to wait, where it says so."""


Judge = Callable[[Reply], Judged]


def judged_by_status(reply: Reply) -> Judged:
    """Judge an answer by its status and headers alone."""
    wait = retry_after(reply.headers, datetime.now(UTC))
    if reply.status not in RETRIED:
        return Judged()
    busy = reply.status in (429, 498)
    again = reply.headers.get("x-should-retry") != "false"
    return Judged(again, Load.BUSY if busy else Load.TROUBLE, wait)


def _not_json(reply: Reply) -> NetworkError:
    start = reply.text.lstrip()[:200].lower()
    if start.startswith("<") or "html" in reply.headers.get("content-type", ""):
        return WebPage(f"{reply.host} answered with a web page instead of data", "Check the address")
    return NetworkError(f"The answer of {reply.host} is not JSON", "It may be cut or not the service meant")


def _json_or_none(text: str) -> object | None:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value
