from __future__ import annotations

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from radar.tui.looks.joined import Joined, Line

TEXT = Strip([Segment("paper", Style(bold=True)), Segment("中", Style(italic=True))], 7)
BEHIND = Strip([Segment("  ", Style(dim=True))], 2)


def test_a_line_is_cut_where_it_was_joined_into_what_it_was_joined_of() -> None:
    text, behind = Joined(TEXT, BEHIND).divide([7, 9])
    assert text is TEXT
    assert behind is BEHIND


def test_it_is_cut_like_any_other_line_elsewhere() -> None:
    plain = Strip([*TEXT, *BEHIND], 9)
    for cuts in ([9], [3, 9], [3, 7, 9], [7]):
        parts = Joined(TEXT, BEHIND).divide(cuts)
        assert [list(part) for part in parts] == [list(part) for part in plain.divide(cuts)]


def test_lines_joined_of_joined_lines_are_written_like_one_line() -> None:
    console = Console(color_system="truecolor", force_terminal=True)
    inner = Joined(TEXT, BEHIND)
    outer = Joined(inner, BEHIND, Line(TEXT, 7))
    plain = Strip([*TEXT, *BEHIND, *BEHIND, *TEXT], 18)
    assert outer.cell_length == 18
    assert outer.render(console) == plain.render(console)
    assert (list(outer), outer.text, len(outer)) == (list(plain), plain.text, len(plain))
    assert outer.crop(0, 9) is inner
    for start, end in ((0, 8), (1, 9), (9, 18)):
        assert list(outer.crop(start, end)) == list(plain.crop(start, end))
    for cuts in ([9, 18], [9, 11, 18], [7, 9, 11, 18]):
        assert [list(part) for part in outer.divide(cuts)] == [list(part) for part in plain.divide(cuts)]


def test_a_line_does_whatever_another_strip_does() -> None:
    plain, line = Strip(list(TEXT), 7), Line(TEXT, 7)
    bold = Style(bold=True)
    assert list(line.apply_style(bold)) == list(plain.apply_style(bold))
    assert list(line.adjust_cell_length(9)) == list(plain.adjust_cell_length(9))
    assert list(line.crop_extend(0, 9, bold)) == list(plain.crop_extend(0, 9, bold))
    assert list(line.apply_offsets(1, 2)) == list(plain.apply_offsets(1, 2))
    assert line == plain
    assert line.crop(2, 6) is line.crop(2, 6), "what was cut is kept, as Textual keeps it"
    with pytest.raises(AttributeError):
        line.nothing_of_the_kind  # noqa: B018 (asked for in vain)


def test_a_part_of_a_line_is_that_of_any_other_line() -> None:
    plain = Strip([*TEXT, *BEHIND], 9)
    for start, end in ((0, 0), (4, 4), (5, 2), (0, 9), (2, 6), (0, 20)):
        assert list(Joined(TEXT, BEHIND).crop(start, end)) == list(plain.crop(start, end))
        assert list(Line(TEXT, 7).crop(start, end)) == list(TEXT.crop(start, end))
    assert list(Line(TEXT, 7).crop(2)) == list(TEXT.crop(2))
