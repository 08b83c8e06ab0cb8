from __future__ import annotations

from datetime import date

import pytest
from rich.style import Style

from radar.papers.bases import replace
from radar.papers.listed.paper import PaperId
from radar.papers.reader.query import Mark, PaperRow
from radar.papers.summaries.flags import Claim, Release
from radar.papers.summaries.standing import Standing
from radar.papers.summaries.summary import Agreement, TakeawayOrigin
from radar.papers.text.partial_dates import PartialDate
from radar.tui.lines.glyphs import ASCII, UNICODE, Glyphs
from radar.tui.looks.styles import LookStyles
from radar.tui.rows.looks import RowLooks
from radar.tui.rows.painting import Look, RowPainting, cut_at_word, row_lines
from radar.tui.rows.strips import Pair, RowStrips
from tests.tui.detail.shown import sought

ROW = PaperRow(
    key=7,
    id=PaperId("arxiv:2602.00001"),
    title="Sorting Shells by Sound",
    takeaway="A small network hears which shell is which and sorts a beach in half the time.",
    takeaway_origin=TakeawayOrigin.OFFLINE,
    figure="-50 %",
    code=Release.RELEASED,
    data=Release.PROMISED,
    claim=Claim.QUANTIFIED,
    state_of_the_art=False,
    marks=Mark.NONE,
    new=True,
    day=date(2026, 2, 3),
    dated=True,
)
TODAY = date(2026, 11, 23)


def _painting(width: int = 70, glyphs: Glyphs = UNICODE, typed: str = "") -> RowPainting:
    return RowPainting(width, glyphs, TODAY, sought(typed))


def _strips(row: PaperRow, painting: RowPainting, cursor: bool) -> Pair:
    strips = RowStrips(painting.glyphs, RowLooks(Style, lambda: LookStyles({}, {})))
    strips.painting = painting
    return strips.pair(row, cursor, True)


def _texts(row: PaperRow, painting: RowPainting, cursor: bool = False) -> tuple[str, str]:
    first, second = _strips(row, painting, cursor)
    return first.text, second.text


def _looks(row: PaperRow, text: str, typed: str = "") -> tuple[str, ...]:
    pieces = [piece for line in row_lines(row, _painting(typed=typed), False) for piece in line]
    return next(looks for piece, looks in pieces if piece == text)


def test_a_row_says_in_one_glance_what_came_out_and_what_can_be_had() -> None:
    first, second = _texts(ROW, _painting())
    assert first == " ● C d #   Sorting Shells by Sound                              3 Feb "
    assert second == "           A small network hears which shell is which and…      -50 % "


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_code_that_only_the_site_has_guessed_has_a_sign_of_its_own(signs: Glyphs) -> None:
    guessed = replace(ROW, marks=Mark.READ, code_guessed=True)
    assert _texts(guessed, _painting(glyphs=signs))[0].startswith("   ? d #")
    assert _texts(replace(guessed, code=Release.PROMISED), _painting(glyphs=signs))[0].startswith("   c d #")


def test_every_sign_has_a_letter_in_ascii() -> None:
    row = replace(ROW, marks=Mark.STARRED, state_of_the_art=True, takeaway="A long way " * 9)
    first, second = _texts(row, _painting(glyphs=ASCII), cursor=True)
    assert first.startswith("|* C d S   Sorting")
    assert (first + second).isascii()


@pytest.mark.parametrize("width", [5, 12, 20, 41, 80, 200])
@pytest.mark.parametrize(
    "title", ["x" * 300, "海辺の小石を数える小さな網" * 9, "e\u0301" * 90, "", "a [/] b"]
)
def test_both_lines_are_exactly_as_wide_as_the_list(width: int, title: str) -> None:
    row = replace(ROW, title=title, takeaway=title, instructs=bool(title))
    for strip in _strips(row, _painting(width), True):
        assert strip.cell_length == width
        assert sum(segment.cell_length for segment in strip) == width


