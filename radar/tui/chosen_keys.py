"""The keys that the reader has chosen: for Textual, which knows no action without a key, and as shown."""

from __future__ import annotations

from collections.abc import Mapping

NO_KEY = "no key"
"""What stands in the place of a key where an action has none."""


def keys_in(text: str) -> tuple[str, ...]:
    """Return the keys of a text, which divides them by commas; none where nothing stands there."""
    return tuple(key for part in text.split(",") if (key := part.strip()))


def keymap_of(chosen: Mapping[str, str]) -> dict[str, str]:
    """Return chosen keys as Textual takes them.

    An action without a key gets one that no terminal sends, and that no other action has: Textual would
    leave it its own, and the palette holds one action a key.

    Args:
        chosen: keys by the action's id, divided by commas.
    """
    return {id: ",".join(keys_in(keys)) or f"{NO_KEY} {id}" for id, keys in chosen.items()}


def is_no_key(key: str) -> bool:
    """Return whether a key is none, but stands for an action that has none."""
    return key.startswith(NO_KEY)


def as_written(key: str, shown: str) -> str:
    """Return a key as help and the settings write it.

    Args:
        key: as it is bound.
        shown: as Textual shows it, "^p" for one with ctrl.
    """
    if is_no_key(key):
        return NO_KEY
    return f"ctrl+{shown[1:]}" if len(shown) > 1 and shown[0] == "^" else shown
