"""Sentences taken apart once for all rules."""

from __future__ import annotations

import pytest

from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import Sentence, units


def unit(text: str) -> Sentence:
    (found,) = units(text, sentences(text))
    return found


def test_words_keep_their_hyphens_and_lose_what_stands_before_their_letters() -> None:
    found = unit("A 12-fold state-of-the-art (F1) win -- now!")
    assert [word for word in found.words if word] == ["a", "fold", "state-of-the-art", "f1", "win", "now"]
    assert found.numbered


def test_a_text_that_is_not_ascii_has_the_same_words() -> None:
    plain, typed = unit('We "walk" sideways-on 3 beaches.'), unit("We “walk” sideways-on 3 beaches.")
    assert [word for word in plain.words if word] == typed.words
    assert plain.classes == typed.classes
    assert typed.numbered


def test_sentences_stand_where_they_stand_in_the_text() -> None:
    text = "Crabs walk. We propose a GAIT."
    second = units(text, sentences(text))[1]
    assert text[second.start : second.end] == second.text == "We propose a GAIT."
    assert second.lower == "we propose a gait."


def test_a_word_may_belong_to_many_classes() -> None:
    has = unit("We propose a gait.").classes
    assert has & classes.WE and has & classes.PROPOSES and has & classes.DOES
    assert not has & classes.METRIC


def test_a_sentence_is_numbered_by_a_digit_wherever_it_stands_and_by_what_may_be_a_minus() -> None:
    assert unit("We train the x3d net.").numbered
    assert unit("It falls by -x.").numbered
    assert not unit("A state-of-the-art net wins.").numbered


def test_digits_of_other_scripts_are_digits() -> None:
    assert unit("We walk ٣ miles.").numbered
    assert not unit("We walk “miles” -- far.").numbered


def test_gates_are_opened_by_words_and_by_links_of_the_whole_text() -> None:
    text = "These gaits win by a factor of two. We walk. See https://a.org/x for code."
    first, second, third = units(text, sentences(text))
    assert first.classes & classes.POINTS and first.classes & classes.FACTOR
    assert not second.classes & (classes.POINTS | classes.FACTOR)
    assert second.classes & third.classes & classes.LINKED
    assert not unit("We walk.").classes & classes.GATES


@pytest.mark.parametrize(
    "text",
    [
        "We walk.",
        "Crabs walk, and our gait shows why.",
        "I walk.",
        "Here I show a gait.",
        "In this chapter, I argue for a gait.",
        "Crabs rest, but I don't.",
        "This is, to the best of our knowledge, a gait.",
        "Crabs walk in the same way, we find.",
        "Which gait we tried first is told.",
    ],
)
def test_a_sentence_of_its_authors_speaks_of_them(text: str) -> None:
    has = unit(text).classes
    assert has & classes.WE and has & classes.SELF and has & classes.OWN and has & classes.FINDS_SUBJECT
    assert not has & classes.PERHAPS_SELF


@pytest.mark.parametrize(
    "text",
    [
        "Gaits of one kind, i.e., slow ones, rest.",
        "Crabs need (i) sand and (ii) sun.",
        "Class I crabs rest.",
        "Most type I gaits rest.",
        "The current $I$ and the band I rest.",
        "Crabs on the US coast rest.",
        "Crabs of our Galaxy rest.",
        "Crabs defy our understanding of gaits.",
        "A habit which we call drift slows crabs.",
        "Gaits change how we build legs.",
        "Crabs alter the way we walk.",
        "We know little of crabs.",
    ],
)
def test_numerals_countries_and_everybody_are_not_the_authors(text: str) -> None:
    has = unit(text).classes
    assert not has & (classes.WE | classes.SELF | classes.OWN | classes.PERHAPS_SELF)


def test_us_is_the_authors_as_an_object_only() -> None:
    has = unit("The gait lets us rest.").classes
    assert has & classes.SELF and not has & classes.WE
