"""Keys, and headers that may hold one."""

from __future__ import annotations


class HiddenText(str):
    """Text that does not show itself where a report prints local variables; what is made of it does."""

    def __repr__(self) -> str:
        return "HiddenText(...)"


class KeyHeaders(dict[str, str]):
    """Headers that do not show their values, not even where a report prints local variables."""

    def __repr__(self) -> str:
        return f"KeyHeaders({', '.join(self)})"
