"""What the files below a folder hold."""

from __future__ import annotations

from pathlib import Path


def files_below(folder: Path) -> dict[Path, bytes]:
    """Return what each file below a folder holds, but for those that are taken away meanwhile."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            try:
                found[path] = path.read_bytes()
            except FileNotFoundError:
                continue
    return found
