"""What was made, in few words, and what came of it: "Sidestep, a gait for wet sand, outruns lobsters"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.choice.off_topic import off_topic
from radar.abstracts.takeaways.findings.clause_forms import SHORTEST, clause, forms_of, shorter_of
from radar.abstracts.takeaways.findings.findings import makes_data
from radar.abstracts.takeaways.findings.made_things import (
    MAKES,
    PRAISE,
    WHO,
    Made,
    ever_shorter,
    further_shorter,
    made_of,
    shorter,
)
from radar.abstracts.takeaways.findings.outcome_clauses import (
    KIND,
    KINDS,
    NUMBER,
    Outcome,
    may_point,
    may_tell_of,
    outcome_of,
)
from radar.abstracts.takeaways.lines.borders import balanced, hangs
from radar.abstracts.takeaways.lines.condensing import without_novelty
from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.takeaways.lines.shortening import whole_or_cut, without_any_preamble, without_asides
from radar.abstracts.takeaways.telling_words import telling_compounds
from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.abbreviations import written_out
from radar.abstracts.text.tex import readable_text
from radar.abstracts.vocabulary.patterns import at_a_word, pattern
from radar.papers.summaries.summary import TAKEAWAY_WORDS

_SURE = 1.0
"""Findings that are claimed no more surely are hints."""
_TRIED = 5
"""So many findings are tried, the surest first."""
_MOST_LOST, _MOST_LOST_IN_WORDS, _MORE_LOST = 9, 2, 4
"""So many telling words that the title lacks may go for a figure, for a finding in words, and besides where
the line breaks off."""
_LEAST_TOLD = 3
"""So many telling words has what came of it that neither the title nor the rest has."""
_LONGEST_DEED, _SHORTEST_DEED, _LEAST_DEED = 18, 6, 4
"""What was done has so many words at most and at least, and so many that tell something."""
_SHORTEST_OUTCOME = 6
"""So many words has what came of it at least, with what it is of."""
_SAME = 0.2
"""Where the title lacks no larger part of a line's telling words, a finding says more than the line."""
_WRITTEN_OUT = 40
"""It is measured with all that goes with it only later."""
_ONE = pattern(rf"{WHO}(?:an?|the|our) (?:[\w-]+,? ){{0,9}}?{KIND}\b")
"""One thing is made, which "our method" is."""
_IS_ALL = pattern(rf"{WHO}(?:an? |the )?(?:[\w-]+ ){{0,6}}(?:\([\w.+-]+\)|{KIND})$")
"""Nothing else is named, so that "it" is what was made."""
_DOES_ONE = pattern(
    rf"(?:[^,;]{{3,90}}, )?(?:[Ww]e|[Tt]his (?:paper|work|study|article|report)) (?:\w+ )?{MAKES} "
    r"[^;:–—]*$"
)
_DOES_MORE = pattern(
    r"\band (?:\w+ly |also |then |further )?(?:an? |the )?(?:(?:analy[sz]e|apply|build|compare|compute"
    r"|construct|demonstrate|derive|design|develop|evaluate|find|formulate|introduce|learn|present|propose"
    rf"|prove|provide|release|show|study|train|use|validate)s? |[\w -]{{0,60}}\b{KIND}\b)"
)
"""Another deed, or another thing, which what came of it may be of."""
_ANOTHER = pattern(
    rf"{WHO}(?:[\w-]+,? ){{1,9}}?(?:method|approach|framework|system|model|agent|network|pipeline)\b"
    rf"|.*\b[Oo]ur (?:[\w-]+ ){{1,6}}\([\w-]+\) {KIND}\b"
)
_IS_METHOD = pattern(rf"{at_a_word(*KINDS)}\b(?!-)")
_TELLS_MORE = pattern(r",? (?:that|which|via|for|to|of|on|in|using|with|by|through|based|built|designed)\b")
"""Where it is no longer said what is made."""
_ONE_THING = pattern(rf"{WHO}(?P<what>(?:an?|the) .+?)\.?$")
_INSERTS = pattern(r" (?:which|where|whose) | (?:called|named|termed|dubbed) ")
"""What tells more of a thing than which it is."""

_strength = attrgetter("strength")


