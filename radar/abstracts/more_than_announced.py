"""What was made or found, told beside a line that announces what is studied, or in its place."""

from __future__ import annotations

from collections.abc import Callable

from radar.abstracts.announcing import (
    announces,
    goes_before,
    makes,
    only_announces,
    repeats,
    stands_instead,
    tells_more,
    without_announcements,
)
from radar.abstracts.breaking_off import breaks_before_its_verb
from radar.abstracts.claims import SentenceClaim
from radar.abstracts.found_beside import FoundBeside, stands_alone
from radar.abstracts.pointing import may_point_back
from radar.abstracts.studied import only_tells_of

Claims = tuple[SentenceClaim, ...]


class MoreThanAnnounced:
    """The lines of one abstract that tell more than one which announces what is studied."""

    __slots__ = ("_claims", "_text", "_tidied", "_title")

    def __init__(self, title: str, text: str, claims: Claims, tidied: Callable[[SentenceClaim], str]) -> None:
        """Take an abstract.

        Args:
            title: of the paper.
            text: the abstract.
            claims: of all its sentences.
            tidied: returns the sentence of a claim as lines are made from it.
        """
        self._title, self._text, self._claims, self._tidied = title, text, claims, tidied

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
        if only_tells_of(line, self._title):
            found = FoundBeside(self._title, self._text, self._claims, self._tidied)
            return found.joined(line, chosen) or line, chosen
        return line, chosen

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
