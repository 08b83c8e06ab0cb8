"""How far a digest got."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DigestMark:
    """The last moments that a digest tells of; aware, UTC."""

    papers: datetime
    """Papers that the library gained up to this moment are told."""
    changes: datetime
    """Changes of papers up to this moment are told."""
