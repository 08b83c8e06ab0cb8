"""What a sentence is worth as the takeaway."""

from __future__ import annotations

import json

import pytest

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.sentence_worth import WEIGHTS, Worth, features, title_stems, worth
from radar.abstracts.sentences import sentences
from radar.abstracts.text_units import units

TITLE = "Sidestep: Gaits for Crabs"
TEXT = (
    "Recent crabs walk badly. We propose Sidestep, a gait for crabs. It cuts slipping by 12% on 3 beaches. "
    "Our gait is the best of all compared gaits. Code is available."
)


def claims() -> tuple[SentenceClaim, ...]:
    return read_claims(units(TEXT, sentences(TEXT)))


def test_a_sentence_is_worth_the_sum_of_the_weights_of_its_features() -> None:
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    stems, found = title_stems(TITLE), claims()
    for number, claim in enumerate(found):
        known = sum(
            weights.get(name, 0.0) * value for name, value in features(claim, number, len(found), stems)
        )
        assert worth().of(claim, number, len(found), stems) == pytest.approx(known)


def test_the_shipped_weights_prefer_the_contribution_to_the_motivation_and_the_code() -> None:
    stems, found = title_stems(TITLE), claims()
    values = [worth().of(claim, number, len(found), stems) for number, claim in enumerate(found)]
    assert max(values) == values[1]


def test_the_weights_name_their_origin() -> None:
    assert "SciTLDR" in json.loads(WEIGHTS.read_text(encoding="utf-8"))["origin"]


def test_a_model_without_weights_finds_every_sentence_worth_nothing() -> None:
    assert Worth({}).of(claims()[0], 0, 5, ()) == 0.0


def test_the_words_of_a_title_count_once_and_by_their_beginning() -> None:
    assert title_stems("Crabs, crabs and the Crabbing of Gaits") == ("crabs", "crabb", "gaits")
