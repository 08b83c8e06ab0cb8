"""What a removal of papers takes from the reader, and what is remembered of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from radar.papers.bases import Value
from radar.papers.text.local_time import local_minute
from radar.papers.text.plurals import plural

GONE = "this paper is not in the library any more"
"""What is said of a paper that another radar removed meanwhile."""
KEPT_FOR = timedelta(days=30)
"""How long a removal can be taken back, unless it is forgotten before."""


class Losses(Value):
    """Papers that are to go, and what goes with them that no listing brings again."""

    papers: int = 0
    starred: int = 0
    noted: int = 0
    tagged: int = 0
    summarised: int = 0
    """Those with summaries by a model."""

    def __add__(self, other: Losses) -> Losses:
        """Return what both come to."""
        return Losses(
            self.papers + other.papers,
            self.starred + other.starred,
            self.noted + other.noted,
            self.tagged + other.tagged,
            self.summarised + other.summarised,
        )

    @property
    def own(self) -> str:
        """What of it the reader or a model made: "3 starred, 1 with a note"; empty for nothing."""
        parts = (
            (self.starred, "starred"),
            (self.noted, "with a note"),
            (self.tagged, "tagged"),
            (self.summarised, "summarised by a model"),
        )
        if self.papers == 1:
            return ", ".join(what for count, what in parts if count)
        return ", ".join(f"{count:,} {what}" for count, what in parts if count)

    @property
    def line(self) -> str:
        """All of it, such as "12 papers (3 starred, 1 with a note)"."""
        return plural(self.papers, "paper") + (f" ({self.own})" if self.own else "")


class Removal(Value):
    """Papers that were removed together."""

    number: int
    """By which it is taken back, as an act."""
    when: datetime
    what: str
    """How they were chosen, for people."""
    losses: Losses
    left: int
    """Of how many the names are still remembered: the others came anew since."""
    kept: bool
    """Whether it can be taken back; else only the names are left."""

    @property
    def line(self) -> str:
        """When, how many, and whether it can be taken back."""
        chosen = f": {self.what}" if self.what else ""
        anew = self.losses.papers - self.left
        came = f"; {anew:,} of them came anew since" if anew > 0 else ""
        until = self.when + KEPT_FOR
        # What is too old is let go of by the next refresh or import.
        back = f"can be taken back until {local_minute(until)}" * (until > datetime.now(UTC))
        return f"{local_minute(self.when)}  {self.losses.line}{chosen}{came}; " + (
            (back or "can be taken back until the next refresh") if self.kept else "only their names are kept"
        )


def left_out_line(papers: int) -> str:
    """Return how many papers were left out since the reader removed them; empty for none."""
    return f"{papers:,} left out that you removed" if papers else ""


STAYS_AWAY = (
    "what you removed stays away: radar add ID brings a paper anew, radar import --anew all of a file, "
    "radar remove --undo puts the last removal back"
)
"""What to do about papers that were left out."""
