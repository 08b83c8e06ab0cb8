"""What goes to another process of the same program and back: values, which pack as calls of their classes."""

from __future__ import annotations

import pickle
from typing import Any


def packed(value: object) -> bytes:
    """Return a value as bytes for another process of the same program."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(parcel: bytes) -> Any:
    """Return the value that `packed` put into a parcel; only for what this program packed itself."""
    return pickle.loads(parcel)
