"""The few signs that the detail sets between words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typography:
    """Signs between words and around quotations."""

    dot: str
    """Between parts of a line; never first on a line."""
    ellipsis: str
    open_quote: str
    close_quote: str
    bar: str
    """Before the lines of the evidence that the reader is at."""


UNICODE = Typography(dot="\xa0· ", ellipsis="…", open_quote="“", close_quote="”", bar="▌")
ASCII = Typography(dot="\xa0- ", ellipsis="...", open_quote='"', close_quote='"', bar="|")
