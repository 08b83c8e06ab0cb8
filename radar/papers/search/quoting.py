"""Any text written so that the language reads it as it is."""

from __future__ import annotations


def in_quotes(text: str) -> str:
    """Return a text as a quotation of which every character counts."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
