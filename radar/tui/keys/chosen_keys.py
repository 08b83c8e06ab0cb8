"""The keys that the reader has chosen: for Textual, which knows no action without a key, and as shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

NO_KEY = "no key"
"""What stands in the place of a key where an action has none."""
_WORDS = {name: name for name in ("up", "down", "left", "right", "enter", "backspace", "delete")} | {
    "pagedown": "page down",
    "pageup": "page up",
}
"""The keys that Textual shows by signs, or cut short."""
_BACK = {
    "list.down": "list.up",
    "watches.down": "watches.up",
    "watches.lower": "watches.raise",
    "search.down": "search.up",
}
"""The actions beside which stands the key that goes the other way."""


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
        shown: as Textual shows it: "^p" for one with ctrl, an arrow for an arrow.
    """
    *modifiers, last = key.split("+")
    if last in _WORDS:
        return "+".join((*modifiers, _WORDS[last]))
    return f"ctrl+{shown[1:]}" if len(shown) > 1 and shown[0] == "^" else shown


def keys_beside(id: str, chosen: Mapping[str, str], key_of: Callable[[str], str]) -> str:
    """Return the keys of an action and of the one that goes the other way, where both stand together.

    Empty where they do not, or stand as they are bound, for none of the two is chosen.
    """
    back = _BACK.get(id, "")
    if not {id, back} & chosen.keys() or not back:
        return ""
    return "/".join(key_of(each) for each in (id, back) if keys_in(chosen.get(each, each)))
