"""Papers of a run that no model is asked about, counted by why."""

from __future__ import annotations

from radar.papers.bases import Value


class NotSent(Value):
    """How many papers are not sent to a model, though one is asked for their summaries."""

    no_abstract: int = 0
    speaking: int = 0
    """Papers whose text speaks to a model instead of a reader."""

    def __add__(self, other: NotSent) -> NotSent:
        """Return both together."""
        return NotSent(self.no_abstract + other.no_abstract, self.speaking + other.speaking)

    def times(self, factor: float) -> NotSent:
        """Return so many times as much, for papers that stand for others."""
        return NotSent(round(self.no_abstract * factor), round(self.speaking * factor))

    @property
    def papers(self) -> int:
        """How many there are in all."""
        return self.no_abstract + self.speaking

    @property
    def line(self) -> str:
        """How many and why, such as "8 not sent: 5 have no abstract, 3 speak to a model"; empty for none."""
        said = (
            (self.no_abstract, "has no abstract", "have no abstract"),
            (self.speaking, "speaks to a model", "speak to a model"),
        )
        why = ", ".join(f"{count:,} {one if count == 1 else more}" for count, one, more in said if count)
        return f"{self.papers:,} not sent: {why}" if why else ""
