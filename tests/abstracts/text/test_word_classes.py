"""Classes of words that only the weights of the takeaway ask for."""

from __future__ import annotations

from radar.abstracts.text.word_classes import GATES, NOVEL, PERHAPS_BEST, classes_of, gates_of


def test_a_word_for_what_is_new_is_seen() -> None:
    assert classes_of(["a", "novel", "gait"]) & NOVEL
    assert not classes_of(["an", "old", "gait"]) & NOVEL


def test_signs_of_a_best_result_open_a_gate_for_all_sentences_of_a_text() -> None:
    assert gates_of("it is state-of-the-art. crabs rest.") == PERHAPS_BEST
    assert gates_of("we rank #1.") == PERHAPS_BEST
    assert PERHAPS_BEST & GATES
    assert not gates_of("crabs rest.")


def test_a_word_for_a_study_is_worth_nothing_by_itself() -> None:
    assert classes_of(["a", "characterization"])
    assert not classes_of(["a", "characterization"]) & ~GATES
