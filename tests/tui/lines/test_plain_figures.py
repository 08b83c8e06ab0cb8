from __future__ import annotations

import pytest

from radar.tui.detail import typography
from radar.tui.lines.glyphs import ASCII, UNICODE


@pytest.mark.parametrize(
    ("figure", "plain"),
    [("8.4×", "8.4x"), ("−70 %", "-70 %"), ("3–5 points", "3-5 points"), ("61→74 %", "61->74 %")],
)
def test_a_figure_is_written_with_the_signs_of_the_terminal(figure: str, plain: str) -> None:
    assert ASCII.figure(figure) == typography.ASCII.figure(figure) == plain
    assert UNICODE.figure(figure) == typography.UNICODE.figure(figure) == figure
