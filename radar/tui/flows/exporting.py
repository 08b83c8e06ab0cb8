"""Writing the papers in view to a file."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from radar.papers.text.plurals import plural
from radar.pipeline.course import Course
from radar.tui.flows.step import Ask, Say, Step, Work
from radar.tui.terminal.given_path import place_to_write

FORMATS = {"b": "bibtex", "c": "csl-json", "j": "jsonl", "m": "markdown", "v": "csv"}
WORDS = {"b": "BibTeX", "c": "CSL JSON", "j": "JSON lines", "m": "Markdown", "v": "CSV"}
_WORD_OF = {format: WORDS[choice] for choice, format in FORMATS.items()}


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
        self._unwritten: dict[str, Path] = {}

    def start(self, keys: Sequence[int]) -> Step:
        """Ask for the format."""
        if not keys:
            return Say("no paper in view to export")
        question = f"export {plural(len(keys), 'paper')} as"
        return Ask("export.format", question, partial(self._chosen, keys), choices=WORDS)

    def _chosen(self, keys: Sequence[int], choice: str) -> Ask:
        from radar.pipeline.exporting.formats import suffix_of

        format = FORMATS[choice]
        name = f"radar-{date.today().isoformat()}{suffix_of(format)}"
        path = self._unwritten.get(format, self._surroundings.download_folder / name)
        return self._ask_path(keys, format, "to the file", str(path))

    def _ask_path(self, keys: Sequence[int], format: str, question: str, value: str) -> Ask:
        return Ask("export.path", question, partial(self._named, keys, format), value=value)

    def _named(self, keys: Sequence[int], format: str, text: str) -> Step:
        """Write to the file, over a yes where it is there already; what cannot be is asked for once more.

        A name that ends as those of another format is of that format: programs go by the name.
        """
        from radar.pipeline.exporting.export_file import hindrance
        from radar.pipeline.exporting.formats import format_of

        if not text.strip():
            return Say("nothing exported: no file was named")
        path = place_to_write(text).absolute()
        if problem := hindrance(path):
            # Only a few words of it: what was typed needs the room.
            return self._ask_path(keys, format, f"{problem}: to which file?", text)
        named = format_of(path.name) or format
        told = "" if named == format else f", as {_WORD_OF[named]}"
        if not _may_be_replaced(path):
            return self._work(keys, named, path, told, force=False)

        def replace(choice: str) -> Step:
            said = Say("nothing exported")
            return self._work(keys, named, path, told, force=True) if choice == "y" else said

        question = f"{path} is there already: replace it{told}?"
        return Ask("export.replace", question, replace, choices={"y": "yes", "n": "no"})

    def _work(self, keys: Sequence[int], format: str, path: Path, told: str, *, force: bool) -> Work:
        course = Course(f"export {plural(len(keys), 'paper')}", len(keys), "nothing was written")

        def write() -> Say:
            # What fails while it is written, as on a full disk, is not to be typed once more.
            self._unwritten[format] = path
            count = self._exporter.export(keys, format, path, force=force, course=course)
            self._unwritten.pop(format, None)
            return Say(f"{plural(count, 'paper')} written to {path}{told}")

        return Work(f"writing {path}", write, course=course)


def _may_be_replaced(path: Path) -> bool:
    """Return whether something is there that is no folder; the writing tells of all else in words."""
    try:
        return not stat.S_ISDIR(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False
