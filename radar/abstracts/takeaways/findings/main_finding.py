"""The main finding of an abstract, told in the place of a line that announces what is studied."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.choice.off_topic import off_topic
from radar.abstracts.takeaways.findings.announcing import proposes
from radar.abstracts.takeaways.findings.found_beside import points_out
from radar.abstracts.takeaways.findings.found_clauses import HEDGE, clauses, holds_where, plain_clause
from radar.abstracts.takeaways.findings.studied import in_fewest_words
from radar.abstracts.takeaways.findings.two_parts import continued
from radar.abstracts.takeaways.lines.borders import balanced
from radar.abstracts.takeaways.lines.shortening import main_clause
from radar.abstracts.takeaways.lines.unnamed import names_all
from radar.abstracts.takeaways.telling_words import telling, telling_compounds
from radar.abstracts.text.abbreviations import written_out
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.papers.summaries.summary import TAKEAWAY_WORDS

_SURE = 0.95
"""What is claimed no more surely is a hint."""
_FOUND = EitherCase(
    r"[^;]{0,160}?(?:\b(?:we|i) (?:\w+ly |also |further |then |thus )*(?:find|found|show|prove|demonstrate"
    r"|observe|conclude|establish|discover|reveal|see|report|uncover|identify)(?:s|d|ed|n)?\b"
    r"|\b(?:results?|findings?|analys[ie]s|experiments?|evaluations?|simulations?|study|work|paper"
    r"|comparisons?|observations?) (?:\w+ ){0,3}?(?:show|reveal|indicate|demonstrate|find|found|confirm"
    r"|prove|establish|conclude|expose|uncover)(?:s|d|ed)?\b)"
)
_OF_TITLE, _OF_FOUND = 5, 1.5
"""Words of the title speak for a finding up to so many, and as much as so many that it is told as found."""
_OF_LESS = -4.0
"""What counts against what is found but is no clause."""
_LATER = 0.1
"""What speaks for a finding for each sentence before it."""
_PART_OF_SHARED = 0.75
"""A finding that stands alone has at least such a part of what the line has of the title."""
_LEAST_NEW, _LEAST_OF_TITLE = 3, 2
"""So many telling words has a finding that the title lacks, and so many in common with it where it stands
alone; one more where it is not said to be found."""
_RESULTS_SHOW = pattern(
    r"(?!(?:Its|Their|These|This|Such|His|Her) )(?:(?:(?:Our|The) )?(?:[\w-]+ ){0,2}?(?:results?|findings?"
    r"|analys[ei]s|experiments?|evaluations?|simulations?)|Results|Findings|Experiments|Simulations)"
    r"(?: (?:on|with|of|across|using|from|in) [^,.;]{1,60}?)?(?: further| clearly| consistently)?"
    r" (?:reveal|show|demonstrate|indicate|expose|uncover|find)(?:s|ed|d)? (?!that\b|how\b|which\b)(?=\w)"
)
"""What goes before that which was found, where it is no clause."""
_WE_FIND = pattern(
    r"(?:We|I) (?:further |then |\w+ly )?(?:find|found|identify|prove|derive|obtain|uncover|observe|discover"
    r"|detect|demonstrate|establish|show)(?:ed|d|s)? (?!that\b|how\b|and\b|which\b|evidence that\b)(?=\w)"
)
_SAYS_LITTLE = pattern(
    r"\b(?:(?:extent|existence|presence|importance) of|several"
    r"|key|critical|important|interesting|following|findings|results|limitations?|challenges"
    r"|gaps?|tensions|factors|utility|efficacy|variability|various|some|properties|behaviou?rs?"
    r"|power|value|effectiveness|advantages?|benefits?|superiority|potential|for each|via|using|their"
    r"|feature|unique|effects across"
    r"|(?:two|three|four|five|six) (?:\w+ ){0,2}(?:issues|types|phases|stages|regimes|scales))\b"
    r"|\b(?:gains|improvements?|effects?|differences?|trends?)\.$"
)
"""What was found without saying what it is."""
_BEHIND = pattern(
    r"(?<=.{12}), (?P<found>(?:we|I) (?:\w+ly |also )?(?:find|show|observe|demonstrate|prove|identify|obtain"
    r"|establish)\b)"
)
"""What leads up to a finding."""
_TELLS_SOMETHING = pattern(
    r"\b(?:discover\w*|(?:announce|present|report)s? (?:[\w-]+ ){0,4}?detections?|but|show\w*|favou?r\w*"
    r"|report (?:the|an?|new) (?!(?:[\w-]+,? ){0,4}?(?:analys[ie]s|experiments?|findings|measurements"
    r"|observations|outcomes?|results?|stud(?:y|ies)|survey|test)\b)|limits on|find|evidence (?:for|of|that)"
    r"|propos(?:als?|es?|ing)|introduc(?:es?|ing)|develop|new (?:method|algorithm|model|framework)"
    r"|outperform\w*|presents? [^,.]{3,60}?(?:framework|method|toolkit|system)"
    r"|and (?:then |further |also )?presents? [^,]*)\b"
    r"|\bmeasure [^,]* of [<>≈∼~]?\d"
)
"""An announcement with these words is more than that."""
_NOT_SAID = pattern(
    r"\b(?:smaller|larger|higher|lower|better|faster|slower|greater|fewer|weaker|stronger|similar|different"
    r"|comparable|magnitude)\.$|\bha(?:s|ve) been \w+|^(?:The rest|And|But) |\w\. [a-z]|^These "
    r"|\bet al\b|^If |^(?:Restricting|Extending|Repeating|Generali[sz]ing|A preliminary)\b"
)
"""Compared with what is not said, or known before."""


def tells_something(line: str) -> bool:
    """Say whether a line that announces what is studied tells what was found, or made, as well."""
    return _TELLS_SOMETHING.search(line) is not None


class MainFinding:
    """The findings of an abstract that may stand by themselves below its title."""

    __slots__ = ("_alone", "_claims", "_text", "_tidied", "_title")

    def __init__(self, abstract: ReadAbstract) -> None:
        """Take an abstract."""
        self._title, self._text, self._claims, self._tidied = abstract
        self._alone: list[tuple[str, SentenceClaim]] = []

    def instead(self, line: str, chosen: SentenceClaim) -> tuple[str, SentenceClaim | None]:
        """Return the main finding and its sentence, or None where there is none to go before a line.

        Args:
            line: only announces what is studied.
            chosen: the sentence that it was made from.
        """
        self._alone.clear()
        known = telling(self._title)
        deeds = [deed for deed in in_fewest_words(line, known) if known & telling(deed)]
        least = _PART_OF_SHARED * len(telling(line) & known)
        beside = f"{self._title} {deeds[-1]}" if deeds else self._title
        room = TAKEAWAY_WORDS - deeds[-1].count(" ") - 1 if deeds else 0
        for found, claim in self._findings(chosen, beside):
            if found.count(" ") < room:
                return self._joined(deeds, found), chosen
            about = len(telling(found) & known)
            said = _FOUND.begins(claim.sentence.lower) or found.startswith(HEDGE)
            if about >= _LEAST_OF_TITLE and self._is_named(_what(found), self._title):
                if about >= max(least, _LEAST_OF_TITLE if said else _LEAST_OF_TITLE + 1):
                    return found, claim
                if said:
                    self._alone.append((found, claim))
            if room and (short := next(self._standing(claim, beside, room), "")):
                return self._joined(deeds, short), chosen
        return "", None

    def alone(self) -> tuple[str, SentenceClaim | None]:
        """Return what is said to be found, of less of what the title names, and its sentence, or None.

        It is asked for where `instead` told nothing.
        """
        return self._alone[0] if self._alone else ("", None)

    def _joined(self, deeds: list[str], found: str) -> str:
        """Return a finding behind the longest that fits of what tells what is studied."""
        room = TAKEAWAY_WORDS - found.count(" ") - 1
        deed = next(deed for deed in deeds if deed.count(" ") < room)
        return f"{deed}; {continued(found, self._text)}"

    def _findings(self, chosen: SentenceClaim, beside: str) -> list[tuple[str, SentenceClaim]]:
        """Return what was found, the most telling first, and in which sentences."""
        known, nearby = telling(self._title), telling(beside)
        found = []
        for number, claim in enumerate(self._claims):
            if claim is chosen or claim.background or off_topic(claim, 1) or holds_where(claim.sentence.text):
                continue
            clause = next(self._standing(claim, beside, TAKEAWAY_WORDS), "")
            own = (_OF_FOUND if _FOUND.begins(claim.sentence.lower) else 0.0) if clause else _OF_LESS
            clause = clause or self._shown(claim, beside)
            words = telling(clause)
            if words & nearby:
                found.append((min(_OF_TITLE, len(words & known)) + own + _LATER * number, clause, claim))
        found.sort(key=itemgetter(0), reverse=True)
        return [(clause, claim) for _, clause, claim in found]

    def _standing(self, claim: SentenceClaim, beside: str, room: int) -> Iterator[str]:
        """Yield what a sentence tells as found in so many words, where all is named that it speaks of."""
        text = self._tidied(claim)
        if claim.strength >= _SURE:
            for form in dict.fromkeys((text, *_main_clauses(text))):
                for clause in clauses(form, room):
                    found = written_out(clause, self._text, self._title, room)
                    if self._stands(found, found, beside):
                        yield found

    def _shown(self, claim: SentenceClaim, beside: str) -> str:
        """Return what a sentence tells that something was found, which is no clause, or nothing."""
        text = self._tidied(claim)
        if not (_RESULTS_SHOW.match(text) or (claim.strength < _SURE and _WE_FIND.match(text))):
            return ""
        found = plain_clause(text, TAKEAWAY_WORDS)
        what = _what(found)
        return found if what and not _SAYS_LITTLE.search(what) and self._stands(found, what, beside) else ""

    def _stands(self, found: str, what: str, beside: str) -> bool:
        """Say whether a finding, and what of it was found, tells something new of things that are named."""
        new = telling_compounds(what) - telling_compounds(beside)
        if len(new) < _LEAST_NEW or points_out(what) or _NOT_SAID.search(found) or proposes(found):
            return False
        return balanced(found) and not _is_as_itself(what) and self._is_named(what, beside)

    def _is_named(self, found: str, beside: str) -> bool:
        return names_all(found, beside, self._text, common=True)


def _what(found: str) -> str:
    """Return what a finding says to be found, without what goes before it."""
    show = _RESULTS_SHOW.match(found)
    return found[show.end() :] if show else found


def _is_as_itself(found: str) -> bool:
    """Say whether a finding compares a thing with itself, as where it is cut: "Crabs outrun other crabs"."""
    return found.lower().startswith(f"{found.rstrip('.').rsplit(' ', 1)[-1].lower()} ")


def _main_clauses(text: str) -> Iterator[str]:
    """Yield what is found without what leads up to it."""
    behind = _BEHIND.search(text)
    if behind:
        found = text[behind.start("found") :]
        yield found[0].upper() + found[1:]
    if main := main_clause(text):
        yield main
