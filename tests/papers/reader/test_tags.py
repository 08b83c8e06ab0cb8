"""Tags as readers write them."""

from __future__ import annotations

import pytest

from radar.papers.reader.tags import added_and_removed, named_in, tags_in


@pytest.mark.parametrize(
    ("text", "added", "removed"),
    [
        ("reef, -tide", ("reef",), ("tide",)),
        ("reef;-tide;- foam", ("reef",), ("tide", "foam")),
        ("-#tide, #reef", ("reef",), ("tide",)),
        ("long-tailed", ("long-tailed",), ()),
        (" - , ", (), ()),
        ("x,-a;b", ("x", "b"), ("a", "a;b")),
    ],
)
def test_a_dash_takes_a_tag_away(text: str, added: tuple[str, ...], removed: tuple[str, ...]) -> None:
    assert added_and_removed(text) == (added, removed)


def test_no_tag_begins_with_a_dash_and_one_of_before_can_be_named() -> None:
    assert tags_in(["-tide, --foam"]) == ("tide", "foam")
    assert named_in(["-tide"]) == ("-tide",)
    assert added_and_removed("-tide, --reef, x", held=("-tide",)) == (("x",), ("-reef",))


def test_a_dash_before_a_tag_with_a_semicolon_that_is_held_takes_away_that_one_only() -> None:
    assert added_and_removed("-a;b, c", held=("a;b", "b")) == (("c",), ("a;b",))
