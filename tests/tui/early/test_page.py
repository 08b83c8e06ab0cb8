"""What the terminal is sent as the first page."""

from __future__ import annotations

import re

import pyte
import pytest
from rich.color import Color
from textual.scrollbar import ScrollBarRender

from radar.tui.early.page import NoPage, page_of, rows_on, thumb
from radar.tui.lines.cells import cell_len
from radar.tui.lines.glyphs import UNICODE
from radar.tui.rows.painting import RowPainting, row_lines
from tests.tui.early.invented import TODAY, first, record, row


def test_every_line_of_the_screen_is_written_in_its_place() -> None:
    screen = _shown(page_of(record(), first(row(), row("数学と確率の本", "短い")), TODAY))
    assert screen[0].strip() == "radar   0 new · 2 papers · 0 with code"
    assert screen[1].rstrip().endswith("all    2")
    assert screen[2].startswith("▌● · · ·   Pebbler") and screen[2].rstrip().endswith("3 Feb")
    assert screen[3].startswith("▌          It sorts pebbles.")
    assert screen[4].replace(" ", "").startswith("●···数学と確率の本")
    assert screen[6].strip() == "" and screen[11].strip().endswith("takeaways offline")


def test_the_pieces_of_a_row_are_those_that_the_list_paints() -> None:
    one = row("A long title that is cut somewhere in the middle of it", "And what it found", "+5 %", 64 | 4)
    cells = _cells(page_of(record(), first(one), TODAY))
    for part, line in enumerate(row_lines(one, RowPainting(60, UNICODE, TODAY, ()), True)):
        x = 0
        for text, looks in line:
            for character in text:
                expected = character, record().looks[True, ",".join(looks)]
                assert cells[2 + part, x] == expected or x == 59, "the scroll bar aside"
                x += 1


def test_a_paper_cannot_send_anything_but_text() -> None:
    for title in ("A\x1b]0;owned\x07", "two\nlines", "hidden\u202eright to left", "\x9b2J", "half\ud800"):
        with pytest.raises(NoPage):
            page_of(record(), first(row(title)), TODAY)
        with pytest.raises(NoPage):
            page_of(record(), first(row(takeaway=title)), TODAY)
    page = page_of(record(), first(row()), TODAY)
    assert re.sub(r"\x1b\[[0-9;]*[Hm]", "", page).isprintable()


def test_a_row_in_a_style_that_is_not_known_is_not_guessed() -> None:
    made = record()
    del made.looks[False, "unread"]
    with pytest.raises(NoPage):
        page_of(made, first(row(), row()), TODAY)


def test_a_side_bar_that_was_shown_or_hidden_since_leaves_no_page() -> None:
    made = record()
    with pytest.raises(NoPage):
        page_of(made, first(row(), watches=True), TODAY)
    made.watches = True
    with pytest.raises(NoPage):
        page_of(made, first(row()), TODAY)
    assert "Pebbler" in page_of(made, first(row(), watches=True), TODAY)


def test_tex_is_read_as_the_list_reads_it_with_the_record_or_without() -> None:
    made = record()
    assert "β-plan" in page_of(made, first(row(r"$\beta$-plan")), TODAY)
    made.readable[r"$\beta$-plan"] = "as the last screen read it"
    assert "as the last screen read it" in page_of(made, first(row(r"$\beta$-plan")), TODAY)


def test_what_does_not_fit_or_is_not_known_is_left_blank() -> None:
    assert "new" not in _shown(page_of(record(), first(row(), new=None), TODAY))[0]
    made = record()
    made.texts["found"] = "all · " * 20
    assert "all" not in _shown(page_of(made, first(row()), TODAY))[1]
    made = record(40)
    assert _shown(page_of(made, first(row()), TODAY), 40)[11].rstrip().endswith("…")


def test_a_list_with_a_line_at_the_bottom_cuts_the_last_paper() -> None:
    made = record(height=13)
    assert rows_on(made) == 5
    screen = _shown(page_of(made, first(*(row(f"Paper {n}") for n in range(9))), TODAY), lines=13)
    assert "Paper 4" in screen[10] and "takeaways offline" in screen[12]


@pytest.mark.parametrize("height", [8, 20, 32, 46])
def test_the_scroll_bar_is_textuals(height: int) -> None:
    for lines in (0, height - 1, height, height + 1, height + 2, 2 * height + 1, 100, 333, 1_000, 2_000_000):
        shown = height if height < lines else 0
        bar = ScrollBarRender.render_bar(
            height, lines, shown, back_color=Color.parse("red"), bar_color=Color.parse("blue")
        )
        cells = [(segment.text, bool(segment.style and segment.style.reverse)) for segment in bar.segments]
        full, eighths = thumb(height, lines)
        expected = [(" ", True)] * full + ([(" ▇▆▅▄▃▂▁"[eighths], True)] if eighths else [])
        expected += [(" ", False)] * (height - len(expected))
        assert cells[:height] == expected[:height], lines


def test_cells_are_counted_as_rich_counts_them() -> None:
    from rich.cells import cell_len as measured

    for first_, last in ((0x20, 0x7F), (0xA0, 0x600), (0x2000, 0x2700), (0x3000, 0x3100), (0x1F300, 0x1F700)):
        for code in range(first_, last):
            assert cell_len(chr(code)) == measured(chr(code)), hex(code)


def _shown(page: str, columns: int = 60, lines: int = 12) -> list[str]:
    screen = pyte.Screen(columns, lines)
    pyte.Stream(screen).feed(page)
    return list(screen.display)


def _cells(page: str) -> dict[tuple[int, int], tuple[str, str]]:
    """Return each cell with its style."""
    cells: dict[tuple[int, int], tuple[str, str]] = {}
    y = x = 0
    style = ""
    for move, pen, character in re.findall(r"\x1b\[(\d+;\d+)H|\x1b\[0;?([\d;]*)m|(.)", page):
        if move:
            y, x = (int(number) - 1 for number in move.split(";"))
        elif character:
            cells[y, x] = character, style
            x += 1
        else:
            style = pen
    return cells


def test_an_updated_paper_is_painted_as_the_list_paints_it() -> None:
    flags = 1 | 1 << 20
    screen = _shown(page_of(record(), first(row(flags=flags), row(flags=flags | 2)), TODAY))
    assert screen[2].startswith("▌↻") and screen[4].startswith(" ★") and screen[5].startswith(" ↻")
