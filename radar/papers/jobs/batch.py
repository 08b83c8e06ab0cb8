"""Questions to a model that others answer later: which were written to which files."""

from __future__ import annotations

from radar.papers.bases import Value


class Batch(Value):
    """What was asked of which model, in one go."""

    token: str
    """Names it in its manifest; it says nothing of the library or its owner."""
    summariser: str
    model: str
    prompt_digest: str
    dialect: str
    answer_format: str
    """How the answers are asked to be JSON."""
    number: int = 0
    """The library's number of it; 0 while it has none."""


class Shard(Value):
    """One file of questions."""

    name: str
    lines: int
    bytes: int
    sha256: str


class Item(Value):
    """One question that was asked."""

    shard: int
    """The library's number of the file it stands in."""
    batch: int
    key: int
    """The library's key of the paper."""
    answer: int
    """0: none yet; above 0: the digest of the one that was taken; below 0: that of a failure."""
