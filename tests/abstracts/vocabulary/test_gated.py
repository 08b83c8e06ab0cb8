"""Patterns that are asked only where one of their pieces stands, and several asked as one."""

from __future__ import annotations

import re
from random import Random

import pytest

from radar.abstracts.outcomes.rare_findings import RARE
from radar.abstracts.outcomes.told import TOLD
from radar.abstracts.vocabulary import claim_numbers as numbers
from radar.abstracts.vocabulary.gated import Gated, any_found, first_found
from radar.abstracts.vocabulary.words import any_of, has_decimal
from tests.abstracts.drawn import matching

_DRAWS, _LEAST = 4_000, 20


@pytest.mark.parametrize("gated", [*RARE, *TOLD])
def test_a_piece_stands_wherever_a_finding_in_rarer_words_does(gated: Gated) -> None:
    gates, pattern = gated
    texts = list(matching(pattern, _DRAWS, 1))
    assert len(texts) >= _LEAST
    assert [text for text in texts if not any_of(gates, text)] == []


def test_a_piece_stands_wherever_a_change_does() -> None:
    texts = list(matching(numbers.CHANGE, _DRAWS, 2))
    whole = [text for text in texts if not has_decimal(text)]
    assert len(whole) >= _LEAST and len(texts) - len(whole) >= _LEAST
    assert [text for text in whole if not any_of(numbers.WHOLE_CHANGE_GATES, text)] == []
    assert [text for text in texts if not any_of(numbers.CHANGE_GATES, text)] == []


def test_several_patterns_find_first_what_one_of_their_alternatives_would() -> None:
    sources = {"ab+": ("ab",), "b(?=c)": ("b",), "bc|ca": ("bc", "ca"), "c": ("c",)}
    patterns = [(gates, re.compile(source)) for source, gates in sources.items()]
    one, random = re.compile("|".join(sources)), Random(3)
    for _ in range(500):
        text = "".join(random.choices("abc ", k=random.randint(0, 8)))
        found, expected = first_found(patterns, text), one.search(text)
        assert (found and found.span()) == (expected and expected.span()), text
        assert any_found([pattern for _, pattern in patterns], text) == (expected is not None)


def test_a_pattern_is_not_asked_where_none_of_its_pieces_stands() -> None:
    assert first_found([(("shell",), re.compile("crab"))], "a crab") is None
