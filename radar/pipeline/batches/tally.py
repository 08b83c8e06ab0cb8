"""What an import of results comes to."""

from __future__ import annotations

from collections.abc import Iterable

from radar.papers.bases import Mutable
from radar.papers.summaries.summary import Summary, TakeawayOrigin


class Tally(Mutable):
    """Counts; papers unless it says otherwise."""

    lines: int = 0
    """Lines of results that could be read."""
    rows: int = 0
    """Those of them that are plain rows, and not responses to requests."""
    bad_lines: int = 0
    """Lines that are none."""
    accepted: int = 0
    """The model's takeaway holds."""
    trimmed: int = 0
    """It holds after a rule cut it."""
    quoted: int = 0
    """It does not hold: the paper's own words stand in."""
    unchanged: int = 0
    """The same answer was taken before."""
    failed: int = 0
    """The answer is an error."""
    stale: int = 0
    """The abstract has changed since it was asked about."""
    foreign: int = 0
    """The question was asked by another prompt than today's."""
    unknown: int = 0
    """Lines whose id is of no question of this library."""
    missing: int = 0
    """Nothing came back, though something did for others of the same file."""
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None

    @property
    def of_rows(self) -> bool | None:
        """Whether all results are plain rows; None where only some are, or there is none."""
        return None if not self.lines or 0 < self.rows < self.lines else self.rows > 0

    @property
    def stored(self) -> int:
        """Papers that have a summary now by this import."""
        return self.accepted + self.trimmed + self.quoted

    def count(self, summaries: Iterable[Summary]) -> None:
        """Count summaries that were stored."""
        for summary in summaries:
            origin = summary.takeaway.origin
            self.accepted += origin is TakeawayOrigin.MODEL
            self.trimmed += origin is TakeawayOrigin.TRIMMED
            self.quoted += origin in (TakeawayOrigin.QUOTED, TakeawayOrigin.OFFLINE)
            made = summary.provenance
            self.tokens_in += made.tokens_in
            self.tokens_out += made.tokens_out
            if made.cost is not None:
                self.cost = (self.cost or 0.0) + made.cost
