"""Where what the next start paints first is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Memory:
    """Where the record goes, and what it is for."""

    folder: Path
    name: str
    """What the files of this way of calling radar begin with."""
    version: str
    library: Path
    settings: Path
    """The settings file, which need not be there."""

    def file(self, width: int, height: int) -> Path:
        """Return the file for a size of the terminal."""
        return self.folder / f"{self.name}-{width}x{height}"
