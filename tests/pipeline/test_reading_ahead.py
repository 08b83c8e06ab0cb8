"""Papers read by other processes while this one stores: in order, killed, interrupted, orphaned."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import radar
from radar.abstracts.reading import read
from radar.errors import ListingError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.summaries.packed_readings import PackedReading, packed_reading
from radar.papers.bases import replace
from radar.papers.listed.paper import Links, Paper
from radar.papers.reader.query import PaperQuery
from radar.papers.summaries.summary import Reading
from radar.pipeline.events import Imported
from radar.pipeline.importing import Importer
from radar.pipeline.reading_ahead import ALONE, ReadAhead
from radar.sources.records.json_lines import JsonLines
from tests.pipeline.fakes import paper, write_listing

IMPORT = """
import sys
from pathlib import Path
from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.summaries.packed_readings import packed_reading
from radar.pipeline.events import Imported
from radar.pipeline.importing import Importer
from radar.sources.records.json_lines import JsonLines

if __name__ == "__main__":
    library = Library.open(Path(sys.argv[1]))
    for event in Importer(library, (JsonLines(),), read, processes=2).run([Path(sys.argv[2])]):
        if isinstance(event, Imported):
            print(event.papers, flush=True)
"""


def rich(number: int) -> Paper:
    """Return a paper of which every kind of flag can be read."""
    links = Links(code=f"https://code.example/{number}", code_added_by="auto") if number % 3 == 0 else Links()
    abstract = (
        f"We grow moss number {number}. Our method improves accuracy by {number % 90}.5% over the state of "
        "the art. Code and data are available at https://github.com/moss/growth. We will release our dataset."
    )
    comment = "12 pages, code at https://moss.example"
    return replace(paper(number, abstract=abstract), links=links, comment=comment)


@cache
def expected(number: int) -> PackedReading:
    """Return what this process reads in a paper; several tests ask for the same ones."""
    return packed_reading(read(rich(number)))


def batches(count: int, size: int = 256) -> Iterator[list[Paper]]:
    for start in range(0, count, size):
        yield [rich(number) for number in range(start, min(start + size, count))]


def ends_its_process_once(paper: Paper) -> Reading:
    """Read a paper, but end the process that was to help with a certain one."""
    if "number 1500." in paper.abstract and os.environ.get("READER_PARENT") != str(os.getpid()):
        os.kill(os.getpid(), signal.SIGKILL)
    return read(paper)


def test_others_read_what_this_process_would_read_in_the_same_order() -> None:
    with ReadAhead(read, processes=2) as reading:
        found = list(reading.over(batches(2_048), lambda batch: batch))
    assert [batch for batch, _ in found] == list(batches(2_048))
    assert [one for _, readings in found for one in readings] == list(map(expected, range(2_048)))


def test_few_papers_are_read_without_help() -> None:
    papers = batches(ALONE)
    with ReadAhead(lambda paper: read(paper), processes=2) as reading:
        assert len(list(reading.over(papers, lambda batch: batch))) == ALONE // 256


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_where_many_are_to_come_others_begin_at_once() -> None:
    with ReadAhead(read, processes=2) as reading:
        found = reading.over(batches(1_280), lambda batch: batch, many=True)
        next(found)
        assert len(helpers_of(os.getpid())) == 2
        rest = list(found)
    assert [batch for batch, _ in rest] == list(batches(1_280))[1:]
    assert [one for _, readings in rest for one in readings] == list(map(expected, range(256, 1_280)))


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("papers", [600, 30_000])
def test_the_size_of_a_file_tells_whether_there_are_many(
    library: Library, tmp_path: Path, papers: int
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(papers))
    events = Importer(library, (JsonLines(),), read, processes=2).run([path])
    helped = []
    for event in events:
        if isinstance(event, Imported):
            helped.append(len(helpers_of(os.getpid())))
            if len(helped) == 2:
                break
    events.close()
    assert helped == ([2, 2] if papers > ALONE else [0, 0])


def test_a_process_that_is_ended_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_PARENT", str(os.getpid()))
    with ReadAhead(ends_its_process_once, processes=2) as reading:
        found = list(reading.over(batches(2_560), lambda batch: batch))
    assert [batch for batch, _ in found] == list(batches(2_560))
    assert [one for _, readings in found for one in readings] == list(map(expected, range(2_560)))


def test_what_came_before_an_error_is_given_first() -> None:
    def broken() -> Iterator[list[Paper]]:
        yield from batches(1_792)
        raise ListingError("the rest is unreadable")

    seen = 0
    with ReadAhead(read, processes=2) as reading, pytest.raises(ListingError):
        for batch, _ in reading.over(broken(), lambda batch: batch):
            seen += len(batch)
    assert seen == 1_792


def test_a_large_import_with_help_leaves_the_same_library(
    library: Library, reader: LibraryReader, tmp_path: Path
) -> None:
    # The listing holds papers twice, near each other and far apart.
    path = write_listing(tmp_path / "moss.jsonl", [*range(2_000), *range(1_900, 2_600), *range(100)])
    *_, ended, _ = Importer(library, (JsonLines(),), read, processes=2).run([path])
    assert ended.line == "2,800 papers: 2,600 new, 200 known"  # type: ignore[union-attr]
    other = Library.open(tmp_path / "other.sqlite3")
    list(Importer(other, (JsonLines(),), read, processes=0).run([path]))
    for question in (
        "SELECT id, paper_id, flags, title, takeaway, figure FROM papers ORDER BY id",
        "SELECT id, rules_version, origin, takeaway, flags FROM readings ORDER BY id",
        "SELECT alias, id FROM aliases ORDER BY alias",
        "SELECT * FROM counts",
    ):
        assert library.database.rows(question) == other.database.rows(question)
    assert list(reader.keys(PaperQuery("moss"))) == list(reader.keys(PaperQuery()))
    other.close()


def importing(tmp_path: Path, library: Path) -> subprocess.Popen[str]:
    script = tmp_path / "importing.py"
    script.write_text(IMPORT, encoding="utf-8")
    root = Path(radar.__file__).parents[1]
    return subprocess.Popen(
        [sys.executable, str(script), str(library), str(tmp_path / "moss.jsonl")],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def helpers_of(process: int) -> list[int]:
    """Return the processes that a process has started, but for the one that keeps count of resources."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                command = (entry / "cmdline").read_text()
            except OSError:
                continue
            if parent == process and "spawn_main" in command:
                found.append(int(entry.name))
    return found


def lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_those_who_help_end_with_the_import_and_what_was_stored_stays(
    tmp_path: Path, number: signal.Signals
) -> None:
    path = tmp_path / "library.sqlite3"
    write_listing(tmp_path / "moss.jsonl", range(20_000))
    process = importing(tmp_path, path)
    assert process.stdout is not None
    stored = 0
    while not (helpers := helpers_of(process.pid)) or stored < 2_000:
        stored = int(process.stdout.readline())
    process.send_signal(number)
    process.communicate()
    while any(map(lives, helpers)):
        time.sleep(0.02)
    library = Library.open(path)
    assert library.database.value("SELECT papers FROM counts") >= stored
    library.finish_bulk()
    library.database.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    library.close()
