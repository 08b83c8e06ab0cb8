"""Where an abstract begins to speak of the paper itself, and the name that its title gives to a thing."""

from __future__ import annotations

from radar.abstracts.outcomes.outcomes import measured
from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set


def where_it_speaks(sentences: list[Sentence], name: str) -> int:
    """Return which sentence is the first to speak of the paper itself, or how many there are."""
    for number, sentence in enumerate(sentences):
        if (
            (sentence.classes & classes.PERHAPS_SPEAKS and _speaks_of_itself(sentence.text))
            or (name and sentence.text.startswith(name))
            or (sentence.classes & classes.WE and f" {sentence.text}".find(" I ") >= 0)
            or (2 * number >= len(sentences) and _tells_of_tests(sentence))
        ):
            return number
    return len(sentences)


def _tells_of_tests(sentence: Sentence) -> bool:
    """Say whether a sentence, late in an abstract, gives what a test came to: the field has no such."""
    return (
        sentence.numbered
        and sentence.classes & classes.METRIC != 0
        and not _TESTED.isdisjoint(sentence.words)
        and measured(sentence) > 0
    )


_TESTED = word_set("accuracy accuracies f1 f1-score precision recall auc auroc rmse mae mape bleu wer miou")
"""Metrics that nothing but a test gives."""


def name_in(title: str) -> str:
    """Return the name before the colon of a title, with a space behind it, or nothing where none stands."""
    name, colon, _ = title.partition(":")
    return f"{name} " if colon and _NAME.fullmatch(name) else ""


_NAME = pattern(r"(?=.{0,30}[A-Z0-9])[A-Za-z][A-Za-z0-9+-]{1,30}")


def _speaks_of_itself(text: str) -> bool:
    """Say whether a sentence has a word of the authors or the paper; the most frequent need no pattern."""
    return (
        text.startswith("We ")
        or " we " in text
        or " our " in text
        or _OWN_WORD.search(" " + text) is not None
    )


_OWN_WORD = pattern(
    r"[^A-Za-z0-9_](?<!\w)(?:[Ww]e|[Oo]ur|[Tt]h(?:is (?:paper|work|study|article|letter|thesis|report"
    r"|survey|review|technical|research|investigation|manuscript)"
    r"|e (?:paper|investigation|manuscript|article) )|[Hh]ere,? |[Ii]n this"
    r"|is (?:presented|proposed|introduced|studied|investigated)|Results|[Pp]roposed|introduces|presents)\b"
)
