"""Where each key counts, and which action each is: the one table of all that `[keys]` can change."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

from radar.tui.keys.detail_keys import DETAIL
from radar.tui.keys.keymap import APP, LIST, SCREEN, SEARCH, WATCHES

_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
AREAS: Mapping[str, tuple[Binding, ...]] = MappingProxyType(
    {
        "Papers": SCREEN,
        "List": LIST,
        "Detail": DETAIL,
        "Search line": SEARCH,
        "Watches": WATCHES,
        "Everywhere": APP,
    }
)
"""By the name of the area, as the help screen and the README give it."""


def action_ids() -> frozenset[str]:
    """Return the ids of all actions whose keys can be changed."""
    return frozenset(str(binding.id) for bindings in AREAS.values() for binding in bindings)


def is_key(key: str) -> bool:
    """Return whether a terminal can send what is written so: "b", "B", "ctrl+b", "shift+down".

    What shift makes of a letter or a sign comes as another one.
    """
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    names = {*(one.value for one in Keys), *KEY_NAME_REPLACEMENTS.values()}
    there_is = len(last) == 1 or last in names or key_to_character(last) is not None
    sign = key_to_character(last) or last
    shifted = "shift" in modifiers and {"shift", "alt"}.issuperset(modifiers)
    is_another = shifted and len(sign) == 1 and sign.isprintable() and sign != " "
    return there_is and not is_another and _MODIFIERS.issuperset(modifiers)
