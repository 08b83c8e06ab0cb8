from __future__ import annotations

from collections.abc import Mapping

import pytest

from radar.tui.keys.clashing_keys import key_clashes
from radar.tui.keys.key_areas import AREAS


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"paper.browse": "b", "paper.code": "b"}, ["b to both paper.browse and paper.code"]),
        ({"paper.star": "o"}, ["o to paper.star, but it is the key of paper.browse"]),
        ({"paper.star": "*"}, ["* to paper.star, but it is the key of filter.starred"]),
        (
            {"paper.star": "j"},
            [
                "j to paper.star, but it is the key of list.down",
                "j to paper.star, but it is the key of detail.down",
            ],
        ),
        ({"list.down": "s"}, ["s to list.down, but it is the key of paper.star"]),
        ({"paper.star": "shift+tab"}, ["shift+tab to paper.star, but it is the key of evidence.previous"]),
        ({"paper.star": "f5,q"}, ["q to paper.star, but it is the key of radar.quit"]),
        ({"search.keep": "ctrl+p"}, ["ctrl+p to search.keep, but it is the key of palette.show"]),
    ],
)
def test_keys_in_the_way_of_each_other_are_told(chosen: Mapping[str, str], told: list[str]) -> None:
    assert [str(clash) for clash in key_clashes(chosen)] == [f"[keys] gives {text}" for text in told]


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {binding.id: binding.key for bindings in AREAS.values() for binding in bindings},
        {"paper.star": "b", "paper.read": ""},
        {"paper.browse": "b", "paper.star": "o"},
        {"paper.star": "j", "list.down": "n", "detail.down": "n", "unread.next": "s"},
        {"paper.star": "", "paper.code": "", "list.up": ""},
        {"evidence.next": "s"},
        {"watches.remove": "s"},
    ],
)
def test_keys_that_do_what_they_were_chosen_for_are_not(chosen: Mapping[str, str]) -> None:
    assert key_clashes(chosen) == ()
