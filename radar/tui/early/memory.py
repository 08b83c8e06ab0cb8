"""Where what the next start paints first is kept."""

from __future__ import annotations

from pathlib import Path

from radar.papers.bases import Value


class Memory(Value):
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
