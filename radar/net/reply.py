"""What a server answered."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import NoReturn

from radar.errors import NetworkError
from radar.net.waiting import RETRIED, retry_after


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered, unpacked and as text; header names are in lower case."""

    status: int
    text: str
    headers: Mapping[str, str]
    host: str = ""

    def json(self) -> object:
        """Return the body read as JSON; NetworkError where it is something else."""
        try:
            value: object = json.loads(self.text, parse_constant=_refuse_constant)
        except (ValueError, RecursionError):
            raise NetworkError(*_not_json(self)) from None
        return value


class Load(StrEnum):
    """What an answer says of how the other side is."""

    FINE = "fine"
    BUSY = "busy"
    """It asks to be asked less."""
    TROUBLE = "trouble"
    """It failed in a way that may pass; where it names a wait, it asks to be asked less too."""


@dataclass(frozen=True, slots=True)
class Judged:
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


def _not_json(reply: Reply) -> tuple[str, str]:
    start = reply.text.lstrip()[:200].lower()
    if start.startswith("<") or "html" in reply.headers.get("content-type", ""):
        return f"{reply.host} answered with a web page instead of data", "Check the address"
    return f"The answer of {reply.host} is not JSON", "It may be cut or not the service meant"


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
