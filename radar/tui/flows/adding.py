"""Bringing papers in: a file, a pasted listing, the network, the sample."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from radar.library.adding.storing import Added
from radar.papers.jobs.job import Job
from radar.papers.reader.removal import STAYS_AWAY, left_out_line
from radar.papers.text.plurals import plural
from radar.tui.flows.step import Say, Write


class Importer(Protocol):
    """Queues imports, or does small ones at once."""

    def request_import(self, path: Path) -> Job:
        """Queue the import of a file."""
        ...

    def import_text(self, text: str) -> Job:
        """Queue the import of a pasted listing."""
        ...

    def request_refresh(self) -> Job:
        """Queue a question to all sources."""
        ...

    def load_sample(self) -> Added:
        """Add the papers of the sample, at once."""
        ...


def add_papers(importer: Importer, kind: str, text: str) -> Say | Write:
    """Do what was chosen on the welcome screen, and say what comes of it."""
    if kind == "import":
        return _asked(partial(importer.request_import, Path(text)), "the import")
    if kind == "paste":
        return _asked(partial(importer.import_text, text), "the import")
    if kind == "refresh":
        return _asked(importer.request_refresh, "the refresh")
    return Write(partial(_load_sample, importer)) if kind == "sample" else Say("")


def _asked(ask: Callable[[], Job], starts: str) -> Write:
    return Write(lambda: Say(f"asked for: {ask().label}"), starts=starts)


def _load_sample(importer: Importer) -> Say:
    added = importer.load_sample()
    counts = f"{plural(added.new, 'new paper')}, {added.known} known"
    left_out = f"; {left_out_line(len(added.removed))}: {STAYS_AWAY}" if added.removed else ""
    return Say(f"sample: {counts}; its abstracts are paraphrases{left_out}")
