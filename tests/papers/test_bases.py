"""What all values of radar have in common."""

from __future__ import annotations

import pytest

from radar.net.mail import MailServer
from radar.net.pages import _Wanted
from radar.net.request import Request
from radar.papers.bases import Guarded, Mutable, Value, asdict, defaults_of, field, names_of, replace
from radar.sources.site import Means, PageRequest
from radar.summaries.summariser import SummariserSettings


class Pebble(Value):
    """A value."""

    name: str
    grams: int = 3
    marks: tuple[str, ...] = ()


class Heap(Mutable):
    """Something that goes on."""

    grams: int = 0
    pebbles: list[Pebble] = field(default_factory=list)


class Chest(Guarded):
    """A value that holds a key."""

    unshown = frozenset({"key"})

    place: str
    key: str = ""
    grams: int = 2


def test_a_value_is_equal_and_hashed_by_its_fields_and_never_changes() -> None:
    pebble = Pebble("grey")
    assert pebble == Pebble("grey", 3, ()) != Pebble("white")
    assert {pebble, Pebble("grey")} == {pebble}
    with pytest.raises(AttributeError):
        pebble.grams = 4  # type: ignore[misc]
    with pytest.raises(AttributeError):
        pebble.weight = 4  # type: ignore[attr-defined]


def test_what_changes_is_not_hashed_and_has_lists_of_its_own() -> None:
    heap = Heap()
    heap.pebbles.append(Pebble("grey"))
    heap.grams += 3
    assert heap == Heap(3, [Pebble("grey")]) and Heap().pebbles == []
    with pytest.raises(TypeError):
        hash(heap)


def test_a_changed_copy_takes_only_fields() -> None:
    assert replace(Pebble("grey"), grams=4) == Pebble("grey", 4)
    with pytest.raises(TypeError):
        replace(Pebble("grey"), weight=4)  # type: ignore[call-arg]


def test_fields_are_named_in_their_order_with_what_they_are_when_left_out() -> None:
    assert names_of(Pebble) == ("name", "grams", "marks")
    assert defaults_of(Pebble) == {"grams": 3, "marks": ()}
    assert defaults_of(Heap) == {"grams": 0}
    assert asdict(Pebble("grey")) == {"name": "grey", "grams": 3, "marks": ()}


def test_a_repr_leaves_out_what_could_hold_a_key() -> None:
    chest = Chest("attic", "sesame")
    assert repr(chest) == "Chest(place='attic', grams=2)"
    assert chest.__rich_repr__() == [("place", "attic"), ("grams", 2)]
    assert "sesame" not in f"{chest} {[chest]}"


@pytest.mark.parametrize("kind", [SummariserSettings, MailServer, PageRequest, Means, Request, _Wanted])
def test_no_repr_shows_keys_or_addresses_and_headers_that_may_hold_them(kind: type[Guarded]) -> None:
    open_ = set(names_of(kind)) - kind.unshown
    assert kind.unshown < set(names_of(kind))
    assert not open_ & {"key_source", "password", "url", "headers", "body"}
    assert "key" not in open_ or kind is _Wanted, "that is the key of a page, made of a digest"
