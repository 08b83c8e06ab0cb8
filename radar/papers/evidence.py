"""Where in a paper's texts the words stand that a flag rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TextField(StrEnum):
    """Which text of a paper a span points into."""

    TITLE = "title"
    ABSTRACT = "abstract"
    COMMENT = "comment"
    METADATA = "metadata"
    """The code link that the listing itself gives, not a text of the authors."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of one of the paper's texts, as that text is stored."""

    field: TextField
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
