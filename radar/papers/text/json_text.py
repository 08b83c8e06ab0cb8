"""JSON: by msgspec, which takes a fraction of the time of the standard library, and in its strict form."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from msgspec import MsgspecError
from msgspec.json import Decoder, Encoder

_encoded, _decoded = Encoder().encode, Decoder().decode
"""Made once, for to make them takes longer than to use them."""


def compact_json(value: object) -> str:
    """Return a value as JSON without a space to spare, in which signs of all scripts stand as they are."""
    return _encoded(value).decode()


def json_value(text: str) -> Any:
    """Return the value of a text in JSON, in all as the standard library does: its errors too.

    Raises:
        ValueError: it is no JSON.
        RecursionError: it is nested too deeply.
    """
    try:
        return _decoded(text)
    except (MsgspecError, ValueError, RecursionError):
        # The standard library takes more (NaN, lone surrogates), and says of the rest where it is broken.
        return json.loads(text)


def strict_json(text: str) -> object:
    """Return the value of a text in JSON as its standard has it: NaN and the infinities are none.

    Raises:
        ValueError: it is no JSON.
        RecursionError: it is nested too deeply.
    """
    value: object = json.loads(text, parse_constant=refuse_constant)
    return value


def refuse_constant(name: str) -> NoReturn:
    """Refuse what Python reads and the standard does not know; ValueError, always."""
    raise ValueError(f"{name} is not JSON")
