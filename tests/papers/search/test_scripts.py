"""Raised and lowered letters and digits in what is typed."""

from __future__ import annotations

from datetime import date

import pytest

from radar.abstracts.text.tex_words import SUBSCRIPTS, SUPERSCRIPTS
from radar.papers.search.nodes import Column, Either, Node, Not, Words
from radar.papers.search.parsing import parse
from radar.papers.search.scripts import runs

COMMANDS = ("textsubscript", "textsuperscript")


def node(text: str) -> Node:
    (part,) = parse(text, date(2026, 3, 1)).parts
    return part.node


def ways(text: str) -> list[str]:
    found = node(text)
    assert isinstance(found, Either)
    return [words.text for words in found.parts if isinstance(words, Words)]


def texts(text: str) -> list[str]:
    return [way for way in ways(text) if "script" not in way]


def by_command(text: str) -> list[str]:
    return [way for way in ways(text) if "script" in way]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("CO2 ", ["CO 2", "CO₂", "CO²", "CO2"]),
        ("CO₂ ", ["CO 2", "CO2", "CO₂"]),
        ("CO_2 ", ["CO₂", "CO 2", "CO2", "CO_2"]),
        ("CO$_{2}$ ", ["CO₂", "CO 2", "CO2", "CO$_{2}$"]),
        ("L^2 ", ["L²", "L 2", "L2", "L^2"]),
        ("h2o ", ["h 2 o", "h 2o", "h₂o", "h²o", "h2o"]),
        ("H₂O ", ["H 2 O", "H 2O", "H2O", "H₂O"]),
        ("O(n²) ", ["O(n 2)", "O(n2)", "O(n²)"]),
        ("M³Bench ", ["M 3 Bench", "M 3Bench", "M3Bench", "M³Bench"]),
        ("cm⁻¹ ", ["cm−1", "cm−¹"]),
        ("χ² ", ["chi 2", "χ 2", "χ2", "chi ²", "χ²"]),
        ("ℓ₁ ", ["ell 1", "ℓ 1", "ℓ1", "ell ₁", "ℓ₁"]),
        ("C²⁺ ", ["C 2+", "C2+", "C²+"]),
        ('"CO₂ in water" ', ["CO 2 in water", "CO2 in water", "CO₂ in water"]),
    ],
)
def test_a_word_is_looked_for_in_each_way_that_it_may_be_written(typed: str, expected: list[str]) -> None:
    assert texts(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("CO2 ", "CO textsubscript 2"),
        ("CO₂ ", "CO textsubscript 2"),
        ("H2O", "H textsubscript 2 O"),
        ("R² ", "R textsuperscript 2"),
        ("Ca2+ ", "Ca textsuperscript 2+"),
        ("χ² ", "χ textsuperscript 2"),
        ("SO4 ", "SO textsubscript 4"),
        ("20th", "20 textsuperscript th"),
        ('"CO2 in the 4 seas" ', "CO textsubscript 2 in the 4 seas"),
    ],
)
def test_a_command_that_raises_or_lowers_a_part_of_a_word_is_looked_for_before_it(
    typed: str, expected: str
) -> None:
    assert expected in by_command(typed)
    assert len(by_command(typed)) in {2, 4}, "of Greek letters the names too"


@pytest.mark.parametrize("typed", ['"GPT4 on CO2" ', '"CO2 in water', "2d "])
def test_no_command_is_looked_for_where_it_takes_long_or_there_is_nothing_to_lower(typed: str) -> None:
    assert by_command(typed) == []


def test_words_of_a_phrase_may_each_be_written_in_another_way() -> None:
    found = texts('"GPT4 on CO2" ')
    assert {"GPT4 on CO 2", "GPT 4 on CO2", "GPT 4 on CO 2", "GPT4 on CO₂"} < set(found)
    assert texts('"a1b c2d e3f" ') == [
        "a 1 b c 2 d e 3 f",
        "a 1b c 2d e 3f",
        "a₁b c₂d e₃f",
        "a¹b c²d e³f",
        "a1b c2d e3f",
    ]


def test_while_the_last_word_is_typed_the_words_of_a_phrase_are_looked_for_as_written_alike() -> None:
    assert texts('"GPT4 on CO2 in water') == ["GPT 4 on CO 2 in water", "GPT4 on CO2 in water"]
    assert texts('"GPT4 on L2') == ["GPT 4 on L 2", "GPT₄ on L₂", "GPT⁴ on L²", "GPT4 on L2"]


@pytest.mark.parametrize(
    "typed",
    [
        "carbon ",
        "GPT-4 ",
        "2.5 ",
        "² ",
        "author:b2 ",
        "venue:co2 ",
        "note:CO₂ ",
        "第2章 ",
        "a1b2c3d4e5f6a7b8 ",
        "²³ ",
    ],
)
def test_others_are_looked_for_as_they_are(typed: str) -> None:
    assert isinstance(node(typed), Words)


def test_a_number_beside_an_everyday_word_is_looked_for_where_it_was_typed_as_lowered() -> None:
    assert texts("a1 ") == ["a₁", "a¹", "a1"]
    assert texts("A₁ ") == ["A 1", "A1", "A₁"]


def test_two_numbers_side_by_side_do_not_become_one_nor_two_letters() -> None:
    assert texts("10⁶ ") == ["10 6", "10⁶"]
    assert texts("xᵢ ") == ["x i", "xᵢ"]


def test_signs_that_are_raised_belong_to_a_word_as_they_do_in_the_line() -> None:
    assert node("HCO⁺ ") == Words("HCO+")


def test_the_index_is_not_asked_for_all_that_begins_as_a_short_piece_does() -> None:
    assert node("title:l2") == Either(
        (
            *(Words(f"l {command} 2", Column.TITLE) for command in COMMANDS),
            Words("l 2", Column.TITLE),
            *(Words(text, Column.TITLE, prefix=True) for text in ("l₂", "l²", "l2")),
        ),
        alike=True,
    )
    lowered, _raised, pieces, *_ = node("li2mno").parts  # type: ignore[union-attr]
    assert pieces == Words("li 2 mno", prefix=True)
    assert lowered == Words("li textsubscript 2 mno", prefix=True)
    _lowered, raised, pieces, *_ = node("gpt4* ").parts  # type: ignore[union-attr]
    assert pieces == Words("gpt 4", prefix=True, starred=True)
    assert raised == Words("gpt textsuperscript 4")
    assert node('"CO2 capt') == Words("CO2 capt", prefix=True)
    assert node('"CO2 captu') == Either(
        (Words("CO 2 captu", prefix=True), Words("CO2 captu", prefix=True)), alike=True
    )


def test_what_is_not_to_be_there_is_left_out_however_it_is_written() -> None:
    assert node("-L2") == Not(
        Either(tuple(map(Words, (*(f"L {one} 2" for one in COMMANDS), "L 2", "L₂", "L²", "L2"))), alike=True)
    )


def test_every_letter_or_digit_that_is_shown_raised_or_lowered_is_known_as_such() -> None:
    shown = {**SUPERSCRIPTS, **SUBSCRIPTS}
    for sign in shown.values():
        if sign.isalnum():
            assert runs(f"a{sign}b") == [(0, 1), (1, 2), (2, 3)]
    assert runs("a2b") == []
