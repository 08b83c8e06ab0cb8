"""A reader with a home, settings and the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperEntry, PaperQuery
from tests.morning.world import mirrors
from tests.net.loopback import Loopback
from tests.terminal import ROOT


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and what it printed."""

    code: int
    out: str
    error: str

    @property
    def lines(self) -> list[str]:
        """What went to standard output."""
        return self.out.splitlines()


@dataclass
class Reader:
    """Runs `radar` with settings of its own, led to sites on loopback."""

    home: Path
    server: Loopback
    sources: Sequence[str] = ()
    more: str = ""
    """Further lines of the settings."""
    environment: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        listed = ", ".join(f'"{name}"' for name in self.sources)
        self.settings.write_text(f"sources = [{listed}]\n{self.more}\n{mirrors(self.server)}")

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.home / "settings.toml"

    @property
    def library(self) -> Path:
        """The library."""
        return self.home / "library.sqlite3"

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a command and return at once."""
        command = [
            sys.executable,
            "-m",
            "radar",
            "--library",
            str(self.library),
            "--config",
            str(self.settings),
        ]
        folders = {name: str(self.home / name.lower()) for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME")}
        return subprocess.Popen(
            [*command, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "HOME": str(self.home), **folders, **self.environment},
        )

    def run(self, *arguments: str) -> Outcome:
        """Run a command to its end; no traceback may come of it."""
        process = self.start(*arguments)
        try:
            out, error = process.communicate(timeout=120)
        finally:
            process.kill()
        assert "Traceback" not in error + out, error
        return Outcome(process.returncode, out, error)

    def forget_pages(self) -> None:
        """Throw the cache away, so that pages that were fetched a moment ago are asked for again."""
        shutil.rmtree(self.home / "xdg_cache_home", ignore_errors=True)

    def entries(self, query: PaperQuery | None = None) -> list[PaperEntry]:
        """Return the papers of the library, those that a query chooses."""
        with closing(LibraryReader.open(self.library)) as library:
            found = (library.entry(key) for key in library.keys(query or PaperQuery()))
            return [entry for entry in found if entry is not None]

    def titles(self) -> list[str]:
        """Return the titles of all papers in alphabetical order."""
        return sorted(entry.paper.title for entry in self.entries())
