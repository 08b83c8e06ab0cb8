"""Saved searches: kept, ordered, changed and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from radar.errors import LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.watches.saved_searches import WatchUndo
from radar.papers.bases import names_of, replace
from radar.papers.listed.paper import PaperId
from radar.papers.reader.query import CodeFilter, Order, PaperQuery, ResultFilter
from radar.papers.reader.watch import LONGEST_NAME
from tests.library.samples import NOON

WHOLE = PaperQuery(
    text='"plant w1x" -soil OR lamp:',
    code=CodeFilter.PROMISED,
    data=True,
    results=ResultFilter.QUANTIFIED,
    unread=True,
    starred=True,
    updated=True,
    disputed=True,
    tag="wintry",
    ids=(PaperId("arxiv:2406.00001"),),
    added_after=None,
    order=Order.UPVOTES,
)
CODE = PaperQuery(code=CodeFilter.RELEASED)


def _names(reader: LibraryReader) -> list[str]:
    return [watch.name for watch in reader.watches()]


def test_a_watch_keeps_every_part_of_its_question_as_it_was_typed(
    library: Library, reader: LibraryReader
) -> None:
    kept, _ = library.add_watch("everything at once", WHOLE)
    assert reader.watches() == (kept,)
    assert kept.query == WHOLE
    default = PaperQuery()
    same = [name for name in names_of(PaperQuery) if getattr(WHOLE, name) == getattr(default, name)]
    assert same == ["added_after"], "every other part is tried"


def test_the_moment_of_a_question_is_not_kept(library: Library) -> None:
    kept, _ = library.add_watch("new", replace(CODE, added_after=NOON))
    assert kept.query == CODE


def test_a_name_is_clean_short_and_there(library: Library, reader: LibraryReader) -> None:
    library.add_watch("  two\x1b[31m lines\nof [/red] text\u202e  ", CODE)
    library.add_watch("m" * 200, CODE)
    assert _names(reader) == ["two lines of [/red] text", "m" * LONGEST_NAME]
    for name in ("", " \n", "\x1b[2J"):
        with pytest.raises(LibraryError, match="needs a name"):
            library.add_watch(name, CODE)


def test_a_name_is_no_number_by_which_another_watch_is_called(
    library: Library, reader: LibraryReader
) -> None:
    watch, _ = library.add_watch("2 beans", CODE)
    acts: tuple[Callable[[], object], ...] = (
        lambda: library.add_watch(" 2 ", CODE),
        lambda: library.rename_watch(watch.number, "٣"),
    )
    for act in acts:
        with pytest.raises(LibraryError, match="would be the number of a watch"):
            act()
    assert _names(reader) == ["2 beans"]


def test_no_two_watches_have_a_name_that_differs_in_case_only(
    library: Library, reader: LibraryReader
) -> None:
    library.add_watch("Straße", CODE)
    other, _ = library.add_watch("lane", CODE)
    acts: tuple[Callable[[], object], ...] = (
        lambda: library.add_watch("STRASSE", CODE),
        lambda: library.rename_watch(other.number, "straße"),
    )
    for act in acts:
        with pytest.raises(LibraryError, match="there is a watch Straße already"):
            act()
    library.rename_watch(other.number, "LANE")
    assert _names(reader) == ["Straße", "LANE"]


def test_watches_stand_in_the_order_the_reader_gives_them(library: Library, reader: LibraryReader) -> None:
    made = {name: library.add_watch(name, CODE)[0].number for name in ("a", "b", "c", "d")}
    library.move_watch(made["d"], 2)
    assert _names(reader) == ["a", "d", "b", "c"]
    library.move_watch(made["a"], 99)
    assert _names(reader) == ["d", "b", "c", "a"]
    for place in (-3, -1, 0):
        library.move_watch(made["a"], place)
        assert _names(reader) == ["a", "d", "b", "c"], f"at place {place}"
        library.move_watch(made["a"], 4)
    library.move_watch(made["a"], 1)
    assert library.move_watch(made["a"], 1).empty
    library.add_watch("e", CODE)
    assert _names(reader)[-1] == "e"


def test_each_change_of_a_watch_can_be_taken_back_and_takes_nothing_else_along(
    library: Library, reader: LibraryReader
) -> None:
    first, _ = library.add_watch("first", CODE)
    second, adding = library.add_watch("second", WHOLE)
    before = reader.watches()
    acts: tuple[Callable[[], WatchUndo], ...] = (
        lambda: library.rename_watch(first.number, "premier"),
        lambda: library.change_watch(first.number, WHOLE),
        lambda: library.move_watch(second.number, 1),
        lambda: library.remove_watch(first.number),
    )
    for act in acts:
        undo = act()
        assert not undo.empty
        assert reader.watches() != before
        library.undo_watch(undo)
        assert reader.watches() == before
    library.undo_watch(adding)
    assert _names(reader) == ["first"]


def test_taking_back_a_move_leaves_a_name_that_another_radar_gave_since(
    library: Library, reader: LibraryReader
) -> None:
    first, _ = library.add_watch("first", CODE)
    second, _ = library.add_watch("second", CODE)
    undo = library.move_watch(second.number, 1)
    library.rename_watch(first.number, "premier")
    library.undo_watch(undo)
    assert _names(reader) == ["premier", "second"]


def test_a_removed_watch_cannot_come_back_under_a_name_that_is_taken_by_now(
    library: Library, reader: LibraryReader
) -> None:
    first, _ = library.add_watch("beans", CODE)
    undo = library.remove_watch(first.number)
    library.add_watch("Beans", WHOLE)
    with pytest.raises(LibraryError, match="there is a watch Beans already"):
        library.undo_watch(undo)
    assert _names(reader) == ["Beans"]


def test_acts_on_a_watch_that_is_gone_are_refused_and_change_nothing(library: Library) -> None:
    watch, _ = library.add_watch("beans", CODE)
    library.remove_watch(watch.number)
    acts: tuple[Callable[[], object], ...] = (
        lambda: library.rename_watch(watch.number, "peas"),
        lambda: library.change_watch(watch.number, WHOLE),
        lambda: library.move_watch(watch.number, 1),
        lambda: library.remove_watch(watch.number),
    )
    for act in acts:
        with pytest.raises(LibraryError, match="this watch is gone"):
            act()
    library.look_at_watch(watch.number, NOON)


def test_what_a_newer_radar_saved_is_refused_in_words_and_not_widened(
    library: Library, reader: LibraryReader
) -> None:
    library.add_watch("beans", CODE)
    for stored in ('{"colour": "red"}', '{"order": "loudest"}', '{"data": 3}', '{"ids": 1}', "[1]", "beans"):
        library.database.run("UPDATE watches SET query = ?", (stored,))
        with pytest.raises(LibraryError, match="the watch beans asks for something"):
            reader.watches()


def test_whether_the_watches_are_on_screen_is_remembered(library: Library, reader: LibraryReader) -> None:
    assert not reader.watches_shown()
    for _ in range(2):
        library.show_watches(True)
        assert reader.watches_shown()
    library.show_watches(False)
    assert not reader.watches_shown()
