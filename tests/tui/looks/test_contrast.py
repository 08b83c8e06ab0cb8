from __future__ import annotations

import pytest
from textual.color import BLACK, WHITE, Color

from radar.tui.looks.contrast import contrast, readable


def test_black_and_white_stand_as_far_apart_as_can_be() -> None:
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(Color(90, 90, 90), Color(90, 90, 90)) == 1


def test_a_colour_that_can_be_read_stays() -> None:
    assert readable(Color(250, 180, 40), {BLACK: 4.5}) == Color(250, 180, 40)


@pytest.mark.parametrize("colour", [Color(255, 220, 0), Color(20, 20, 90), Color(128, 128, 128)])
@pytest.mark.parametrize("ground", [BLACK, WHITE, Color(30, 35, 50), Color(224, 224, 224)])
def test_a_colour_comes_as_near_to_black_or_white_as_its_grounds_ask_for(
    colour: Color, ground: Color
) -> None:
    made = readable(colour, {ground: 4.5})
    assert contrast(made, ground) >= 4.5
    others = contrast(colour, ground) < 4.5
    assert (made != colour) is others
    assert not others or contrast(made, ground) < 7


def test_where_nothing_is_far_enough_from_all_the_farthest_from_the_first_is_given() -> None:
    assert readable(Color(100, 100, 100), {Color(60, 60, 60): 21, WHITE: 21}) == WHITE
