"""Listings that were pasted, kept for the worker to import."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from radar.errors import ListingError


def keep_pasted(text: str, folder: Path) -> Path:
    """Keep a text under a name of its own, readable by its owner only, and return where.

    Raises:
        ListingError: the folder cannot be written.
    """
    content = text.encode("utf-8", "replace")
    digest = hashlib.sha256(content).hexdigest()[:8]
    path = folder / f"pasted {datetime.now(UTC):%Y-%m-%d} {digest}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(content)
    except OSError as error:
        raise ListingError(f"the pasted text cannot be kept in {folder}: {error.strerror}") from error
    return path