def test_a_read_paper_is_neither_new_nor_bold_and_a_star_stays() -> None:
    assert _looks(ROW, ROW.title) == (Look.UNREAD,)
    read = replace(ROW, marks=Mark.READ)
    assert _looks(read, ROW.title) == (Look.READ,)
    assert _texts(read, _painting())[0].startswith("   C")
    assert _texts(replace(ROW, marks=Mark.READ | Mark.STARRED), _painting())[0].startswith(" ★ C")


def test_only_the_flag_on_which_rules_and_model_contradict_each_other_is_underlined() -> None:
    disputed = replace(ROW, standing=Standing(Agreement.DISPUTED, Agreement.BOTH))
    assert _looks(disputed, "C") == (Look.CODE, Look.DISPUTED)
    assert _looks(disputed, "#") == (Look.CLAIM,)
    assert _looks(replace(ROW, standing=Standing(results=Agreement.DISPUTED)), "#")[-1] == Look.DISPUTED
    assert _looks(ROW, "C") == (Look.CODE,)


@pytest.mark.parametrize(
    ("signs", "agreement", "sign"),
    [
        (UNICODE, Agreement.UNASKED, " "),
        (UNICODE, Agreement.BOTH, "="),
        (UNICODE, Agreement.RULE, "r"),
        (UNICODE, Agreement.MODEL, "m"),
        (UNICODE, Agreement.DISPUTED, "≠"),
        (ASCII, Agreement.UNASKED, " "),
        (ASCII, Agreement.BOTH, "="),
        (ASCII, Agreement.RULE, "r"),
        (ASCII, Agreement.MODEL, "m"),
        (ASCII, Agreement.DISPUTED, "x"),
    ],
)
def test_below_code_and_claims_stands_how_rules_and_model_agree(
    signs: Glyphs, agreement: Agreement, sign: str
) -> None:
    on_code = _texts(replace(ROW, standing=Standing(code=agreement)), _painting(glyphs=signs))
    assert on_code[0][3] == "C"
    assert on_code[1].startswith(f"   {sign}       A small network")
    on_claims = _texts(replace(ROW, standing=Standing(results=agreement)), _painting(glyphs=signs))
    assert on_claims[0][7] == "#"
    assert on_claims[1].startswith(f"       {sign}   A small network")


def test_nothing_moves_when_a_model_has_spoken() -> None:
    spoken = replace(
        ROW,
        standing=Standing(Agreement.DISPUTED, Agreement.BOTH),
        takeaway_origin=TakeawayOrigin.MODEL,
        error="no",
    )
    before, after = _texts(ROW, _painting()), _texts(spoken, _painting())
    assert before[0] == after[0]
    assert before[1][11:] == after[1][11:]


def test_agreement_that_there_is_nothing_is_faint() -> None:
    agreed = replace(ROW, standing=Standing(code=Agreement.BOTH))
    assert _looks(agreed, "=") == (Look.AGREED,)
    assert _looks(replace(agreed, code=Release.NONE), "=") == (Look.ABSENT,)


def test_a_withdrawn_paper_says_so_at_the_right_edge_before_all_else() -> None:
    row = replace(ROW, withdrawn=True, instructs=True)
    assert _texts(row, _painting())[1].endswith("  withdrawn  -50 % ")
    assert "withdrawn" not in _texts(row, _painting(40))[1], "a narrow list keeps its takeaway"


def test_a_text_that_speaks_to_models_is_told_at_the_right_edge() -> None:
    row = replace(ROW, instructs=True)
    assert _texts(row, _painting())[1].endswith("hears which…       instructs models  -50 % ")
    assert _looks(row, "instructs models") == (Look.INSTRUCTS,)
    assert _texts(replace(row, figure=""), _painting())[1].endswith("  instructs models ")
    assert "instructs" not in _texts(row, _painting(40))[1], "a narrow list keeps its takeaway"


@pytest.mark.parametrize(
    ("origin", "sign"),
    [
        (TakeawayOrigin.MODEL, "»"),
        (TakeawayOrigin.TRIMMED, "›"),
        (TakeawayOrigin.QUOTED, "“"),
        (TakeawayOrigin.OFFLINE, " "),
    ],
)
def test_a_sign_and_a_look_say_where_a_takeaway_comes_from(origin: TakeawayOrigin, sign: str) -> None:
    row = replace(ROW, takeaway="Short.", takeaway_origin=origin)
    assert _texts(row, _painting())[1].startswith(f"         {sign} Short.")
    assert _looks(row, "Short.") == (origin.value,)


