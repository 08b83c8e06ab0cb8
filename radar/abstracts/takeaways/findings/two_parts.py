"""A takeaway of two parts: what was done and, behind a semicolon, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.choice.off_topic import off_topic
from radar.abstracts.takeaways.findings.findings import (
    is_acronym,
    makes_data,
    name_of,
    of_others,
    of_what_was_made,
    stands_by_itself,
    thing_of,
)
from radar.abstracts.takeaways.findings.second_parts import answers, by_pronoun, is_no_finding, tells_again
from radar.abstracts.takeaways.lines.borders import balanced, cut_before_the_way, first_border, hangs
from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.takeaways.lines.shortening import Cut, whole_or_cut, without_asides
from radar.abstracts.takeaways.lines.whole_ends import with_last_deed_joined
from radar.abstracts.takeaways.telling_words import telling_compounds
from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.tex import readable_text
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.papers.summaries.summary import TAKEAWAY_WORDS

_ONLY_DOES = EitherCase(
    r"(?:we|this (?:paper|work|study)) (?:\w+ ){0,2}?(?:propose|present|introduce|develop|describe|design"
    r"|study|studies|investigate|examine|explore|evaluate|analy[sz]e|compare|build|benchmark)s?\b",
)
_LONGEST_DEED = 18
"""What was done takes at most so many words where a finding follows."""
_SHORTENED, _SHORTEST = 15, 6
"""Where it is cut because the title says the rest, so many words are left at most and at least."""
_MOST_LOST = 7
"""So many telling words that the title lacks may go for a finding with a figure."""
_LEAST_TOLD = 3
"""So many telling words are left then; and a finding has as many new ones."""
_SURE = 1.0
"""Findings in words that are claimed no more surely are hints."""
_TRIED = 4
"""So many findings are tried, the surest first."""
_SAME = 0.2
"""Where the title lacks no larger part of a line's telling words, the line only repeats it."""
_OPENING, _LEAST_BEFORE = 160, 30
"""So many characters has an opening at most, and what stays of a sentence at least."""
_BORDER_MARKS = (", ", "; ", "– ", "— ")
_MARKS = (
    *_BORDER_MARKS,
    " that ",
    " which ",
    " by ",
    " using ",
    " via ",
    " through ",
    " leverag",
    " based on ",
)
"""Where a sentence may end early; looked for because it costs less than to find where it does."""
_STEM = slice(6)
_AND_FINDS = pattern(
    r",? and (?:we )?(?:\w+ly |also |further |then )?(?:show|find|demonstrate|prove|observe|reveal|conclude"
    r"|establish|discover)s? that (?=\w)"
)
_LOWERED = pattern(
    r"(?:Our|The|We|It|This|These|In|On|An?|When|With|Using|Compared|By|For|Across|Both|They|Its|At)(?=[ ,])"
)
_RUNNING_ON = (*"abcdefghijklmnopqrstuvwxyz", ",")
"""What stands before a word in the middle of a sentence, where only names begin with a capital."""
_NUMBER = pattern(r"\d[\d.,]*")

_strength = attrgetter("strength")


