"""Names that lead to removed papers, and papers of the same names that are there."""

from __future__ import annotations

from radar.library.library import Library
from radar.library.reader import LibraryReader
from tests.library.samples import LISTING, paper, papers, read


def test_a_paper_that_is_there_has_its_names_and_not_the_one_that_was_removed(
    library: Library, reader: LibraryReader
) -> None:
    library.remove(library.add_papers([paper(1)], LISTING, read).keys)
    (key,) = library.add_papers([paper(2)], LISTING, read).keys
    # So a radar of before leaves it, which knows of no removed papers.
    library.database.run(
        "UPDATE papers SET paper_id = ?, title = ? WHERE id = ?", (paper(1).id, paper(1).title, key)
    )
    assert reader.key_of(paper(1).id) is None
    assert [part.amiss for part in library.mend()] == [0, 0, 1]
    assert reader.key_of(paper(1).id) == key
    added = library.add_papers([paper(1)], LISTING, read)
    assert (added.new, added.keys, added.removed) == (0, (key,), ())
    assert [part.amiss for part in library.mend()] == [0, 0, 0]


def test_a_paper_that_is_there_is_no_removed_one(library: Library, reader: LibraryReader) -> None:
    keys = library.add_papers(papers(2), LISTING, read).keys
    library.database.run("INSERT INTO removed VALUES (?, 1, ?, '', '')", (keys[0], paper(1).id))
    assert reader.key_of(paper(1).id) is None
    assert [part.amiss for part in library.mend()] == [0, 0, 1]
    assert reader.key_of(paper(1).id) == keys[0]
    assert library.remove(keys).papers == 2
