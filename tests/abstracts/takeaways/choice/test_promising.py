"""Which sentence is tried first as a takeaway, and which next."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.takeaways.choice.promising import promises, take_most_promising
from radar.abstracts.takeaways.choice.sentence_worth import Worth
from radar.abstracts.takeaways.telling_words import TellingWords
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

TEXT = "Crabs walk. Gulls fly. Fish swim. Worms dig. Snails rest."


class Pointing:
    """Counts against some sentences, and remembers of which it was asked."""

    def __init__(self, **penalties: float) -> None:
        self.penalties = penalties
        self.asked: list[str] = []

    def __call__(self, claim: SentenceClaim) -> float:
        self.asked.append(claim.sentence.words[0])
        return self.penalties.get(self.asked[-1], 0.0)


def order(fixed: tuple[float, ...], pointing: Pointing, count: int) -> list[str]:
    claims = read_claims(units(TEXT, sentences(TEXT)))
    candidates = [(number, worth, claims[number]) for number, worth in enumerate(fixed)]
    found = promises(candidates, TellingWords("", claims, {}), Worth({}, {}, {}))
    asked: set[int] = set()
    return [take_most_promising(found, asked, pointing)[3].sentence.words[0] for _ in range(count)]


def test_the_most_promising_come_first_and_earlier_ones_before_their_equals() -> None:
    assert order((0.1, 0.3, 0.2, 0.2), Pointing(), 4) == ["gulls", "fish", "worms", "crabs"]


def test_what_counts_against_a_sentence_is_taken_off_once() -> None:
    pointing = Pointing(gulls=0.15, fish=0.3)
    assert order((0.1, 0.3, 0.2, 0.0), pointing, 3) == ["gulls", "crabs", "worms"]
    assert pointing.asked == ["gulls", "fish", "crabs", "worms"]


def test_a_sentence_that_does_not_come_first_is_not_asked() -> None:
    pointing = Pointing()
    assert order((0.3, 0.2, 0.1), pointing, 1) == ["crabs"]
    assert pointing.asked == ["crabs"]


def test_only_four_sentences_are_looked_at() -> None:
    claims = read_claims(units(TEXT, sentences(TEXT)))
    candidates = [(number, 0.0, claim) for number, claim in enumerate(claims)]
    assert len(promises(candidates, TellingWords("", claims, {}), Worth({}, {}, {}))) == 4
