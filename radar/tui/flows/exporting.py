"""Writing the papers in view to a file."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from radar.pipeline.course import Course
from radar.tui.flows.step import Ask, Say, Step, Work, plural
from radar.tui.given_path import at_home

FORMATS = {"b": "bibtex", "c": "csl-json", "j": "jsonl", "m": "markdown", "v": "csv"}
WORDS = {"b": "BibTeX", "c": "CSL JSON", "j": "JSON lines", "m": "Markdown", "v": "CSV"}


class Exporter(Protocol):
    """Writes papers to files."""

    def export(self, keys: Sequence[int], format: str, path: Path, *, force: bool, course: Course) -> int:
        """Write the papers and return how many they were."""
        ...


class Surroundings(Protocol):
    """Knows where files go."""

    download_folder: Path


class Exporting:
    """Asks for the format, then for the file, then writes."""

    def __init__(self, surroundings: Surroundings, exporter: Exporter) -> None:
        self._surroundings = surroundings
        self._exporter = exporter
        self._keys: Sequence[int] = ()
        self._format = ""
        self._path = Path()

    def start(self, keys: Sequence[int]) -> Step:
        """Ask for the format."""
        if not keys:
            return Say("no paper in view to export")
        self._keys = keys
        return Ask("export.format", f"export {plural(len(keys), 'paper')} as", choices=WORDS)

    def answer(self, purpose: str, text: str) -> Step:
        """Go on from the format to the file, over a yes where it is there already, to the writing."""
        if purpose == "export.format":
            from radar.pipeline.exporting.formats import suffix_of

            self._format = FORMATS[text]
            name = f"radar-{date.today().isoformat()}{suffix_of(self._format)}"
            return Ask("export.path", "to the file", value=str(self._surroundings.download_folder / name))
        if purpose == "export.replace":
            return self._work(force=True) if text == "y" else Say("nothing exported")
        if not text.strip():
            return Say("nothing exported: no file was named")
        self._path = at_home(text.strip()).absolute()
        if _may_be_replaced(self._path):
            question = f"{self._path} is there already: replace it?"
            return Ask("export.replace", question, choices={"y": "yes", "n": "no"})
        return self._work(force=False)

    def _work(self, *, force: bool) -> Work:
        keys = self._keys
        course = Course(f"export {plural(len(keys), 'paper')}", len(keys), "nothing was written")
        write = partial(self._exporter.export, keys, self._format, self._path, force=force, course=course)
        return Work(f"writing {self._path}", partial(_written, self._path, write), course=course)


def _may_be_replaced(path: Path) -> bool:
    """Return whether something is there that is no folder; the writing tells of all else in words."""
    try:
        return not stat.S_ISDIR(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def _written(path: Path, write: Callable[[], int]) -> Say:
    count = write()
    return Say(f"{plural(count, 'paper')} written to {path}")
