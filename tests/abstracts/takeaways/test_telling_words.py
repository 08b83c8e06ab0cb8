"""Which words of an abstract are telling."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.takeaways.telling_words import (
    MOST_STEMS,
    TellingStems,
    TellingWords,
    is_own,
    words_of,
)
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

TEXT = "Crabs walk on sand. We propose a gait for walking crabs. Crabs like gulls. In this paper gulls rest."


def claims() -> tuple[SentenceClaim, ...]:
    return read_claims(units(TEXT, sentences(TEXT)))


def test_words_are_counted_by_where_their_forms_stand() -> None:
    counts = TellingWords("Gaits of Walking Crabs", claims(), {"crabs": 0.5, "gait": 0.25}).counts(
        ["crabs", "walking", "gait", "gulls", "crabs", "moon"]
    )
    assert counts.length == 6
    assert counts.different == 5
    assert counts.known == pytest.approx(0.75)
    assert counts.title == 2
    assert counts.twice == 1
    assert counts.often == 1
    assert counts.done == 3


def test_the_weights_of_words_sum_up_alike_in_whatever_order_a_set_holds_them() -> None:
    """A set of words has another order in every process, and sums of fractions another last digit."""
    names = [f"word{number}" for number in range(60)]
    weights = {name: (1e16, 1.0, -1e16)[number % 3] for number, name in enumerate(names)}
    assert TellingWords("", claims(), weights).counts(names).known == 20.0


def test_words_are_in_lower_case_with_their_hyphens_and_digits_and_nothing_else() -> None:
    assert words_of("State-of-the-art GPT4 (élan, 3.5%)!") == ["state-of-the-art", "gpt4", "lan", "3", "5"]


def test_a_sentence_is_the_authors_own_if_they_speak_in_it() -> None:
    assert [is_own(claim) for claim in claims()] == [False, True, False, True]


def test_a_sentence_is_counted_like_a_line_of_its_words() -> None:
    telling = TellingWords("Gaits of Walking Crabs", claims(), {"crabs": 0.5})
    for number, claim in enumerate(claims()):
        assert telling.counts_of(number) == telling.counts(claim.sentence.words)


def test_an_abstract_without_a_title_has_telling_words_too() -> None:
    assert TellingWords("", claims(), {}).counts(["crabs"]).title == 0


def test_words_are_remembered_with_their_beginnings_and_never_too_many_of_them() -> None:
    stems = TellingStems()
    assert [stems["walking"], stems["walks"]] == ["walkin", "walk"]
    assert "walking" in stems
    for number in range(MOST_STEMS + 1):
        assert stems[f"crab{number}"] == f"crab{number}"[:6]
    assert len(stems) <= MOST_STEMS
