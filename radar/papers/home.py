"""Paths as readers write them, where `~` is the home folder."""

from __future__ import annotations

from pathlib import Path


def at_home(text: str) -> Path:
    """Return the path a text is; `~` is the home folder, and stays where a user does not exist."""
    try:
        return Path(text.replace("\0", "")).expanduser()
    except RuntimeError:
        return Path(text)
