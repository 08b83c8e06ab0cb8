"""JSON lines, one paper a line, which `radar import` reads again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from radar.papers.reader.query import PaperEntry
from radar.pipeline.exporting.json_text import json_line
from radar.pipeline.exporting.record import entry_record


def parts(entries: Iterable[PaperEntry]) -> Iterator[str]:
    """Yield one line a paper."""
    for entry in entries:
        yield json_line(entry_record(entry)) + "\n"
