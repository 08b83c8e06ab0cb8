from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from radar.tui.joined import Joined, Line

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


def test_a_part_of_a_line_is_that_of_any_other_line() -> None:
    plain = Strip([*TEXT, *BEHIND], 9)
    for start, end in ((0, 0), (4, 4), (5, 2), (0, 9), (2, 6), (0, 20)):
        assert list(Joined(TEXT, BEHIND).crop(start, end)) == list(plain.crop(start, end))
        assert list(Line(TEXT, 7).crop(start, end)) == list(TEXT.crop(start, end))
    assert list(Line(TEXT, 7).crop(2)) == list(TEXT.crop(2))