class TwoParts:
    """What the two parts of a takeaway are made of: the title and the sentences of one abstract."""

    __slots__ = ("_claims", "_known", "_text", "_tidied", "_title")

    def __init__(self, abstract: ReadAbstract) -> None:
        """Take an abstract."""
        self._title, self._text, self._claims, self._tidied = abstract
        self._known: frozenset[str] = frozenset()

    def line(self, line: str, chosen: SentenceClaim) -> tuple[str, SentenceClaim]:
        """Return what was done and what came of it, or nothing where no finding fits, and its first sentence.

        Where what was done only repeats the title, a finding with a figure may stand alone.

        Args:
            line: the takeaway that tells what was done.
            chosen: the sentence that it was made from.
        """
        if not chosen.sentence.classes & classes.DOES or not _may_be_joined(line):
            return "", chosen
        found = [
            claim
            for claim in self._claims
            if claim.strength >= _SURE and claim is not chosen and not claim.background
        ]
        done = self._tidied(chosen)
        within = len(done) > len(line) and " that " in done and " and " in done
        if not (found or within):
            return "", chosen
        measured = [claim for claim in found if claim.figure]
        room = TAKEAWAY_WORDS - line.count(" ") - 1 if _may_stay(line) else 0
        most = _most_room(room, done) if measured else room
        found = [claim for claim in found if _may_fit(claim.sentence.lower, most if claim.figure else room)]
        if not (found or within or measured):
            return "", chosen
        self._known = telling_compounds(self._title)
        if within and (both := self._joined_within(done)):
            return both, chosen
        found.sort(key=_strength, reverse=True)
        found = [claim for claim in found[:_TRIED] if not off_topic(claim, 1)]
        both = self._joined(line, done, chosen, found) if found else ""
        return (both, chosen) if both else self._alone(line, chosen, measured)

    def behind(self, announced: SentenceClaim, claim: SentenceClaim) -> str:
        """Return what was studied and what was found, or nothing where one does not fit behind the other."""
        done = self._tidied(announced)
        if not _may_be_joined(done) or may_point_back(done.lower()):
            return ""
        self._known = telling_compounds(self._title)
        return self._joined(done, done, announced, [claim])

    def _joined_within(self, done: str) -> str:
        """Return both parts of a sentence that is too long for one line: "We study X and show that Y"."""
        match = _AND_FINDS.search(done)
        if match is None:
            return ""
        deed, found = done[: match.start()], done[match.end() :]
        found = whole_or_cut(found[0].upper() + found[1:], TAKEAWAY_WORDS - deed.count(" ") - 1).text
        fits = found and deed.count(" ") < _LONGEST_DEED and balanced(deed) and not hangs(deed)
        if not fits or not _is_plain(deed) or not stands_by_itself(found, ""):
            return ""
        return f"{deed}; {continued(found, self._text)}"

    def _joined(self, line: str, done: str, chosen: SentenceClaim, found: list[SentenceClaim]) -> str:
        own = self._known | telling_compounds(line)
        if answers(chosen.sentence.lower):
            start = chosen.sentence.start  # what was seen before moved its authors, and came of nothing made
            found = [claim for claim in found if claim.figure or claim.sentence.start > start]
        makes = bool(chosen.sentence.classes & classes.PROPOSES)
        for deed, is_line in self._deeds(line, done, makes=makes):
            of_method = makes and not makes_data(deed)
            for claim in found:
                if not is_line and not claim.figure:
                    continue
                finding = self._finding(claim, TAKEAWAY_WORDS - deed.count(" ") - 1, own)
                if not claim.figure and makes and tells_again(finding, deed):
                    continue
                if finding and self._fits(finding, deed, claim, of_method=of_method):
                    return f"{deed.rstrip('.')}; {continued(by_pronoun(finding, deed), self._text)}"
            if not any(claim.figure for claim in found):
                break
        return ""

    def _fits(self, finding: str, deed: str, claim: SentenceClaim, *, of_method: bool) -> bool:
        """Say whether a finding speaks of what was done."""
        if of_what_was_made(finding):
            return of_method
        return not (of_method and of_others(finding)) and self._is_known(finding, deed, claim)

    def _alone(
        self, line: str, chosen: SentenceClaim, measured: list[SentenceClaim]
    ) -> tuple[str, SentenceClaim]:
        """Return a finding with a figure, and its sentence, in the place of a line that repeats the title."""
        own = telling_compounds(line) if measured else frozenset[str]()
        if not own or len(own - self._known) > _SAME * len(own):
            return "", chosen
        for claim in sorted(measured, key=_strength, reverse=True)[:_TRIED]:
            finding = self._finding(claim, TAKEAWAY_WORDS, own | self._known)
            if finding and " our " not in finding.lower() and self._is_known(finding, self._title, claim):
                return finding, claim
        return "", chosen

    def _deeds(self, line: str, done: str, *, makes: bool) -> Iterator[tuple[str, bool]]:
        """Return what was done in fewer and fewer words, and whether that is the line itself."""
        if _may_stay(line):
            yield line, True
        whole = whole_or_cut(done, _LONGEST_DEED).text
        if whole != line and _may_be_joined(whole):
            yield whole, False
        short = cut_before_the_way(done, _SHORTENED, _SHORTEST) if makes else ""
        rest = done[len(short) :].lstrip(", ").partition(" ")[2]
        if _may_be_joined(short) and not rest[:1].isupper():
            told = telling_compounds(short)
            if len(told) >= _LEAST_TOLD and len(telling_compounds(line) - self._known - told) <= _MOST_LOST:
                yield short, False

    def _finding(self, claim: SentenceClaim, room: int, own: frozenset[str]) -> str:
        """Return a finding in so many words, where it stands on its own and tells something new."""
        whole = self._tidied(claim)
        number = _NUMBER.search(readable_text(claim.figure.text)) if claim.figure else None
        for form in dict.fromkeys((whole, without_asides(whole))):
            line = whole_or_cut(form, room)
            found = line.text if line.cut is Cut.WHOLE else with_last_deed_joined(line.text, room)
            if found and stands_by_itself(found, number[0] if number else "") and not is_no_finding(found):
                return found if len(telling_compounds(found) - own) >= _LEAST_TOLD else ""
        return ""

    def _is_known(self, found: str, deed: str, claim: SentenceClaim) -> bool:
        """Say whether what a finding speaks of is named by what was done, by the title, or by itself."""
        if "proposed " in found:
            return False
        known = self._known | telling_compounds(deed)
        if thing := thing_of(found):
            return not telling_compounds(thing).isdisjoint(known)
        name = name_of(found)
        if not name or name.lower()[_STEM] in known or not telling_compounds(name).isdisjoint(known):
            return True
        earlier = [one for one in self._claims if one.sentence.start < claim.sentence.start]
        return not is_acronym(name) and not any(name in one.sentence.text for one in earlier)


