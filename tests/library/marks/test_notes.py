"""Notes that readers write on papers: kept, found, taken back, and never lost with a paper."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from radar.errors import PaperGone
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.records.first_page import read_first_page
from radar.papers.reader.query import PaperQuery
from tests.library.samples import LISTING, papers, read, without_moments_of_jobs


@pytest.fixture
def keys(library: Library) -> tuple[int, ...]:
    return library.add_papers(papers(4), LISTING, read).keys


def notes(reader: LibraryReader, keys: Sequence[int]) -> list[str]:
    return [entry.note for key in keys if (entry := reader.entry(key)) is not None]


def found(reader: LibraryReader, text: str) -> set[int]:
    query = PaperQuery(text)
    assert set(reader.first(query, 30)) == set(reader.keys(query))
    return set(reader.keys(query))


def test_a_note_takes_the_place_of_the_one_before(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    assert notes(reader, keys[:2]) == ["", ""]
    assert library.set_note(keys[0], " dig\n here ").label == "note on 1 paper"
    library.set_note(keys[0], "ask Ada")
    assert notes(reader, keys[:2]) == ["ask Ada", ""]
    assert [row.noted for row in reader.rows(keys[:2])] == [True, False]
    first = read_first_page(str(library.path), 4)
    assert first is not None
    assert [row.noted for row in first.rows].count(True) == 1
    assert library.set_note(keys[0], "").label == "take the note from 1 paper"
    assert notes(reader, keys[:2]) == ["", ""]


@pytest.mark.parametrize("text", ["ask Ada", " ask  Ada\n"])
def test_a_note_that_stays_as_it_is_is_no_act(library: Library, keys: tuple[int, ...], text: str) -> None:
    assert library.set_note(keys[0], "").empty
    library.set_note(keys[0], "ask Ada")
    assert library.set_note(keys[0], text).empty


def test_a_note_on_a_paper_that_has_vanished_is_refused(library: Library, keys: tuple[int, ...]) -> None:
    library.remove(keys[:1])
    for text in ("ask Ada", ""):
        with pytest.raises(PaperGone, match="not in the library any more"):
            library.set_note(keys[0], text)
    assert library.database.value("SELECT count(*) FROM acts") == 1


def test_a_note_takes_the_place_of_the_one_on_the_paper_that_its_own_became_part_of(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.set_note(keys[0], "dig here")
    library.database.run("INSERT INTO moved (id, into_id) VALUES (?, ?)", (10**6, keys[0]))
    library.set_note(10**6, "ask Ada")
    assert notes(reader, keys[:1]) == ["ask Ada"]


def test_an_undo_brings_the_note_before_back(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    acts = [library.set_note(keys[0], text) for text in ("dig here", "ask Ada", "")]
    for act, note in zip(reversed(acts), ("ask Ada", "dig here", ""), strict=True):
        assert library.undo(act.number)
        assert notes(reader, keys[:1]) == [note]


def test_an_undo_leaves_a_note_that_was_written_since(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    first = library.set_note(keys[0], "dig here")
    taken = library.set_note(keys[0], "")
    library.set_note(keys[0], "ask Ada")
    for act in (first, taken):
        assert library.undo(act.number) == 0
        assert notes(reader, keys[:1]) == ["ask Ada"]


def test_what_is_typed_while_another_radar_writes_replaces_that_and_can_be_taken_back(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    with closing(Library.open(library.path)) as other:
        other.set_note(keys[0], "theirs")
    act = library.set_note(keys[0], "mine")
    assert notes(reader, keys[:1]) == ["mine"]
    library.undo(act.number)
    assert notes(reader, keys[:1]) == ["theirs"]


def test_a_note_that_was_written_since_the_reader_looked_stays_before_the_new_one(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.set_note(keys[0], "seen")
    with closing(Library.open(library.path)) as other:
        other.set_note(keys[0], "theirs")
    assert library.revise_note(keys[0], "seen", "") == "theirs"
    assert library.revise_note(keys[0], "seen", " mine\n") == "theirs / mine"
    assert notes(reader, keys[:1]) == ["theirs / mine"]
    act = library.last_act(lambda name: False)
    assert act is not None and act.label == "note on 1 paper"
    library.undo(act.number)
    assert notes(reader, keys[:1]) == ["theirs"]
    assert library.revise_note(keys[0], "theirs", "") == ""
    assert notes(reader, keys[:1]) == [""]


def test_two_long_notes_that_became_one_stay_whole_where_nothing_is_changed(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.set_note(keys[0], "t" * 1_900)
    both = library.revise_note(keys[0], "", "m" * 1_900)
    assert library.revise_note(keys[0], both, both) == both
    assert notes(reader, keys[:1]) == [both] and len(both) > 2_000


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("note:repl", {0}),
        ("note:REPL", {0}),
        ("note:GRÖSSER", {1}),
        ('note:"50% of"', {0}),
        ("note:5%o", set()),
        ("note:row_1", {1}),
        ("note:rowx1", set()),
        ("has:note", {0, 1}),
        ("-has:note", {2, 3}),
        ("-note:repl", {1, 2, 3}),
        ("note:repl OR note:größer", {0, 1}),
        ("has:tag|note", {0, 1, 2}),
        ("notes:repl", {0}),
        ("repl", set()),
    ],
)
def test_notes_are_searched_by_letters_in_a_row(
    library: Library, reader: LibraryReader, keys: tuple[int, ...], text: str, places: set[int]
) -> None:
    library.set_note(keys[0], "Replicate 50% of it")
    library.set_note(keys[1], "größer row_1")
    library.tag(keys[2:3], ["soil"])
    assert found(reader, text) == {keys[place] for place in places}


def test_a_library_of_before_has_room_for_notes_once_it_is_brought_up_to_date(path: Path) -> None:
    with closing(Library.open(path)) as library:
        (key, *_) = library.add_papers(papers(1), LISTING, read).keys
        library.database.run("DROP TABLE notes")
        without_moments_of_jobs(library.database)
        library.database.run("DELETE FROM migrations WHERE number = 18")
        library.database.run("PRAGMA user_version = 17")
    with closing(Library.open(path)) as library:
        library.set_note(key, "dig here")
    with closing(LibraryReader.open(path)) as reader:
        assert notes(reader, [key]) == ["dig here"]
