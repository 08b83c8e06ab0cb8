"""Listings that were pasted, kept for the worker to import."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from radar.errors import ListingError
from radar.papers.text import clean

_KEPT = re.compile(r"pasted \d{4}-\d\d-\d\d [0-9a-f]{8}\.txt")


def name_of_import(path: Path) -> str:
    """Return what people call a file to import: its name, or for one that was kept here "the pasted text"."""
    return "the pasted text" if _KEPT.fullmatch(path.name) else clean(path.name)


def keep_pasted(text: str, folder: Path) -> Path:
    """Keep a text under a name of its own, readable by its owner only, and return where.

    Raises:
        ListingError: the folder cannot be written.
    """
    content = text.encode("utf-8", "replace")
    import hashlib

    digest = hashlib.sha256(content).hexdigest()[:8]
    path = folder / f"pasted {datetime.now(UTC):%Y-%m-%d} {digest}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(content)
    except OSError as error:
        raise ListingError(f"the pasted text cannot be kept in {folder}: {error.strerror}") from error
    return path
