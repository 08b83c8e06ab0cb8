import pytest
from rich.cells import cell_len

from radar.tui.lines.wrapping import cut, index_at, wrap


def lines(text: str, width: int, first_width: int | None = None) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, first_width)]


def test_lines_break_at_white_space() -> None:
    assert lines("pebbles lie on the beach", 12) == ["pebbles lie", "on the beach"]


def test_the_first_line_may_be_narrower() -> None:
    assert lines("pebbles lie on the beach", 12, 8) == ["pebbles", "lie on the", "beach"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert lines("a pebblepebblepebble here", 8) == ["a", "pebblepe", "bblepebb", "le here"]


def test_no_line_begins_behind_a_no_break_space() -> None:
    assert lines("stones\u00a0· sand", 8) == ["stones\u00a0·", "sand"]


def test_wide_characters_count_two_cells_and_break_anywhere_but_before_closing_signs() -> None:
    text = "海辺の石を並べる機械。"
    broken = lines(text, 10)
    assert "".join(broken) == text
    assert all(cell_len(line) <= 10 for line in broken)
    assert lines("石を並べ。", 8) == ["石を並", "べ。"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    text = "e\u0323" * 9
    assert all(not line.startswith("\u0323") for line in lines(text, 4))


@pytest.mark.parametrize("text", ["", "   "])
def test_a_text_without_words_is_one_empty_line(text: str) -> None:
    assert wrap(text, 10) == ((0, 0),)


@pytest.mark.parametrize("width", [1, 2, 3, 7])
def test_no_width_is_too_narrow(width: int) -> None:
    text = "Pebbler: 石 and e\u0301 https://github.com/pebbles/pebbler"
    broken = lines(text, width)
    assert "".join("".join(broken).split()) == "".join(text.split())
    assert all(cell_len(line) <= max(2, width) for line in broken)


def test_a_cut_text_ends_in_an_ellipsis_and_fits() -> None:
    assert cut("pebbles on a beach", 10) == "pebbles o…"
    assert cell_len(cut("海辺の石を並べる", 7)) <= 7
    assert cut("short", 10) == "short"


def test_a_cell_is_found_back_in_a_text_of_wide_characters() -> None:
    assert [index_at("a石b", cell) for cell in range(5)] == [0, 1, 1, 2, 3]
