"""Marks and tags, and taking them back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

import pytest

from radar.errors import PaperGone
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import Mark, PaperQuery
from tests.library.samples import LISTING, paper, papers, read


@pytest.fixture
def keys(library: Library) -> tuple[int, ...]:
    return library.add_papers(papers(4), LISTING, read).keys


def marks(reader: LibraryReader, keys: Sequence[int]) -> list[Mark]:
    return [row.marks for row in reader.rows(keys)]


def tags(reader: LibraryReader, key: int) -> tuple[str, ...]:
    entry = reader.entry(key)
    assert entry is not None
    return entry.tags


def test_marks_are_set_and_taken(library: Library, reader: LibraryReader, keys: tuple[int, ...]) -> None:
    library.mark(keys[:2], Mark.READ, True)
    library.mark(keys[1:3], Mark.STARRED, True)
    assert marks(reader, keys) == [Mark.READ, Mark.READ | Mark.STARRED, Mark.STARRED, Mark.NONE]
    library.mark(keys, Mark.READ, False)
    assert marks(reader, keys) == [Mark.NONE, Mark.STARRED, Mark.STARRED, Mark.NONE]


def test_an_undo_says_what_it_takes_back(library: Library, keys: tuple[int, ...]) -> None:
    assert library.mark(keys[:3], Mark.READ, True).label == "read 3 papers"
    assert library.mark(keys[:1], Mark.READ, False).label == "unread 1 paper"
    assert library.mark(keys[:1], Mark.STARRED, True).label == "star 1 paper"
    assert library.mark(keys[:2], Mark.STARRED, False).label == "unstar 1 paper"
    assert library.set_tags(keys[0], ["soil"]).label == "tag 1 paper"


def test_an_undo_restores_only_what_the_act_changed(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.mark(keys[:1], Mark.READ, True)
    act = library.mark(keys[:3], Mark.READ, True)
    assert act.papers == 2
    library.mark(keys[3:], Mark.READ, True)
    assert library.undo(act.number)
    assert marks(reader, keys) == [Mark.READ, Mark.NONE, Mark.NONE, Mark.READ]


def test_an_undo_leaves_alone_what_changed_since(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    act = library.mark(keys[:2], Mark.READ, True)
    library.mark(keys[:1], Mark.STARRED, True)
    library.undo(act.number)
    assert marks(reader, keys[:2]) == [Mark.STARRED, Mark.NONE]


def test_two_marks_at_once_are_taken_back_each_where_it_changed(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.mark(keys[:1], Mark.READ, True)
    act = library.mark(keys[:2], Mark.READ | Mark.STARRED, True)
    assert act.label == "read and star 2 papers"
    library.undo(act.number)
    assert marks(reader, keys[:2]) == [Mark.READ, Mark.NONE]


def test_marking_what_is_marked_already_changes_nothing(library: Library, keys: tuple[int, ...]) -> None:
    library.mark(keys, Mark.READ, True)
    act = library.mark(keys, Mark.READ, True)
    assert act.empty
    assert not library.undo(act.number)


def test_a_mark_of_a_paper_that_is_not_there_is_no_mark(library: Library, keys: tuple[int, ...]) -> None:
    assert library.mark([12345], Mark.READ, True).empty
    assert library.set_tags(12345, ["x"]).empty
    assert library.tag_counts() == ()


def test_very_many_papers_are_marked_in_one_act(library: Library, reader: LibraryReader) -> None:
    keys: list[int] = []
    for start in range(0, 3_000, 500):
        keys += library.add_papers(papers(500, first=start), LISTING, read).keys
    act = library.mark(keys, Mark.READ, True)
    assert reader.counts().unread == 0
    library.undo(act.number)
    assert reader.counts().unread == 3_000


def test_tags_are_clean_and_kept_as_typed(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.set_tags(keys[0], [" Soil\x1b[1m ", "#later", "soil", "", "\u200b", "Žito", "x" * 100])
    assert tags(reader, keys[0]) == ("later", "Soil", "x" * 60, "Žito")


def test_commas_and_semicolons_part_tags(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.set_tags(keys[0], ["soil; light,water"])
    assert tags(reader, keys[0]) == ("light", "soil", "water")
    library.tag(keys[:1], [], ["soil;water"])
    assert tags(reader, keys[0]) == ("light",)


def test_tags_of_a_library_in_which_a_semicolon_parted_none_stay_until_they_are_taken_away(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.database.run("INSERT INTO tags (folded, id, tag) VALUES ('a; b', ?, 'A; b')", (keys[0],))
    library.set_tags(keys[0], ["A; b", "soil"])
    assert tags(reader, keys[0]) == ("A; b", "soil")
    library.set_tags(keys[0], ["soil", "b"])
    assert tags(reader, keys[0]) == ("b", "soil")
    act = library.last_act(lambda name: False)
    assert act is not None
    library.undo(act.number)
    assert tags(reader, keys[0]) == ("A; b", "soil")
    library.tag(keys[:1], [], ["a; b"])
    assert tags(reader, keys[0]) == ("soil",)


def test_a_part_of_a_tag_that_is_taken_away_stays_as_typed_where_it_is_given(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.set_tags(keys[0], ["soil", "Light"])
    library.tag(keys[:1], ["light"], ["soil", "soil;light"])
    assert tags(reader, keys[0]) == ("Light",)


def test_tags_are_compared_without_case(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.set_tags(keys[0], ["Soil"])
    library.set_tags(keys[1], ["soil", "light"])
    assert [count for _, count in library.tag_counts()] == [2, 1]
    assert [tag.casefold() for tag, _ in library.tag_counts()] == ["soil", "light"]
    assert sorted(reader.keys(PaperQuery(tag="#SOIL"))) == sorted(keys[:2])
    assert list(reader.first(PaperQuery(tag="light"))) == [keys[1]]


def test_setting_tags_replaces_them_and_can_be_taken_back(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.set_tags(keys[0], ["soil", "light"])
    act = library.set_tags(keys[0], ["Light", "water"])
    assert tags(reader, keys[0]) == ("Light", "water")
    library.set_tags(keys[0], [*tags(reader, keys[0]), "air"])
    library.undo(act.number)
    assert tags(reader, keys[0]) == ("air", "light", "soil")


def test_tags_for_a_paper_that_another_radar_removes_in_that_instant_are_refused(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    with closing(Library.open(library.path)) as other:
        removed: list[str] = []

        def remove_before_the_transaction(statement: str) -> None:
            if statement.startswith("BEGIN") and not removed:
                removed.append(other.remove(keys[:1]).label)

        library.database._connection.set_trace_callback(remove_before_the_transaction)
        with pytest.raises(PaperGone):
            library.set_tags(keys[0], ["dunes"], ())
    assert removed == ["remove 1 paper"]
    assert library.tags_by_use() == ()


def test_setting_the_same_tags_changes_nothing(library: Library, keys: tuple[int, ...]) -> None:
    library.set_tags(keys[0], ["soil"])
    assert library.set_tags(keys[0], ["soil"]).empty


def test_marks_outlive_a_closed_library(library: Library, reader: LibraryReader) -> None:
    (key,) = library.add_papers([paper(9)], LISTING, read).keys
    library.mark([key], Mark.STARRED, True)
    library.close()
    again = Library.open(library.path)
    assert marks(reader, [key]) == [Mark.STARRED]
    again.close()


def test_the_nearest_unread_paper_is_found_on_either_side(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    newest, *between, oldest = keys
    library.mark(between, Mark.READ, True)
    assert reader.nearest_unread(between[0], older=True) == oldest
    assert reader.nearest_unread(between[0], older=False) == newest
    assert reader.nearest_unread(newest, older=True) == newest
    assert reader.nearest_unread(oldest - 1, older=True) is None


def test_unread_papers_among_others_are_told(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.mark(keys[1:3], Mark.READ, True)
    assert reader.unread_among([*keys, 12345]) == {keys[0], keys[3]}
