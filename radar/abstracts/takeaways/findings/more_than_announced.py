"""What was made or found, told beside a line that announces what is studied, or in its place."""

from __future__ import annotations

from collections.abc import Callable

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.findings.announcing import (
    announces,
    goes_before,
    makes,
    only_announces,
    repeats,
    stands_instead,
    tells_more,
    without_announcements,
)
from radar.abstracts.takeaways.findings.found_beside import FoundBeside, stands_alone
from radar.abstracts.takeaways.findings.found_of_made import FoundOfMade
from radar.abstracts.takeaways.findings.main_finding import MainFinding, tells_something
from radar.abstracts.takeaways.findings.proposals import proposed
from radar.abstracts.takeaways.findings.studied import only_studies, only_tells_of
from radar.abstracts.takeaways.lines.breaking_off import breaks_before_its_verb
from radar.abstracts.takeaways.lines.pointing import may_point_back

Claims = tuple[SentenceClaim, ...]


class MoreThanAnnounced:
    """The lines of one abstract that tell more than one which announces what is studied."""

    __slots__ = ("_abstract", "_claims", "_title")

    def __init__(self, abstract: ReadAbstract) -> None:
        """Take an abstract."""
        self._abstract, self._title, self._claims = abstract, abstract.title, abstract.claims

    def line(
        self,
        line: str,
        chosen: SentenceClaim,
        line_of: Callable[[Claims], tuple[str, SentenceClaim | None]],
    ) -> tuple[str, SentenceClaim]:
        """Return a line that tells more, and its sentence, or the same where there is none.

        Args:
            line: the takeaway.
            chosen: the sentence that it was made from.
            line_of: returns the line of other sentences, and which of them it was made from.
        """
        stops = breaks_before_its_verb(line)
        other, of = self._replaced(line, chosen, line_of, stops=stops)
        if of is not None:
            return other, of
        tells_of = only_tells_of(line, self._title)
        if tells_of and (both := FoundBeside(self._abstract).joined(line, chosen)):
            return both, chosen
        if makes(line):
            return FoundOfMade(self._abstract).joined(line, chosen) or line, chosen
        return self._instead(line, chosen, line_of) if tells_of else (line, chosen)

    def _instead(
        self, line: str, chosen: SentenceClaim, line_of: Callable[[Claims], tuple[str, SentenceClaim | None]]
    ) -> tuple[str, SentenceClaim]:
        """Return the main finding, or what was made, in the place of a line that only announces."""
        if not only_studies(line) or tells_something(line):
            return line, chosen
        finding = MainFinding(self._abstract)
        told, of = finding.instead(line, chosen)
        if of is None:
            told, of = proposed(line_of, self._claims, chosen, self._title)
        if of is None:
            told, of = finding.alone()
        return (line, chosen) if of is None else (told, of)

    def _replaced(
        self,
        line: str,
        chosen: SentenceClaim,
        line_of: Callable[[Claims], tuple[str, SentenceClaim | None]],
        *,
        stops: bool,
    ) -> tuple[str, SentenceClaim | None]:
        """Return the line of other sentences that goes before one that announces or stops."""
        if makes(line):
            return "", None
        if stops or (only_announces(chosen) and repeats(line, self._title)):
            other, found = line_of(tuple(claim for claim in self._claims if claim is not chosen))
            points = may_point_back(other.lower())
            if found is not None and stops and not points and stands_instead(other, found):
                return other, found
            if found is not None and tells_more(other, found, self._title) and self._may_stand(other):
                return other, found
        if not announces(line) or not (rest := without_announcements(self._claims)):
            return "", None
        other, found = line_of(rest)
        if found is None or not (goes_before(other, found, line, self._title) and self._may_stand(other)):
            return "", None
        return other, found

    def _may_stand(self, other: str) -> bool:
        """Say whether a line tells what was made, or a finding whose beginning the title or it names."""
        return makes(other) or stands_alone(other, self._title)
