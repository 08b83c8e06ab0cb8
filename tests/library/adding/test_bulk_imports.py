"""Bulk imports, killed and interrupted at any moment, and several processes at once."""

from __future__ import annotations

import gc
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import radar
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import Mark, PaperQuery
from tests.library.agreeing import check_lacking
from tests.library.samples import LISTING, paper, papers, read

ADD = """
import sys
from pathlib import Path
from radar.library.library import Library
from tests.library.samples import LISTING, papers, read

library = Library.open(Path(sys.argv[1]))
first, chunks, size = map(int, sys.argv[2:5])
print("ready", flush=True)
for chunk in range(chunks):
    library.add_papers(papers(size, first=first + chunk * size), LISTING, read)
    print("added", (chunk + 1) * size, flush=True)
library.finish_bulk(lambda done, total: print("indexed", done, total, flush=True))
print("finished", flush=True)
library.close()
"""


def adding(path: Path, first: int, chunks: int, size: int) -> subprocess.Popen[str]:
    root = Path(radar.__file__).parents[1]
    command = [sys.executable, "-c", ADD, str(path), str(first), str(chunks), str(size)]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def check(library: Library) -> int:
    """Check that everything in the library agrees, and return the number of papers."""
    database = library.database
    assert database.rows("PRAGMA integrity_check") == [("ok",)]
    (papers_, unread, starred, with_code) = database.rows("SELECT * FROM counts")[0]
    recounted = database.rows(
        "SELECT count(*), total((flags & 1) = 0), total((flags & 2) != 0), total((flags & 4) != 0) "
        "FROM papers"
    )
    assert recounted == [(papers_, unread, starred, with_code)]
    assert database.value("SELECT count(*) FROM readings") == papers_
    assert database.value("SELECT count(DISTINCT paper_id) FROM papers") == papers_
    assert database.value("SELECT count(*) FROM origins") == papers_
    return int(papers_)


def check_search(library: Library) -> None:
    """Check that the index holds exactly what the papers say."""
    assert library.index_behind == 0
    library.database.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    check_lacking(library)
    assert not library._index.words_behind()


def test_a_small_import_is_searchable_at_once(library: Library, reader: LibraryReader) -> None:
    library.add_papers(papers(500), LISTING, read)
    assert library.index_behind == 0
    assert len(reader.keys(PaperQuery("w77x"))) == 1
    check_search(library)


def test_papers_of_a_chunk_are_gone_when_nobody_holds_them(library: Library) -> None:
    library.add_papers(papers(20), LISTING, read)
    gc.collect()
    gc.disable()
    try:
        library.add_papers(papers(40), LISTING, read)
        assert gc.collect() < 40, "nothing waits for the collector"
    finally:
        gc.enable()


def test_a_bulk_import_is_indexed_as_it_goes_and_the_rest_at_its_end(
    library: Library, reader: LibraryReader
) -> None:
    for start in range(0, 6_000, 500):
        library.add_papers(papers(500, first=start), LISTING, read)
    assert library.index_behind == 2_000
    assert len(reader.keys(PaperQuery("w77x"))) == 1, "the first ones are found already"
    assert len(reader.keys(PaperQuery("w3077x"))) == 1, "and those that did not have to wait for the end"
    assert len(reader.keys(PaperQuery("w5077x"))) == 0
    assert len(reader.keys(PaperQuery())) == 6_000
    told: list[tuple[int, int]] = []
    library.finish_bulk(lambda done, total: told.append((done, total)))
    assert told == [(1_000, 2_000), (2_000, 2_000)]
    check_search(library)
    assert len(reader.keys(PaperQuery("w5077x"))) == 1
    assert list(reader.first(PaperQuery("w50"))) == list(reader.keys(PaperQuery("w50")))[:60]
    docs: dict[str, int] = dict(
        library.database.rows("SELECT term, docs FROM terms WHERE term IN ('tomato', 'w5077x')")
    )
    assert docs == {"tomato": 6_000, "w5077x": 1}
    assert library.add_papers([paper(9_000)], LISTING, read).new == 1
    assert library.index_behind == 0, "a new run begins"


