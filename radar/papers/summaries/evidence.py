"""Where in a paper's texts the words stand that a flag rests on."""

from __future__ import annotations

from enum import StrEnum

from radar.papers.bases import Value


class TextField(StrEnum):
    """Which text of a paper a span points into."""

    TITLE = "title"
    ABSTRACT = "abstract"
    COMMENT = "comment"
    METADATA = "metadata"
    """The code link that the listing itself gives, not a text of the authors."""


class Evidence(Value):
    """A span of one of the paper's texts, as that text is stored."""

    field: TextField
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
