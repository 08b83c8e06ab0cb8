"""What a sentence, and a line made of it, is worth as the takeaway."""

from __future__ import annotations

import json

import pytest

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.takeaways.choice.sentence_worth import (
    WEIGHTS,
    Worth,
    class_features,
    mark_features,
    place_features,
    place_of,
    places,
    word_features,
    worth,
)
from radar.abstracts.takeaways.telling_words import TellingWords, words_of
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

TITLE = "Sidestep: Gaits for Crabs"
TEXT = (
    "Recent crabs walk badly, which remains a problem. We propose Sidestep, a gait for crabs. "
    "It cuts slipping by 12% on 3 beaches. Our gait is the best of all compared gaits. Code is available."
)


def claims() -> tuple[SentenceClaim, ...]:
    return read_claims(units(TEXT, sentences(TEXT)))


def shipped() -> dict[str, dict[str, float]]:
    content: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return content


def test_a_sentence_is_worth_the_sum_of_the_weights_of_its_place_and_its_classes() -> None:
    weights, found = shipped()["weights"], claims()
    values = worth().of_places(found)
    for claim, place, value in zip(found, map(place_of, places(found)), values, strict=True):
        names = [*place_features(place), *class_features(claim.sentence.classes)]
        assert value == pytest.approx(sum(weights.get(name, 0.0) for name in names))


@pytest.mark.parametrize("line", ["We walk.", "We propose Sidestep, a gait for crabs (on 3 beaches): it…"])
def test_a_line_is_worth_the_sum_of_the_weights_of_its_words_and_its_marks(line: str) -> None:
    weights, model = shipped()["weights"], worth()
    telling = TellingWords(TITLE, claims(), model.words)
    counts = telling.counts(words_of(line))
    known = sum(weights.get(name, 0.0) for name in mark_features(line))
    for name, value in word_features(counts, model.telling(counts), telling.share):
        known += weights.get(name, 0.0) * value
    assert model.of_line(line, counts, telling.share) == pytest.approx(known)


def test_the_words_that_are_expected_add_up_by_word_and_by_kind() -> None:
    content, model = shipped(), worth()
    counts = TellingWords(TITLE, claims(), model.words).counts(["propose", "crabs", "zzzz"])
    kinds = dict(zip(counts._fields[2:], counts[2:], strict=True))
    known = sum(content["words"].get(word, 0.0) for word in ("propose", "crabs"))
    known += sum(content["kinds"].get(name, 0.0) * count for name, count in kinds.items())
    assert model.telling(counts) == pytest.approx(known)


def test_a_long_sentence_is_worth_no_more_than_a_line_of_it_can_be() -> None:
    model = Worth({}, {"different": 1.0}, {"telling": 1.0, "title": 1.0})
    telling = TellingWords(TITLE, claims(), {})
    words = [f"crab{number}" for number in range(50)]
    assert model.of_sentence(telling.counts(words), telling.share) == pytest.approx(25.0)


def test_the_place_of_a_sentence_tells_what_comes_before_it() -> None:
    found = [place_of(number) for number in places(claims())]
    assert [place.own for place in found] == [False, True, False, True, False]
    assert [place.own_before for place in found] == [0, 0, 1, 1, 2]
    assert [place.proposes for place in found] == [False, True, False, False, False]
    assert found[1].behind_problem and not found[2].behind_problem
    assert [place.position for place in found] == [0, 1, 2, 3, 4]
    assert [place.from_end for place in found] == [3, 3, 2, 1, 0]
    assert [place.proposals_before for place in found] == [0, 0, 1, 1, 1]
    assert [place.claim for place in found] == [claim.claim for claim in claims()]
    assert [place.others for place in found] == [claim.background for claim in claims()]
    assert {place.proposals for place in found} == {1}


def test_large_numbers_are_one_in_the_place_of_a_sentence() -> None:
    text = "We propose a gait. " * 12
    found = [place_of(number) for number in places(read_claims(units(text, sentences(text))))]
    assert [place.position for place in found] == [0, 1, 2, 3, 4, *[5] * 7]
    assert [place.from_end for place in found] == [*[3] * 9, 2, 1, 0]
    assert [place.own_before for place in found] == [0, 1, 2, *[3] * 9]
    assert [place.proposals_before for place in found] == [0, 1, 2, *[3] * 9]
    assert {place.proposals for place in found} == {3}


def test_the_shipped_weights_prefer_the_contribution_to_the_motivation_and_the_code() -> None:
    model, found = worth(), claims()
    telling = TellingWords(TITLE, found, model.words)
    values = [
        value + model.of_sentence(telling.counts(claim.sentence.words), telling.share)
        for claim, value in zip(found, model.of_places(found), strict=True)
    ]
    assert max(values) == values[1]


def test_the_weights_name_their_origin() -> None:
    assert "SciTLDR" in json.loads(WEIGHTS.read_text(encoding="utf-8"))["origin"]


def test_a_model_without_weights_finds_every_sentence_worth_nothing() -> None:
    found = claims()
    model, telling = Worth({}, {}, {}), TellingWords(TITLE, found, {})
    assert model.of_places(found)[0] == 0.0
    assert model.of_line("We walk…", telling.counts(["we", "walk"]), telling.share) == 0.0