def test_an_import_that_stops_before_its_words_are_counted_is_behind(library: Library) -> None:
    for start in range(0, 3_000, 500):
        library.add_papers(papers(500, first=start), LISTING, read)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.finish_bulk(stop)
    assert library.database.value("SELECT count(*) FROM unindexed") == 0
    assert library.index_behind == 1
    library.finish_bulk()
    check_search(library)


def test_a_few_more_papers_do_not_count_all_words_anew(library: Library) -> None:
    for start in range(0, 9_000, 500):
        library.add_papers(papers(500, first=start), LISTING, read)
    library.finish_bulk()
    for start in range(10_000, 12_500, 500):
        library.add_papers(papers(500, first=start), LISTING, read)
    assert library.index_behind == 500
    library.database.run("INSERT INTO terms VALUES ('planted', 1)")
    library.finish_bulk()
    check_search(library)
    docs: dict[str, int] = dict(
        library.database.rows("SELECT term, docs FROM terms WHERE term IN ('tomato', 'planted')")
    )
    assert docs == {"tomato": 11_500, "planted": 1}


def test_papers_that_wait_for_the_index_can_change(library: Library, reader: LibraryReader) -> None:
    for start in range(0, 3_000, 500):
        library.add_papers(papers(500, first=start, abstract=""), LISTING, read)
    added = library.add_papers(papers(20, first=2_990), LISTING, read)
    assert (added.new, added.changed) == (10, 10)
    library.add_papers(papers(10), LISTING, read)
    library.finish_bulk()
    check_search(library)
    assert len(reader.keys(PaperQuery("lamp"))) == 30
    check(library)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.parametrize("lines", [1, 3, 6, 9, 10, 11])
def test_an_import_that_is_stopped_keeps_what_was_committed_and_is_mended(
    path: Path, number: signal.Signals, lines: int
) -> None:
    process = adding(path, 0, 8, 500)
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(lines)]
    process.send_signal(number)
    process.wait(60)
    process.stdout.close()
    committed = max([int(line.split()[1]) for line in said if line.startswith("added")], default=0)
    library = Library.open(path)
    kept = check(library)
    assert kept >= committed
    assert kept % 500 == 0, "a chunk is whole or not there"
    library.finish_bulk()
    check_search(library)
    added = library.add_papers(papers(500, first=0), LISTING, read)
    assert added.known == min(kept, 500)
    for start in range(500, 4_000, 500):
        library.add_papers(papers(500, first=start), LISTING, read)
    library.finish_bulk()
    assert check(library) == 4_000
    check_search(library)
    library.close()


def test_one_process_marks_while_another_adds(library: Library, reader: LibraryReader) -> None:
    keys = library.add_papers(papers(300), LISTING, read).keys
    process = adding(library.path, 1_000, 12, 400)
    turns = 0
    while process.poll() is None:
        key = keys[turns % len(keys)]
        library.mark([key], Mark.READ, True)
        library.mark([key], Mark.STARRED, turns % 2 == 0)
        assert len(reader.rows(reader.first(PaperQuery("tomato"), 30))) == 30
        turns += 1
    assert process.stdout is not None
    assert process.stdout.read().splitlines()[-1] == "finished"
    process.stdout.close()
    assert process.wait() == 0
    assert turns > 10
    assert check(library) == 5_100
    assert reader.counts().unread == 5_100 - min(turns, 300)
    check_search(library)


def test_two_processes_that_add_the_same_papers_add_each_once(library: Library) -> None:
    processes = [adding(library.path, first, 10, 100) for first in (0, 300)]
    for process in processes:
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        assert output.splitlines()[-1] == "finished"
    assert check(library) == 1_300
    check_search(library)


def test_a_paper_that_another_process_changed_in_between_keeps_both_changes(library: Library) -> None:
    other = Library.open(library.path)
    library.add_papers([paper(1)], LISTING, read)

    def meanwhile(one: object) -> object:
        other.add_papers([paper(1, venue="Journal of Windowsills")], LISTING, read)
        return read(one)  # type: ignore[arg-type]

    added = library.add_papers([paper(1, comment="12 pages")], LISTING, meanwhile)  # type: ignore[arg-type]
    reader = LibraryReader.open(library.path)
    entry = reader.entry(added.keys[0])
    assert entry is not None
    assert (entry.paper.venue, entry.paper.comment) == ("Journal of Windowsills", "12 pages")
    reader.close()
    other.close()
