"""Removed papers that come anew are known by all names that they had, whatever else names them later."""

from __future__ import annotations

import pytest

from radar.library.identity.identities import names_of, stored_aliases
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.listing import Listing
from radar.papers.reader.query import PaperQuery
from tests.library.samples import LISTING, paper, read

BOOK = Listing("file:book.bib", "book.bib")
NAMELESS = paper(1, id="url:tomatoes", authors=())
"""The same paper, in a file that tells no authors."""


def _came_anew(library: Library) -> int:
    library.remove(library.add_papers([paper(1)], LISTING, read).keys)
    (key,) = library.add_papers([paper(1)], LISTING, read, anew=True).keys
    return key


def test_a_record_without_authors_is_of_the_paper_that_came_anew(library: Library) -> None:
    key = _came_anew(library)
    added = library.add_papers([NAMELESS], BOOK, read)
    assert (added.new, added.known, added.keys) == (0, 1, (key,))


def test_a_record_without_authors_stays_away_once_the_paper_is_removed_again(library: Library) -> None:
    library.remove([_came_anew(library)])
    added = library.add_papers([NAMELESS], BOOK, read)
    assert (added.new, len(added.removed)) == (0, 1)


def test_a_known_paper_takes_the_names_of_a_removed_one_that_turns_out_to_be_it(library: Library) -> None:
    by_doi = paper(2, id="doi:10.1234/plant.2", title="Tomatoes, a view from the sill in winter")
    first, second = library.add_papers([paper(2), by_doi], LISTING, read).keys
    library.remove([first])
    added = library.add_papers([paper(2, doi="10.1234/plant.2")], BOOK, read, anew=True)
    assert added.keys == (second,)
    nameless = paper(2, id="url:tomatoes", authors=())
    assert library.add_papers([nameless], BOOK, read).keys == (second,)


@pytest.mark.parametrize("table", ["aliases", "recent_names"])
def test_a_name_in_both_tables_is_of_one_paper_where_both_keys_lead_there(
    library: Library, table: str
) -> None:
    key = _came_anew(library)
    (old,) = library.database.rows("SELECT id FROM moved")[0]
    (bare,) = (alias for alias in names_of(paper(1)).aliases if alias.startswith("bare:"))
    for one in ("aliases", "recent_names"):
        held = old if one == table else key
        library.database.run(f"INSERT OR REPLACE INTO {one} VALUES (?, ?)", (bare, held))
    assert stored_aliases(library.database, [bare]) == {bare: key}


def test_a_known_paper_that_takes_the_id_of_a_removed_one_is_found_by_it(
    library: Library, reader: LibraryReader
) -> None:
    by_doi = paper(2, id="doi:10.1234/plant.2", title="Tomatoes, a view from the sill in winter")
    first, second = library.add_papers([paper(2), by_doi], LISTING, read).keys
    act = library.remove([first])
    added = library.add_papers([paper(2, doi="10.1234/plant.2")], BOOK, read)
    assert (added.keys, added.removed) == ((second,), ())
    assert reader.rows([second])[0].id == paper(2).id
    assert reader.key_of(paper(2).id) == second
    assert [part.amiss for part in library.mend()] == [0, 0, 0]
    assert library.undo(act.number) == 1
    assert list(reader.keys(PaperQuery())) == [second]


def test_a_new_paper_that_takes_the_id_of_a_removed_one_is_found_by_it(
    library: Library, reader: LibraryReader
) -> None:
    library.remove(library.add_papers([paper(2)], LISTING, read).keys)
    by_doi = paper(2, id="doi:10.1234/plant.2", title="Tomatoes, a view from the sill in winter")
    added = library.add_papers([by_doi, paper(2, doi="10.1234/plant.2")], BOOK, read)
    assert (added.new, added.removed) == (1, ())
    assert reader.key_of(paper(2).id) == added.keys[0]
    assert [part.amiss for part in library.mend()] == [0, 0, 0]
