"""How far a digest got."""

from __future__ import annotations

from datetime import datetime

from radar.papers.bases import Value


class DigestMark(Value):
    """The last moments that a digest tells of; aware, UTC."""

    papers: datetime
    """Papers that the library gained up to this moment are told."""
    changes: datetime
    """Changes of papers up to this moment are told."""
