"""Which listing a paper stands in, since when, and how it stands there."""

from __future__ import annotations

from datetime import datetime

from radar.papers.bases import Value
from radar.papers.listed.announced import Announced
from radar.papers.listed.listing import Listing

_NOTES = {
    Announced.CROSS: "cross-listed",
    Announced.REPLACED: "replaced",
    Announced.REPLACED_CROSS: "cross-listed, replaced",
}


class Origin(Value):
    """One listing of a paper."""

    listing: Listing
    arrived: datetime
    """When radar first met it there; aware, UTC."""
    announced: Announced = Announced.UNKNOWN
    """How the listing announced it last; UNKNOWN also for what it announced as new."""

    @property
    def line(self) -> str:
        """The listing, for people: "arXiv cs.CL (cross-listed)"."""
        name = self.listing.label or self.listing.name
        note = _NOTES.get(self.announced)
        return f"{name} ({note})" if note else name
