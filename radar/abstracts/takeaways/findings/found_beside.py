"""What was found, told beside a line that only says what is studied."""

from __future__ import annotations

from collections.abc import Iterator

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.choice.off_topic import off_topic
from radar.abstracts.takeaways.findings.announcing import announces, makes
from radar.abstracts.takeaways.findings.findings import makes_data
from radar.abstracts.takeaways.findings.found_clauses import clauses, contributes, holds_where
from radar.abstracts.takeaways.findings.second_parts import is_it
from radar.abstracts.takeaways.findings.studied import ever_shorter
from radar.abstracts.takeaways.findings.two_parts import continued
from radar.abstracts.takeaways.lines.borders import balanced
from radar.abstracts.takeaways.lines.unnamed import begins_named, names_all
from radar.abstracts.takeaways.telling_words import telling, telling_compounds
from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.abbreviations import written_out
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.papers.summaries.summary import TAKEAWAY_WORDS

_SURE = 0.95
"""What is claimed no more surely is a hint."""
_NO_SURER = 1.2
"""A finding with a number is no clearer than one that is claimed for sure: the number is told elsewhere."""
_OF_TITLE, _MOST_OF_TITLE = 0.1, 5
"""So much surer is a finding for each word of the title, up to so many."""
_TRIED = 6
"""So many findings are tried, the surest first."""
_MOST_LOST, _MOST_LOST_OF_MADE = 8, 3
"""So many telling words that the title lacks may go of what is studied, and of what was made."""
_LEAST_NEW = 3
"""So many telling words of a finding stand neither beside it nor in the title."""
_LONGEST_NAME = 8
"""A name that "it" stands for has so many words at most."""
_DEED_OF_TITLE = 2
"""So many has what is left of a line, or it says nothing any more: "we use a model"."""
_OF_WHAT_WAS_MADE = 3
"""So many has one beside what was made that does not begin with its name."""
_CONTRIBUTION = 0.6
"""What is made, where what is studied is all that a line tells, is worth less than what was found."""
_METHOD = (
    r"(?:the|our) (?:[\w-]+ ){0,3}?(?:systems?|methods?|models?|approach(?:es)?|frameworks?|algorithms?"
    r"|pipelines?|tools?|networks?|techniques?|agents?|solution|strategy|architecture|scheme)\b"
)
_OF_A_METHOD = EitherCase(_METHOD)
_POINTS_OUT = pattern(
    r"\b(?:proposed|these|those|such(?! as\b)|aforementioned|the resulting|respectively"
    r"|[Oo]ur (?!(?:[\w-]+ )?(?:findings?|results|experiments|evaluations?|analys[ie]s|study)\b)"
    r"|all (?:two|three|four|five|six))\b"
)


class FoundBeside:
    """The findings of an abstract that may stand beside what was studied."""

    __slots__ = ("_claims", "_text", "_tidied", "_title")

    def __init__(self, abstract: ReadAbstract) -> None:
        """Take an abstract."""
        self._title, self._text, self._claims, self._tidied = abstract

    def joined(self, line: str, chosen: SentenceClaim) -> str:
        """Return a line, in fewer words where it must be, and a finding behind it, or nothing."""
        findings = self._findings(chosen, contributions=announces(line))
        if makes(line):
            findings = [claim for claim in findings if claim.sentence.start >= chosen.sentence.start]
        deeds = list(ever_shorter(line, self._tidied(chosen))) if findings else []
        if not deeds:
            return ""
        most = TAKEAWAY_WORDS - deeds[-1].count(" ") - 1
        for claim in findings:
            for found in self._clauses(claim, most):
                for deed in deeds:
                    if self._may_join(deed, found, line):
                        return f"{deed}; {self._as_second(found, deed)}"
        return ""

    def _may_join(self, deed: str, found: str, line: str) -> bool:
        """Say whether a finding may stand behind what is left of a line."""
        if deed.count(" ") + found.count(" ") + 2 > TAKEAWAY_WORDS:
            return False
        if deed != line.rstrip(".") and len(telling(deed) & telling(self._title)) < _DEED_OF_TITLE:
            return False
        known = telling_compounds(f"{self._title} {deed} {found}")
        if len(telling_compounds(line) - known) > (_MOST_LOST_OF_MADE if makes(line) else _MOST_LOST):
            return False
        return self._fits(found, f"{self._title} {deed}") and self._is_of(found, deed)

    def _findings(self, chosen: SentenceClaim, *, contributions: bool) -> list[SentenceClaim]:
        found = [
            claim
            for claim in self._claims
            if claim is not chosen
            and not claim.background
            and not holds_where(claim.sentence.text)
            and (claim.sentence.start > chosen.sentence.start or claim.sentence.classes & classes.WE)
            and (claim.strength >= _SURE or (contributions and contributes(self._tidied(claim))))
        ]
        known = telling(self._title)
        found.sort(
            key=lambda claim: (
                (_CONTRIBUTION if claim.strength < _SURE else min(claim.strength, _NO_SURER))
                + _OF_TITLE * min(_MOST_OF_TITLE, len(telling(claim.sentence.text) & known))
            ),
            reverse=True,
        )
        return [claim for claim in found[:_TRIED] if not off_topic(claim, 1)]

    def _clauses(self, claim: SentenceClaim, room: int) -> Iterator[str]:
        for found in clauses(self._tidied(claim), room):
            yield written_out(found, self._text, self._title, room)

    def _fits(self, found: str, beside: str) -> bool:
        return (
            len(telling_compounds(found) - telling_compounds(beside)) >= _LEAST_NEW
            and balanced(found)
            and names_all(found, beside, self._text, common=True)
        )

    def _is_of(self, found: str, deed: str) -> bool:
        """Say whether a finding is of the thing that was made, where one was, or of what the title names."""
        if not makes(deed) or makes_data(deed):
            return True
        if found.split(" ", 1)[0] in (word.strip(",()") for word in deed.split()):
            return True
        return len(telling(found) & telling(self._title)) >= _OF_WHAT_WAS_MADE

    def _as_second(self, found: str, deed: str) -> str:
        """Return a finding as it goes on behind a semicolon, "it" for the name of what was made before."""
        words = found.split(" ")
        for count in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
            name = " ".join(words[:count])
            if makes(deed) and not name.islower() and is_it(name, deed):
                return " ".join(("it", *words[count:]))
        small = found[0].lower() + found[1:]
        if not found[0].isascii() and len(words[0]) == 1:
            return small  # a Greek letter is a symbol, and no capital
        return continued(found, self._text)


def stands_alone(found: str, title: str) -> bool:
    """Say whether a finding that a line was made from begins with what it or the title names."""
    return not points_out(found) and begins_named(found, title)


def points_out(found: str) -> bool:
    """Say whether a finding speaks of a method, or of what was named before it."""
    return _OF_A_METHOD.begins(found) or _POINTS_OUT.search(found) is not None
