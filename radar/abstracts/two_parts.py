"""A takeaway of two parts: what was done and, behind a semicolon, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter

from radar.abstracts import word_classes as classes
from radar.abstracts.borders import balanced, cut_before_the_way, hangs
from radar.abstracts.claims import SentenceClaim
from radar.abstracts.findings import (
    is_acronym,
    makes_data,
    name_of,
    of_others,
    of_what_was_made,
    stands_by_itself,
    thing_of,
)
from radar.abstracts.off_topic import off_topic
from radar.abstracts.patterns import EitherCase, pattern
from radar.abstracts.pointing import may_point_back
from radar.abstracts.shortening import whole_or_cut, without_asides
from radar.abstracts.telling_words import words_of
from radar.abstracts.tex import readable_text
from radar.abstracts.words import word_set
from radar.papers.summary import TAKEAWAY_WORDS

_ONLY_DOES = EitherCase(
    r"(?:we|this (?:paper|work|study)) (?:\w+ ){0,2}?(?:propose|present|introduce|develop|describe|design"
    r"|study|studies|investigate|examine|explore|evaluate|analy[sz]e|compare|build|benchmark)s?\b",
)
_LONGEST_DEED = 18
"""What was done takes at most so many words where a finding follows."""
_SHORTENED, _SHORTEST = 15, 6
"""Where it is cut because the title says the rest, so many words are left at most and at least."""
_MOST_LOST, _LOST_FOR_WORDS = 7, 1
"""So many telling words that the title lacks may go for a finding with a figure, and for one in words."""
_LEAST_TOLD = 3
"""So many telling words are left then; and a finding has as many new ones."""
_SURE = 1.0
"""Findings in words that are claimed no more surely are hints."""
_TRIED = 4
"""So many findings are tried, the surest first."""
_SAME = 0.2
"""Where the title lacks no larger part of a line's telling words, the line only repeats it."""
_STEM = slice(6)
_SAYS_NOTHING = word_set(
    "a an the of in on at for with and or to by from as that which we our us its their this these is are be "
    "via into using use used through based toward towards under both can how whether between across over "
    "paper work study studies article letter propose proposes present presents introduce introduces develop "
    "develops design designed describe describes investigate investigates examine examines explore explores "
    "analyze analyse analyzes new novel first approach method framework called named it not while when what "
    "provide provides simple effective efficient general address addresses consider problem task"
)
"""Words that tell nothing of what a line is about."""
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

    def __init__(
        self,
        title: str,
        text: str,
        claims: tuple[SentenceClaim, ...],
        tidied: Callable[[SentenceClaim], str],
    ) -> None:
        """Take an abstract.

        Args:
            title: of the paper.
            text: the abstract.
            claims: of all its sentences.
            tidied: returns the sentence of a claim as lines are made from it.
        """
        self._title, self._text, self._claims, self._tidied = title, text, claims, tidied
        self._known: set[str] = set()

    def line(self, line: str, chosen: SentenceClaim) -> tuple[str, SentenceClaim]:
        """Return what was done and what came of it, or nothing where no finding fits, and its first sentence.

        Where what was done only repeats the title, a finding with a figure may stand alone.

        Args:
            line: the takeaway that tells what was done.
            chosen: the sentence that it was made from.
        """
        if not chosen.sentence.classes & classes.DOES or not _may_be_joined(line):
            return "", chosen
        claims = [one for one in self._claims if one.strength >= _SURE and not one.background]
        found = [one for one in claims if one is not chosen]
        done = self._tidied(chosen)
        if not found and " that " not in done:
            return "", chosen
        found.sort(key=_strength, reverse=True)
        found = [one for one in found[:_TRIED] if not off_topic(one, 1)]
        self._known = _telling(self._title)
        both = self._joined_within(done, line) or self._joined(line, done, chosen, found)
        return (both, chosen) if both else self._alone(line, chosen, found)

    def behind(self, announced: SentenceClaim, claim: SentenceClaim) -> str:
        """Return what was studied and what was found, or nothing where one does not fit behind the other."""
        done = self._tidied(announced)
        if not _may_be_joined(done) or may_point_back(done.lower()):
            return ""
        self._known = _telling(self._title)
        return self._joined(done, done, announced, [claim])

    def _joined_within(self, done: str, line: str) -> str:
        """Return both parts of a sentence that is too long for one line: "We study X and show that Y"."""
        match = _AND_FINDS.search(done) if " that " in done and len(done) > len(line) else None
        if match is None:
            return ""
        deed, found = done[: match.start()], done[match.end() :]
        found = whole_or_cut(found[0].upper() + found[1:], TAKEAWAY_WORDS - deed.count(" ") - 1).text
        fits = found and deed.count(" ") < _LONGEST_DEED and balanced(deed) and not hangs(deed)
        if not fits or not _is_plain(deed) or not stands_by_itself(found, ""):
            return ""
        return f"{deed}; {_continued(found, self._text)}"

    def _joined(self, line: str, done: str, chosen: SentenceClaim, found: list[SentenceClaim]) -> str:
        own = self._known | _telling(line)
        makes = bool(chosen.sentence.classes & classes.PROPOSES)
        for deed, lost in self._deeds(line, done, makes=makes):
            of_method = makes and not makes_data(deed)
            for claim in found:
                if lost > (_MOST_LOST if claim.figure else _LOST_FOR_WORDS):
                    continue
                finding = self._finding(claim, TAKEAWAY_WORDS - deed.count(" ") - 1, own)
                if finding and self._fits(finding, deed, claim, of_method=of_method):
                    return f"{deed.rstrip('.')}; {_continued(finding, self._text)}"
        return ""

    def _fits(self, finding: str, deed: str, claim: SentenceClaim, *, of_method: bool) -> bool:
        """Say whether a finding speaks of what was done."""
        if of_what_was_made(finding):
            return of_method
        return not (of_method and of_others(finding)) and self._is_known(finding, deed, claim)

    def _alone(
        self, line: str, chosen: SentenceClaim, found: list[SentenceClaim]
    ) -> tuple[str, SentenceClaim]:
        """Return a finding with a figure, and its sentence, in the place of a line that repeats the title."""
        own = _telling(line)
        if len(own - self._known) > _SAME * len(own):
            return "", chosen
        for claim in found:
            finding = self._finding(claim, TAKEAWAY_WORDS, own | self._known) if claim.figure else ""
            if finding and " our " not in finding.lower() and self._is_known(finding, self._title, claim):
                return finding, claim
        return "", chosen

    def _deeds(self, line: str, done: str, *, makes: bool) -> Iterator[tuple[str, int]]:
        """Return what was done in fewer and fewer words, and how many telling ones went with the rest."""
        if not line.endswith("…") and line.count(" ") < _LONGEST_DEED:
            yield line, 0
        told = _telling(line) - self._known
        whole = whole_or_cut(done, _LONGEST_DEED).text
        if whole != line and _may_be_joined(whole):
            yield whole, len(told - _telling(whole))
        short = cut_before_the_way(done, _SHORTENED, _SHORTEST) if makes else ""
        if _may_be_joined(short) and not done[len(short) :].lstrip(", ").split(" ", 2)[1][:1].isupper():
            left = _telling(short)
            if len(left) >= _LEAST_TOLD:
                yield short, len(told - left)

    def _finding(self, claim: SentenceClaim, room: int, own: set[str]) -> str:
        """Return a finding in so many words, where it stands on its own and tells something new."""
        whole = self._tidied(claim)
        number = _NUMBER.search(readable_text(claim.figure.text)) if claim.figure else None
        for form in dict.fromkeys((whole, without_asides(whole))):
            found = whole_or_cut(form, room).text
            if found and stands_by_itself(found, number[0] if number else ""):
                return found if len(_telling(found) - own) >= _LEAST_TOLD else ""
        return ""

    def _is_known(self, found: str, deed: str, claim: SentenceClaim) -> bool:
        """Say whether what a finding speaks of is named by what was done, by the title, or by itself."""
        if "proposed " in found:
            return False
        known = self._known | _telling(deed)
        if thing := thing_of(found):
            return not _telling(thing).isdisjoint(known)
        name = name_of(found)
        if not name or name.lower()[_STEM] in known or not _telling(name).isdisjoint(known):
            return True
        earlier = [one for one in self._claims if one.sentence.start < claim.sentence.start]
        return not is_acronym(name) and not any(name in one.sentence.text for one in earlier)


def _may_be_joined(line: str) -> bool:
    return _is_plain(line) and _ONLY_DOES.begins(line)


def _is_plain(deed: str) -> bool:
    return ":" not in deed and ";" not in deed


def _telling(text: str) -> set[str]:
    """Return the beginnings of the words of a text that tell what it is about."""
    return {word[_STEM] for word in words_of(text) if word not in _SAYS_NOTHING}


def _continued(found: str, text: str) -> str:
    """Return a finding in lower case where its first word is no name."""
    first, second = found.split(None, 2)[:2]
    # "Crab Gaits" is a name wherever both begin with a capital, even where a "crab" walks by elsewhere.
    name = f"{first} {second}" if second[0].isupper() else first
    named = (name != first or f" {first.lower()} " not in text) and any(
        f"{before} {name}" in text for before in _RUNNING_ON
    )
    ordinary = (first[1:].islower() and not named) or _LOWERED.match(found)
    return found[0].lower() + found[1:] if ordinary else found
