"""Why a run stands still: its endpoint is left alone for a while, or is asked and says nothing."""

from __future__ import annotations

from datetime import datetime

from radar.papers.bases import Value
from radar.papers.text.local_time import local_second


class Standstill(Value):
    """The words and the moment that they are about: whoever acts on it goes by the moment."""

    why: str = ""
    """For people, such as "models.example asks to wait"; empty when it goes on."""
    until: datetime | None = None
    """Aware; until then nothing is asked."""
    silent_since: datetime | None = None
    """Aware; since then nothing came back of what was asked."""

    @property
    def line(self) -> str:
        """Why, and until when or since when by the reader's clock."""
        if self.until is not None:
            return f"{self.why} until {local_second(self.until)}"
        if self.silent_since is not None:
            return f"{self.why} since {local_second(self.silent_since)}"
        return self.why
