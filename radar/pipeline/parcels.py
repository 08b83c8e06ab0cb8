"""What goes to another process and back: frozen dataclasses, packed as calls of their classes.

Python packs such a class with slots by asking each object for a list of its fields and unpacks it by setting
one after the other, which takes four times as long as to call the class with them.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

_Reduced = tuple[type, tuple[object, ...]]


def packed(value: object) -> bytes:
    """Return a value as bytes for another process of the same program."""
    stream = io.BytesIO()
    packer = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    packer.dispatch_table = _REDUCERS
    packer.dump(value)
    return stream.getvalue()


def unpacked(parcel: bytes) -> Any:
    """Return the value that `packed` put into a parcel; only for what this program packed itself."""
    return pickle.loads(parcel)


class _Reducers(dict[type, Callable[[Any], _Reduced]]):
    """How objects of a class are taken apart, found out when the first of them comes."""

    def __missing__(self, kind: type) -> Callable[[Any], _Reduced]:
        if not _is_made_of_its_fields(kind):
            raise KeyError(kind)
        values = attrgetter(*(field.name for field in fields(kind)))

        def reduced(instance: object) -> _Reduced:
            return kind, values(instance)

        self[kind] = reduced
        return reduced


def _is_made_of_its_fields(kind: type) -> bool:
    """Say whether a class is a frozen dataclass that its fields alone, in order, make anew."""
    if not is_dataclass(kind) or not kind.__dataclass_params__.frozen or hasattr(kind, "__post_init__"):  # type: ignore[attr-defined]
        return False
    parts = fields(kind)
    # The getter of a single field would give it bare.
    return len(parts) > 1 and all(part.init and not part.kw_only for part in parts)


_REDUCERS = _Reducers()
