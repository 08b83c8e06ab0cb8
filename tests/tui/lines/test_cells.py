"""What a text takes on screen where its characters do not add up."""

from __future__ import annotations

import pytest
from rich.cells import cell_len as measured

from radar.tui.lines.cells import _NARROW, cell_len, cut, drawn_parts, fitting
from radar.tui.lines.glyphs import ASCII, UNICODE, Glyphs

FLAG = "\U0001f3f3\ufe0f"
WAVING = "\U0001f44b\U0001f3fd"
MARKED = "a\u0337\u0336"


@pytest.mark.parametrize("place", range(4))
def test_an_emoji_by_its_form_or_skin_and_a_letter_with_marks_are_drawn_as_one(place: int) -> None:
    drawn, width = (("海", 2), (FLAG, 2), (WAVING, 2), (MARKED, 1))[place]
    assert list(drawn_parts(f"x{drawn}y")) == [("x", 1), (drawn, width), ("y", 1)]


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("width", range(1, 12))
def test_what_is_cut_is_never_wider_than_the_room(place: int, width: int) -> None:
    text = ("海", FLAG, WAVING, MARKED)[place] * 20
    assert cell_len(cut(text, width)) <= width
    stop = fitting(text, 0, len(text), width)
    assert cell_len(text[:stop]) <= max(width, 2)
    assert list(drawn_parts(text[:stop]))[-1] == next(drawn_parts(text))


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_the_signs_of_the_list_are_counted_without_a_library_to_load(signs: Glyphs) -> None:
    drawn = {
        sign
        for name in vars(Glyphs)
        if not name.startswith("__") and isinstance(sign := getattr(signs, name), str)
    }
    assert len(drawn) > 15
    assert not {sign for sign in drawn if not _NARROW.issuperset(sign)}


def test_what_is_counted_as_one_cell_takes_one() -> None:
    assert not {sign for sign in _NARROW if measured(sign) != 1}
