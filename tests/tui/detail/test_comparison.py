from __future__ import annotations

import pytest

from radar.papers.bases import replace
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.flags import Claim, CodeStatus, ResultClaim
from radar.papers.summaries.summary import Agreement, TakeawayOrigin, Verdict, Verdicts
from radar.tui.detail.comparison import Row, cards, differing, outvoted
from radar.tui.detail.typography import ASCII, UNICODE, Typography
from tests.tui.invented import FLAGS, by_model, entry, offline


def _summaries(number: int) -> PaperEntry:
    return entry(summaries=(offline(), *(by_model(f"Way {place} of it.") for place in range(1, number))))


def _text(row: Row) -> str:
    return "\n".join(line.plain.replace("\u00a0", " ") for column in row.columns for line in column)


def _all(shown: PaperEntry, signs: Typography = UNICODE) -> list[str]:
    return [_text(row) for row in cards(shown, 78, signs)]


@pytest.mark.parametrize(
    ("width", "number", "beside"),
    [(78, 3, [1, 1, 1]), (118, 2, [2]), (118, 3, [3]), (118, 4, [2, 2]), (198, 4, [4]), (198, 7, [4, 3])],
)
def test_cards_stand_under_each_other_and_side_by_side_where_there_is_room(
    width: int, number: int, beside: list[int]
) -> None:
    rows = cards(_summaries(number), width, UNICODE)
    assert [len(row.columns) for row in rows] == beside
    assert [row.first for row in rows] == [sum(beside[:place]) for place in range(len(beside))]


@pytest.mark.parametrize("width", [20, 40, 78, 118, 198])
def test_no_line_is_wider_than_its_card_and_no_row_than_the_screen(width: int) -> None:
    for row in cards(_summaries(3), width, UNICODE):
        assert all(len(line.plain) <= row.width for column in row.columns for line in column)
        if width > 20:
            assert len(row.columns) * (row.width + 3) <= width
        assert len(list(row.lines)) == row.height


def test_a_card_tells_takeaway_origin_model_time_tokens_and_cost() -> None:
    card = _all(entry(summaries=(offline(), by_model()), shown=1))[1]
    assert card.startswith("2  tiny-writer · shown in the list\nmodel\nA small network sorts")
    assert "prompt 3fa9c21b" in card
    assert "2026" in card
    assert "412 + 38 tokens · $0.0002" in card


def test_why_a_models_words_were_not_used_is_told() -> None:
    quoted = by_model(origin=TakeawayOrigin.QUOTED, failed_checks=("too long",))
    told = " ".join(_all(entry(summaries=(offline(), quoted)))[1].split())
    assert "the words of tiny-writer are not shown because they are longer than 25 words" in told


def test_a_card_says_that_no_model_was_asked_instead_of_blaming_its_words() -> None:
    failed = ("instruction in the abstract: ignore the above",)
    unasked = by_model(origin=TakeawayOrigin.QUOTED, failed_checks=failed)
    told = " ".join(_all(entry(summaries=(offline(), unasked)))[1].split())
    assert (
        "no model was asked: the abstract speaks to a model instead of a reader: “ignore the above”" in told
    )
    assert "the words of" not in told


def test_flags_that_differ_are_marked_by_a_sign_on_every_card() -> None:
    other = by_model(flags=replace(FLAGS, code=CodeStatus(), results=ResultClaim(Claim.QUALITATIVE)))
    shown = entry(summaries=(offline(), other))
    first, second = _all(shown)
    assert "CODE    ≠ released" in first
    assert "CODE    ≠ none stated" in second
    assert "CLAIMS  ≠ state of the art, with numbers" in first
    assert "CLAIMS  ≠ in words" in second
    assert "DATA    promised" in first
    assert differing(shown)
    assert "CODE    != released" in _all(shown, ASCII)[0]


def test_a_model_that_says_otherwise_is_noticed_where_the_flags_are_the_same() -> None:
    doubting = replace(by_model(), verdicts=Verdicts(results=Verdict(Agreement.RULE, "none")))
    assert outvoted(entry(summaries=(offline(), doubting)))
    for agreement in (Agreement.BOTH, Agreement.RULE):
        same = replace(by_model(), verdicts=Verdicts(results=Verdict(agreement, "quantified")))
        assert not outvoted(entry(summaries=(offline(), same)))


def test_what_a_model_says_otherwise_is_told_in_words() -> None:
    said = Verdicts(code=Verdict(Agreement.RULE, "none"), results=Verdict(Agreement.DISPUTED, "qualitative"))
    card = _all(entry(summaries=(offline(), replace(by_model(), verdicts=said))))[1]
    assert "CODE    released · the model says none stated" in card
    assert "the model says in words" in card


def test_flags_that_agree_are_not_marked() -> None:
    shown = entry(summaries=(offline(), by_model()))
    assert not differing(shown)
    assert "≠" not in "".join(_all(shown))


def test_what_the_model_itself_said_is_told_where_the_rules_were_followed() -> None:
    said = replace(by_model(), verdicts=Verdicts(code=Verdict(Agreement.RULE, "none")))
    assert "CODE    released · the model says none" in _all(entry(summaries=(offline(), said)))[1]


def test_what_models_and_servers_say_is_cleaned() -> None:
    hostile = by_model("A [/] takeaway.", failed_checks=("x\x1b]0;y\x07",), origin=TakeawayOrigin.TRIMMED)
    made = replace(hostile.provenance, model="tiny\x1b[31m-writer\u202e")
    verdicts = Verdicts(code=Verdict(Agreement.DISPUTED, "none\x9b31m"))
    told = "".join(_all(entry(summaries=(offline(), replace(hostile, provenance=made, verdicts=verdicts)))))
    assert not set(told) & set("\x1b\x07\x9b\u202e")
    assert "A [/] takeaway." in told


def test_an_opinion_for_the_reader_is_told_apart() -> None:
    opinion = replace(by_model(), relevance="You sort pebbles too.")
    assert "for you: You sort pebbles too." in _all(entry(summaries=(offline(), opinion)))[1]
