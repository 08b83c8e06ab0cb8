from __future__ import annotations

import pytest
from textual.geometry import Offset
from textual.selection import SELECT_ALL, Selection

from radar.tui.detail.blocks import Block, lay_out
from radar.tui.detail.selecting import selected_text

BLOCKS = (
    Block("pebbles lie on\xa0the beach", label="CODE", indent=6),
    Block(""),
    Block("https://shore.example/sand", indent=6),
    Block("foam", indent=6),
)
WIDTH = 18


@pytest.mark.parametrize(
    ("selection", "text"),
    [
        (SELECT_ALL, "CODE  pebbles lie on the beach\n\nhttps://shore.example/sand\nfoam"),
        (Selection(Offset(6, 0), Offset(8, 1)), "pebbles lie on"),
        (Selection(Offset(2, 1), Offset(12, 1)), "on the"),
        (Selection(Offset(6, 3), None), "s://shore.example/sand\nfoam"),
        (Selection(Offset(0, 90), None), ""),
    ],
)
def test_lines_of_a_paragraph_are_joined_as_its_text_goes_on(selection: Selection, text: str) -> None:
    assert selected_text(lay_out(BLOCKS, WIDTH), selection) == text
