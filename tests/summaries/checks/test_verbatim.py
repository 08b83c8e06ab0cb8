"""What stands in a paper letter by letter, told without taking the paper apart."""

from __future__ import annotations

import pytest

from radar.summaries.checks.numbers import numbers_of, stand_as_written, ungrounded_numbers
from radar.summaries.checks.takeaway_checks import Ground, failed_checks, ground_of, holds
from radar.summaries.checks.verbatim import may_follow, shares, stands
from radar.summaries.checks.wording import plain_form, stems_in, words_in

TITLE = "OwlNet: Listening to Owls"
ABSTRACT = (
    "Owls hunt at night, so few people see them. We introduce OwlNet-2, a self-supervised listener, and "
    "train OwlNet-2 on 1,400 hours of sound from twenty-five forests. It tells owls apart in 93.5\\% of the "
    "recordings, 3 x 10^5 in all, at a cost of 2e4 joules. OwlNet's errors fall by a factor of three."
)
LOWER = plain_form(f"{TITLE} . {ABSTRACT}").lower()


@pytest.mark.parametrize("word", ["owlnet", "supervised", "self-supervised", "owlnet-2", "forests", "joules"])
def test_a_word_or_a_part_of_a_compound_stands(word: str) -> None:
    assert stands(word, LOWER)


@pytest.mark.parametrize(
    "word", ["own", "forest", "superv", "supervised-listener", "et", "s", "owlnet's", "käuze"]
)
def test_what_only_stands_within_another_word_is_left_to_the_exact_question(word: str) -> None:
    assert not stands(word, LOWER)


def test_a_compound_within_a_longer_one_is_left_to_the_exact_question() -> None:
    assert not stands("of-the", "a state-of-the-art owl")


@pytest.mark.parametrize(
    ("said", "enough"),
    [
        ("forests recordings", True),
        ("forested recorded", True),
        ("mountains recordings", False),
        ("orest ecordings", False),
    ],
)
def test_content_words_are_shared_by_their_beginning(said: str, enough: bool) -> None:
    assert shares(stems_in(words_in(said)), LOWER, 2) is enough


def test_short_words_and_empty_words_are_not_shared_content() -> None:
    assert not shares({"the", "art"}, "the party of the artless", 1)
    assert shares({"art"}, "the art of owls", 1)


def test_a_text_in_a_script_without_spaces_is_left_to_the_exact_question() -> None:
    assert not shares({"owl"}, "an owl 猫头鹰", 1)
    assert shares({"owl"}, "an owl in a café", 1)


def test_words_follow_each_other_across_signs_only() -> None:
    assert may_follow(["night", "so", "few", "people"], LOWER)
    assert not may_follow(["night", "few", "people"], LOWER)
    assert not may_follow(["people", "see", "others"], LOWER)
    assert may_follow(["people"], "")


@pytest.mark.parametrize(
    "said",
    [
        "OwlNet-2 hears owls",
        "1400 hours of sound",
        "93.5% of recordings",
        "93.5 percent of recordings",
        "no number at all",
    ],
)
def test_numbers_that_stand_as_they_are_written_are_told(said: str) -> None:
    assert stand_as_written(plain_form(said), plain_form(ABSTRACT))


@pytest.mark.parametrize(
    "said",
    [
        "25 forests",
        "300000 recordings",
        "20000 joules",
        "3 times fewer errors",
        "errors fall to a third of 3x",
    ],
)
def test_numbers_spelt_another_way_are_left_to_the_exact_question(said: str) -> None:
    assert not stand_as_written(plain_form(said), plain_form(ABSTRACT))
    assert failed_checks(f"The listener OwlNet-2 tells owls apart with {said}", ground()) == (
        ("number not in the abstract",) if "third" in said else ()
    )


@pytest.mark.parametrize("said", ["10 owls", "4 owls", "93 owls", "5 owls", "93.5 ms", "1400%"])
def test_what_is_a_part_of_a_number_is_no_number(said: str) -> None:
    text = plain_form(ABSTRACT)
    assert not stand_as_written(said, text)
    assert ungrounded_numbers(said, numbers_of(text)) or said == "10 owls"


def test_a_takeaway_in_the_words_of_the_abstract_does_not_have_it_taken_apart() -> None:
    against = ground()
    takeaway = "OwlNet-2 tells owls apart in 93.5% of recordings after hearing 1400 hours of sound."
    assert failed_checks(takeaway, against) == ()
    assert not {"words", "numbers", "stems", "in_order"} & set(vars(against))


@pytest.mark.parametrize(
    ("takeaway", "failed"),
    [
        ("OwlNets tell owls apart in most recordings of forests.", ()),
        ("OWLNET tells owls apart in most recordings of forests.", ()),
        ("BatNet tells owls apart in most recordings of forests.", ("name not in the abstract",)),
        ("Owen tells owls apart in most recordings of forests.", ("name not in the abstract",)),
        ("Few people see owls and few people hear owls in forests.", ()),
        ("We introduce OwlNet-2, a self supervised listener, and more.", ()),
        ("Owls hunt at night; so few people see them.", ("copied from the abstract",)),
        ("The weather above mountains is colder than sailors believed.", ("off topic",)),
    ],
)
def test_what_does_not_stand_there_is_asked_exactly(takeaway: str, failed: tuple[str, ...]) -> None:
    assert failed_checks(takeaway, ground()) == failed
    assert holds(takeaway, ground()) is not bool(failed)


def ground() -> Ground:
    return ground_of(TITLE, (TITLE, ABSTRACT), "say what the paper found")
