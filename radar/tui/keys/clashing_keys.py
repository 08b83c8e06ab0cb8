"""Own keys that would do something else than what they were chosen for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from textual.keys import key_to_character

from radar.papers.bases import Value
from radar.tui.keys.chosen_keys import keys_in
from radar.tui.keys.key_areas import AREAS

CLASH_HINT = 'In [keys], give one of the two another key, or none (""): radar settings --keys lists all'
_INSIDE = (("List", "Papers"), ("Detail", "Papers"), *((area, "Everywhere") for area in AREAS))
"""Areas whose keys count at the same time."""


class KeyClash(Value):
    """A key of two actions, of which only one can be had by it."""

    key: str
    chosen: str
    """The action that the reader gave it to."""
    other: str
    both: bool
    """Whether the reader gave it to the other one as well."""

    def __str__(self) -> str:
        if self.both:
            return f"[keys] gives {self.key} to both {self.chosen} and {self.other}"
        return f"[keys] gives {self.key} to {self.chosen}, but it is the key of {self.other}"


class _Key(Value):
    key: str
    id: str
    area: str
    own: bool
    """Whether the reader chose it, and radar would not have given it."""


def key_clashes(chosen: Mapping[str, str]) -> tuple[KeyClash, ...]:
    """Return the clashes that the reader's own keys bring, each once.

    Args:
        chosen: keys by the action's id, divided by commas.
    """
    by_key: dict[str, list[_Key]] = {}
    for held in _held(chosen):
        by_key.setdefault(key_to_character(held.key) or held.key, []).append(held)
    pairs = (pair for keys in by_key.values() for pair in combinations(keys, 2))
    found: dict[frozenset[str], KeyClash] = {}
    for first, second in pairs:
        if first.id != second.id and _in_the_way(first, second):
            one, other = (first, second) if first.own else (second, first)
            clash = KeyClash(one.key, one.id, other.id, other.own)
            found.setdefault(frozenset((one.id, other.id)), clash)
    return tuple(found.values())


def _held(chosen: Mapping[str, str]) -> Iterator[_Key]:
    for area, bindings in AREAS.items():
        for binding in bindings:
            id, ours = str(binding.id), keys_in(binding.key)
            for key in keys_in(chosen.get(id, binding.key)):
                yield _Key(key, id, area, key not in ours)


def _in_the_way(first: _Key, second: _Key) -> bool:
    if not (first.own or second.own):
        return False
    if first.area == second.area:
        return True
    for inner, outer in ((first, second), (second, first)):
        if (inner.area, outer.area) in _INSIDE:
            # A key given to the detail alone does there what it was chosen for; outside it does the other.
            return inner.area != "Detail" or outer.own or outer.area == "Everywhere"
    return False
