"""Classes of words that only the weights of the takeaway ask for."""

from __future__ import annotations

from radar.abstracts.word_classes import NOVEL, classes_of


def test_a_word_for_what_is_new_is_seen() -> None:
    assert classes_of(["a", "novel", "gait"]) & NOVEL
    assert not classes_of(["an", "old", "gait"]) & NOVEL
