"""The search index when takeaways change, as summaries by the thousand make them."""

from __future__ import annotations

from pathlib import Path

from radar.library.index.search_index import SearchIndex
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperQuery
from tests.library.agreeing import check_lacking
from tests.library.samples import LISTING, papers, read, summary


def found(library: Library, text: str) -> int:
    reader = LibraryReader.open(library.path)
    try:
        return len(reader.keys(PaperQuery(text)))
    finally:
        reader.close()


def check_index(library: Library) -> None:
    """Raise LibraryError unless the index says of each paper what the table of papers says."""
    library.database.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    check_lacking(library)


def index_bytes(library: Library) -> int:
    return int(library.database.value("SELECT sum(length(block)) FROM search_data"))


def test_new_takeaways_are_found_and_the_old_ones_are_not(library: Library) -> None:
    some = papers(60)
    library.add_papers(some, LISTING, read)
    library.save_summaries([summary(one, f"Heron {number} wades.") for number, one in enumerate(some)])
    library.save_summaries([summary(one, 'A "crane" {wades}, \\ 鹤.') for one in some[:20]])
    check_index(library)
    assert (found(library, "heron"), found(library, "crane"), found(library, "wades")) == (40, 20, 60)


def test_a_paper_that_is_not_indexed_yet_stays_out_of_the_index_and_is_found_later(library: Library) -> None:
    some = papers(2)
    first, second = library.add_papers(some, LISTING, read).keys
    index = SearchIndex(library.database)
    with library.database.transaction():
        index.forget([second])
        index.defer([second])
    index.close()
    library.save_summaries([summary(one, "The heron wades.") for one in some])
    assert found(library, "heron") == 1
    library.finish_bulk()
    check_index(library)
    assert found(library, "heron") == 2
    assert first != second


def test_texts_that_stay_are_written_once_and_not_as_gone_and_as_new(tmp_path: Path) -> None:
    grown = []
    for name in ("reworded", "changed"):
        library = Library.open(tmp_path / f"{name}.db")
        keys = library.add_papers(papers(200), LISTING, read).keys
        before = index_bytes(library)
        index = SearchIndex(library.database)
        with library.database.transaction():
            if name == "reworded":
                index.reword(dict.fromkeys(keys, "The heron wades."))
                library.database.run("UPDATE papers SET takeaway = 'The heron wades.'")
            else:
                with index.changing(keys):
                    library.database.run("UPDATE papers SET takeaway = 'The heron wades.'")
        check_index(library)
        grown.append(index_bytes(library) - before)
        index.close()
        library.close()
    assert grown[0] < 0.75 * grown[1]
