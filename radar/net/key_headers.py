"""Headers that may hold a key."""

from __future__ import annotations


class KeyHeaders(dict[str, str]):
    """Headers that do not show their values, not even where a report prints local variables."""

    def __repr__(self) -> str:
        return f"KeyHeaders({', '.join(self)})"
