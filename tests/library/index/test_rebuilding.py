"""The search index made anew: beside the old one, killed and gone on with, while others work."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import radar
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import CodeFilter, PaperQuery
from tests.library.agreeing import check_lacking
from tests.library.samples import LISTING, paper, papers, read, summary
from tests.new_library import file_of

PAPERS = 4_500
REBUILD = """
import sys
from pathlib import Path
from radar.library.library import Library

library = Library.open(Path(sys.argv[1]))
library.rebuild_index(lambda done, total: print(done, total, flush=True))
print("ended", flush=True)
library.close()
"""


def fill(library: Library) -> None:
    for start in range(0, PAPERS, 500):
        library.add_papers(papers(500, first=start), LISTING, read)
    library.finish_bulk()


@pytest.fixture(scope="module")
def filled_file() -> bytes:
    return file_of(fill)


def spoil(library: Library) -> None:
    """Let the index forget everything it holds."""
    library.database.run("INSERT INTO search (search) VALUES ('delete-all')")
    library.database.run("DELETE FROM terms")


def check(library: Library, reader: LibraryReader) -> None:
    library.database.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    check_lacking(library)
    assert library.index_behind == 0
    names = library.database.rows(
        "SELECT name FROM sqlite_schema WHERE name LIKE 'search\\_%' ESCAPE '\\' OR name LIKE 'reindex%'"
    )
    assert {name for (name,) in names} == {
        "search_config",
        "search_data",
        "search_docsize",
        "search_idx",
    }, "nothing is left behind"
    assert len(reader.keys(PaperQuery("w77x"))) == 1
    assert len(reader.first(PaperQuery("w4"))) == 60


@pytest.mark.usefixtures("filled")
def test_an_index_that_lost_its_papers_is_made_anew(library: Library, reader: LibraryReader) -> None:
    spoil(library)
    assert len(reader.keys(PaperQuery("w77x"))) == 0
    told: list[tuple[int, int]] = []
    library.rebuild_index(lambda done, total: told.append((done, total)))
    assert told[:4] == [(done, PAPERS) for done in (1_000, 2_000, 3_000, 4_000)]
    check(library, reader)


@pytest.mark.usefixtures("filled")
def test_what_a_radar_left_that_knew_no_lacking_words_stands_in_no_ones_way(
    library: Library, reader: LibraryReader
) -> None:
    library.database.run("CREATE VIRTUAL TABLE lacking_new USING fts5 (beginnings, content = '')")
    library.rebuild_index(lambda done, total: None)
    check(library, reader)


@pytest.mark.parametrize("lines", [0, 1, 3, 5, 6])
@pytest.mark.usefixtures("filled")
def test_a_rebuild_that_is_killed_goes_on_where_it_was(
    library: Library, reader: LibraryReader, lines: int
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", REBUILD, str(library.path)],
        cwd=Path(radar.__file__).parents[1],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    for _ in range(lines):
        process.stdout.readline()
    process.kill()
    process.communicate()
    assert len(reader.keys(PaperQuery("w77x"))) == 1, "the old index answers meanwhile"
    told: list[int] = []
    library.rebuild_index(lambda done, total: told.append(done))
    if 0 < lines < 5:
        assert min(told) > lines * 1_000, "what was done is not done again"
    check(library, reader)


@pytest.mark.usefixtures("filled")
def test_what_is_added_and_changed_meanwhile_is_in_the_new_index(
    library: Library, reader: LibraryReader
) -> None:
    other = Library.open(library.path)
    key = reader.keys(PaperQuery("w77x"))[0]

    def meanwhile(done: int, total: int) -> None:
        if done == 2_000:
            other.add_papers([paper(9_000), paper(9_001)], LISTING, read)
            for number in (77, 4_400):
                other.save_summaries([summary(paper(number), "A model speaks of basil")])
            assert len(reader.keys(PaperQuery("basil"))) == 2, "the old index answers, with what is new"
            assert len(reader.keys(PaperQuery("w9001x"))) == 1

    library.rebuild_index(meanwhile)
    other.close()
    check(library, reader)
    assert len(reader.keys(PaperQuery("basil"))) == 2
    assert len(reader.keys(PaperQuery("w9001x"))) == 1
    assert reader.rows([key])[0].takeaway == "A model speaks of basil"


@pytest.mark.usefixtures("filled")
def test_a_rebuild_that_was_left_is_ended_with_the_next_import(
    library: Library, reader: LibraryReader
) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.rebuild_index(stop)
    assert library.index_behind == PAPERS - 1_000
    library.add_papers([paper(9_000)], LISTING, read)
    library.finish_bulk()
    check(library, reader)


def test_what_is_kept_beside_the_papers_is_mended(library: Library, reader: LibraryReader) -> None:
    library.add_papers(papers(300), LISTING, read)
    assert [(found.part, found.amiss) for found in library.mend()] == [
        ("indexes", 0),
        ("counts", 0),
        ("names", 0),
    ]
    database = library.database
    database.run("DELETE FROM aliases WHERE alias = 'arxiv:2406.00007'")
    database.run("INSERT INTO aliases VALUES ('arxiv:9999.00001', 12)")
    database.run("UPDATE counts SET papers = 7, starred = -1")
    told: list[str] = []
    found = list(library.mend(lambda label, done, total: told.append(label)))
    assert [(each.part, each.amiss) for each in found] == [("indexes", 0), ("counts", 1), ("names", 2)]
    assert told[-1] == "checking the names of papers"
    assert reader.key_of("arxiv:2406.00007") is not None
    assert reader.key_of("arxiv:9999.00001") is None
    assert (reader.counts().papers, reader.counts().starred) == (300, 0)
    assert [each.amiss for each in library.mend()] == [0, 0, 0]


def test_an_index_that_lacks_papers_is_made_anew(path: Path) -> None:
    Library.open(path).close()
    with sqlite3.connect(path) as broken:
        index = broken.execute("SELECT * FROM sqlite_schema WHERE name = 'i_code'").fetchone()
        broken.execute("PRAGMA writable_schema = ON")
        broken.execute("DELETE FROM sqlite_schema WHERE name = 'i_code'")
    broken.close()
    library = Library.open(path)
    library.add_papers(papers(300, abstract="Now the code released."), LISTING, read)
    library.close()
    with sqlite3.connect(path) as broken:
        broken.execute("PRAGMA writable_schema = ON")
        broken.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", index)
    broken.close()
    library, reader = Library.open(path), LibraryReader.open(path)
    with_code = PaperQuery(code=CodeFilter.RELEASED)
    assert len(reader.keys(with_code)) == 0
    indexes, *_ = library.mend()
    assert (indexes.amiss, indexes.detail) == (1, "i_code")
    assert len(reader.keys(with_code)) == 300
    reader.close()
    library.close()