def test_words_searched_for_are_marked_where_they_stand() -> None:
    assert _looks(ROW, "Sound", "sou") == (Look.UNREAD, Look.FOUND)
    assert _looks(ROW, "Sorting Shells by ", "sou") == (Look.UNREAD,)


def test_a_failed_request_for_a_summary_has_a_sign() -> None:
    assert _texts(replace(ROW, error="the endpoint is asleep"), _painting())[1].startswith(" !")


def test_a_day_of_another_year_has_its_year_and_an_unknown_one_is_left_out() -> None:
    assert _texts(replace(ROW, day=date(2025, 10, 5)), _painting())[0].endswith("Oct 2025 ")
    assert "Feb" not in _texts(replace(ROW, dated=False), _painting())[0]


@pytest.mark.parametrize(
    ("day", "shown"), [(PartialDate(2026), " 2026 "), (PartialDate(2026, 1), " Jan 2026 ")]
)
def test_of_a_day_as_much_is_shown_as_is_known(day: PartialDate, shown: str) -> None:
    first = replace(ROW, day=date(2026, 1, 1))
    assert _texts(first, _painting())[0].endswith(" 1 Jan "), "a day that is equal to it"
    assert _texts(replace(ROW, day=day), _painting())[0].endswith(shown)


def test_a_takeaway_is_cut_behind_a_whole_word() -> None:
    assert cut_at_word("one two three four", 11, "…") == "one two…"
    assert cut_at_word("one two three four", 14, "…") == "one two three…"
    assert cut_at_word("one two", 7, "…") == "one two"
    assert cut_at_word("unbelievablylong", 8, "…") == "unbelie…"
    assert cut_at_word("one two, three", 9, "…") == "one two…"


@pytest.mark.parametrize(
    ("changes", "state", "below"),
    [
        ({"marks": Mark.READ}, "↻", " "),
        ({"new": False}, "↻", " "),
        ({"new": True}, "●", "↻"),
        ({"marks": Mark.STARRED}, "★", "↻"),
        ({"marks": Mark.STARRED, "error": "no answer"}, "★", "!"),
        ({"marks": Mark.READ, "updated": False}, " ", " "),
        ({"marks": Mark.READ, "noted": True}, "↻", "¶"),
        ({"marks": Mark.STARRED, "noted": True}, "★", "↻"),
        ({"marks": Mark.STARRED, "noted": True, "updated": False}, "★", "¶"),
        ({"noted": True, "updated": False, "error": "no answer"}, "●", "!"),
    ],
    ids=["read", "seen", "new", "starred", "failed", "not updated", "noted", "both", "starred", "failed"],
)
def test_an_update_and_a_note_have_signs_of_their_own_where_there_is_room(
    changes: dict[str, object], state: str, below: str
) -> None:
    row = replace(replace(ROW, updated=True), **changes)  # type: ignore[arg-type]
    first, second = _texts(row, _painting())
    assert (first[1], second[1]) == (state, below)
    first, second = _texts(row, _painting(glyphs=ASCII))
    assert "u" in (first[1], second[1]) or "↻" not in (state, below)
    assert (below == "¶") == (second[1] == "n")
    if below == "¶":
        assert _looks(row, "¶") == (Look.STARRED,)
    if "↻" in (state, below):
        assert _looks(row, "↻") == (Look.UPDATED,)


def test_a_key_figure_is_cut_behind_a_whole_word() -> None:
    row = replace(ROW, figure="10,000× fewer trained parameters")
    ends = {width: _texts(row, _painting(width))[1].rsplit("  ", 1)[1].strip() for width in (64, 70, 90)}
    assert ends == {
        64: "10,000× fewer trained…",
        70: "10,000× fewer trained…",
        90: "10,000× fewer trained parameters",
    }
