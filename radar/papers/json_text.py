"""JSON by msgspec, which takes a fraction of the time of the standard library."""

from __future__ import annotations

from msgspec.json import Encoder

_encoded = Encoder().encode
"""Made once, for to make it takes longer than to use it."""


def compact_json(value: object) -> str:
    """Return a value as JSON without a space to spare, in which signs of all scripts stand as they are."""
    return _encoded(value).decode()
