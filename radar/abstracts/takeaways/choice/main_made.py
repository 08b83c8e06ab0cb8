"""Which sentence says that the authors made what the paper is about: by the name in its title."""

from __future__ import annotations

from collections.abc import Sequence

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.takeaways.lines.shortening import Cut, Line
from radar.abstracts.takeaways.telling_words import telling_compounds
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import lowered, word_set
from radar.papers.summaries.flags import Claim

_TITLE_NAME = pattern(r"[\"“'‘]?(?P<name>[A-Za-z][\w.+-]{1,40})[\"”'’]?(?=: | [-–—] )")
_NO_NAMES = word_set(
    "abstract comment communication correction erratum introduction letter note overview part perspective "
    "position report review survey towards toward"
)
_LEAST_PLAIN = 4
"""A name that is a plain word has so many letters at least."""
_MAKES = pattern(
    r"\b(?:we|i|(?:this|our) (?:\w+ )?(?:paper|work|study|article|thesis))"
    r" (?:\w+ly |also |further |then |first |thus |therefore )?"
    r"(?:propose|introduce|present|develop|design|build|create|devise)(?:s|d|ed)? [^.;]*$"
)
"""What the authors say that they made, before its name."""
_NEAR = 120
_BONUS, _BROKEN = 0.08, 0.03
"""What speaks for such a sentence, and for a line of it that breaks off, in what sentences are worth."""

_LEAST_NEW = 4
"""With fewer telling words that the title lacks, a line only gives the name.

Of 100 pairs that a reader judged without knowing which was which, such lines were better in 2 and worse in 9,
the others better in 71 and worse in 16.
"""


class MainMade:
    """The sentences of an abstract that say that its authors made what the paper is about."""

    __slots__ = ("_found", "_known", "_name")

    def __init__(self, title: str, claims: Sequence[SentenceClaim]) -> None:
        """Find the name, and where it is given."""
        self._name = _name(title)
        self._found = frozenset(
            number for number, claim in enumerate(claims) if self._name and _made(claim, self._name)
        )
        self._known = telling_compounds(title) if self._found else set[str]()

    def raised(self, worths: list[float]) -> list[float]:
        """Return what sentences are worth, with what speaks for those that were found."""
        for number in self._found:
            worths[number] += _BONUS
        return worths

    def lost(self, claim: SentenceClaim, line: Line) -> float:
        """Return what of it a line loses that lacks the name, breaks off or says no more than the title."""
        if not self._found or not _made(claim, self._name):
            return 0.0
        if _place(line.text, self._name) < 0 or len(telling_compounds(line.text) - self._known) < _LEAST_NEW:
            return _BONUS
        return _BONUS - _BROKEN if line.cut is Cut.BROKEN else 0.0


def _name(title: str) -> str:
    """Return the name that a title begins with, or nothing."""
    found = _TITLE_NAME.match(title)
    if found is None:
        return ""
    name = found["name"]
    is_one = any(sign.isupper() or sign.isdigit() for sign in name[1:])
    plain = len(name) >= _LEAST_PLAIN and name[0].isupper() and name.lower() not in _NO_NAMES
    return name if is_one or plain else ""


def _made(claim: SentenceClaim, name: str) -> bool:
    if not claim.sentence.classes & classes.PROPOSES or claim.claim is Claim.QUANTIFIED:
        return False
    place = _place(claim.sentence.text, name)
    return place > 0 and _MAKES.search(claim.sentence.lower, max(0, place - _NEAR), place) is not None


def _place(text: str, name: str) -> int:
    """Return where a text has a name as a word, in whatever case but that of a common word, or -1."""
    lower, place = lowered(text), -1
    while (place := lower.find(lowered(name), place + 1)) >= 0:
        end = place + len(name)
        alone = not (text[place - 1 : place].isalnum() or text[end : end + 1].isalnum())
        if alone and (not text[place:end].islower() or name.islower()):
            return place
    return -1
