"""Sentences taken apart once for all rules."""

from __future__ import annotations

from radar.abstracts import word_classes as classes
from radar.abstracts.sentences import sentences
from radar.abstracts.text_units import Sentence, units


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
