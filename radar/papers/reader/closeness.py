"""How close a paper is to what the reader starred, and by which of its words."""

from __future__ import annotations

from radar.papers.bases import Value


class Closeness(Value):
    """What puts a paper where it stands in the order by closeness."""

    score: float
    """Sum of the weights (natural logarithms of odds) of the telling words that the paper holds."""
    because: tuple[str, ...]
    """Those words as they stand in the paper, those that count most first; neighbours as one phrase."""