def _most_room(room: int, done: str) -> int:
    """Return how many words are left at most behind what tells what was done, however it is shortened."""
    places = [place for mark in _MARKS if (place := done.find(mark, _LEAST_BEFORE)) > 0]
    return max(room, TAKEAWAY_WORDS - done.count(" ", 0, min(places)) - 1) if places else room


def _may_fit(lower: str, room: int) -> bool:
    """Say whether so few words are left of a sentence without its opening and what a comma parts from it."""
    begin = (lower.find(" that ", 0, _OPENING) + 1 or lower.find(", ", 0, _LEAST_BEFORE) + 1) + 1
    if lower.count(" ", begin) < room:
        return True
    ends = [place for mark in _BORDER_MARKS if (place := lower.find(mark, begin + _LEAST_BEFORE)) > 0]
    if not ends or lower.count(" ", begin, min(ends)) >= room:
        return False
    return lower.count(" ", begin, first_border(lower, begin + _LEAST_BEFORE)) < room


def _may_stay(line: str) -> bool:
    return line.count(" ") < _LONGEST_DEED and not line.endswith("…")


def _may_be_joined(line: str) -> bool:
    return _is_plain(line) and _ONLY_DOES.begins(line)


def _is_plain(deed: str) -> bool:
    return ":" not in deed and ";" not in deed


def continued(found: str, text: str) -> str:
    """Return a finding in lower case where its first word is no name."""
    first, second = found.split(None, 2)[:2]
    # "Crab Gaits" is a name wherever both begin with a capital, even where a "crab" walks by elsewhere.
    name = f"{first} {second}" if second[0].isupper() else first
    named = (name != first or f" {first.lower()} " not in text) and any(
        f"{before} {name}" in text for before in _RUNNING_ON
    )
    ordinary = (first.isascii() and first[1:].islower() and not named) or _LOWERED.match(found)
    return found[0].lower() + found[1:] if ordinary else found
