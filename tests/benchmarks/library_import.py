"""How fast papers come in from JSON lines, with flags, takeaways and search index, and with how much memory.

`radar import` runs as a reader runs it, in a process of its own; its memory is that of all its processes,
what they share counted once. How much of it is not the reading of abstracts is told by an import that
knows every reading beforehand.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import PaperQuery
from radar.papers.summaries.summary import Reading
from radar.pipeline.importing import Importer
from radar.sources.records.json_lines import JsonLines
from tests.benchmarks.library_table import Figures, json_line

_PROPORTIONAL = re.compile(r"^Pss:\s+(\d+)", re.MULTILINE)


def measure_import(source: Path, papers: int) -> Figures:
    """Import so many papers of a library, at most all of them, into new ones."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        lines = folder / "papers.jsonl"
        count = _write_lines(source, lines, papers)
        return _whole(folder, lines, count) | _without_reading(folder, lines, count)


def _write_lines(source: Path, lines: Path, papers: int) -> int:
    reader = LibraryReader.open(source)
    keys = list(islice(reader.keys(PaperQuery()), papers))
    with lines.open("w", encoding="utf-8") as file:
        for start in range(0, len(keys), 1_000):
            file.writelines(map(json_line, reader.papers(keys[start : start + 1_000]).values()))
    reader.close()
    return len(keys)


def _whole(folder: Path, lines: Path, count: int) -> Figures:
    path = folder / "whole.db"
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "radar", "--library", str(path), "import", str(lines)],
        env=os.environ | dict.fromkeys(homes, str(folder)),
        stdout=subprocess.DEVNULL,
    )
    memory: list[float] = []
    while process.poll() is None:
        memory.append(_megabytes(process.pid))
        time.sleep(0.2)
    took = time.monotonic() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    middle = len(memory) // 2
    return {
        "import, papers": count,
        "import, papers/s": count / took,
        "import, CPU ms a paper": cpu / count * 1000,
        "memory, first half, MB": max(memory[:middle], default=float("nan")),
        "memory, second half, MB": max(memory[middle:], default=float("nan")),
        "new file / JSON lines": path.stat().st_size / lines.stat().st_size,
    }


def _without_reading(folder: Path, lines: Path, count: int) -> Figures:
    library = Library.open(folder / "known.db")
    known: dict[str, Reading] = {}

    def read_once(paper: Paper) -> Reading:
        if paper.title not in known:
            known[paper.title] = read(paper)
        return known[paper.title]

    first = Library.open(folder / "first.db")
    list(Importer(first, (JsonLines(),), read_once, processes=0).run([lines]))
    first.close()
    started = time.process_time()
    list(Importer(library, (JsonLines(),), read_once, processes=0).run([lines]))
    cpu = time.process_time() - started
    library.close()
    return {"import without reading, papers/CPU s": count / cpu}


def _megabytes(process: int) -> float:
    """Return the memory of a process and of those it started; Linux only."""
    total = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = (entry / "stat").read_text().rsplit(")", 1)[1].split()[1]
            if str(process) in (entry.name, parent):
                found = _PROPORTIONAL.search((entry / "smaps_rollup").read_text())
                total += int(found[1]) if found else 0
        except OSError:
            continue
    return total / 1024
