"""Where each key counts, and which action each is: the one table of all that `[keys]` can change."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from textual.binding import Binding

from radar.tui.detail_keys import DETAIL
from radar.tui.keymap import APP, LIST, SCREEN, SEARCH, WATCHES

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