class Outcomes:
    """What was made and what came of it, told in the place of a line that tells only what was made."""

    def __init__(self, line: str, chosen: SentenceClaim, abstract: ReadAbstract) -> None:
        """Take a line and its abstract.

        Args:
            line: the takeaway that tells what was made.
            chosen: the sentence that it was made from.
            abstract: whose other sentences may tell what came of it.
        """
        self._line, self._chosen = line, chosen
        self._title, self._text, self._claims, self._tidied = abstract
        self._place = self._claims.index(chosen)

    def told(self, *, figure: bool, further: bool = False) -> str:
        """Return both in one line, or nothing where none of the findings fits.

        Args:
            figure: whether the finding has to have a number, or must not have one.
            further: whether less of either may be told.
        """
        join = self._joined_further if further else self._joined
        outcomes = self._measured if figure else self._worded()
        return next(filter(None, (join(outcome, number) for outcome, number in outcomes)), "")

    @cached_property
    def _measured(self) -> list[tuple[Outcome, str]]:
        """What came of it by the findings with a number that the line lacks, and the number."""
        found = []
        for claim in self._found:
            if claim.figure is None or not self._may_tell(claim):
                continue
            number = NUMBER.search(readable_text(claim.figure.text))
            if number is None or number[0] in self._line or off_topic(claim, 1):
                continue
            if outcome := self._outcome(claim, figure=True):
                found.append((outcome, number[0]))
        return found

    def _worded(self) -> Iterator[tuple[Outcome, str]]:
        """Yield what came of it by the findings in words."""
        found = [claim for claim in self._found if claim.figure is None]
        for claim in found if found and self._has_room else ():
            if not self._may_tell(claim) or off_topic(claim, 1):
                continue
            if outcome := self._outcome(claim, figure=False):
                yield outcome, ""

    @cached_property
    def _found(self) -> list[SentenceClaim]:
        """The findings, the surest first."""
        found = [
            claim
            for claim in self._claims
            if claim.strength >= _SURE and claim is not self._chosen and not claim.background
        ]
        return sorted(found, key=_strength, reverse=True)[:_TRIED]

    @cached_property
    def _has_room(self) -> bool:
        """Whether words may follow that are worth no part of what was done."""
        if self._made.shown:
            return True
        return not self._line.endswith("…") and self._line.count(" ") + _SHORTEST_OUTCOME < TAKEAWAY_WORDS

    def _may_tell(self, claim: SentenceClaim) -> bool:
        return may_tell_of(self._made.names, self._kind, claim.sentence.text)

    @cached_property
    def _done(self) -> str:
        return without_any_preamble(self._tidied(self._chosen))

    @cached_property
    def _made(self) -> Made:
        return made_of(self._done, self._title, self._text)

    @cached_property
    def _known(self) -> frozenset[str]:
        return telling_compounds(self._title)

    @cached_property
    def _had(self) -> frozenset[str]:
        return telling_compounds(self._line) - self._known

    @cached_property
    def _heads(self) -> tuple[str, ...]:
        """What was made in fewer and fewer words, its name before what it is."""
        return tuple(
            f"{name}, {form}"
            for what in shorter(self._made.what)
            for form in self._forms(what)
            for name in self._made.shown
        )

    def _forms(self, what: str) -> dict[str, None]:
        """Return what a thing is, its abbreviations written out, as it is, and without praise."""
        long = written_out(what, self._text, self._title, _WRITTEN_OUT)
        return dict.fromkeys((long, what, without_novelty(long), without_novelty(what)))

    def _outcome(self, claim: SentenceClaim, *, figure: bool) -> Outcome | None:
        """Return what a sentence says that came of what was made, or None where it may be of another."""
        place = self._claims.index(claim)
        told = self._tidied(claim)
        near = place == self._place + 1 or (
            figure and place > self._place and may_point(told) and self._speaks_of_it(self._claims[place - 1])
        )
        outcome = outcome_of(self._made.names, self._done, told, near=near, measured=figure)
        if outcome is None or outcome.subject in self._made.names:
            return outcome
        if not self._kind:
            return None
        between = self._claims[self._place + 1 : place]
        others = (self._tidied(one) for one in between if one.sentence.classes & classes.PROPOSES)
        return None if any(map(_ANOTHER.match, others)) else outcome

    def _speaks_of_it(self, claim: SentenceClaim) -> bool:
        """Say whether a sentence begins with what was made, so that "it" in the next one is that."""
        text = self._tidied(claim)
        if text.startswith(("It ", "Our ", *(f"{name} " for name in self._made.names))):
            return True
        outcome = outcome_of(self._made.names, self._done, text, near=False, measured=False)
        return outcome is not None and outcome.subject in self._made.names

    @cached_property
    def _kind(self) -> str:
        """What it is, where "our method" may be what was made, or nothing."""
        what = self._made.what or self._done
        more = _TELLS_MORE.search(what)
        what = what[: more.start()] if more else what
        kind = _IS_METHOD.search(what)
        return kind[0] if kind and not makes_data(what) else ""

    def _joined(self, outcome: Outcome, number: str) -> str:
        most = (_MOST_LOST if number else _MOST_LOST_IN_WORDS) + _MORE_LOST * self._line.endswith("…")
        had = self._had - telling_compounds(outcome.done)
        forms: dict[bool, list[str]] = {}
        for begin, may_change in self._begins(outcome, figure=number != ""):
            room = TAKEAWAY_WORDS - begin.count(" ") - 1
            if room < SHORTEST:
                continue
            known = telling_compounds(begin)
            if len(had - known) > most:
                continue
            if may_change not in forms:
                forms[may_change] = list(forms_of(outcome.done, number, changed=may_change))
            told = clause(forms[may_change], room, number)
            if len(telling_compounds(told) - self._known - known) < _LEAST_TOLD:
                continue
            line = f"{begin} {told}"
            if balanced(line) and not may_point_back(line.lower()):
                return line
        return ""

    def _joined_further(self, outcome: Outcome, number: str) -> str:
        most = _MOST_LOST + _MORE_LOST * self._line.endswith("…")
        forms = list(shorter_of(outcome.done, number))
        for begin, is_name in self._further_begins(outcome):
            room = TAKEAWAY_WORDS - begin.count(" ") - 1
            known = telling_compounds(begin)
            if room < SHORTEST or (len(self._had - known) > most and not is_name):
                continue
            for form, amount in forms:
                told = clause([form], room, amount)
                new = telling_compounds(told) - self._known - known
                if len(new) < _LEAST_TOLD or any(name in told for name in self._made.names):
                    continue
                line = f"{begin} {told}"
                if balanced(line) and not may_point_back(line.lower()):
                    return line
        return ""

    def _further_begins(self, outcome: Outcome) -> Iterator[tuple[str, bool]]:
        """Yield the same, and what was made in still fewer words or, where it has no name, by what it is.

        Where the title says what a name stands for, it may stand alone at last, whatever is not told then.
        """
        for begin, _ in self._begins(outcome, figure=True):
            yield begin, False
        if self._made.shown:
            for what in further_shorter(self._made.what):
                for setting in outcome.settings():
                    yield f"{setting}{self._made.shown[-1]}, {without_novelty(what)},", False
            if self._title.startswith(f"{self._made.shown[-1]}: "):
                for setting in outcome.settings():
                    yield f"{setting}{self._made.shown[-1]}", True
        elif outcome.subject not in self._made.names and _ONE.match(self._done):
            for what in self._things:
                for setting in outcome.settings():
                    yield f"{setting}{what if setting else what[0].upper() + what[1:]}", False

    @cached_property
    def _things(self) -> tuple[str, ...]:
        """What was made that has no name, in fewer and fewer words."""
        found = _ONE_THING.match(self._done)
        if found is None or _DOES_MORE.search(self._done) or not _DOES_ONE.match(self._done):
            return ()
        what = without_asides(found["what"])
        heads = (*shorter(what), *further_shorter(what))
        whats = (without_novelty(form) for what in heads for form in self._forms(what))
        return tuple(
            what for what in dict.fromkeys(whats) if _IS_METHOD.search(what) and not _INSERTS.search(what)
        )

    def _begins(self, outcome: Outcome, *, figure: bool) -> Iterator[tuple[str, bool]]:
        """Yield what stands before what came of a thing, the longest first, and whether that may change."""
        for head in self._heads:
            for setting in outcome.settings():
                yield f"{setting}{head},", not setting
        is_one = outcome.subject and (outcome.subject in self._made.names or _ONE.match(self._done))
        if is_one and not self._heads:
            for deed in self._deeds(figure=figure):
                is_it = f" {outcome.subject}," in deed or _IS_ALL.match(deed)
                for setting in outcome.settings():
                    subject = "it" if is_it else outcome.subject
                    yield f"{deed}; {setting[:1].lower()}{setting[1:]}{subject}", False
        if figure and self._made.shown and len(self._had) <= _SAME * len(telling_compounds(self._line)):
            for setting in outcome.settings():
                yield f"{setting}{self._made.shown[-1]}", not setting

    def _deeds(self, *, figure: bool) -> Iterator[str]:
        """Yield what was done, in fewer and fewer words where a figure is worth what is left out."""
        forms = [] if self._line.endswith("…") else [self._line]
        if figure:
            forms.append(whole_or_cut(self._done, _LONGEST_DEED).text)
            forms += ever_shorter(self._done, _LONGEST_DEED, _SHORTEST_DEED)
        for form in dict.fromkeys(form.rstrip(".") for form in forms if form):
            tells = form == self._line.rstrip(".") or len(telling_compounds(form) - PRAISE) >= _LEAST_DEED
            if tells and _DOES_ONE.match(form) and not (_DOES_MORE.search(form) or hangs(form)):
                yield form
