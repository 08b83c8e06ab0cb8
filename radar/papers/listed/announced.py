"""How a listing announces a paper."""

from __future__ import annotations

from enum import StrEnum


class Announced(StrEnum):
    """How a listing announces a paper, in arXiv's words."""

    UNKNOWN = ""
    NEW = "new"
    CROSS = "cross"
    """Listed in a further category."""
    REPLACED = "replace"
    """A new version of a paper that was announced before."""
    REPLACED_CROSS = "replace-cross"

    @property
    def is_replacement(self) -> bool:
        """Whether it is a new version of a paper that was announced before."""
        return self in (Announced.REPLACED, Announced.REPLACED_CROSS)
