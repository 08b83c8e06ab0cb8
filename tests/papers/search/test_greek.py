"""Greek letters in what is typed."""

from __future__ import annotations

from datetime import date

import pytest

from radar.abstracts.text.tex_words import COMMANDS
from radar.papers.search.greek import NAMES, VARIANTS
from radar.papers.search.nodes import Column, Either, Node, Not, Words
from radar.papers.search.parsing import parse


def node(text: str) -> Node:
    (part,) = parse(text, date(2026, 3, 1)).parts
    return part.node


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("α ", ["alpha", "α"]),
        ("Δx ", ["delta x", "Δx"]),
        ("ℓ-norm ", ["ell -norm", "ℓ-norm"]),
        ("ε-greedy ", ["epsilon -greedy", "varepsilon -greedy", "ε-greedy"]),
        ("λφ ", ["lambda phi", "lambda varphi", "λφ"]),
        ('"a β decay" ', ["a beta decay", "a β decay"]),
    ],
)
def test_a_letter_is_looked_for_as_the_commands_too_that_are_shown_as_it(
    typed: str, texts: list[str]
) -> None:
    assert node(typed) == Either(tuple(Words(text) for text in texts))


@pytest.mark.parametrize("typed", ["λόγος ", "λόγ ", "αβγδ ", "alpha ", "naïve ", "author:α ", "comment:α "])
def test_words_that_are_no_symbols_are_looked_for_as_they_are(typed: str) -> None:
    assert isinstance(node(typed), Words)


def test_a_command_is_whole_while_its_letter_is_typed() -> None:
    assert node("title:α") == Either((Words("alpha", Column.TITLE), Words("α", Column.TITLE, prefix=True)))
    assert node("α-st") == Either((Words("alpha -st", prefix=True), Words("α-st", prefix=True)))
    assert node("-α ") == Not(Either((Words("alpha"), Words("α"))))


def test_every_letter_that_a_command_is_shown_as_is_known_by_that_command() -> None:
    shown = {command: sign for command, sign in COMMANDS.items() if "\u0370" <= sign[0] <= "\u03ff"}
    del shown["textmu"], shown["upmu"]  # stand in units, not for a quantity
    assert len(shown) > 30
    for command, letter in shown.items():
        name = NAMES[letter.lower()]
        assert command.lower() in {name, f"var{name}"}
        assert command.lower() == name or name in VARIANTS
